import { lookAtPairing } from '../mending/look-at-pairing.ts';
import { weeksFor } from '../rounds/may-choose.ts';
import { bookingInstead } from '../mending/cases/nobody-chose.ts';
import type { Ports } from '../ports/ports.ts';
import { nudgeKey } from '../records/keys.ts';
import { type OutboxRecord, unsentMessage } from '../records/outbox.ts';
import type { PairingRecord } from '../records/pairing.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import type { Slot } from '../time/slot.ts';
import { toldTogether } from '../records/work.ts';
import { expectMessage } from '../rounds/expect-message.ts';
import { nextReadingHour } from '../schemes/reading-hours.ts';
import { inPartsOf } from '../shared/in-parts.ts';
import { leaveOut } from '../shared/leave-out.ts';
import { type Asked, type Due, rewrite } from './asked.ts';
import { dueNudge, mostAsked, questionsAsked } from './decide-nudges.ts';
import { remind } from './reminders.ts';

/**
 * Asks what is due about the pairings of a round: before the meeting, after it, and when nobody chose or they did not meet.
 * What falls due before the next reading hour is stored now and sent at its time. Each question is stored in one transaction
 * with the pairing, which says that it was asked, so a repeat asks nothing again.
 * @param pairings as they were just read
 */
export async function nudgeRound(
  ports: Ports,
  scheme: Scheme,
  round: Round,
  pairings: readonly PairingRecord[],
): Promise<void> {
  // 1. What is due by the records, then by the hours and calendars of the members.
  const now = ports.now();
  const moment = { scheme, round, now, until: nextReadingHour(scheme, now) };
  const found = pairings.flatMap((pairing): Due[] => {
    const nudge = dueNudge(moment, pairing);
    return nudge === null ? [] : [{ pairing, nudge }];
  });
  if (found.length === 0) return;
  const people = await ports.storage.people.getMany([
    ...new Set(found.flatMap(({ pairing }) => pairing.members)),
  ]);
  const asked = [
    ...(await remind(ports, { scheme, round, people, until: moment.until }, found)),
    ...(await Promise.all(
      found.filter(({ nudge }) => nudge.nudge !== 'before').map((due) => askedOf(ports, scheme, round, due)),
    )),
  ];
  if (asked.length === 0) return;
  const limited = await withinLimit(ports, round, asked);

  // 2. Store, then send what is due now.
  const stored = await store(ports, round, limited, now);
  const waiting = stored.flatMap(({ notBefore }) => (notBefore === null ? [] : [notBefore]));
  if (waiting.length > 0) await expectMessage(ports, round, Math.min(...waiting));
  const ready = new Set(
    stored.flatMap(({ notBefore, pairing }) => (notBefore === null ? (pairing ?? []) : [])),
  );
  const key = { scheme: scheme.id, round: round.round };
  await ports.queue.put(
    inPartsOf(toldTogether, [...ready]).map((part) => ({ kind: 'tell', ...key, pairings: part, people: [] })),
  );
  ports.log('asked', { ...key, questions: stored.length });
}

async function askedOf(ports: Ports, scheme: Scheme, round: Round, due: Due): Promise<Asked> {
  const { pairing, nudge } = due;
  const to = pairing.members.map((person) => ({ person, at: nudge.at }));
  switch (nudge.nudge) {
    case 'choose':
      return { ...due, to, said: { kind: 'choose', bookedAt: bookingInstead(scheme, round, pairing) } };
    case 'again': {
      const offer = await timesAfter(ports, { scheme, round, pairing });
      return { ...due, to: offer.length === 0 ? [] : to, said: { kind: 'again', start: nudge.start, offer } };
    }
    default: {
      const open = to.filter(({ person }) => pairing.followUps[person]?.start !== nudge.start);
      return { ...due, to: open, said: { kind: 'met', start: nudge.start } };
    }
  }
}

async function timesAfter(ports: Ports, current: Parameters<typeof weeksFor>[0]): Promise<Slot[]> {
  const week = weeksFor(current, ports.now()).at(-1);
  return week === undefined ? [] : [...(await lookAtPairing(ports, current, week)).offer];
}

/**
 * Leaves out those who have left, and those for whom a question would be the fifth message of the round, because they were
 * asked before it too.
 */
async function withinLimit({ storage }: Ports, round: Round, asked: readonly Asked[]): Promise<Asked[]> {
  const keys = asked.flatMap(({ to }) => to.map(({ person }) => ({ scheme: round.scheme, person })));
  const found = await storage.participants.getMany(keys, leaveOut);
  const left = new Set(found.flatMap(({ value }) => (value.status === 'left' ? [value.person] : [])));
  const called = new Set(found.flatMap(({ value }) => (value.called === round.round ? [value.person] : [])));
  return asked.map((one) => {
    const isLast = questionsAsked(one.pairing) === mostAsked - 1;
    return {
      ...one,
      to: one.to.filter(({ person }) => !left.has(person) && !(isLast && called.has(person))),
    };
  });
}

/** Writes that questions were asked, with their messages. Gives the messages. */
function store(ports: Ports, round: Round, asked: readonly Asked[], now: number): Promise<OutboxRecord[]> {
  return rewrite(ports, round, asked, (one, pairing) => {
    const { nudge, start } = one.nudge;
    if (pairing.nudged.some((before) => before.nudge === nudge && before.start === start)) return null;
    const messages = messagesOf(one, now);
    const nudged = [...pairing.nudged, { nudge, start, asked: messages.length > 0 }];
    return { pairing: { ...pairing, nudged }, messages };
  });
}

function messagesOf({ pairing, nudge, said, to }: Asked, now: number): OutboxRecord[] {
  const { scheme, round, pairing: id, revision } = pairing;
  return to.map(({ person, at }) => {
    const key = nudgeKey(nudge.nudge, pairing, { start: nudge.start, person });
    const notBefore = at > now ? at : null;
    return unsentMessage({ scheme, round, key, person, pairing: id, revision, said, notBefore }, now);
  });
}
