import type { Ports } from '../../ports/ports.ts';
import { withdrawalAt } from '../../rounds/participation.ts';
import type { Participant } from '../../rounds/records.ts';
import { change } from '../change.ts';
import type { Caller, LeaveResult } from '../conversation.ts';
import { lookAfterPairingsOf } from '../rounds/look-after-person.ts';
import { findScheme, schemeView } from '../schemes.ts';

/**
 * Takes the caller out of a scheme. A meeting that is ahead of them is called off kindly, and whoever it was with looked
 * after. What they met stays known, so a return repeats nobody.
 */
export async function leave(ports: Ports, caller: Caller, schemeId: string | null): Promise<LeaveResult> {
  const scheme = await findScheme(ports, schemeId);
  if (scheme === null) return { kind: 'refused', reason: 'unknown-scheme' };
  let kind: 'left' | 'not-in' = 'not-in';
  await change(
    ports.storage.participants,
    { scheme: scheme.id, person: caller.id },
    (current): Participant | null => {
      kind = current?.status === 'active' || current?.status === 'paused' ? 'left' : 'not-in';
      if (kind === 'not-in' || current === null) return null;
      const withdrewAt = withdrawalAt(current, scheme.zone, ports.now());
      return { ...current, status: 'left', pausedUntil: null, withdrewAt };
    },
  );
  await lookAfterPairingsOf(ports, caller.id);
  ports.log('leave', { scheme: scheme.id, person: caller.id, outcome: kind });
  return { kind, scheme: schemeView(scheme, ports.now()) };
}
