import assert from 'node:assert/strict';
import { graphChats } from '../../../adapters/graph/chats.ts';
import type { Chats } from '../../../local/graph/chats/chats.ts';
import { idOf } from '../../support/emulated-graph.ts';
import { ann, ben } from '../../support/people.ts';
import { graphOf } from './one-answer.ts';
import { useGraph } from './with-graph.ts';

describe('graphChats', () => {
  const start = useGraph();
  const card = (content: unknown) => [{ contentType: 'application/vnd.microsoft.card.adaptive', content }];
  const botId = '22222222-2222-4222-8222-222222222222';
  const bot = { kind: 'bot', id: botId, name: 'UnMentoring' } as const;
  const user = { kind: 'user', id: ann.oid, name: 'Ann' } as const;
  const chat: Chats = {
    messages: () => [
      {
        id: '1',
        at: 1,
        from: bot,
        text: '',
        attachments: card({ body: [{ id: 'unmentoring:2026-12-14:p10:a' }] }),
      },
      {
        id: '2',
        at: 2,
        from: user,
        text: '',
        attachments: card({ body: [{ id: 'unmentoring:2026-12-14:p2:a' }] }),
      },
      { id: '3', at: 3, from: bot, text: 'unmentoring:2026-12-14:p3:a', attachments: [] },
    ],
  };

  for (const [key, activity, why] of [
    ['unmentoring:2026-12-14:p10:a', '1', 'the bot’s card carries it'],
    ['unmentoring:2026-12-14:p1', null, 'only the beginning of a key'],
    ['unmentoring:2026-12-14:p2:a', null, 'the person sent it'],
    ['unmentoring:2026-12-14:p3:a', null, 'words, no card'],
  ] as const) {
    it(`${key}: ${activity ?? 'not there'} (${why})`, async () => {
      const { graph } = await start({ employees: [ann], chats: chat });
      const found = await graphChats(graph, botId).find(idOf(ann), key);
      assert.equal(found?.activityId ?? null, activity);
    });
  }

  it('fails when the chat cannot be read, so that nobody is told twice', async () => {
    const { graph } = await start({ employees: [ann], chats: chat });
    await assert.rejects(graphChats(graph, botId).find(idOf(ben), 'key'), { statusCode: 404 });
  });

  it('finds the message among others that cannot be read', async () => {
    const sent = { id: '5', from: { application: { id: null } }, attachments: [null, 7, { content: '"k"' }] };
    const value = [null, { id: 7 }, { id: '1', from: null }, { id: '2', from: {}, attachments: null }, sent];
    const graph = { ...graphOf({}), get: async () => ({ value }) };
    assert.deepEqual(await graphChats(graph, botId).find(idOf(ann), 'k'), { activityId: '5' });
  });
});
