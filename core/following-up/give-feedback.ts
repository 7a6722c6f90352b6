import type { Ports } from '../ports/ports.ts';
import type { PersonId } from '../records/person.ts';
import type { Feedback, Placement } from '../records/placement.ts';
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
  const stored = await change(
    ports.storage.placements,
    { scheme, round, person },
    (current): Placement | null => (current?.pairing ? { ...current, feedback } : null),
  );
  if (!stored?.pairing) return { kind: 'refused', reason: 'not-yours', pairing: null };
  return { kind: 'kept', feedback };
}
