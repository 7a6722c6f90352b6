import type { Ports } from '../ports/ports.ts';
import { longestTakeaway } from '../records/limits/most-written.ts';
import { oneLine } from '../records/limits/one-line.ts';
import type { PersonId } from '../records/person.ts';
import type { Feedback, Note, Placement } from '../records/placement.ts';
import { change } from '../shared/change.ts';
import type { MeetingRefused } from './find-meeting.ts';

export type FeedbackResult = { readonly kind: 'kept'; readonly feedback: Feedback } | MeetingRefused;

/**
 * Keeps how somebody found their meeting of a round, in place of what they said before.
 * Refused: `not-yours` when they have no pairing in it.
 */
export async function giveFeedback(
  ports: Ports,
  person: PersonId,
  {
    scheme,
    round,
    feedback,
  }: { readonly scheme: string; readonly round: string; readonly feedback: Feedback },
): Promise<FeedbackResult> {
  const stored = await keepWritten(ports, { scheme, round, person }, { feedback });
  if (!stored?.pairing) return { kind: 'refused', reason: 'not-yours', pairing: null };
  return { kind: 'kept', feedback };
}

/** What a member wrote of a meeting. */
interface Written {
  /** Null: nothing. */
  readonly feedback?: Feedback | null;
  readonly note?: Note;
}

/** Feedback with what somebody wrote in it as it is kept. */
export function tidyFeedback({ face, takeaway = '', shared }: Feedback): Feedback {
  const line = oneLine(takeaway, longestTakeaway);
  return { ...(face !== undefined && { face }), ...(line !== null && { takeaway: line }), shared };
}

/**
 * Keeps what somebody wrote of their meeting of a round. What is left out stays as it is.
 * @param mayReplace whether what is stored may be replaced; by default it may
 * @returns their placement as it is stored now; null when they have none
 */
export function keepWritten(
  ports: Pick<Ports, 'storage'>,
  key: { readonly scheme: string; readonly round: string; readonly person: PersonId },
  wanted: Written,
  mayReplace: (stored: Placement) => boolean = () => true,
): Promise<Placement | null> {
  return change(ports.storage.placements, key, (current): Placement | null => {
    if (!current?.pairing || !mayReplace(current)) return null;
    const { feedback: before = null, note: noteBefore, ...rest } = current;
    const { feedback = before, note = noteBefore } = wanted;
    const hasNote = note !== undefined && note.before + note.after !== '';
    return { ...rest, ...(feedback !== null && { feedback }), ...(hasNote && { note }) };
  });
}
