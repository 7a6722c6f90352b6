import assert from 'node:assert/strict';
import type { Storage } from '../../core/ports/storage.ts';
import type { PairingRecord } from '../../core/records/pairing.ts';
import type { ServedGraph } from './emulated-graph.ts';

/**
 * Holds whatever happened, once all work is done. No person is in two pairings of a round that have not ended. Every event
 * that such a pairing knows is in an organiser's calendar, and no other event is there.
 * @param where named when it does not hold
 */
export async function assertNobodyTwice(
  storage: Pick<Storage, 'schemes' | 'rounds' | 'pairings'>,
  graph: ServedGraph,
  where = '',
): Promise<void> {
  const known = new Map<string, string>();
  for await (const { value: scheme } of storage.schemes.list(null)) {
    for await (const { value: round } of storage.rounds.list({ scheme: scheme.id })) {
      const seats = new Map<string, string>();
      for await (const { value: pairing } of storage.pairings.list(round)) {
        if (hasEnded(pairing)) continue;
        if (pairing.event.kind === 'made') known.set(pairing.event.id, pairing.pairing);
        for (const id of pairing.members) {
          const other = seats.get(id);
          assert.equal(other, undefined, `${id} is in ${other ?? ''} and in ${pairing.pairing}. ${where}`);
          seats.set(id, pairing.pairing);
        }
      }
    }
  }
  const events = new Set((await graph.events()).map(({ id }) => id));
  for (const id of events) assert.ok(known.has(id), `no pairing knows the event ${id}. ${where}`);
  for (const [id, pairing] of known) assert.ok(events.has(id), `the event of ${pairing} is gone. ${where}`);
}

function hasEnded({ state }: PairingRecord): boolean {
  return state === 'cancelled' || state === 'failed';
}
