import { lookAtPairing } from '../mending/look-at-pairing.ts';
import { weeksFor } from '../mending/other-times.ts';
import { bookingInstead } from '../mending/cases/nobody-chose.ts';
import { isAwayOver } from '../mending/situation/free-slots.ts';
import type { Ports } from '../ports/ports.ts';
import { nudgeKey } from '../records/keys.ts';
import type { OutboxRecord, Said } from '../records/outbox.ts';
import type { PairingRecord } from '../records/pairing.ts';
import { memberOf, type PersonId, type PersonRecord } from '../records/person.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import type { Slot } from '../records/slot.ts';
import { toldTogether } from '../records/work.ts';
import { expectMessage } from '../rounds/expect-message.ts';
import { nextReadingHour } from '../schemes/reading-hours.ts';
import { concurrently } from '../shared/concurrently.ts';
import { inPartsOf } from '../shared/in-parts.ts';
import { leaveOut } from '../shared/leave-out.ts';
import { hoursOf, shiftBefore } from '../telling/quiet-hours.ts';
import type { FreeBusy } from '../time/free-busy.ts';
import { meetingWeek } from '../time/meeting-week.ts';
import { type DueNudge, dueNudge, mostAsked, questionsAsked } from './decide-nudges.ts';

/** A pairing, and the question that is due about it. */
interface Due {
  readonly pairing: PairingRecord;
  readonly nudge: DueNudge;
}

/** What the members of a pairing are asked, and when each of them at the earliest: epoch milliseconds. */
interface Asked extends Due {
  readonly said: Said;
  readonly to: readonly { readonly person: PersonId; readonly at: number }[];
}

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
  const reminders = found.flatMap((due) => {
    if (due.nudge.nudge !== 'before') return [];
    const all = whenReminded(scheme, due, people);
    if (Math.min(...all.map(({ at }) => at)) > moment.until) return [];
    return [{ ...due, to: all.filter(({ at }) => at > due.pairing.readAt) }];
  });
  const asked = [
    ...(await withOffers(ports, scheme, round, reminders, people)),
    ...(await Promise.all(
      found
        .filter(({ nudge }) => nudge.nudge !== 'before')
        .map((due) => askedOf(ports, scheme, round, due, people)),
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

/**
 * When each member is reminded of a meeting: when their last shift before the day of the meeting begins. Members who were told
 * of it later than that need no reminder.
 */
function whenReminded(
  scheme: Scheme,
  { pairing, nudge }: Due,
  people: ReadonlyMap<PersonId, PersonRecord>,
): Asked['to'] {
  return pairing.members.map((person) => {
    const known = people.get(person);
    const hours = hoursOf(known, scheme, memberOf(person, known, scheme.zone).zone);
    return { person, at: shiftBefore(hours, nudge.start) ?? nudge.at };
  });
}

/**
 * Reads the calendars of members who are to be reminded. Where somebody seems to be out of office when the meeting begins, the
 * reminder has other times.
 */
async function withOffers(
  ports: Ports,
  scheme: Scheme,
  round: Round,
  reminders: readonly (Due & { readonly to: Asked['to'] })[],
  people: ReadonlyMap<PersonId, PersonRecord>,
): Promise<Asked[]> {
  const week = meetingWeek(round.round, scheme.zone);
  const readers = new Set(reminders.flatMap(({ to }) => to.map(({ person }) => person)));
  const mailboxes = [...readers].flatMap((id) => {
    const mail = people.get(id)?.work?.mail;
    return mail === undefined ? [] : [{ id, mail }];
  });
  const read =
    mailboxes.length === 0 ? new Map<PersonId, FreeBusy>() : await ports.calendars.freeBusy(mailboxes, week);
  return concurrently(reminders, async ({ pairing, nudge, to }): Promise<Asked> => {
    const isAway = pairing.members.some((id) => isAwayOver(week, read.get(id), nudge.start));
    const looked = isAway ? await lookAtPairing(ports, { scheme, round, pairing, people }, week) : null;
    const said: Said = { kind: 'before', start: nudge.start, offer: [...(looked?.offer ?? [])] };
    return { pairing, nudge, said, to };
  });
}

async function askedOf(
  ports: Ports,
  scheme: Scheme,
  round: Round,
  due: Due,
  people: ReadonlyMap<PersonId, PersonRecord>,
): Promise<Asked> {
  const { pairing, nudge } = due;
  const to = pairing.members.map((person) => ({ person, at: nudge.at }));
  switch (nudge.nudge) {
    case 'choose':
      return { ...due, to, said: { kind: 'choose', bookedAt: bookingInstead(scheme, round, pairing) } };
    case 'again': {
      const offer = await timesAfter(ports, { scheme, round, pairing, people });
      return { ...due, to: offer.length === 0 ? [] : to, said: { kind: 'again', start: nudge.start, offer } };
    }
    default: {
      const open = to.filter(({ person }) => pairing.followUps[person]?.start !== nudge.start);
      return { ...due, to: open, said: { kind: 'met', start: nudge.start } };
    }
  }
}

async function timesAfter(ports: Ports, current: Parameters<typeof lookAtPairing>[1]): Promise<Slot[]> {
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

/** Writes that questions were asked, with their messages. A pairing that changed since it was read is left to the next time. */
async function store(
  { storage }: Ports,
  round: Round,
  asked: readonly Asked[],
  now: number,
): Promise<OutboxRecord[]> {
  const key = { scheme: round.scheme, round: round.round };
  const current = await storage.pairings.getMany(
    asked.map(({ pairing }) => ({ ...key, pairing: pairing.pairing })),
    leaveOut,
  );
  const by = new Map(asked.map((one) => [one.pairing.pairing, one]));
  const changes = current.flatMap(({ value, version }) => {
    const one = by.get(value.pairing);
    if (value.revision !== one?.pairing.revision) return [];
    const { nudge, start } = one.nudge;
    if (value.nudged.some((before) => before.nudge === nudge && before.start === start)) return [];
    const messages = messagesOf(one, now);
    const nudged = [...value.nudged, { nudge, start, asked: messages.length > 0 }];
    return [{ value: { ...value, nudged }, version, messages }];
  });
  const versions = await storage.pairings.writeWith(changes);
  return changes.flatMap(({ messages }, i) => ((versions[i] ?? null) === null ? [] : messages));
}

function messagesOf({ pairing, nudge, said, to }: Asked, now: number): OutboxRecord[] {
  const { scheme, round, pairing: id, revision } = pairing;
  return to.map(({ person, at }) => ({
    scheme,
    round,
    key: nudgeKey(nudge.nudge, pairing, { start: nudge.start, person }),
    person,
    pairing: id,
    revision,
    said,
    state: 'unsent',
    at: now,
    notBefore: at > now ? at : null,
    activity: null,
  }));
}
