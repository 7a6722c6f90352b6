import type { DraftView } from '../api/draft.ts';
import { mayBePutIn, readEnrolled, whoIsIn } from '../pairing/who-is-in.ts';
import type { Ports } from '../ports/ports.ts';
import type { Draft } from '../records/plans/draft.ts';
import { isAway, type Participant } from '../records/participant.ts';
import { memberOf, type PersonId } from '../records/person.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import { findScheme } from '../schemes/find-scheme.ts';
import { releasesAt, roundTimes } from '../schemes/round-times.ts';
import { leaveOut } from '../shared/leave-out.ts';
import type { Slot } from '../time/slot.ts';
import { toIso } from '../time/instant.ts';
import { shownSlot, type SlotView } from '../words/pairing-view.ts';

/** The draft of a round that counts, and what it is a draft of. */
export interface Drafted {
  readonly scheme: Scheme;
  readonly round: Round;
  /** All rounds of the scheme. */
  readonly rounds: readonly Round[];
  readonly draft: Draft;
}

/** Reads the draft of a round that counts; null when there is none that can be read. */
export async function readDraft(
  ports: Pick<Ports, 'storage' | 'now'>,
  key: { readonly scheme: string; readonly round: string },
): Promise<Drafted | null> {
  const scheme = await findScheme(ports, key.scheme);
  if (scheme === null) return null;
  const rounds: Round[] = [];
  for await (const { value } of ports.storage.rounds.list({ scheme: scheme.id }, leaveOut))
    rounds.push(value);
  const round = rounds.find((one) => one.round === key.round);
  if (round === undefined) return null;
  const last = round.releasedDraft ?? (await ports.storage.drafts.numbers(round)).at(-1);
  const draft =
    last === undefined ? null : await ports.storage.drafts.get({ ...round, draft: last }, leaveOut);
  return draft && { scheme, round, rounds, draft };
}

/** Whether a draft changes no more: it is the plan, or is becoming it. `now`: epoch milliseconds. */
export function isReleased({ scheme, round }: Pick<Drafted, 'scheme' | 'round'>, now: number): boolean {
  const times = roundTimes(scheme, round.round);
  return round.stage !== 'calling' || round.releasedAt !== undefined || releasesAt(scheme, times) <= now;
}

/** A draft as coordinators see it. */
export async function viewDraft(ports: Pick<Ports, 'storage' | 'now'>, drafted: Drafted): Promise<DraftView> {
  const { scheme, round, draft } = drafted;
  const now = ports.now();
  const enrolled = await readEnrolled(ports, scheme);
  const participants = new Map(enrolled.readable.map(({ value }) => [value.person, value]));
  const isIn = new Set([
    ...(await whoIsIn(ports, { ...drafted, putIn: draft.putIn }, enrolled)).map(({ person }) => person),
    ...enrolled.unreadable,
  ]);
  const placed = new Set(peopleIn(draft));
  const outside = [...participants.values()].filter(
    (one) => !isIn.has(one.person) && !placed.has(one.person) && mayBePutIn(one, scheme, round, now),
  );
  const named = await namesOf(ports, [
    ...placed,
    ...outside.map(({ person }) => person),
    ...draft.forbidden.flat(),
    ...(draft.by === null ? [] : [draft.by]),
  ]);
  const locked = new Set(draft.locked.map((members) => members.join()));
  return {
    scheme: scheme.id,
    schemeName: scheme.name,
    zone: scheme.zone,
    round: round.round,
    number: round.number,
    version: `${draft.draft}`,
    madeAt: toIso(draft.madeAt),
    by: draft.by === null ? null : named(draft.by),
    change: draft.change,
    state: isReleased(drafted, now) ? 'released' : 'open',
    releasesAt: toIso(releasesAt(scheme, roundTimes(scheme, round.round))),
    waits: scheme.preview === 'waits',
    pairings: draft.pairings.map(({ id, members, lastMet, shared, newLink, minutes, slots, allPress }) => ({
      id,
      members: members.map(named),
      lastMet,
      lastMetOn: lastMet === null ? null : lastMeeting(members, participants),
      shared,
      newLink,
      minutes,
      slot: bestOf(slots),
      ...(allPress === true && { allPress }),
      locked: locked.has(members.join()),
    })),
    unplaced: draft.unplaced.map(({ id, reason }) => ({ ...named(id), reason })),
    outside: outside.map((one) => ({
      ...named(one.person),
      why: isAway(one, scheme.zone, round.weekStart) ? 'said-no' : 'not-asked',
    })),
    forbidden: draft.forbidden.map(([one, other]) => [named(one), named(other)]),
    cost: draft.cost,
    best: draft.best,
    isProved: draft.isProved,
    repeatsForced: draft.repeatsForced,
    news: {
      joined: [...isIn].filter((id) => !placed.has(id)).length,
      left: [...placed].filter((id) => !isIn.has(id) && !draft.leftOut.includes(id)).length,
    },
  };
}

/** Everybody of whom a draft says what becomes of them. */
export function peopleIn({ pairings, unplaced }: Pick<Draft, 'pairings' | 'unplaced'>): PersonId[] {
  return [...pairings.flatMap(({ members }) => members), ...unplaced.map(({ id }) => id)];
}

function bestOf([slot]: readonly Slot[]): SlotView {
  if (slot === undefined) throw new RangeError('a pairing of a draft has no slot');
  return shownSlot(slot);
}

/** The Monday of the last round in which two of these people met, where it is known. */
function lastMeeting(
  members: readonly PersonId[],
  participants: ReadonlyMap<PersonId, Participant>,
): string | null {
  const together = members
    .flatMap((id) => participants.get(id)?.meetings ?? [])
    .filter((meeting) => meeting.spent && meeting.with.some((id) => members.includes(id)));
  return together.reduce<{ number: number; round: string | null }>(
    (last, meeting) => (meeting.number > last.number ? meeting : last),
    { number: -1, round: null },
  ).round;
}

/** Gives people's names and departments; an id in place of a name that is not known. */
async function namesOf({ storage }: Pick<Ports, 'storage'>, ids: readonly PersonId[]) {
  const people = await storage.people.getMany([...new Set(ids)], leaveOut);
  return (id: PersonId) => {
    const record = people.get(id);
    return {
      id,
      name: memberOf(id, record, 'UTC').name || id,
      department: record?.work?.department ?? null,
    };
  };
}
