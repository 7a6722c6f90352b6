import assert from 'node:assert/strict';
import fc from 'fast-check';
import { absence, type PersonNow, type Situation } from '../../../../core/mending/situation/situation.ts';
import { decideRepair } from '../../../../core/mending/decide-repair.ts';
import {
  type EventAnswer,
  coreOf,
  noEvent,
  type PairingRecord,
  slotOf,
} from '../../../../core/records/pairing.ts';
import { type Repair, repair as repairSchema } from '../../../../core/records/repair.ts';
import { eventOn } from '../../../support/records.ts';
import { changedIn, madeIn, type Seen } from './outcome.ts';
import { answer, at, booked, person, scheme, situation, view, week } from './situations.ts';

const stretch = fc
  .tuple(fc.integer({ min: 14, max: 18 }), fc.integer({ min: 9, max: 16 }), fc.constantFrom('1', '2', '3'))
  .map(([day, hour, shows]) => [`${day} ${pad(hour)}:00`, `${day} ${pad(hour + 1)}:00`, shows] as const);

const anybody = fc
  .record({
    busy: fc.array(stretch, { maxLength: 25 }),
    status: fc.constantFrom('active', 'active', 'active', 'active', 'left'),
    reachable: fc.constantFrom(true, true, true, true, false),
    readable: fc.constantFrom(true, true, true, true, false),
  })
  .map(({ busy, status, reachable, readable }): Partial<PersonNow> => ({
    status,
    reachable,
    freeBusy: readable
      ? { kind: 'read', view: view(...busy), hours: null }
      : { kind: 'unreadable', reason: 'ErrorServerBusy' },
  }));

const anyAnswer = fc.oneof(
  { weight: 3, arbitrary: fc.constant(answer('none')) },
  fc.constant(answer('accepted')),
  fc.constant(answer('declined')),
  stretch.map(([start]): EventAnswer => answer('tentative', at(start))),
);

/** Up to six pairings, one of them of three, and up to four people without one. */
const anySituation = fc
  .record({
    facts: fc.array(anybody, { minLength: 17, maxLength: 17 }),
    pairs: fc.integer({ min: 0, max: 6 }),
    alone: fc.integer({ min: 0, max: 4 }),
    answers: fc.array(anyAnswer, { minLength: 13, maxLength: 13 }),
    moves: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 6, maxLength: 6 }),
  })
  .map(({ facts, pairs, alone, answers, moves }): Situation => {
    const people = facts.map((more, i) => person(`p${pad(i)}`, more));
    const seats = Array.from({ length: pairs }, (_, i) =>
      i === 0 ? people.slice(0, 3) : people.slice(2 * i + 1, 2 * i + 3),
    );
    const pairings = seats.map((members, i) => booked(`p0000${i}`, members, { moves: moves[i] ?? 0 }));
    return situation({
      people: [...seats.flat(), ...people.slice(13, 13 + alone)],
      pairings,
      heard: Object.fromEntries(
        seats.map((members, i) => [
          `p0000${i}`,
          Object.fromEntries(members.map(({ id }) => [id, answers[Number(id.slice(1))] ?? answer('none')])),
        ]),
      ),
    });
  });

// A minute before the start of the meetings, and a minute after it.
const justBefore = Date.parse('2026-12-15T09:59:00Z');
const justAfter = Date.parse('2026-12-15T10:01:00Z');

/** The same while all meetings are under way. Some of those who left did so before the start. */
const anyUnderWay = fc
  .tuple(anySituation, fc.array(fc.boolean(), { minLength: 17, maxLength: 17 }))
  .map(([given, before]): Situation => ({
    ...given,
    now: Date.parse('2026-12-15T10:15:00Z'),
    withdrewAt: new Map([...given.people.keys()].map((id, i) => [id, before[i] ? justBefore : justAfter])),
  }));

describe('every repair', () => {
  it('changes a pairing at most once, and puts nobody into two', () => {
    fc.assert(
      fc.property(fc.oneof(anySituation, anyUnderWay), (given) => {
        const repair = decideRepair(given);
        if (repair === null) return;
        assert.deepEqual(repairSchema.parse(repair), repair, 'it can be stored as it is');
        const changed = changedIn(repair).map(({ pairing }) => pairing);
        assert.equal(new Set(changed).size, changed.length);
        const placed = repair.placements.map(({ person: id }) => id);
        assert.equal(new Set(placed).size, placed.length);
        for (const after of changedIn(repair)) {
          const before = given.pairings.find(({ pairing }) => pairing === after.pairing);
          assert.equal(after.revision, (before?.revision ?? NaN) + 1);
        }
        const live = carriedOut(given, repair).pairings.filter(({ state }) => state !== 'cancelled');
        const seated = live.flatMap(({ members }) => members);
        assert.equal(new Set(seated).size, seated.length, 'nobody is in two');
        assert.ok(live.every(({ members }) => members.length === 2 || members.length === 3));
      }),
      { numRuns: 400 },
    );
  });

  it('leaves nobody with somebody who cannot take part, and tells everybody once', () => {
    fc.assert(
      fc.property(anySituation, (given) => {
        const repair = decideRepair(given);
        const changed = changedIn(repair);
        const after = repair === null ? given : carriedOut(given, repair);
        for (const pairing of after.pairings.filter(({ state }) => state !== 'cancelled')) {
          for (const id of pairing.members) {
            const when = slotOf(pairing)?.start ?? week.end - 1;
            assert.equal(absence(given.people.get(id), scheme.zone, when), null);
          }
        }
        for (const before of given.pairings) {
          const kept = changed.some((one) => one.pairing === before.pairing && isAsBefore(one));
          for (const id of before.members) {
            const gone = absence(given.people.get(id), scheme.zone, slotOf(before)?.start ?? NaN);
            if (gone !== null || after.pairings.includes(before)) continue;
            assert.ok((kept ? [0, 1] : [1]).includes(messagesTo(id, repair)), `${id} hears of it once`);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('books no time for somebody whose calendar cannot be read before all have pressed it', () => {
    fc.assert(
      fc.property(anySituation, (given) => {
        const repair = decideRepair(given);
        for (const after of [...changedIn(repair), ...madeIn(repair)]) {
          const before = given.pairings.find(({ pairing }) => pairing === after.pairing);
          const isUnread = (id: string) => given.people.get(id)?.freeBusy.kind === 'unreadable';
          if (!after.members.some(isUnread) || after.slot === null) continue;
          // A time at which they met already stays, and somebody with a calendar may come to it.
          assert.deepEqual(after.slot, before && slotOf(before), `${after.pairing} keeps its time`);
          assert.ok(after.members.filter(isUnread).every((id) => before?.members.includes(id)));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('tells everybody who waits alone in a meeting under way', () => {
    fc.assert(
      fc.property(anyUnderWay, (given) => {
        const repair = decideRepair(given);
        for (const before of given.pairings) {
          const heard = given.heard.get(before.pairing);
          const isGone = (id: string) => absence(given.people.get(id), scheme.zone, given.now) !== null;
          const hadLeft = (id: string) =>
            given.people.get(id)?.status === 'left' && given.withdrewAt.get(id) === justBefore;
          const ids = before.members;
          const came = ids.filter((id) => heard?.get(id)?.answer !== 'declined' && !hadLeft(id));
          const after = changedIn(repair).find(({ pairing }) => pairing === before.pairing);
          assert.equal(after !== undefined, came.length < 2 || ids.some(hadLeft), before.pairing);
          if (after === undefined) continue;
          for (const id of ids.filter((one) => !isGone(one))) {
            assert.equal(messagesTo(id, repair), 1, `${id} hears of it once`);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('needs no further repair once it is booked as it says', () => {
    fc.assert(
      fc.property(fc.oneof(anySituation, anyUnderWay), (given) => {
        let now = given;
        // A seeker may not join a pair that this repair changes, and may in the next.
        for (let repairs = 0; repairs < 4; repairs++) {
          const repair = decideRepair(now);
          if (repair === null) return;
          now = carriedOut(now, repair);
        }
        assert.equal(decideRepair(now), null);
      }),
      { numRuns: 200 },
    );
  });
});

/** How many messages of a repair somebody gets. */
function messagesTo(id: string, repair: Repair | null): number {
  const messages = [...(repair?.changed ?? []), ...(repair?.made ?? [])].flatMap(({ messages }) => messages);
  return messages.filter(({ person }) => person === id).length;
}

/** Whether a change leaves the meeting at its time: not all members need hear of it. */
function isAsBefore({ news }: Seen): boolean {
  return news === 'kept' || news === 'wished';
}

/** The situation after a repair: everything is booked, and nobody has answered again. */
function carriedOut(given: Situation, repair: Repair): Situation {
  const changed = new Map(repair.changed.map(({ pairing }) => [pairing.pairing, pairing]));
  const pairings = [
    ...given.pairings.map((before) => changed.get(before.pairing) ?? before),
    ...repair.made.map(({ pairing }) => pairing),
  ];
  const heard = new Map(given.heard);
  for (const one of changedIn(repair)) if (!isAsBefore(one)) heard.delete(one.pairing);
  return {
    ...given,
    pairings: pairings.map(inCalendar),
    heard,
    placements: new Map([...given.placements, ...repair.placements.map((one) => [one.person, one] as const)]),
    round: { ...given.round, repairs: repair.number },
  };
}

function inCalendar(pairing: PairingRecord): PairingRecord {
  if (pairing.state === 'suggested' || pairing.state === 'cancelled') return { ...pairing, event: noEvent };
  if (pairing.state !== 'planned') return pairing;
  const event = eventOn(pairing.pairing, [], { slot: pairing.slot });
  return { ...coreOf(pairing), state: 'booked', event, answers: pairing.answers };
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
