import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as z from 'zod';
import {
  type PairingRow,
  pairingRow,
  type PersonRow,
  personRow,
  step,
  today,
} from '../../../../core/api/desk.ts';
import { roundDetail } from '../../../../core/api/rounds.ts';
import { readToday } from '../../../../core/operating/read-today.ts';
import type { Storage } from '../../../../core/ports/storage.ts';
import type { PageWanted } from '../../../../core/shared/page.ts';
import { readPairings } from '../../../../core/views/desk/pairings.ts';
import { readPeople } from '../../../../core/views/desk/people.ts';
import { readRound } from '../../../../core/views/rounds.ts';
import { storageIn, storageSpace, useAzurite } from '../../../support/azurite.ts';
import { memoryStorage } from '../../../support/memory-storage.ts';
import { groupKinds, groups, storeMixedRound } from '../../../support/mixed-round.ts';
import { december } from '../../../support/records.ts';

const { scheme, round } = december;
const now = () => Date.parse('2026-12-16T10:00:00Z');
const poison = {
  counts: async () => [{ queue: 'steps', messages: 0 }],
  list: async () => [],
  retry: async () => 0,
  remove: async () => 0,
};

async function pages<Row>(
  read: (wanted: PageWanted) => Promise<{ entries: readonly Row[]; next: string | null } | null>,
  limit: number,
): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  do {
    const page = await read({ limit, ...(cursor !== null && { cursor }) });
    assert.ok(page && page.entries.length <= limit);
    rows.push(...page.entries);
    cursor = page.next;
  } while (cursor !== null);
  return rows;
}

async function readAll(storage: Storage, limit: number) {
  const ports = { storage, now, poison, organisers: ['coffee@contoso.example'] };
  const people = await pages((wanted) => readPeople(ports, scheme, round, wanted), limit);
  const pairings = await pages((wanted) => readPairings(ports, scheme, round, wanted), limit);
  return {
    people: z.array(personRow.strict()).parse(people),
    pairings: z.array(pairingRow.strict()).parse(pairings),
    detail: roundDetail.strict().parse(await readRound(ports, scheme, round)),
    today: today.strict().parse(await readToday(ports, scheme, false)),
  };
}
type All = Awaited<ReturnType<typeof readAll>>;

const isPaired = (row: PersonRow) => row.pairing !== null;
const isOn = ({ state }: PairingRow) => state !== 'failed' && state !== 'cancelled';

function assertTrue({ people, pairings, detail, today }: All): void {
  const { counts, figures } = detail;
  const ids = people.map(({ id }) => id);
  assert.deepEqual(ids, [...new Set(ids)].sort(), 'everybody once, in order');
  for (const [i, name] of step.options.entries()) {
    const reached = people.filter((row) => step.options.indexOf(row.step) >= i).length;
    assert.equal(today.round?.line[name], reached, name);
  }
  const takePart = people.filter((row) => row.step !== 'enrolled');
  assert.equal(counts.participants, takePart.length, 'take part');
  assert.equal(counts.unplaced, takePart.filter((row) => !isPaired(row)).length, 'without a meeting');
  assert.equal(counts.told, takePart.filter(({ told }) => told === 'sent').length, 'told');
  const having = (outcome: string) => people.filter((row) => row.outcome === outcome).length;
  assert.deepEqual(
    [figures.tookPart, figures.met, figures.notMet, figures.notKnown],
    [takePart.length, having('met'), having('not-met'), having('not-known')],
  );

  const on = pairings.filter(isOn);
  assert.deepEqual(
    [counts.pairings, counts.trios, counts.booked, counts.waiting],
    [
      on.length,
      on.filter(({ members }) => members.length === 3).length,
      on.filter(({ state }) => state === 'booked').length,
      on.filter(({ state }) => state === 'planned').length,
    ],
  );
  const members = on.flatMap((row) => row.members.map(({ id }) => `${row.pairing} ${id}`));
  const paired = people.filter(isPaired).map((row) => `${row.pairing} ${row.id}`);
  assert.deepEqual(paired.sort(), members.sort(), 'members of pairings are the people who are paired');
  const starts = pairings.map(({ slot }) => slot?.start ?? '~');
  assert.deepEqual(starts, [...starts].sort(), 'in the order of their times');

  const hand = (kind: string) =>
    today.hands.filter((one) => one.kind === kind).reduce((n, { count }) => n + count, 0);
  assert.equal(hand('not-reached'), takePart.filter(({ told }) => told === 'unreachable').length);
  const because = (reason: PersonRow['reason']) => people.filter((row) => row.reason === reason).length;
  assert.equal(hand('calendar-unreadable'), because('calendar-unreadable'));
  assert.equal(hand('refused-by-outlook'), pairings.filter(({ acts }) => acts.includes('try-again')).length);
}

describe('a round on the desk', () => {
  it('has the same figures everywhere, whatever became of its people', async () => {
    await fc.assert(
      fc.asyncProperty(groups, fc.integer({ min: 1, max: 20 }), async (some, limit) => {
        const storage = memoryStorage();
        await storeMixedRound(storage, some);
        assertTrue(await readAll(storage, limit));
      }),
      { numRuns: 60 },
    );
  });

  describe('on Azure (Azurite)', () => {
    const azurite = useAzurite();

    it('has them too, in pages of any size', async () => {
      const storage = storageIn(await storageSpace(azurite()));
      const states = ['sent', 'unreachable', 'unsent'] as const;
      const some = Array.from({ length: 90 }, (_, n) => {
        const kind = groupKinds[n % groupKinds.length] ?? 'booked';
        return [kind, states[n % 3] ?? 'sent'] as const;
      });
      await storeMixedRound(storage, some);
      const whole = await readAll(storage, 1000);
      assertTrue(whole);
      assert.ok(whole.people.length > 140, `${whole.people.length} people`);
      const inPages = await readAll(storage, 40);
      assert.deepEqual(inPages, whole);
    });
  });
});
