import type { Ports } from '../ports/ports.ts';
import type { Versioned } from '../ports/storage.ts';
import { eventOf, type PairingRecord, slotOf } from '../records/pairing.ts';
import type { Scheme } from '../records/scheme.ts';
import { allSchemes } from '../schemes/find-scheme.ts';

/** A pairing for which something is to be sent. */
export interface DueSend {
  readonly scheme: Scheme;
  readonly record: Versioned<PairingRecord>;
}

/**
 * What a mailbox has to send in all open rounds: first the events to move and to cancel, the soonest start first, then the
 * new ones.
 * @param most how many to give at most
 */
export async function dueSends(
  ports: Pick<Ports, 'storage' | 'now'>,
  organiser: string,
  most: number,
): Promise<DueSend[]> {
  const changes: DueSend[] = [];
  const created: DueSend[] = [];
  for await (const { scheme, round } of openRounds(ports)) {
    const of = { scheme: scheme.id, round, organiser };
    for await (const record of ports.storage.pairings.toSend({ ...of, sending: 'change' })) {
      changes.push({ scheme, record });
    }
    if (created.length >= most) continue;
    for await (const record of ports.storage.pairings.toSend({ ...of, sending: 'new' })) {
      created.push({ scheme, record });
      if (created.length >= most) break;
    }
  }
  changes.sort((a, b) => startOf(a) - startOf(b));
  return [...changes, ...created].slice(0, most);
}

/** The rounds of all schemes that are not closed. */
export async function* openRounds(
  ports: Pick<Ports, 'storage' | 'now'>,
): AsyncIterable<{ readonly scheme: Scheme; readonly round: string }> {
  for (const scheme of await allSchemes(ports)) {
    for await (const { value } of ports.storage.rounds.list({ scheme: scheme.id })) {
      if (value.stage !== 'closed') yield { scheme, round: value.round };
    }
  }
}

/** When people would be at the wrong time: the earlier start of the event and of the slot that it is to have. */
function startOf({ record: { value } }: DueSend): number {
  const starts = [eventOf(value)?.slot.start, slotOf(value)?.start];
  return Math.min(...starts.filter((start) => start !== undefined));
}
