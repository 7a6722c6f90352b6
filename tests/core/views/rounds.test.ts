import assert from 'node:assert/strict';
import {
  roundDetail as roundDetailSchema,
  type RoundDetail,
  rounds as roundsSchema,
} from '../../../core/api/rounds.ts';
import type { SchemePorts } from '../../../core/schemes/find-scheme.ts';
import { readRound, readRounds } from '../../../core/views/rounds.ts';
import { pairingMessageKey, unplacedMessageKey } from '../../../core/records/keys.ts';
import type { OutboxRecord } from '../../../core/records/outbox.ts';
import type { PairingRecord } from '../../../core/records/pairing.ts';
import type { Placement } from '../../../core/records/placement.ts';
import { defaultScheme } from '../../../core/records/scheme.ts';
import { toIso } from '../../../core/time/instant.ts';
import { memoryStorage } from '../../support/memory-storage.ts';
import {
  bookedPairing,
  cancelledPairing,
  december,
  eventOn,
  failedPairing,
  message,
  pairing,
  personRecord,
  placement,
  round,
  suggestedPairing,
  tenOn,
} from '../../support/records.ts';

const tuesday = tenOn(15);

describe("a coordinator's view of a round", () => {
  let ports: SchemePorts;
  beforeEach(async () => {
    const now = () => Date.parse('2026-12-11T10:00:00Z');
    ports = { storage: memoryStorage(), now };
    await ports.storage.schemes.insert(defaultScheme(0));
    await ports.storage.rounds.insert(round());
    const names = ['Ann', 'Ben', 'Cem', 'Dee', 'Eve', 'Fay', 'Gus', 'Hal', 'Ida', 'Jan', 'Kim', 'Leo', 'Moe'];
    for (const name of names) await ports.storage.people.insert(personRecord(name.toLowerCase(), { name }));
  });

  async function detail(): Promise<RoundDetail> {
    return roundDetailSchema.parse(await readRound(ports, december.scheme, december.round));
  }
  async function receipt(): Promise<(string | null)[][]> {
    const found = await detail();
    return found.receipt.map(({ name, outcome, pairing: id, reason, told }) => [
      name,
      outcome,
      id,
      reason,
      told,
    ]);
  }

  it('accounts for everybody: who meets, who does not and why, and what fell apart since', async () => {
    await ports.storage.pairings.insertMissing([
      bookedPairing('p00001', ['Ann', 'Ben']),
      failedPairing('p00002', ['Cem', 'Dee']),
      cancelledPairing('p00003', ['Eve', 'Fay'], { revision: 1 }),
      pairing('p00004', ['Gus', 'Hal'], { moves: 2 }),
      suggestedPairing('p00005', ['Ida', 'Jan', 'Kim'], { offer: [tuesday] }),
    ]);
    await ports.storage.placements.insertMissing([
      placement('Ann', { pairing: 'p00001' }),
      placement('Ben', { pairing: 'p00001' }),
      placement('Cem', { pairing: 'p00002' }),
      placement('Dee', { pairing: 'p00002' }),
      placement('Eve', { pairing: 'p00003', reason: 'withdrew', repair: 1 }),
      placement('Fay', { pairing: 'p00003' }),
      placement('Gus', { pairing: 'p00004' }),
      placement('Hal', { pairing: 'p00004' }),
      placement('Ida', { pairing: 'p00005' }),
      placement('Jan', { pairing: 'p00005' }),
      placement('Kim', { pairing: 'p00005' }),
      placement('Leo', { reason: 'away-all-week' }),
      placement('Moe'),
    ]);
    assert.deepEqual(
      (await receipt()).map(([name, outcome, id, reason]) => [name, outcome, id, reason]),
      [
        ['Ann', 'paired', 'p00001', null],
        ['Ben', 'paired', 'p00001', null],
        ['Cem', 'unplaced', null, 'not-booked'],
        ['Dee', 'unplaced', null, 'not-booked'],
        ['Eve', 'unplaced', null, 'withdrew'],
        ['Fay', 'unplaced', null, 'partner-left'],
        ['Gus', 'paired', 'p00004', null],
        ['Hal', 'paired', 'p00004', null],
        ['Ida', 'paired', 'p00005', null],
        ['Jan', 'paired', 'p00005', null],
        ['Kim', 'paired', 'p00005', null],
        ['Leo', 'unplaced', null, 'away-all-week'],
        ['Moe', 'unplaced', null, null],
      ],
    );
    const found = await detail();
    assert.deepEqual(found.counts, {
      participants: 12,
      pairings: 3,
      trios: 1,
      booked: 1,
      waiting: 1,
      unplaced: 5,
      told: 10,
    });
    assert.deepEqual(
      found.pairings.map(({ state, slot, online, moves }) => [state, slot?.start ?? null, online, moves]),
      [
        ['booked', toIso(tuesday.start), true, 0],
        ['planned', toIso(tuesday.start), false, 2],
        ['failed', null, false, 0],
        ['cancelled', null, false, 0],
        ['suggested', null, false, 0],
      ],
    );
  });

  it('counts who met, by pairing and by person, as far as it is known', async () => {
    const over = '2026-12-16T10:00:00Z';
    const inPairing = (id: string, ...names: string[]) =>
      names.map((name) => placement(name, { pairing: id }));
    await ports.storage.pairings.insertMissing([
      bookedPairing('p00001', ['Ann', 'Ben'], {
        followUps: { ann: { said: 'yes', start: tuesday.start, at: tuesday.end } },
      }),
      bookedPairing('p00002', ['Cem', 'Dee'], {
        followUps: { cem: { said: 'no', start: tuesday.start, at: tuesday.end } },
      }),
      bookedPairing('p00003', ['Eve', 'Fay'], { answers: { eve: 'accepted', fay: 'accepted' } }),
      failedPairing('p00004', ['Gus', 'Hal']),
      bookedPairing('p00005', ['Ida', 'Jan'], {
        event: eventOn('p00005', ['Ida', 'Jan'], { slot: tenOn(18) }),
      }),
    ]);
    await ports.storage.placements.insertMissing([
      ...inPairing('p00001', 'Ann', 'Ben'),
      ...inPairing('p00002', 'Cem', 'Dee'),
      ...inPairing('p00003', 'Eve', 'Fay'),
      ...inPairing('p00004', 'Gus', 'Hal'),
      ...inPairing('p00005', 'Ida', 'Jan'),
      placement('Kim', { reason: 'away-all-week' }),
      placement('Leo', { reason: 'withdrew', repair: 1 }),
    ]);
    ports = { ...ports, now: () => Date.parse(over) };
    const open = await detail();
    assert.deepEqual(
      open.pairings.map(({ outcome }) => outcome),
      ['met', 'not-met', 'not-known', null, 'not-met'],
    );
    assert.deepEqual(open.figures, { tookPart: 11, paired: 10, met: 2, notMet: 4, notKnown: 2 });

    const figures = { tookPart: 11, paired: 10, met: 4, notMet: 4, notKnown: 2 };
    const stored = await ports.storage.rounds.get(december);
    assert.ok(stored);
    await ports.storage.rounds.replace({ ...stored.value, stage: 'closed', figures }, stored.version);
    const closed = await detail();
    assert.deepEqual(closed.figures, figures, 'as decided when it was closed');
    assert.equal(closed.pairings.at(-2)?.outcome, 'not-known');
    assert.deepEqual(roundsSchema.parse(await readRounds(ports, december.scheme))[0]?.figures, figures);
  });

  for (const { faces, shown } of [
    { faces: [4, 4, 3, 1], shown: null },
    { faces: [4, 4, 3, 1, 4], shown: [1, 0, 1, 3] },
  ]) {
    it(`shows ${shown === null ? 'no faces' : 'how often each face was chosen'} when ${faces.length} people chose one`, async () => {
      const names = ['Ann', 'Ben', 'Cem', 'Dee', 'Eve', 'Fay'];
      await ports.storage.placements.insertMissing(
        names.map((name, i) => {
          const face = faces[i];
          const feedback = { takeaway: 'secret', shared: true, ...(face !== undefined && { face }) };
          return placement(name, { pairing: 'p00001', feedback });
        }),
      );
      const found = await detail();
      assert.deepEqual(found.faces, shown);
      assert.ok(!JSON.stringify(found).includes('secret'), 'nor what somebody takes away');
    });
  }

  it('takes a question or a report for no news of what the round has for somebody', async () => {
    await ports.storage.placements.insertMissing([placement('Fay', { reason: 'alone' })]);
    const report = { about: 'paired', pairs: 0, trios: 0, without: 1 } as const;
    await ports.storage.outbox.insertMissing([
      message('coordinator:fay', 'fay', { pairing: null, said: { kind: 'coordinator', report } }),
    ]);
    assert.deepEqual(
      (await receipt()).map(([name, , , , told]) => [name, told]),
      [['Fay', 'pending']],
    );
  });

  it('says who knows what holds now, not what held before', async () => {
    const moved = bookedPairing('p00001', ['Ann', 'Ben'], { revision: 2 });
    const kept = bookedPairing('p00002', ['Cem', 'Dee'], { revision: 2 });
    const shrunk = bookedPairing('p00003', ['Gus', 'Hal'], { revision: 1 });
    await ports.storage.pairings.insertMissing([moved, kept, shrunk]);
    const eve = placement('Eve', { reason: 'partner-left', repair: 3 });
    const fay = placement('Fay', { reason: 'alone' });
    await ports.storage.placements.insertMissing([
      placement('Ann', { pairing: 'p00001' }),
      placement('Ben', { pairing: 'p00001' }),
      placement('Cem', { pairing: 'p00002' }),
      placement('Dee', { pairing: 'p00002' }),
      eve,
      fay,
      placement('Gus', { pairing: 'p00003' }),
      placement('Ida', { pairing: 'p00003', reason: 'unreachable', repair: 1 }),
      placement('Jan', { reason: 'withdrew', repair: 1 }),
    ]);
    const told = (
      { pairing: id }: PairingRecord,
      revision: number,
      person: string,
      state: OutboxRecord['state'] = 'sent',
    ) =>
      message(pairingMessageKey({ ...december, pairing: id, revision }, person), person, {
        pairing: id,
        revision,
        state,
      });
    const toUnplaced = (one: Placement, repair: number) =>
      message(unplacedMessageKey({ ...one, repair }), one.person, { pairing: null, revision: repair });
    await ports.storage.outbox.insertMissing([
      told(moved, 1, 'ann'),
      told(moved, 2, 'ann', 'unsent'),
      told(moved, 2, 'ben', 'doubtful'),
      told(kept, 0, 'cem', 'unreachable'),
      told(kept, 1, 'cem'),
      told(kept, 1, 'dee'),
      told(kept, 2, 'dee', 'sending'),
      toUnplaced(eve, 0),
      toUnplaced(fay, 0),
      told(shrunk, 0, 'gus'),
      told(shrunk, 1, 'gus', 'unsent'),
      told(shrunk, 0, 'ida', 'unreachable'),
    ]);
    assert.deepEqual(
      (await receipt()).map(([name, , , , told]) => [name, told]),
      [
        ['Ann', 'pending'],
        ['Ben', 'failed'],
        ['Cem', 'sent'],
        ['Dee', 'pending'],
        ['Eve', 'pending'],
        ['Fay', 'sent'],
        ['Gus', 'pending'],
        ['Ida', 'unreachable'],
        ['Jan', 'sent'],
      ],
    );
  });

  it('says what Microsoft 365 said of a calendar that could not be read', async () => {
    const code = 'ErrorMailRecipientNotFound';
    await ports.storage.placements.insertMissing([
      placement('Ann', { reason: 'calendar-unreadable', detail: code }),
      placement('Ben', { reason: 'alone', detail: code }),
    ]);
    assert.deepEqual(
      (await detail()).receipt.map(({ detail: said }) => said),
      ['ErrorMailRecipientNotFound', null],
    );
  });
});
