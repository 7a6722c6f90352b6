import { eventsInBatch } from '../mailbox/limits.ts';
import { allMailboxes, newMailbox } from '../mailbox/change-mailbox.ts';
import { askMailbox } from '../mailbox/with-mailbox.ts';
import type { EventPart, EventTrouble, MailboxGone, SeenEvent } from '../ports/meetings.ts';
import type { Ports } from '../ports/ports.ts';
import type { Versioned } from '../ports/storage.ts';
import type { BookedEvent, EventAnswer, PairingIn, PairingRecord } from '../records/pairing.ts';
import { eventKey } from '../records/keys.ts';
import type { PersonId, PersonRecord } from '../records/person.ts';
import type { Revision } from '../records/repair.ts';
import type { Round } from '../records/round.ts';
import { isSameSlot } from '../time/slot.ts';
import { concurrently } from '../shared/concurrently.ts';
import { inPartsOf } from '../shared/in-parts.ts';
import type { Interval } from '../time/interval.ts';
import { slotsAfterMove } from './situation/free-slots.ts';
import { isHandled } from './situation/open-answers.ts';
import { revise } from './situation/revise.ts';
import { whoseAnswers } from './whose-answers.ts';

/** What the organisers' calendars say of the booked pairings of a round. */
export interface AnswersRead {
  /** The pairings that were asked for, as they are now recorded. */
  readonly pairings: readonly PairingRecord[];
  /** Booked pairings whose event is gone. */
  readonly gone: ReadonlySet<string>;
  /** Pairings whose event could not be read, or not whole. */
  readonly unreadable: ReadonlySet<string>;
  /** What members answered to the current events, by pairing and person. */
  readonly heard: ReadonlyMap<string, ReadonlyMap<PersonId, EventAnswer>>;
  /** Whether anything new was found. */
  readonly isNews: boolean;
}

/**
 * An event further than this from now is found by its key instead: five weeks, in milliseconds. Graph refuses to list several
 * years, and a person can move an event anywhere.
 */
const furthest = 35 * 24 * 60 * 60_000;

type Booked = PairingIn<'booked'>;

/**
 * Reads the answers to a round's invitations, with one calendar listing a mailbox, and records what is new: answers, and a
 * new time or Teams link of an event. An answer that a revision has dealt with counts as none. An event that was moved to a
 * time still to come becomes the pairing's next revision, so that its members are told. Pairings of a mailbox that refuses,
 * and those whose event cannot be read, stay as they are.
 * @param found pairings with their versions; those that are not booked are given back unread. Calendars are listed from the
 *   first to the last of their meetings. Events elsewhere are found by their key, and their answers are read next time.
 */
export async function readAnswers(
  ports: Ports,
  round: Round,
  found: readonly Versioned<PairingRecord>[],
): Promise<AnswersRead> {
  // 1. Read each mailbox.
  const wanted = found.filter((one): one is Versioned<Booked> => one.value.state === 'booked');
  const unreadable = new Set<string>();
  const report = (pairing: string, event: string | null, part: string) => {
    unreadable.add(pairing);
    ports.log('event unreadable', { scheme: round.scheme, round: round.round, pairing, event, part });
  };
  const byOrganiser = Map.groupBy(wanted, ({ value }) => value.organiser);
  const mailboxes = byOrganiser.size === 0 ? [] : await allMailboxes(ports);
  const recordOf = (organiser: string) =>
    mailboxes.find(({ mailbox }) => mailbox === organiser) ?? newMailbox(organiser);
  const passes = await concurrently([...byOrganiser], ([organiser, theirs]) =>
    askMailbox(ports, recordOf(organiser), () =>
      readMailbox(
        ports,
        organiser,
        windowOf(theirs, ports.now()),
        theirs.map(({ value }) => value),
        report,
      ),
    ),
  );
  const events = new Map(passes.flatMap((pass) => (pass === 'mailbox-gone' ? [] : [...pass])));
  const booked = wanted.filter(({ value }) => events.has(value.pairing));
  // Members are looked up only where an answer is new, or one of before is still to be dealt with.
  const isAsked = (pairing: Booked) => isNews(pairing, events.get(pairing.pairing));
  const members = new Set(booked.flatMap(({ value }) => (isAsked(value) ? value.members : [])));
  const people: ReadonlyMap<PersonId, PersonRecord> =
    members.size === 0 ? new Map() : await ports.storage.people.getMany([...members]);

  // 2. Record what is new. A record that somebody else changed meanwhile is left for the next look.
  const seen = booked.map(({ value, version }) => {
    const { event, answers: read } = events.get(value.pairing) ?? { event: null, answers: null };
    const answers = isAsked(value) ? read : null;
    const { heard, isClear } = whoseAnswers(value.members, answers ?? new Map(), people);
    if (!isClear) report(value.pairing, event?.id ?? null, 'whose-answer');
    const found = {
      event,
      heard: answers === null ? null : heard,
      answersRead: answers === null || !isClear ? value.event.answersRead : textOf(answers) || undefined,
    };
    return { before: value, version, after: withFound(value, found, ports.now()), found };
  });
  const news = seen.filter(
    ({ before, after: { pairing } }) =>
      pairing !== before && JSON.stringify(pairing) !== JSON.stringify(before),
  );
  const versions = await ports.storage.pairings.writeWith(
    news.map(({ after: { pairing, messages }, version }) => ({ value: pairing, version, messages })),
  );
  const written = new Map(
    news.flatMap(({ after: { pairing } }, i) => (versions[i] ? [[pairing.pairing, pairing]] : [])),
  );
  ports.log('answers read', { scheme: round.scheme, round: round.round, changed: news.length });

  return {
    pairings: found.map(({ value }) => written.get(value.pairing) ?? value),
    unreadable,
    gone: new Set(seen.flatMap(({ before, found }) => (found.event === null ? [before.pairing] : []))),
    heard: new Map(seen.map(({ before, found }) => [before.pairing, found.heard ?? new Map()])),
    isNews: news.length > 0,
  };
}

/** What a mailbox says of a pairing's event. */
interface FoundEvent {
  /** Null: the mailbox has no such event. */
  readonly event: BookedEvent | null;
  /** By mail address; null: they were not read. */
  readonly answers: SeenEvent['answers'] | null;
}

/** Whether an event has another time or other answers than those recorded, or one that is still to be dealt with. */
function isNews({ event, answers }: Booked, found: FoundEvent | undefined): boolean {
  if (found?.event == null || found.answers === null) return false;
  const isElsewhere = !isSameSlot(found.event.slot, event.slot);
  const isOpen = Object.values(answers).some((answer) => answer === 'declined' || answer === 'tentative');
  return isElsewhere || isOpen || textOf(found.answers) !== (event.answersRead ?? '');
}

/** Answers as a short text: how many of each, and when the latest was given. Empty when nobody answered. */
function textOf(answers: SeenEvent['answers']): string {
  const given = [...answers.values()].filter(({ answer }) => answer !== 'none');
  if (given.length === 0) return '';
  const latest = Math.max(...given.map(({ at }) => at ?? 0));
  const count = (kind: string) => given.filter(({ answer }) => answer === kind).length;
  return `${count('accepted')} ${count('tentative')} ${count('declined')} ${latest}`;
}

/** From now, or the first meeting's start, to the end of the last meeting. */
function windowOf(pairings: readonly Versioned<Booked>[], now: number): Interval {
  const slots = pairings
    .map(({ value }) => value.event.slot)
    .filter((slot) => slot.start >= now - furthest && slot.end <= now + furthest);
  return {
    start: slots.reduce((first, { start }) => Math.min(first, start), now),
    end: slots.reduce((last, { end }) => Math.max(last, end), now),
  };
}

/**
 * Lists a mailbox's calendar, and looks for events outside the window by their key. By pairing; those whose event cannot be
 * read are left out.
 */
async function readMailbox(
  ports: Ports,
  organiser: string,
  window: Interval,
  pairings: readonly PairingRecord[],
  report: (pairing: string, event: string | null, part: EventPart) => void,
): Promise<ReadonlyMap<string, FoundEvent> | MailboxGone> {
  const keys = new Map(pairings.map((pairing) => [eventKey(pairing), pairing.pairing]));
  const events = new Map<string, FoundEvent>();
  const odd = new Set<string>();
  const onTrouble = ({ key, id, part }: EventTrouble) => {
    const pairing = keys.get(key);
    if (pairing === undefined) return;
    odd.add(pairing);
    report(pairing, id, part);
  };
  const listed = await ports.meetings.seen(organiser, window, onTrouble);
  if (listed === 'mailbox-gone') return listed;
  for (const { key, event, answers } of listed) {
    const pairing = keys.get(key);
    if (pairing !== undefined) events.set(pairing, { event, answers });
  }
  const unseen = [...keys].filter(([, pairing]) => !events.has(pairing) && !odd.has(pairing));
  for (const some of inPartsOf(eventsInBatch, unseen)) {
    const elsewhere = await ports.meetings.find(
      organiser,
      some.map(([key]) => key),
      onTrouble,
    );
    if (elsewhere === 'mailbox-gone') return elsewhere;
    for (const [key, pairing] of some) {
      const event = elsewhere.get(key) ?? null;
      if (event !== null || !odd.has(pairing)) events.set(pairing, { event, answers: null });
    }
  }
  return events;
}

/** What a mailbox says of a pairing's event, once it is known who its attendees are. */
interface HeardEvent extends Pick<FoundEvent, 'event'> {
  /** Null: the answers were not read. */
  readonly heard: ReadonlyMap<PersonId, EventAnswer> | null;
  /** The text of all answers as they are recorded now; absent: none yet. */
  readonly answersRead: string | undefined;
}

/**
 * A booked pairing with what its mailbox says. It stays as it is while its event is gone: a repair decides what follows.
 * @param now epoch milliseconds
 */
function withFound(
  pairing: Booked,
  { event, heard, answersRead }: HeardEvent,
  now: number,
): Revision<Booked> {
  if (event === null) return { pairing, messages: [] };
  const isElsewhere = !isSameSlot(event.slot, pairing.event.slot);
  // Nearly all events are as they were at the last look.
  if (!isElsewhere && heard === null && event.joinUrl === pairing.event.joinUrl)
    return { pairing, messages: [] };
  const given = Object.fromEntries(
    [...(heard ?? [])].flatMap(([id, one]) =>
      one.answer === 'none' || isHandled(pairing, id, one) ? [] : [[id, one.answer]],
    ),
  );
  const seen: Booked = {
    ...pairing,
    event: {
      ...pairing.event,
      slot: event.slot,
      joinUrl: event.joinUrl,
      ...(answersRead !== undefined && { answersRead }),
    },
    ...((heard !== null || isElsewhere) && { answers: given }),
  };
  if (!isElsewhere || event.slot.start <= now) return { pairing: seen, messages: [] };
  const slots = slotsAfterMove(pairing, event.slot);
  return revise(pairing, { ...seen, slots }, { news: 'moved-by-hand', because: null }, now);
}
