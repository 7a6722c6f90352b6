import type { Ports } from '../ports/ports.ts';
import type { Versioned } from '../ports/storage.ts';
import { sendingOf } from '../records/mailbox.ts';
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
 */
export async function dueSends(
  ports: Pick<Ports, 'storage' | 'now'>,
  organiser: string,
): Promise<{ readonly changes: readonly DueSend[]; readonly created: readonly DueSend[] }> {
  const due: DueSend[] = [];
  for await (const { scheme, round } of openRounds(ports)) {
    for await (const record of ports.storage.pairings.toSend({ scheme: scheme.id, round, organiser })) {
      due.push({ scheme, record });
    }
  }
  const isNew = ({ record }: DueSend) => sendingOf(record.value) === 'new';
  return {
    changes: due.filter((one) => !isNew(one)).sort((a, b) => startOf(a) - startOf(b)),
    created: due.filter(isNew),
  };
}

/** The rounds of all schemes that are not closed. */
async function* openRounds(
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
