import type { Ports } from '../ports/ports.ts';
import type { Versioned } from '../ports/storage.ts';
import type { PairingRecord } from '../records/pairing.ts';
import type { Revision } from '../records/repair.ts';
import { leaveOut } from '../shared/leave-out.ts';

const attempts = 8;

/**
 * Reads a pairing, lets `decide` change it, and writes it together with the messages that this brings. When somebody else
 * wrote it meanwhile, it starts again.
 * @param decide gives null to write nothing. May be called several times.
 * @param known the pairing, where the caller has read it: it is read again only when somebody else wrote it since
 * @returns the stored pairing after the change; null when there is none, or it cannot be read
 * @throws when others changed the pairing eight times in a row
 */
export async function changePairing(
  { storage: { pairings } }: Pick<Ports, 'storage'>,
  { scheme, round, pairing }: Pick<PairingRecord, 'scheme' | 'round' | 'pairing'>,
  decide: (current: PairingRecord) => Revision | null,
  known?: Versioned<PairingRecord>,
): Promise<PairingRecord | null> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const isKnown = known !== undefined && attempt === 0;
    const current = isKnown ? known : await pairings.get({ scheme, round, pairing }, leaveOut);
    if (current === null) return null;
    const wanted = decide(current.value);
    if (wanted === null) return current.value;
    const { pairing: value, messages } = wanted;
    const [version] = await pairings.writeWith([{ value, version: current.version, messages }]);
    if (typeof version === 'string') return value;
  }
  throw new Error(`pairing ${pairing} of round ${round} was changed by others ${attempts} times in a row`);
}
