import type { DraftView } from '../api/draft.ts';
import { gatherRound } from '../pairing/gather-round.ts';
import { mayBePutIn, readEnrolled, whoIsIn } from '../pairing/who-is-in.ts';
import type { Ports } from '../ports/ports.ts';
import type { Draft, DraftChange } from '../records/plans/draft.ts';
import type { PersonId } from '../records/person.ts';
import { leaveOut } from '../shared/leave-out.ts';
import { minute } from '../time/interval.ts';
import { type Drafted, isReleased, peopleIn, readDraft, viewDraft } from './draft-view.ts';
import { editDraft, type Refusal } from './edit-draft.ts';
import { solveDraft } from './solve-draft.ts';

/** Calendars that were read longer ago are read again before people are solved afresh: milliseconds. */
const freshFor = 30 * minute;

/** What became of a change. `stale`: another draft came after the one that was seen. */
export type ChangedDraft =
  | { readonly kind: 'changed'; readonly draft: DraftView }
  | { readonly kind: 'refused'; readonly reason: Refusal }
  | { readonly kind: 'stale'; readonly version: string };

/**
 * Changes the draft of a round: the result is a draft of its own, and the last one counts. May be repeated with the same version.
 * @param by the coordinator
 * @param version the number of the draft as they saw it
 * @returns null when there is no draft
 * @throws a neighbour's failure
 */
export async function changeDraft(
  ports: Ports,
  by: PersonId,
  key: { readonly scheme: string; readonly round: string },
  version: string,
  change: DraftChange,
): Promise<ChangedDraft | null> {
  const found = await readDraft(ports, key);
  if (found === null) return null;
  const { draft } = found;
  const shown = async (): Promise<ChangedDraft> => ({
    kind: 'changed',
    draft: await viewDraft(ports, found),
  });
  if (isReleased(found, ports.now())) return { kind: 'refused', reason: 'released' };
  if (version !== `${draft.draft}`) {
    const isRepeat = version === `${draft.draft - 1}` && isBy(draft, by, change);
    return isRepeat ? shown() : { kind: 'stale', version: `${draft.draft}` };
  }
  const next = await changed(ports, found, by, change);
  if (next.kind === 'same') return shown();
  if (next.kind === 'refused') return next;
  const stored = await ports.storage.drafts.putFirst(next.draft);
  if (stored !== next.draft && !isBy(stored, by, change))
    return { kind: 'stale', version: `${stored.draft}` };
  // Somebody may have released the draft before meanwhile: then this one does not count.
  const after = await readDraft(ports, key);
  if (after === null) return null;
  if (after.draft.draft < stored.draft) return { kind: 'refused', reason: 'released' };
  return { kind: 'changed', draft: await viewDraft(ports, { ...after, draft: stored }) };
}

function isBy(draft: Draft, by: PersonId, change: DraftChange): boolean {
  return draft.by === by && JSON.stringify(draft.change) === JSON.stringify(change);
}

type Next =
  | { readonly kind: 'changed'; readonly draft: Draft }
  | { readonly kind: 'same' }
  | { readonly kind: 'refused'; readonly reason: Refusal };

async function changed(ports: Ports, found: Drafted, by: PersonId, change: DraftChange): Promise<Next> {
  const { scheme, draft } = found;
  const now = ports.now();
  const made = { draft: draft.draft + 1, madeAt: now, by, change };
  if (change.kind === 'back') {
    const earlier = await ports.storage.drafts.get({ ...draft, draft: change.to }, leaveOut);
    return earlier === null || change.to >= draft.draft
      ? { kind: 'refused', reason: 'not-in' }
      : { kind: 'changed', draft: { ...earlier, ...made } };
  }
  const editing = editDraft(draft, change, now);
  if (editing.kind !== 'edited') return editing;
  const { edited } = editing;

  const isAfresh = change.kind === 'best-again' || change.kind === 're-roll';
  const isOld = isAfresh && now - draft.readAt > freshFor;
  if (isOld) await ports.storage.availability.remove(draft);
  const enrolled = await readEnrolled(ports, scheme);
  const admission = { ...found, putIn: edited.putIn };
  const ids = new Set([...peopleIn(draft), ...edited.putIn.map(({ person }) => person)]);
  const people = isAfresh
    ? await whoIsIn(ports, admission, enrolled)
    : enrolled.readable.flatMap(({ value }) => (ids.has(value.person) ? [value] : []));
  if (change.kind === 'put-in' && !draft.leftOut.includes(change.person)) {
    const whom = people.find(({ person }) => person === change.person);
    if (whom === undefined || !mayBePutIn(whom, scheme, found.round, now))
      return { kind: 'refused', reason: 'not-in' };
  }
  const gathered = await gatherRound(ports, admission, people, enrolled.unreadable);
  const next = solveDraft(gathered, edited, { ...made, readAt: isOld ? now : draft.readAt });
  return next === null ? { kind: 'refused', reason: 'no-common-slot' } : { kind: 'changed', draft: next };
}
