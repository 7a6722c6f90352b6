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
import type { Interval } from '../time/interval.ts';
import { isHandled } from './cases/answers.ts';
import { slotsWith } from './cases/free-slots.ts';
import { revised } from './cases/situation.ts';

/** What the organisers' calendars say of the booked pairings of a round. */
export type AnswersRead =
  | {
      readonly kind: 'read';
      /** All pairings, as their records stand now. */
      readonly pairings: readonly PairingRecord[];
      /** What members answered to the events that stand, by pairing and person. */
      readonly heard: ReadonlyMap<string, ReadonlyMap<PersonId, EventAnswer>>;
    }
  /** Others are at work in a mailbox: come back then (epoch milliseconds). */
  | { readonly kind: 'wait'; readonly until: number };

/** So long before or after its week an event is looked for with the others of its round: four weeks, in milliseconds. */
const furthest = 28 * 24 * 60 * 60_000;

/** Most records that one transaction takes. */
const writtenTogether = 100;

/**
 * Reads the answers to invitations of a round, one pass a mailbox, and records what is new: answers, another time or
 * a Teams link that somebody gave the event, an event that is gone. An answer that was dealt with already counts as none.
 * Another time still to come is the pairing's next revision: its members are to be told.
 * @param window where the pass looks for their events, and around where each was seen last; those that were moved elsewhere
 *   are found one by one, and their answers are read next time
 */
export async function readAnswers(
  ports: Ports,
  round: Round,
  found: readonly Versioned<PairingRecord>[],
  window: Interval,
): Promise<AnswersRead> {
  // 1. One pass a mailbox; what is not seen in it is looked for by its key.
  const booked = found.filter(({ value }) => value.state === 'booked' && value.event !== null);
  const byOrganiser = Map.groupBy(booked, ({ value }) => value.organiser);
  const passes = await concurrently([...byOrganiser], ([organiser, theirs]) =>
    withMailbox(
      ports,
      organiser,
      { key: `${round.scheme}:${round.round}:answers`, invitations: 0, recipients: 0 },
      () =>
        look(
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
  const looks = new Map(passes.flatMap((pass) => (pass.kind === 'done' ? [...pass.result] : [])));

  // 2. Record what is new. Whoever changed a record meanwhile wins; the next look finds what it says then.
  const seen = booked.map(({ value, version }) => {
    const look = looks.get(value.pairing) ?? { event: null, answers: null };
    return { before: value, version, after: asSeen(value, look, ports.now()), look };
  });
  const news = seen.filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
  const now = new Map<string, PairingRecord>();
  for (let i = 0; i < news.length; i += writtenTogether) {
    const some = news.slice(i, i + writtenTogether);
    const versions = await ports.storage.pairings.write(
      some.map(({ after, version }) => ({ value: after, version })),
    );
    for (const [j, { after }] of some.entries()) if (versions[j]) now.set(after.pairing, after);
  }
  ports.log('answers read', { scheme: round.scheme, round: round.round, changed: news.length });

  return {
    kind: 'read',
    pairings: found.map(({ value }) => now.get(value.pairing) ?? value),
    heard: new Map(seen.map(({ before, look }) => [before.pairing, answersOf(before, look)])),
  };
}

/** An event as it stands, null: there is none; and its answers by mail address, null: they were not read. */
interface Look {
  readonly event: BookedEvent | null;
  readonly answers: SeenEvent['answers'] | null;
}

/** A window that holds the events, too, which stand not far from it. */
function widened(window: Interval, pairings: readonly Versioned<PairingRecord>[]): Interval {
  let { start, end } = window;
  for (const { value } of pairings) {
    if (value.event === null) continue;
    const [from, to] = [Date.parse(value.event.slot.start), Date.parse(value.event.slot.end)];
    if (from < window.start - furthest || to > window.end + furthest) continue;
    start = Math.min(start, from);
    end = Math.max(end, to);
  }
  return { start, end };
}

/** By pairing. */
async function look(
  ports: Ports,
  organiser: string,
  window: Interval,
  pairings: readonly PairingRecord[],
): Promise<ReadonlyMap<string, Look>> {
  const keys = new Map(pairings.map((pairing) => [eventKey(pairing), pairing.pairing]));
  const looks = new Map<string, Look>();
  for await (const { key, event, answers } of ports.meetings.seen(organiser, window)) {
    const pairing = keys.get(key);
    if (pairing !== undefined) looks.set(pairing, { event, answers });
  }
  const unseen = [...keys].filter(([, pairing]) => !looks.has(pairing));
  for (let i = 0; i < unseen.length; i += bookedTogether) {
    const some = unseen.slice(i, i + bookedTogether);
    const elsewhere = await ports.meetings.find(
      organiser,
      some.map(([key]) => key),
    );
    for (const [key, pairing] of some) {
      looks.set(pairing, { event: elsewhere.get(key) ?? null, answers: null });
    }
  }
  return looks;
}

/** Without its event, a booked pairing has none to answer: the next event has a key of its own. */
function asSeen(pairing: PairingRecord, { event, answers }: Look, at: number): PairingRecord {
  if (event === null || pairing.event === null) {
    return { ...pairing, event: null, generation: pairing.generation + 1, answers: {} };
  }
  const given = answersOf(pairing, { event, answers });
  const isElsewhere = !isSameSlot(event.slot, pairing.event.slot);
  const isMoved = isElsewhere && Date.parse(event.slot.start) > at;
  const slots = slotsWith(pairing, event.slot);
  return {
    ...(isMoved ? revised(pairing, 'moved-by-hand', null, { slots }) : pairing),
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

function answersOf(pairing: PairingRecord, { answers }: Look): Map<PersonId, EventAnswer> {
  if (answers === null) return new Map();
  return new Map(
    pairing.members.flatMap(({ id, mail }) => {
      const answer = answers.get(mail.toLowerCase());
      return answer === undefined ? [] : [[id, answer] as const];
    }),
  );
}
