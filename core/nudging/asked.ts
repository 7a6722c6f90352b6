import type { Ports } from '../ports/ports.ts';
import type { OutboxRecord, Said } from '../records/outbox.ts';
import type { PairingRecord } from '../records/pairing.ts';
import type { PersonId } from '../records/person.ts';
import type { Revision } from '../records/repair.ts';
import type { Round } from '../records/round.ts';
import { leaveOut } from '../shared/leave-out.ts';
import type { DueNudge } from './decide-nudges.ts';

/** A pairing, and the question that is due about it. */
export interface Due {
  readonly pairing: PairingRecord;
  readonly nudge: DueNudge;
}

/** What the members of a pairing are asked, and when each of them at the earliest: epoch milliseconds. */
export interface Asked extends Due {
  readonly said: Said;
  readonly to: readonly { readonly person: PersonId; readonly at: number }[];
}

/**
 * Rewrites pairings, each with its new messages, as they are stored now. One that has another revision by now is left to the next
 * time, and so is one that somebody else writes meanwhile.
 * @param change gives null to write nothing
 * @returns the messages that were written
 */
export async function rewrite<D extends Due>(
  { storage }: Ports,
  { scheme, round }: Round,
  due: readonly D[],
  change: (one: D, pairing: PairingRecord) => Revision | null,
): Promise<OutboxRecord[]> {
  if (due.length === 0) return [];
  const keys = due.map(({ pairing: { pairing } }) => ({ scheme, round, pairing }));
  const byId = new Map(due.map((one) => [one.pairing.pairing, one]));
  const changes = (await storage.pairings.getMany(keys, leaveOut)).flatMap(({ value, version }) => {
    const one = byId.get(value.pairing);
    const wanted = value.revision === one?.pairing.revision ? change(one, value) : null;
    return wanted === null ? [] : [{ value: wanted.pairing, version, messages: wanted.messages }];
  });
  const versions = await storage.pairings.writeWith(changes);
  return changes.flatMap(({ messages }, i) => ((versions[i] ?? null) === null ? [] : messages));
}
