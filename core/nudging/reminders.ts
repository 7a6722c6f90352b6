import { lookAtPairing } from '../mending/look-at-pairing.ts';
import { isAwayOver } from '../mending/situation/free-slots.ts';
import type { Ports } from '../ports/ports.ts';
import type { Said } from '../records/outbox.ts';
import { memberOf, type PersonId, type PersonRecord } from '../records/person.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import { concurrently } from '../shared/concurrently.ts';
import { hoursOf, shiftBefore } from '../telling/quiet-hours.ts';
import type { FreeBusy } from '../time/free-busy.ts';
import { meetingWeek } from '../time/meeting-week.ts';
import { type Asked, type Due, rewrite } from './asked.ts';

/** A reminder, and when each member is to get it. */
type Reminder = Due & Pick<Asked, 'to'>;

/**
 * The reminders of meetings that are due until an instant (`until`, epoch milliseconds), for members who were not told of the
 * time since. When the others are due is noted with their pairings.
 * @param people the members of all these pairings
 */
export async function remind(
  ports: Ports,
  {
    scheme,
    round,
    people,
    until,
  }: {
    readonly scheme: Scheme;
    readonly round: Round;
    readonly people: ReadonlyMap<PersonId, PersonRecord>;
    readonly until: number;
  },
  found: readonly Due[],
): Promise<Asked[]> {
  const reminders = found
    .filter(({ nudge }) => nudge.nudge === 'before')
    .map((due) => ({ ...due, to: whenReminded(scheme, due, people) }));
  await noteReminders(ports, round, reminders);
  const due = reminders
    .filter(({ to }) => firstOf(to) <= until)
    .map((one) => ({ ...one, to: one.to.filter(({ at }) => at > one.pairing.readAt) }));
  return withOffers(ports, scheme, round, due, people);
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
  reminders: readonly Reminder[],
  people: ReadonlyMap<PersonId, PersonRecord>,
): Promise<Asked[]> {
  const week = meetingWeek(round.round, scheme.zone);
  const told = reminders.filter(({ to }) => to.length > 0);
  const members = new Set(told.flatMap(({ pairing }) => pairing.members));
  const mailboxes = [...members].flatMap((id) => {
    const mail = people.get(id)?.work?.mail;
    return mail === undefined ? [] : [{ id, mail }];
  });
  const read =
    mailboxes.length === 0 ? new Map<PersonId, FreeBusy>() : await ports.calendars.freeBusy(mailboxes, week);
  return concurrently(reminders, async ({ pairing, nudge, to }): Promise<Asked> => {
    const isAway = pairing.members.some((id) => isAwayOver(week, read.get(id), nudge.start));
    const looked = isAway ? await lookAtPairing(ports, { scheme, pairing }, week) : null;
    const said: Said = { kind: 'before', start: nudge.start, offer: [...(looked?.offer ?? [])] };
    return { pairing, nudge, said, to };
  });
}

/** When the first of some is to be asked: epoch milliseconds. */
function firstOf(to: Asked['to']): number {
  return Math.min(...to.map(({ at }) => at));
}

/** Notes when the members of pairings are to be reminded, so that nobody's hours are read again before. */
async function noteReminders(ports: Ports, round: Round, reminders: readonly Reminder[]): Promise<void> {
  const unknown = reminders.filter(({ pairing, nudge }) => pairing.remindAt?.start !== nudge.start);
  await rewrite(ports, round, unknown, ({ nudge: { start }, to }, pairing) => ({
    pairing: { ...pairing, remindAt: { start, at: firstOf(to) } },
    messages: [],
  }));
}
