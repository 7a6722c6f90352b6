import { withMailbox } from '../mailbox/with-mailbox.ts';
import type { SeenEvent } from '../ports/meetings.ts';
import type { Ports } from '../ports/ports.ts';
import type { Versioned } from '../ports/storage.ts';
import type { BookedEvent, EventAnswer } from '../records/event.ts';
import { eventKey } from '../records/keys.ts';
import type { PairingRecord } from '../records/pairing.ts';
import type { PersonId } from '../records/person.ts';
import type { Round } from '../records/round.ts';
import { isSameSlot } from '../records/slot.ts';
import { bookedTogether } from '../records/work.ts';
import { concurrently } from '../shared/concurrently.ts';
import { inPartsOf } from '../shared/in-parts.ts';
import type { Interval } from '../time/interval.ts';
import { slotsAfterMove } from './situation/free-slots.ts';
import { isHandled } from './situation/open-answers.ts';
import { revise } from './situation/revise.ts';

/** What the organisers' calendars say of the booked pairings of a round. */
export type AnswersRead =
  | {
      readonly kind: 'read';
      /** The pairings that were asked for, as they are now recorded. */
      readonly pairings: readonly PairingRecord[];
      /** What members answered to the current events, by pairing and person. */
      readonly heard: ReadonlyMap<string, ReadonlyMap<PersonId, EventAnswer>>;
    }
  /** Another worker holds a mailbox: try again at this time (epoch milliseconds). */
  | { readonly kind: 'wait'; readonly until: number };

/**
 * An event further than this from the window is found by its key instead: four weeks, in milliseconds. Graph refuses to list
 * several years, and a person can move an event anywhere.
 */
const furthest = 28 * 24 * 60 * 60_000;

/** How many records one transaction of the table storage takes. */
const writtenTogether = 100;

/**
 * Reads the answers to a round's invitations, with one calendar listing a mailbox, and records what is new: answers, a
 * new time or Teams link of an event, an event that is gone. An answer that a revision has dealt with counts as none. An
 * event that was moved to a time still to come becomes the pairing's next revision, so that its members are told.
 * @param found pairings with their versions; those that are not booked are given back unread
 * @param window epoch milliseconds: the part of the calendar that is listed, widened to the last known slot of each event.
 *   Events outside it are found by their key, and their answers are read next time.
 */
export async function readAnswers(
  ports: Ports,
  round: Round,
  found: readonly Versioned<PairingRecord>[],
  window: Interval,
): Promise<AnswersRead> {
  // 1. Read each mailbox.
  const booked = found.filter(({ value }) => value.state === 'booked' && value.event !== null);
  const byOrganiser = Map.groupBy(booked, ({ value }) => value.organiser);
  const passes = await concurrently([...byOrganiser], ([organiser, theirs]) =>
    withMailbox(
      ports,
      organiser,
      { key: `${round.scheme}:${round.round}:answers`, invitations: 0, recipients: 0 },
      () =>
        readMailbox(
          ports,
          organiser,
          widened(window, theirs),
          theirs.map(({ value }) => value),
        ),
    ),
  );
  const waits = passes.flatMap((pass) => (pass.kind === 'done' ? [] : [pass.until]));
  if (waits.length > 0) {
    const until = Math.max(...waits);
    ports.log('waiting for the mailbox', {
      scheme: round.scheme,
      round: round.round,
      mailboxes: waits.length,
      seconds: Math.ceil((until - ports.now()) / 1000),
    });
    return { kind: 'wait', until };
  }
  const events = new Map(passes.flatMap((pass) => (pass.kind === 'done' ? [...pass.result] : [])));

  // 2. Record what is new. A record that somebody else changed meanwhile is left for the next look.
  const seen = booked.map(({ value, version }) => {
    const found = events.get(value.pairing) ?? { event: null, answers: null };
    return { before: value, version, after: withFound(value, found, ports.now()), found };
  });
  const news = seen.filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
  const written = new Map<string, PairingRecord>();
  for (const some of inPartsOf(writtenTogether, news)) {
    const versions = await ports.storage.pairings.write(
      some.map(({ after, version }) => ({ value: after, version })),
    );
    for (const [j, { after }] of some.entries()) if (versions[j]) written.set(after.pairing, after);
  }
  ports.log('answers read', { scheme: round.scheme, round: round.round, changed: news.length });

  return {
    kind: 'read',
    pairings: found.map(({ value }) => written.get(value.pairing) ?? value),
    heard: new Map(seen.map((one) => [one.before.pairing, answersOf(one.before, one.found)])),
  };
}

/** What a mailbox says of a pairing's event. */
interface FoundEvent {
  /** Null: the mailbox has no such event. */
  readonly event: BookedEvent | null;
  /** By mail address; null: they were not read. */
  readonly answers: SeenEvent['answers'] | null;
}

/** The window, widened to the last known slots of events that are within four weeks of it. */
function widened(window: Interval, pairings: readonly Versioned<PairingRecord>[]): Interval {
  let { start, end } = window;
  for (const { value } of pairings) {
    if (value.event === null) continue;
    const { start: from, end: to } = value.event.slot;
    if (from < window.start - furthest || to > window.end + furthest) continue;
    start = Math.min(start, from);
    end = Math.max(end, to);
  }
  return { start, end };
}

/** Lists a mailbox's calendar, and looks for events outside the window by their key. By pairing. */
async function readMailbox(
  ports: Ports,
  organiser: string,
  window: Interval,
  pairings: readonly PairingRecord[],
): Promise<ReadonlyMap<string, FoundEvent>> {
  const keys = new Map(pairings.map((pairing) => [eventKey(pairing), pairing.pairing]));
  const events = new Map<string, FoundEvent>();
  for await (const { key, event, answers } of ports.meetings.seen(organiser, window)) {
    const pairing = keys.get(key);
    if (pairing !== undefined) events.set(pairing, { event, answers });
  }
  const unseen = [...keys].filter(([, pairing]) => !events.has(pairing));
  for (const some of inPartsOf(bookedTogether, unseen)) {
    const elsewhere = await ports.meetings.find(
      organiser,
      some.map(([key]) => key),
    );
    for (const [key, pairing] of some) {
      events.set(pairing, { event: elsewhere.get(key) ?? null, answers: null });
    }
  }
  return events;
}

/**
 * A booked pairing's record with what its mailbox says. When the event is gone, the answers go with it and `generation`
 * grows: the next event gets a new key.
 * @param now epoch milliseconds
 */
function withFound(pairing: PairingRecord, { event, answers }: FoundEvent, now: number): PairingRecord {
  if (event === null || pairing.event === null) {
    return { ...pairing, event: null, generation: pairing.generation + 1, answers: {} };
  }
  const given = answersOf(pairing, { event, answers });
  const isElsewhere = !isSameSlot(event.slot, pairing.event.slot);
  const isMoved = isElsewhere && event.slot.start > now;
  const slots = slotsAfterMove(pairing, event.slot);
  return {
    ...(isMoved ? revise(pairing, 'moved-by-hand', null, { slots }) : pairing),
    slot: event.slot,
    event: { ...pairing.event, slot: event.slot, joinUrl: event.joinUrl },
    ...((answers !== null || isElsewhere) && {
      answers: Object.fromEntries(
        [...given].flatMap(([id, one]) =>
          one.answer === 'none' || isHandled(pairing, id, one) ? [] : [[id, one.answer]],
        ),
      ),
    }),
  };
}

function answersOf(pairing: PairingRecord, { answers }: FoundEvent): Map<PersonId, EventAnswer> {
  if (answers === null) return new Map();
  return new Map(
    pairing.members.flatMap(({ id, mail }) => {
      const answer = answers.get(mail.toLowerCase());
      return answer === undefined ? [] : [[id, answer] as const];
    }),
  );
}
