import type { PairingIn } from '../../core/records/pairing.ts';
import { pairing as pairingOf } from './records.ts';

/** The organisers of these pairings. */
export const one = 'one@contoso.example';
export const two = 'two@contoso.example';

const idOf = (n: number) => `p${String(n).padStart(5, '0')}`;
/** The n-th pairing of a round, twenty for each of two organisers in turn; planned by default. */
export function pairing(n: number, more: Partial<PairingIn<'planned'>> = {}): PairingIn<'planned'> {
  const organiser = Math.floor((n - 1) / 20) % 2 === 0 ? one : two;
  return pairingOf(idOf(n), [`ann${n}`, `ben${n}`], { organiser, ...more });
}
