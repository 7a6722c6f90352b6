import type { Ports } from '../ports/ports.ts';
import type { Versioned } from '../ports/storage.ts';
import type { OutboxRecord } from '../records/outbox.ts';
import type { ToTell } from './messages-of.ts';

/** A message that this worker is to send. */
export interface Claim extends ToTell {
  /** Whether an earlier attempt to send it was interrupted: it may have arrived. */
  readonly interrupted: boolean;
}

export interface Claims {
  readonly mine: readonly Claim[];
  /** Messages that another worker claimed less than a lease ago. */
  readonly busy: readonly ToTell[];
}

/** Whether another worker may be sending a message at this moment. */
export function isBeingSent(
  { state, at }: OutboxRecord,
  { now, lease }: Pick<Ports, 'now' | 'lease'>,
): boolean {
  return state === 'sending' && now() - at < lease;
}

/** Records that this worker is about to send these messages. */
export async function claimMessages(ports: Ports, messages: readonly ToTell[]): Promise<Claims> {
  const now = ports.now();
  const free = messages.filter(({ record }) => !isBeingSent(record.value, ports));
  const wanted = free.map(({ record: { value, version } }): Versioned<OutboxRecord> => ({
    value: { ...value, state: 'sending', at: now },
    version,
  }));
  const versions = await ports.storage.outbox.write(wanted);
  const mine = free.flatMap((message, i): Claim[] => {
    const version = versions[i] ?? null;
    const value = wanted[i]?.value;
    if (version === null || value === undefined) return [];
    return [{ ...message, record: { value, version }, interrupted: message.record.value.state !== 'unsent' }];
  });
  const claimed = new Set(mine.map(({ record }) => record.value.key));
  return { mine, busy: messages.filter(({ record }) => !claimed.has(record.value.key)) };
}
