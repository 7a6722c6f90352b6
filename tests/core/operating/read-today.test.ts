import assert from 'node:assert/strict';
import { type Today, today as schema } from '../../../core/api/desk.ts';
import { newMailbox } from '../../../core/mailbox/change-mailbox.ts';
import { readToday } from '../../../core/operating/read-today.ts';
import type { Storage } from '../../../core/ports/storage.ts';
import { unplacedMessageKey } from '../../../core/records/keys.ts';
import { defaultScheme, type Scheme } from '../../../core/records/scheme.ts';
import { memoryStorage } from '../../support/memory-storage.ts';
import {
  bookedPairing,
  december,
  draft,
  failedPairing,
  knownPerson,
  message,
  pairing,
  participant,
  placement,
  round,
} from '../../support/records.ts';

const names = ['Ann', 'Ben', 'Cem', 'Dee', 'Eve'];
const organiser = 'coffee@contoso.example';

describe('today on the desk', () => {
  let storage: Storage;
  beforeEach(async () => {
    storage = memoryStorage();
    for (const name of names) {
      await storage.people.insert(knownPerson(name));
      await storage.participants.insert(participant(name.toLowerCase()));
    }
  });
  async function today(
    at: string,
    { hasRole = false, ...scheme }: Partial<Scheme> & { readonly hasRole?: boolean } = {},
  ): Promise<Today> {
    await storage.schemes.insert({ ...defaultScheme(Date.parse('2026-12-01T00:00:00Z')), ...scheme });
    const poison = {
      counts: async () => [
        { queue: 'steps', messages: 2 },
        { queue: 'bookings', messages: 0 },
      ],
      list: async () => [],
      retry: async () => 0,
      remove: async () => 0,
    };
    const ports = { storage, now: () => Date.parse(at), poison, organisers: [organiser] };
    return schema.strict().parse(await readToday(ports, december.scheme, hasRole));
  }

  it('says when the next round comes, when there is none yet', async () => {
    const { hands, round: on, enrolled, next, draft: drafted } = await today('2026-12-02T10:00:00Z');
    assert.deepEqual([hands, on, enrolled, drafted], [[], null, 5, null]);
    assert.deepEqual(next, {
      round: '2026-12-14',
      calledAt: '2026-12-07T09:00:00.000Z',
      draftAt: null,
      pairingAt: '2026-12-10T10:00:00.000Z',
      weekStart: '2026-12-14T00:00:00.000Z',
    });
  });

  it('counts who takes part before the round is paired', async () => {
    await storage.rounds.insert(round({ stage: 'calling', called: 'each-time' }));
    const ann = await storage.participants.get({ ...december, person: 'ann' });
    assert.ok(
      ann && (await storage.participants.replace({ ...ann.value, inRound: december.round }, ann.version)),
    );
    const { round: on, hands } = await today('2026-12-08T10:00:00Z', { asking: 'each-time' });
    assert.deepEqual(on?.line, { enrolled: 5, in: 1, paired: 0, invited: 0, accepted: 0, met: 0 });
    assert.deepEqual(hands, [], 'nobody is to be paired yet');
  });

  it('names who needs a hand, and what for', async () => {
    await storage.rounds.insert(
      round({ stage: 'meeting', answersCheckedAt: Date.parse('2026-12-14T10:00:00Z') }),
    );
    await storage.pairings.insert(failedPairing('p00001', ['Ann', 'Ben'], { reason: 'refused-by-outlook' }));
    const alone = placement('Eve', { reason: 'no-common-slot' });
    await storage.placements.insertMissing([
      placement('Ann', { pairing: 'p00001' }),
      placement('Ben', { pairing: 'p00001' }),
      placement('Cem', { reason: 'calendar-unreadable', detail: 'ErrorAccessDenied' }),
      placement('Dee', { reason: 'away-all-week' }),
      alone,
    ]);
    const said = { kind: 'unplaced', reason: 'no-common-slot' } as const;
    await storage.outbox.insertMissing([
      message(unplacedMessageKey(alone), 'eve', { pairing: null, said, state: 'unreachable' }),
    ]);
    const { hands } = await today('2026-12-14T10:15:00Z');
    const eve = { id: 'eve', name: 'Eve', mail: 'eve@contoso.example' };
    const cem = { id: 'cem', name: 'Cem', mail: 'cem@contoso.example' };
    const members = ['Ann', 'Ben'].map((name) => ({ id: name.toLowerCase(), name }));
    const of = (more: Partial<Today['hands'][number]>) => ({
      count: 1,
      round: december.round,
      people: [],
      pairings: [],
      detail: null,
      ...more,
    });
    assert.deepEqual(hands, [
      of({ kind: 'refused-by-outlook', pairings: [{ pairing: 'p00001', members }] }),
      of({ kind: 'nobody-to-meet', people: [eve] }),
      of({ kind: 'not-reached', people: [eve] }),
      of({ kind: 'calendar-unreadable', people: [cem], detail: 'ErrorAccessDenied' }),
    ]);
  });

  it('asks for nothing that can no longer be done once the week is over', async () => {
    await storage.rounds.insert(
      round({ stage: 'meeting', answersCheckedAt: Date.parse('2026-12-20T19:00:00Z') }),
    );
    await storage.placements.insertMissing([
      placement('Ann', { reason: 'no-common-slot' }),
      placement('Ben', { reason: 'unreachable', repair: 1 }),
    ]);
    const { hands } = await today('2026-12-21T00:30:00Z');
    assert.deepEqual(
      hands.map(({ kind, people }) => [kind, people.map(({ id }) => id)]),
      [['not-reached', ['ben']]],
    );
  });

  it('says which mailbox works no more, and how many meetings wait for it', async () => {
    const at = '2026-12-10T10:30:00Z';
    await storage.rounds.insert(round({ stage: 'booking' }));
    await storage.pairings.insertMissing([
      pairing('p00001', ['Ann', 'Ben']),
      bookedPairing('p00002', ['Cem', 'Dee']),
    ]);
    await storage.mailboxes.insert({ ...newMailbox(organiser), goneUntil: Date.parse(at) + 1 });
    await storage.mailboxes.insert({ ...newMailbox('old@contoso.example'), goneUntil: Date.parse(at) + 1 });
    const { hands } = await today(at);
    assert.deepEqual(
      hands.map(({ kind, count, detail }) => [kind, count, detail]),
      [['mailbox-gone', 1, organiser]],
    );
  });

  it('says which step is late', async () => {
    const { hands } = await today('2026-12-10T12:00:00Z');
    assert.deepEqual(
      hands.map(({ kind, round: of, detail }) => [kind, of, detail]),
      [['overdue', december.round, 'pair']],
    );
  });

  for (const hasRole of [true, false]) {
    it(`shows ${hasRole ? 'who looks after all schemes' : 'nobody else'} what queues gave up`, async () => {
      const { hands } = await today('2026-12-02T10:00:00Z', { hasRole });
      assert.deepEqual(
        hands.map(({ kind, count, detail }) => [kind, count, detail]),
        hasRole ? [['poison', 2, 'steps']] : [],
      );
    });
  }

  describe('of a draft', () => {
    beforeEach(async () => {
      const at = Date.parse('2026-12-09T16:00:00Z');
      await storage.rounds.insert(round({ stage: 'calling', called: 'standing', draftedAt: at }));
      const planned = (id: string, members: string[]) => {
        const { minutes, slots, lastMet, closeness, newLink } = pairing(id, members);
        return { id, members, minutes, slots, lastMet, closeness, newLink, shared: [] };
      };
      await storage.drafts.putFirst(draft(1));
      await storage.drafts.putFirst(
        draft(2, {
          pairings: [planned('p00001', ['ann', 'ben', 'cem'])],
          unplaced: [{ id: 'dee', reason: 'left-out' }],
        }),
      );
    });
    const size = { round: december.round, pairs: 0, trios: 1, without: 1 };

    it('says what the last one has, and when it goes out', async () => {
      const { draft: drafted, hands, next } = await today('2026-12-10T09:00:00Z', { preview: 'timed' });
      assert.deepEqual(drafted, { ...size, releasesAt: '2026-12-10T10:00:00.000Z' });
      assert.equal(next.draftAt, '2026-12-09T16:00:00.000Z');
      assert.deepEqual(hands, []);
    });

    it('asks for its release once its time has come, when it waits for one', async () => {
      const waiting = await today('2026-12-10T10:00:00Z', { preview: 'waits' });
      assert.deepEqual(waiting.draft, { ...size, releasesAt: '2026-12-14T00:00:00.000Z' });
      assert.deepEqual(
        waiting.hands.map(({ kind, round: of }) => [kind, of]),
        [['not-released', december.round]],
      );
    });

    it('has none once it is released', async () => {
      const stored = await storage.rounds.get(december);
      assert.ok(stored);
      await storage.rounds.replace({ ...stored.value, releasedAt: 1, releasedDraft: 2 }, stored.version);
      assert.equal((await today('2026-12-10T09:00:00Z', { preview: 'waits' })).draft, null);
    });
  });
});
