import assert from 'node:assert/strict';
import { roundDetail as roundDetailSchema, type RoundDetail } from '../../../core/views/api-schemas.ts';
import type { SchemePorts } from '../../../core/schemes/find-scheme.ts';
import { readRound } from '../../../core/views/rounds.ts';
import { pairingMessageKey, unplacedMessageKey } from '../../../core/records/keys.ts';
import { toIso } from '../../../core/time/instant.ts';
import { memoryStorage } from '../../support/memory-storage.ts';
import {
  bookedPairing,
  december,
  member,
  message,
  placement,
  plan,
  round,
  tenOn,
} from '../../support/records.ts';

const tuesday = tenOn(15);

describe("a coordinator's view of a round", () => {
  let ports: SchemePorts;
  beforeEach(async () => {
    const now = () => Date.parse('2026-12-11T10:00:00Z');
    ports = { storage: memoryStorage(), now };
    await ports.storage.rounds.insert(round());
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
      bookedPairing('p00002', ['Cem', 'Dee'], {
        state: 'failed',
        endedBecause: 'every-slot-passed',
        event: null,
      }),
      bookedPairing('p00003', ['Eve', 'Fay'], {
        state: 'cancelled',
        revision: 1,
        news: 'cancelled',
        event: null,
      }),
      bookedPairing('p00004', ['Gus', 'Hal'], { state: 'planned', event: null, moves: 2 }),
      bookedPairing('p00005', ['Ida', 'Jan', 'Kim'], {
        state: 'suggested',
        slot: null,
        event: null,
        offer: [tuesday],
      }),
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
      ],
    );
    const found = await detail();
    assert.deepEqual(found.counts, {
      participants: 12,
      pairings: 4,
      trios: 1,
      booked: 1,
      waiting: 1,
      unplaced: 5,
      told: 1,
    });
    assert.deepEqual(
      found.pairings.map(({ state, slot, online, moves }) => [state, slot?.start ?? null, online, moves]),
      [
        ['booked', toIso(tuesday.start), true, 0],
        ['failed', null, false, 0],
        ['cancelled', null, false, 0],
        ['planned', toIso(tuesday.start), false, 2],
        ['suggested', null, false, 0],
      ],
    );
  });

  it('says who knows what holds now, not what held before', async () => {
    const moved = bookedPairing('p00001', ['Ann', 'Ben'], { revision: 2, news: 'moved' });
    const kept = bookedPairing('p00002', ['Cem', 'Dee'], { revision: 2, news: 'kept', tell: ['dee'] });
    const shrunk = bookedPairing('p00003', ['Gus', 'Hal'], {
      revision: 1,
      news: 'member-left',
      because: 'ida',
    });
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
    await ports.storage.outbox.insertMissing([
      message(pairingMessageKey({ ...moved, revision: 1 }, 'ann'), 'ann'),
      message(pairingMessageKey(moved, 'ben'), 'ben', { state: 'doubtful' }),
      message(pairingMessageKey({ ...kept, revision: 0 }, 'cem'), 'cem', { state: 'unreachable' }),
      message(pairingMessageKey({ ...kept, revision: 1 }, 'cem'), 'cem'),
      message(pairingMessageKey({ ...kept, revision: 1 }, 'dee'), 'dee'),
      message(unplacedMessageKey({ ...eve, repair: 0 }), 'eve'),
      message(unplacedMessageKey(fay), 'fay'),
      message(pairingMessageKey({ ...shrunk, revision: 0 }, 'gus'), 'gus'),
      message(pairingMessageKey({ ...shrunk, revision: 0 }, 'ida'), 'ida', { state: 'unreachable' }),
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
    const unplaced = [
      { ...member('Ann'), reason: 'calendar-unreadable', detail: 'ErrorMailRecipientNotFound' } as const,
      { ...member('Ben'), reason: 'alone' } as const,
    ];
    await ports.storage.plans.putFirst(plan({ unplaced }));
    await ports.storage.placements.insertMissing([
      placement('Ann', { reason: 'calendar-unreadable' }),
      placement('Ben', { reason: 'alone' }),
    ]);
    assert.deepEqual(
      (await detail()).receipt.map(({ detail: said }) => said),
      ['ErrorMailRecipientNotFound', null],
    );
  });
});
