import assert from 'node:assert/strict';
import { handleActivity } from '../../bot/activities/handle-activity.ts';
import { activitySchema } from '../../bot/framework/activity.ts';
import type { InvokeAnswer } from '../../bot/framework/replies.ts';
import type { ConversationOperations } from '../../core/conversation/operations.ts';
import { wordsFor } from '../../core/words/languages.ts';
import { appId } from '../support/identity.ts';
import { ann, tenant } from './world.ts';

const [en, de] = [wordsFor('en'), wordsFor('de')];

/** An operation that is carried out is a fault: each may store or tell something about a person. */
const nothing = new Proxy({} as ConversationOperations, {
  get: (_, name) => () => assert.fail(`${String(name)} is carried out`),
});

/** What the bot says to an activity of Ann in a channel or a group chat. */
async function said(conversationType: string, changes: object): Promise<unknown[]> {
  const answers: unknown[] = [];
  await handleActivity({
    activity: activitySchema.parse({
      channelId: 'msteams',
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      id: '1',
      from: { id: `29:${ann.oid}`, name: ann.name, aadObjectId: ann.oid },
      recipient: { id: `28:${appId}`, name: 'UnMentoring' },
      conversation: {
        id: '19:a@thread.tacv2;messageid=1',
        conversationType,
        isGroup: true,
        tenantId: tenant,
      },
      channelData: { tenant: { id: tenant }, team: { id: '19:b@thread.tacv2' } },
      locale: 'en-GB',
      ...changes,
    }),
    tenant,
    operations: nothing,
    log: () => undefined,
    replies: {
      card: async () => assert.fail('a card is posted'),
      text: async (text: string) => void answers.push(text),
      offerFile: async () => assert.fail('a file is offered'),
      file: async () => assert.fail('a file is posted'),
      remove: async () => assert.fail('a message is removed'),
      typing: async () => undefined,
      invoke: async ({ body }: InvokeAnswer) => void answers.push(body),
    },
  });
  return answers;
}

for (const conversationType of ['channel', 'groupChat']) {
  describe(`the bot in a conversation of the type ${conversationType}`, () => {
    for (const text of ['<at>UnMentoring</at> my pairing', '<at>UnMentoring</at> join', 'help', '']) {
      it(`answers "${text}" by where it works, and carries out nothing`, async () => {
        assert.deepEqual(await said(conversationType, { type: 'message', text }), [en.personalOnly]);
      });
    }

    it('answers in the language of the person who writes', async () => {
      assert.deepEqual(await said(conversationType, { type: 'message', text: 'hilfe', locale: 'de-DE' }), [
        de.personalOnly,
      ]);
    });

    it('answers a pressed button in words, without a card in its place', async () => {
      const value = { action: { type: 'Action.Execute', verb: 'my-pairing' } };
      const [body] = await said(conversationType, { type: 'invoke', name: 'adaptiveCard/action', value });
      assert.deepEqual(body, {
        statusCode: 200,
        type: 'application/vnd.microsoft.activity.message',
        value: en.personalOnly,
      });
    });

    for (const [what, activity] of Object.entries({
      'it is added': { type: 'installationUpdate', action: 'add' },
      'it is removed': { type: 'installationUpdate', action: 'remove' },
      'it joins the members': { type: 'conversationUpdate', membersAdded: [{ id: `28:${appId}` }] },
      'somebody joins the members': { type: 'conversationUpdate', membersAdded: [{ id: `29:${ann.oid}` }] },
      'a message is liked': { type: 'messageReaction' },
    })) {
      it(`says nothing when ${what}, and stores nothing`, async () => {
        assert.deepEqual(await said(conversationType, activity), []);
      });
    }
  });
}
