import assert from 'node:assert/strict';
import { handleActivity } from '../../bot/activities/handle-activity.ts';
import { type Activity, activitySchema } from '../../bot/framework/activity.ts';
import { conversationOperations } from '../../core/conversation/operations.ts';
import type { Ports } from '../../core/ports/ports.ts';
import { objectId } from '../../core/records/person.ts';
import { changeScheme } from '../../core/schemes/change-scheme.ts';
import { readSettings } from '../../core/schemes/settings.ts';
import { bookedProduct } from '../support/booked-round.ts';
import { idOf } from '../support/emulated-graph.ts';
import { ann, ben } from '../support/people.ts';
import { useProduct } from '../support/test-product.ts';

/** It is a word, an id of a scheme and an id of a pairing all the same. */
const marker = 'xylophone';

describe('what the bot logs', () => {
  const start = useProduct();

  it('is nothing that somebody wrote, whichever field they wrote it in', async () => {
    const product = await bookedProduct(start, [ann, ben]);
    const lines: string[] = [];
    const ports: Ports = {
      ...product.ports,
      log: (event, fields) => lines.push(JSON.stringify({ event, ...fields })),
    };
    const operations = conversationOperations(ports);
    const answered: unknown[] = [];
    const answer = async (said: unknown) => {
      answered.push(said);
    };
    const replies = {
      ...{ card: answer, text: answer, invoke: answer, file: answer, remove: answer },
      offerFile: async () => true,
      typing: async () => undefined,
    };
    const [tenant = ''] = idOf(ann).split('.');
    const send = async (changes: Partial<Activity>) => {
      const activity = activitySchema.parse({
        type: 'message',
        id: marker,
        channelId: 'msteams',
        serviceUrl: `https://${marker}.example/`,
        locale: `en-${marker}`,
        localTimezone: marker,
        localTimestamp: marker,
        from: { id: `29:${marker}`, name: marker, aadObjectId: objectId(idOf(ann)), role: marker },
        recipient: { id: '28:bot', name: marker },
        conversation: { id: `a:${marker}`, conversationType: 'personal', tenantId: tenant, name: marker },
        entities: [{ type: 'clientInfo', timezone: marker, locale: marker }],
        ...changes,
      });
      await handleActivity({ replies, activity, tenant, operations, log: ports.log });
      await product.work(ports);
    };

    // Typed: every command with the text behind it, and the text alone.
    const commands = [
      '',
      'help',
      'join',
      'pause',
      'pause until',
      'leave',
      'my pairing',
      'mornings',
      'settings',
    ];
    for (const command of commands) {
      await send({ text: `${command} ${marker}` });
      await send({ text: `${marker} ${command}` });
    }
    const written = { drink: marker, about: `${marker} and more`, askMe: marker };
    const filledIn = { ...written, hours: 'morning', minutes: '45', call: 'phone', language: 'de' };
    const ticks = { 'rule-between': 'true', 'rule-selling': 'true', 'rule-turn-up': 'true' };
    // Pressed: every button with the text in each of its fields, as a card's action and as a message.
    const pressed = [
      { verb: marker },
      ...['help', 'my-pairing', 'other-times', 'settings', 'pause-ask', 'skip-ask', 'leave-ask', 'leave'].map(
        (verb) => ({ verb }),
      ),
      ...['history', 'my-data', 'erase-ask', 'privacy', 'coordinator', 'stay', 'join'].map((verb) => ({
        verb,
      })),
      ...['never-with', 'invite'].map((verb) => ({ verb, name: marker })),
      ...['keep-apart', 'take-back', 'invite-person'].map((verb) => ({ verb, person: idOf(ben) })),
      { verb: 'keep-apart', person: marker },
      { verb: 'erase', token: marker },
      { verb: 'pause', until: marker },
      { verb: 'pause', until: '2027-02-01', note: marker },
      ...['sign-up-ask', 'look-first'].map((verb) => ({ verb })),
      ...['sign-up', 'save-settings'].flatMap((verb) => [
        { verb, ...filledIn },
        { verb, ...filledIn, rules: 1, ...ticks },
        { verb, hours: marker, minutes: marker },
      ]),
      { verb: 'choose', pairing: marker, revision: 0, start: '2026-12-15T10:00:00Z' },
      { verb: 'choose', pairing: 'p00001', revision: 0, start: marker },
    ];
    for (const data of pressed) {
      for (const scheme of [marker, null]) {
        const { verb, ...fields } = { ...data, scheme, comment: marker };
        await send({ value: { verb, ...fields } });
        const action = { type: 'Action.Execute', verb, data: fields, title: marker };
        await send({ type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: marker } });
      }
    }
    // Everything else that an activity may be.
    await send({ type: 'invoke', name: marker, value: marker });
    const uploadUrl = `https://${marker}.example/`;
    const uploadInfo = { uploadUrl, contentUrl: uploadUrl, name: marker, uniqueId: marker, fileType: marker };
    for (const action of ['accept', 'decline', marker])
      await send({ type: 'invoke', name: 'fileConsent/invoke', value: { action, uploadInfo } });
    await send({ type: marker, name: marker });
    await send({ type: 'messageReaction', reactionsAdded: [{ type: marker }] });
    await send({ type: 'installationUpdate', action: marker });
    await send({ type: 'conversationUpdate', membersAdded: [{ id: marker }], topicName: marker });
    await send({ conversation: { id: marker, conversationType: 'groupChat' }, text: marker });
    await send({ from: { id: marker, name: marker }, text: marker });
    await send({ type: 'installationUpdate', action: 'remove' });

    // A coordinator changes the settings.
    const stored = await readSettings(ports, 'unmentoring');
    assert.ok(stored);
    const settings = { ...stored.settings, minutes: 45 } as const;
    await changeScheme(ports, idOf(ben), marker, { version: stored.version, settings });
    await changeScheme(ports, idOf(ben), 'unmentoring', { version: marker, settings });
    await changeScheme(ports, idOf(ben), 'unmentoring', { version: stored.version, settings });
    await product.tickAt('2026-12-11T10:00:00Z', ports);

    for (const event of [
      'activity',
      'join',
      'leave',
      'pause',
      'prefer',
      'file not taken',
      'change scheme',
      'repaired',
    ])
      assert.ok(
        lines.some((line) => line.startsWith(`{"event":"${event}"`)),
        event,
      );
    assert.ok(answered.length > 60, `${answered.length} answers`);
    assert.deepEqual(
      lines.filter((line) => line.toLowerCase().includes(marker)),
      [],
    );
    assert.deepEqual(
      lines.filter((line) => /morning|2027-02-01|never|apart/.test(line)),
      [],
      'nor a wish or an absence',
    );
  });
});
