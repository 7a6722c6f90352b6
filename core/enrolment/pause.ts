import { Temporal } from 'temporal-polyfill';
import type { Ports } from '../ports/ports.ts';
import { isAhead, slotOf } from '../records/pairing.ts';
import { type Participant, withdrawalAt, without } from '../records/participant.ts';
import type { PersonId } from '../records/person.ts';
import type { Scheme } from '../records/scheme.ts';
import { askToLookAfterRoundsOf } from '../rounds/ask-to-look-after.ts';
import { currentPairings } from '../rounds/current-pairings.ts';
import { findScheme } from '../schemes/find-scheme.ts';
import { roundAhead } from '../schemes/rounds-ahead.ts';
import { change } from '../shared/change.ts';
import type { Caller } from './caller.ts';
import { isRepeated, noted } from './repeated.ts';
import { type Standing, standingIn } from './standing.ts';

/**
 * Pauses the caller. A meeting within the pause is cancelled. An activity that Teams sends again changes nothing.
 * @param schemeId null: the only scheme
 * @param until ISO date of the first day back, in the scheme's zone, at most two years ahead. Null skips exactly one round:
 *   the one under way if the caller has a meeting ahead in it, otherwise the next.
 */
export async function pause(
  ports: Ports,
  caller: Caller,
  schemeId: string | null,
  until: string | null,
): Promise<PauseResult> {
  const scheme = await findScheme(ports, schemeId);
  if (scheme === null) return { kind: 'refused', reason: 'unknown-scheme' };

  const today = dateIn(scheme.zone, ports.now());
  const back =
    until === null ? await afterOneRound(ports, scheme, caller.id) : Temporal.PlainDate.from(until);
  const fault = faultOf(back, today);
  if (fault !== null) return { kind: 'refused', reason: fault };

  // A round that is skipped is no break. Those who come back tomorrow have just said so.
  const isBreak = until !== null && Temporal.PlainDate.compare(back, today.add({ days: 1 })) > 0;
  const date = back.toString();
  const result = await keepPause(ports, caller, scheme, {
    pausedUntil: date,
    ...(isBreak && { backOn: date }),
  });
  return result.kind === 'paused' ? { ...result, until: result.until ?? date } : result;
}

/**
 * Why a break cannot end with a day; null: it can.
 * @param until ISO date of the first day back, in the scheme's zone
 */
export async function faultOfBreak(
  ports: Ports,
  schemeId: string | null,
  until: string,
): Promise<DateFault | null> {
  const scheme = await findScheme(ports, schemeId);
  return scheme && faultOf(Temporal.PlainDate.from(until), dateIn(scheme.zone, ports.now()));
}

type DateFault = 'date-past' | 'date-too-far';

/** A break ends after today, and at most two years ahead. */
function faultOf(back: Temporal.PlainDate, today: Temporal.PlainDate): DateFault | null {
  if (Temporal.PlainDate.compare(back, today) <= 0) return 'date-past';
  return Temporal.PlainDate.compare(back, today.add({ years: 2 })) > 0 ? 'date-too-far' : null;
}

/**
 * Pauses the caller until they come back by themselves. A meeting ahead is cancelled. An activity that is sent again changes
 * nothing.
 * @param schemeId null: the only scheme
 */
export async function pauseUntilBack(
  ports: Ports,
  caller: Caller,
  schemeId: string | null,
): Promise<PauseResult<string | null>> {
  const scheme = await findScheme(ports, schemeId);
  if (scheme === null) return { kind: 'refused', reason: 'unknown-scheme' };
  return keepPause(ports, caller, scheme, { pausedUntil: null });
}

async function keepPause(
  ports: Ports,
  caller: Caller,
  scheme: Scheme,
  wanted: Pick<Participant, 'pausedUntil' | 'backOn'>,
): Promise<PauseResult<string | null>> {
  const seen = { repeated: false };
  const enrolment = await change(
    ports.storage.participants,
    { scheme: scheme.id, person: caller.id },
    (current): Participant | null => {
      seen.repeated = isRepeated(current, 'pause', caller);
      if (seen.repeated || (current?.status !== 'active' && current?.status !== 'paused')) return null;
      const withdrewAt = withdrawalAt(current, scheme.zone, ports.now());
      const paused = { ...without(current, 'backOn'), status: 'paused', ...wanted, withdrewAt } as const;
      return noted(paused, 'pause', caller);
    },
  );
  const standing = standingIn(scheme, enrolment, caller, ports.now());
  if (seen.repeated && standing.status !== 'paused') return { kind: 'unchanged', standing };
  if (enrolment?.status !== 'paused') return { kind: 'refused', reason: 'not-in' };
  await askToLookAfterRoundsOf(ports, [caller.id], [scheme]);
  ports.log('pause', { scheme: scheme.id, person: caller.id });
  return { kind: 'paused', standing, until: enrolment.pausedUntil };
}

/** The day after the round that a pause without a date skips: after its week, or after a meeting moved beyond the week. */
async function afterOneRound(ports: Ports, scheme: Scheme, person: PersonId): Promise<Temporal.PlainDate> {
  const now = ports.now();
  const ahead = (await currentPairings(ports, person)).find(
    (current) => current.scheme.id === scheme.id && isAhead(current.pairing, now),
  );
  if (ahead === undefined) return dateIn(scheme.zone, roundAhead(scheme, now).weekEnd);
  const { round, pairing } = ahead;
  const weekEnd = dateIn(scheme.zone, round.weekEnd);
  const slot = slotOf(pairing);
  const meeting = slot && dateIn(scheme.zone, slot.start).add({ days: 1 });
  return meeting !== null && Temporal.PlainDate.compare(meeting, weekEnd) > 0 ? meeting : weekEnd;
}

function dateIn(zone: string, instant: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate();
}

export type PauseResult<Until extends string | null = string> =
  | {
      readonly kind: 'paused';
      readonly standing: Standing;
      /** ISO date of the first day back; null: they come back by themselves. */
      readonly until: Until;
    }
  /** The activity was carried out before, and the caller has come back or left since. */
  | { readonly kind: 'unchanged'; readonly standing: Standing }
  | { readonly kind: 'refused'; readonly reason: 'unknown-scheme' | 'not-in' | DateFault };
