import { freshPairing } from '../../core/pairing/fresh-pairing.ts';
import type { PairingRecord } from '../../core/records/pairing.ts';
import { defaultScheme } from '../../core/records/scheme.ts';
import { december } from './test-product.ts';

const scheme = defaultScheme('2026-12-01T08:00:00.000Z');
/** The one slot of each of these pairings. */
export const slot = { start: '2026-12-15T10:00:00.000Z', end: '2026-12-15T10:30:00.000Z' };
/** The organisers of these pairings. */
export const one = 'one@contoso.example';
const two = 'two@contoso.example';

const idOf = (n: number) => `p${String(n).padStart(5, '0')}`;
/** The ids of the pairings from the n-th to another one. */
export const ids = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => idOf(from + i));

/** The n-th pairing of a round, dealt to two organisers by the handful; planned unless told otherwise. */
export function pairing(n: number, more: Partial<PairingRecord> = {}): PairingRecord {
  const member = (name: string) => ({
    id: `${name}${n}`,
    name,
    mail: `${name}${n}@contoso.example`,
    zone: 'UTC',
    language: 'en',
  });
  const planned = {
    id: idOf(n),
    members: [member('ann'), member('ben')],
    minutes: 30,
    slots: [slot],
    lastMet: null,
    closeness: 0,
  };
  const organiser = Math.floor((n - 1) / 20) % 2 === 0 ? one : two;
  return {
    ...freshPairing(scheme, december.round, planned, organiser, 'booked'),
    ...more,
  };
}
