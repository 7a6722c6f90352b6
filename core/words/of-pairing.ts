// What follows from a pairing as a member sees it. The tab loads this file, so nothing in it needs a schema.
import { minute } from '../time/interval.ts';
import type { MemberView, PairingView } from './pairing-view.ts';

/** What is shown of a member beside the name, as far as it is known. */
export function detailsOf({ role, department, office }: MemberView): string[] {
  return [role, department, office].filter((detail) => detail !== undefined);
}

/** How long before a meeting people may join it: milliseconds. */
const joinBefore = 10 * minute;

/** Whether a meeting is ahead, is on or about to begin, or is over, when the pairing was read. Without a time it is ahead. */
export function phaseOf({ slot, seenAt }: Pick<PairingView, 'slot' | 'seenAt'>): 'ahead' | 'near' | 'over' {
  if (slot === null) return 'ahead';
  const now = Date.parse(seenAt);
  if (now >= Date.parse(slot.end)) return 'over';
  return now >= Date.parse(slot.start) - joinBefore ? 'near' : 'ahead';
}
