import type { PairingRecord } from './pairing.ts';

/** What is to be sent for a pairing: its event is `new`, or an event that may be there is to `change`: to move or go. */
export type Sending = 'new' | 'change';

/** What is to be sent for a pairing; null when its calendar is as its record says. */
export function sendingOf({ state, event }: PairingRecord): Sending | null {
  if (state === 'planned') return event.kind === 'made' ? 'change' : 'new';
  return state === 'booked' || event.kind === 'none' ? null : 'change';
}

/** Whether nothing is to be sent for a pairing. */
export function isSettled(pairing: PairingRecord): boolean {
  return sendingOf(pairing) === null;
}
