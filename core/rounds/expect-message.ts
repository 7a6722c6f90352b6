import type { Ports } from '../ports/ports.ts';
import { type Round, soonerOf } from '../records/round.ts';
import { change } from '../shared/change.ts';

/**
 * Has a tick send a message of a round that waits for its time.
 * @param at epoch milliseconds
 */
export async function expectMessage(
  { storage }: Pick<Ports, 'storage'>,
  key: { readonly scheme: string; readonly round: string },
  at: number,
): Promise<void> {
  await change(storage.rounds, key, (current): Round | null => {
    if (current === null) return null;
    const nextMessageAt = soonerOf(at, current.nextMessageAt);
    return nextMessageAt === current.nextMessageAt ? null : { ...current, nextMessageAt };
  });
}
