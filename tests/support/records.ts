// Records of the round of 14 December 2026, as they are right after pairing. A test names what differs.
import type { Draft } from '../../core/records/plans/draft.ts';
import type { OutboxRecord } from '../../core/records/outbox.ts';
import { type MadeEvent, noEvent, type PairingCore, type PairingIn } from '../../core/records/pairing.ts';
import type { Participant } from '../../core/records/participant.ts';
import type { Member, PersonRecord } from '../../core/records/person.ts';
import type { Placement } from '../../core/records/placement.ts';
import type { Plan } from '../../core/records/plans/plan.ts';
import type { Repair } from '../../core/records/repair.ts';
import type { Round } from '../../core/records/round.ts';
import { type Slot, slotAt } from '../../core/time/slot.ts';

/** Paired on Thursday 10 December 2026 at 10:00 in London. */
export const december = { scheme: 'unmentoring', round: '2026-12-14' } as const;

/** Half an hour from an instant (ISO 8601). */
export const halfHour = (start: string): Slot => slotAt(Date.parse(start), 30);

/** Half an hour at 10:00 UTC on a day of December 2026. */
export const tenOn = (day: number): Slot => halfHour(`2026-12-${day}T10:00:00Z`);

/** When December's round was paired. */
const pairedAt = Date.parse('2026-12-10T10:00:00Z');
const noCost = { unplaced: 0, trios: 0, repeats: 0, closeness: 0, coverage: 0 };

/** @example member('Ann') → with the id `ann` and the mail address ann@contoso.example */
export function member(name: string, more: Partial<Member> = {}): Member {
  const id = name.toLowerCase();
  return { id, name, mail: `${id}@contoso.example`, zone: 'Europe/London', language: 'en', ...more };
}

/** What every pairing has, as planned for Tuesday at 10:00. */
export function pairingCore(
  id: string,
  names: readonly string[],
  more: Partial<PairingCore> = {},
): PairingCore {
  return {
    ...december,
    pairing: id,
    members: names.map((name) => name.toLowerCase()),
    minutes: 30,
    slots: [tenOn(15)],
    lastMet: null,
    closeness: 0,
    newLink: null,
    organiser: 'coffee@contoso.example',
    event: noEvent,
    readAt: pairedAt,
    revision: 0,
    choicesSince: 0,
    generation: 0,
    moves: 0,
    handled: {},
    nudged: [],
    followUps: {},
    ...more,
  };
}

/** A planned pairing on Tuesday at 10:00. */
export function pairing(
  id: string,
  names: readonly string[],
  { slot = tenOn(15), promised = false, answers = {}, ...more }: Partial<PairingIn<'planned'>> = {},
): PairingIn<'planned'> {
  return { ...pairingCore(id, names, more), state: 'planned', slot, promised, answers };
}

/** The event of a pairing on Tuesday at 10:00. */
export function eventOn(id: string, names: readonly string[], more: Partial<MadeEvent> = {}): MadeEvent {
  const members = names.map((name) => name.toLowerCase());
  const made = { kind: 'made', id: `event of ${id}`, slot: tenOn(15), members } as const;
  return { ...made, joinUrl: 'https://teams.example/1', ...more };
}

/** A booked pairing on Tuesday at 10:00. */
export function bookedPairing(
  id: string,
  names: readonly string[],
  { event = eventOn(id, names), answers = {}, ...more }: Partial<PairingIn<'booked'>> = {},
): PairingIn<'booked'> {
  return { ...pairingCore(id, names, more), state: 'booked', event, answers };
}

/** A pairing whose members choose a time; no times are offered. */
export function suggestedPairing(
  id: string,
  names: readonly string[],
  { offer = [], tried = [], ...more }: Partial<PairingIn<'suggested'>> = {},
): PairingIn<'suggested'> {
  return { ...pairingCore(id, names, more), state: 'suggested', offer, tried };
}

/** A pairing that ended because every slot passed before it could be booked. */
export function failedPairing(
  id: string,
  names: readonly string[],
  { reason = 'every-slot-passed', ...more }: Partial<PairingIn<'failed'>> = {},
): PairingIn<'failed'> {
  return { ...pairingCore(id, names, more), state: 'failed', reason };
}

/** A pairing that was cancelled; somebody else may still be found for the member who is left. */
export function cancelledPairing(
  id: string,
  names: readonly string[],
  { because = null, isOver = false, ...more }: Partial<PairingIn<'cancelled'>> = {},
): PairingIn<'cancelled'> {
  return { ...pairingCore(id, names, more), state: 'cancelled', because, isOver };
}

/** A placement without a pairing and without a reason. */
export function placement(name: string, more: Partial<Placement> = {}): Placement {
  return {
    ...december,
    person: name.toLowerCase(),
    pairing: null,
    reason: null,
    repair: 0,
    changedAt: null,
    ...more,
  };
}

/** A participant since Monday 7 December, with no past meetings. */
export function participant(person: string, more: Partial<Participant> = {}): Participant {
  return {
    scheme: december.scheme,
    person,
    status: 'active',
    pausedUntil: null,
    withdrewAt: null,
    joinedAt: Date.parse('2026-12-07T08:00:00.000Z'),
    meetings: [],
    preferences: null,
    awkward: 0,
    ...more,
  };
}

/** Ann, who has the app. */
export function personRecord(id: string, more: Partial<PersonRecord> = {}): PersonRecord {
  return {
    id,
    name: 'Ann',
    language: 'en-GB',
    zone: 'Europe/London',
    work: null,
    conversation: `chat of ${id}`,
    reachable: true,
    welcome: { activity: 'installed', said: true },
    ...more,
  };
}

/** Somebody whose directory entry was read. @example knownPerson('Ann') → with the id `ann` */
export function knownPerson(name: string): PersonRecord {
  const { id, mail, zone } = member(name);
  return personRecord(id, { name, work: { name, mail, language: 'en', zone } });
}

export function round(more: Partial<Round> = {}): Round {
  return {
    ...december,
    number: 1,
    stage: 'booking',
    seed: 1,
    weekStart: Date.parse('2026-12-14T00:00:00.000Z'),
    weekEnd: Date.parse('2026-12-21T00:00:00.000Z'),
    answersCheckedAt: null,
    lookedAheadAt: null,
    directoryReadAt: pairedAt,
    nextMeetingAt: null,
    lastMeetingEndsAt: null,
    nextMessageAt: null,
    closeAt: null,
    repairs: 0,
    ...more,
  };
}

/** A plan without anybody in it. */
export function plan(more: Partial<Plan> = {}): Plan {
  const nobody = { pairings: [], unplaced: [] };
  return { ...december, number: 1, seed: 7, ...nobody, cost: noCost, bound: noCost, optimal: true, ...more };
}

/** A draft without anybody in it, as the product made it on the day before. */
export function draft(number: number, more: Partial<Draft> = {}): Draft {
  const madeAt = Date.parse('2026-12-09T16:00:00Z');
  return {
    ...plan(),
    pairings: [],
    draft: number,
    madeAt,
    readAt: madeAt,
    by: null,
    change: null,
    locked: [],
    forbidden: [],
    leftOut: [],
    putIn: [],
    best: noCost,
    isProved: true,
    repeatsForced: false,
    ...more,
  };
}

/** A repair that changes nothing. */
export function repair(number: number, more: Partial<Repair> = {}): Repair {
  return { ...december, number, changed: [], made: [], placements: [], ...more };
}

/** A message that was sent: the pairing p00001 of its reader is booked. */
export function message(key: string, person: string, more: Partial<OutboxRecord> = {}): OutboxRecord {
  return {
    ...december,
    key,
    person,
    pairing: 'p00001',
    revision: 0,
    said: { kind: 'pairing', news: 'booked', because: null, insteadOf: null, passedOver: false },
    state: 'sent',
    at: Date.parse('2026-12-10T10:00:00.000Z'),
    notBefore: null,
    activity: null,
    ...more,
  };
}
