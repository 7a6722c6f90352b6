import type { Ports } from '../ports/ports.ts';
import { type Participant, withdrawalAt } from '../records/participant.ts';
import { askToLookAfterRoundsOf } from '../rounds/ask-to-look-after.ts';
import { findScheme } from '../schemes/find-scheme.ts';
import { change } from '../shared/change.ts';
import type { Caller } from './caller.ts';
import { isRepeated, noted } from './repeated.ts';
import { type Standing, standingIn } from './standing.ts';

/**
 * Takes the caller out of a scheme. Their meeting ahead is cancelled, and their partners are looked after. Their history is
 * kept, so that they do not meet the same people again when they return.
 * An activity that Teams sends again after the caller came back changes nothing.
 * @param schemeId null: the only scheme
 */
export async function leave(ports: Ports, caller: Caller, schemeId: string | null): Promise<LeaveResult> {
  const scheme = await findScheme(ports, schemeId);
  if (scheme === null) return { kind: 'refused', reason: 'unknown-scheme' };
  let kind: Exclude<LeaveResult['kind'], 'refused'> = 'not-in';
  const enrolment = await change(
    ports.storage.participants,
    { scheme: scheme.id, person: caller.id },
    (current): Participant | null => {
      if (isRepeated(current, 'leave', caller)) {
        kind = current?.status === 'left' ? 'left' : 'unchanged';
        return null;
      }
      kind = current?.status === 'active' || current?.status === 'paused' ? 'left' : 'not-in';
      if (kind === 'not-in' || current === null) return null;
      const withdrewAt = withdrawalAt(current, scheme.zone, ports.now());
      return noted({ ...current, status: 'left', pausedUntil: null, withdrewAt }, 'leave', caller);
    },
  );
  await askToLookAfterRoundsOf(ports, [caller.id], [scheme]);
  ports.log('leave', { scheme: scheme.id, person: caller.id, outcome: kind });
  return { kind, standing: standingIn(scheme, enrolment, caller, ports.now()) };
}

export type LeaveResult =
  /** `unchanged`: the activity was carried out before, and the caller has come back since. */
  | { readonly kind: 'left' | 'not-in' | 'unchanged'; readonly standing: Standing }
  | { readonly kind: 'refused'; readonly reason: 'unknown-scheme' };
