import type { Nudge, PairingRecord } from './pairing.ts';
import type { PersonId } from './person.ts';
import type { Placement } from './placement.ts';
import type { Report } from './report.ts';

type InRound = Pick<Placement, 'scheme' | 'round'>;

/** The key of a pairing's event. The event carries it, so that a repeat finds the event instead of making another. */
export function eventKey({
  scheme,
  round,
  pairing,
  generation,
}: Pick<PairingRecord, 'scheme' | 'round' | 'pairing' | 'generation'>): string {
  return `${scheme}:${round}:${pairing}${generation === 0 ? '' : `:${generation}`}`;
}

/** The key of the message that tells a member about a revision of their pairing. */
export function pairingMessageKey(
  { scheme, round, pairing, revision }: Pick<PairingRecord, 'scheme' | 'round' | 'pairing' | 'revision'>,
  person: PersonId,
): string {
  return `pairing:${scheme}:${round}:${pairing}:${revision}:${person}`;
}

/** The person to whom the message with a key goes. */
export function readerOf(key: string): PersonId {
  return key.slice(key.lastIndexOf(':') + 1);
}

/** The key of the message that tells somebody why they have no meeting. */
export function unplacedMessageKey({
  scheme,
  round,
  person,
  repair,
}: Pick<Placement, 'scheme' | 'round' | 'person' | 'repair'>): string {
  return `pairing:${scheme}:${round}:none:${repair}:${person}`;
}

/** The key of the message that asks or tells somebody before a round whether they take part. */
export function callKey({ scheme, round }: InRound, person: PersonId): string {
  return `call:${scheme}:${round}:${person}`;
}

/** The key of the message that asks somebody silent before a round whether they take part, or says that they were stepped out. */
export function stillKey({ scheme, round }: InRound, asks: boolean, person: PersonId): string {
  return `still:${scheme}:${round}:${asks ? 'asked' : 'out'}:${person}`;
}

/** The key of the message that tells somebody that their break ends. `until`: ISO date of the first day back. */
export function backKey(scheme: string, until: string, person: PersonId): string {
  return `back:${scheme}:${until}:${person}`;
}

/** The key of a question about a pairing's meeting. */
export function nudgeKey(
  nudge: Nudge,
  { scheme, round, pairing }: Pick<PairingRecord, 'scheme' | 'round' | 'pairing'>,
  { start, person }: { readonly start: number; readonly person: PersonId },
): string {
  return `${nudge}:${scheme}:${round}:${pairing}:${start}:${person}`;
}

/** The key of a coordinator's reminder. `at`: when she asked for it, epoch milliseconds. */
export function remindKey(
  { scheme, round, pairing }: Pick<PairingRecord, 'scheme' | 'round' | 'pairing'>,
  at: number,
  person: PersonId,
): string {
  return `remind:${scheme}:${round}:${pairing}:${at}:${person}`;
}

/** The key of what a coordinator is told of a round. A reason is told once a round, and once for each queue. */
export function coordinatorMessageKey(
  { scheme, round }: { readonly scheme: string; readonly round: string },
  report: Report,
  person: PersonId,
): string {
  const why = report.about === 'needs-a-hand' ? [report.reason, report.queue].filter(Boolean) : [];
  return ['coordinator', scheme, round, report.about, ...why, person].join(':');
}
