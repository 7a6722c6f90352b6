import type { PairingRecord } from '../../core/records/pairing.ts';
import { pairing as pairingOf } from './records.ts';

/** The organisers of these pairings. */
export const one = 'one@contoso.example';
const two = 'two@contoso.example';

const idOf = (n: number) => `p${String(n).padStart(5, '0')}`;
/** The ids of the pairings from one number to another. */
export const ids = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => idOf(from + i));

/** The n-th pairing of a round, whose handfuls are dealt to two organisers; planned by default. */
export function pairing(n: number, more: Partial<PairingRecord> = {}): PairingRecord {
  const organiser = Math.floor((n - 1) / 20) % 2 === 0 ? one : two;
  return pairingOf(idOf(n), [`ann${n}`, `ben${n}`], { organiser, ...more });
}
