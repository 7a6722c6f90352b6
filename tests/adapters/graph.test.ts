import assert from 'node:assert/strict';
import { graphChats } from '../../adapters/graph/chats.ts';
import { createGraph, type Graph } from '../../adapters/graph/client.ts';
import { graphMeetings } from '../../adapters/graph/meetings.ts';
import type { Invitation } from '../../core/ports/microsoft365.ts';
import type { Chats } from '../../local/graph/chats/chats.ts';
import {
  employee,
  idOf,
  organiser,
  serveGraph,
  tenant,
  type ServedGraph,
} from '../support/emulated-graph.ts';

const week = { start: Date.parse('2026-12-14T00:00:00Z'), end: Date.parse('2026-12-21T00:00:00Z') };
const ann = employee('Ann', {
  department: 'Housing',
  office: 'Leeds',
  language: 'en-GB',
  manager: 'ben@contoso.example',
});
const ben = employee('Ben', {
  timeZone: 'Eastern Standard Time',
  workStart: '22:00',
  workEnd: '06:00',
  workDays: ['Sun'],
});

describe('the Graph adapters over HTTP', () => {
  let served: ServedGraph;
  let graph: Graph;
  /** Milliseconds that a batch waited before it asked again. */
  let waits: number[];

  async function serve(staff = [ann, ben], chats?: Chats, busy = {}): Promise<void> {
    served = await serveGraph({
      employees: staff,
      busy,
      now: () => Date.parse('2026-12-07T08:00:00Z'),
      ...(chats && { chats }),
    });
    waits = [];
    graph = createGraph(
      served.url,
      async () => 'app',
      async (milliseconds) => {
        waits.push(milliseconds);
      },
    );
  }
  afterEach(() => served.close());

  describe('graphMeetings', () => {
    const invitation: Invitation = {
      key: 'unmentoring:2026-12-14:p1',
      organiser: organiser.mail,
      subject: 'Coffee',
      body: '<p>Think, Do, Share</p>',
      slot: { start: '2026-12-15T10:00:00.000Z', end: '2026-12-15T10:30:00.000Z' },
      attendees: [ann, ben].map(({ name, mail }) => ({ name, mail })),
    };

    it('creates an event with a Teams link, finds it by its key, and makes no second one', async () => {
      await serve();
      const meetings = graphMeetings(graph);
      assert.equal(await meetings.find(organiser.mail, invitation.key), null);
      const event = await meetings.create(invitation);
      assert.deepEqual(event.slot, invitation.slot);
      assert.match(event.joinUrl ?? '', /^https:/);
      assert.deepEqual(await meetings.create(invitation), event);
      assert.deepEqual(await meetings.create({ ...invitation, subject: 'Reworded' }), event);
      assert.deepEqual(await meetings.find(organiser.mail, invitation.key), event);
      assert.equal(await meetings.find(organiser.mail, 'unmentoring:2026-12-14:p10'), null);
      assert.equal((await served.events()).length, 1);
    });

    it('creates again what was throttled, once', async () => {
      await serve();
      served.graph.faults.set({ retryAfter: 0 });
      served.graph.faults.next({ method: 'POST', path: '/users/{id}/events', effect: 'throttle' });
      await graphMeetings(graph).create(invitation);
      assert.equal((await served.events()).length, 1);
    });

    it('throws what Graph refuses', async () => {
      await serve();
      const meetings = graphMeetings(graph);
      // Access is scoped to the organisers' mailboxes.
      await assert.rejects(meetings.create({ ...invitation, organiser: ann.mail }), { statusCode: 403 });
      await assert.rejects(meetings.find(ann.mail, invitation.key), { statusCode: 403 });
    });

    it('cancels, and takes an event that is gone for cancelled', async () => {
      await serve();
      const meetings = graphMeetings(graph);
      const { id } = await meetings.create(invitation);
      await meetings.cancel(organiser.mail, id, 'Another time');
      assert.deepEqual(await served.events(), []);
      await meetings.cancel(organiser.mail, id, 'Another time');
      await assert.rejects(meetings.cancel(ann.mail, id, 'Not ours'), { statusCode: 403 });
    });

    it('reads the answers of every event of the week, page after page', async () => {
      await serve();
      const meetings = graphMeetings(graph);
      for (let n = 0; n < 205; n++)
        await meetings.create({ ...invitation, key: `unmentoring:2026-12-14:p${n}` });
      await meetings.create({
        ...invitation,
        key: 'unmentoring:2027-01-11:p1',
        slot: { start: '2027-01-12T10:00:00.000Z', end: '2027-01-12T10:30:00.000Z' },
      });
      const keys = new Set<string>();
      for await (const { key, answers } of meetings.answers(organiser.mail, week)) {
        keys.add(key);
        assert.deepEqual(
          answers,
          new Map([
            ['ann@contoso.example', 'none'],
            ['ben@contoso.example', 'none'],
          ]),
        );
      }
      assert.equal(keys.size, 205);
      assert.ok(!keys.has('unmentoring:2027-01-11:p1'));
    });
  });

  describe('graphChats', () => {
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
        await serve([ann], chat);
        const found = await graphChats(graph, botId).find(idOf(ann), key);
        assert.equal(found?.activityId ?? null, activity);
      });
    }

    it('throws when the chat cannot be read: nobody may be told twice', async () => {
      await serve([ann], chat);
      await assert.rejects(graphChats(graph, botId).find(idOf(ben), 'key'), { statusCode: 404 });
    });
  });
});
