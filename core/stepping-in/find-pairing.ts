import type { Ports } from '../ports/ports.ts';
import { leaveOut } from '../shared/leave-out.ts';
import type { CurrentPairing } from '../rounds/current-pairings.ts';

/** A pairing of a round, with its round and scheme. */
export type FoundPairing = Pick<CurrentPairing, 'scheme' | 'round' | 'pairing'>;

/** Reads a pairing that a coordinator names; null when there is none, or it cannot be read. */
export async function findPairing(
  { storage }: Pick<Ports, 'storage'>,
  key: { readonly scheme: string; readonly round: string; readonly pairing: string },
): Promise<FoundPairing | null> {
  const [scheme, round, pairing] = await Promise.all([
    storage.schemes.get(key.scheme),
    storage.rounds.get(key, leaveOut),
    storage.pairings.get(key, leaveOut),
  ]);
  if (scheme === null || round === null || pairing === null) return null;
  return { scheme: scheme.value, round: round.value, pairing: pairing.value };
}
