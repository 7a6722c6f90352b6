import type { Now } from '../../core/api/me.ts';

/** A scheme, as far as the settings show it. */
export type ShownScheme = Pick<NonNullable<Now['scheme']>, 'id' | 'name' | 'minutes' | 'zone' | 'next'>;

/** Where somebody stands with a scheme. */
export interface Standing {
  readonly status: 'active' | 'paused' | 'left' | 'not-in';
  /** The first day back; null: not on a break, or until they come back. */
  readonly pausedUntil: string | null;
  /** The Monday of the one round that they skip; null: none. Then their status is `paused`. */
  readonly skips: string | null;
}

/** Where somebody stands with a scheme, with what they did in the last ten seconds. */
export function standingIn(now: Now, { id, next }: ShownScheme): Standing {
  const enrolment = now.me.enrolments.find(({ scheme }) => scheme === id);
  const { status = 'not-in', pausedUntil = null } = enrolment ?? {};
  const rounds = [next.week, now.round, now.pairing?.round ?? null];
  const skips = rounds.find((round) => round !== null && pausedUntil === weekAfter(round)) ?? null;
  return now.acts
    .filter(({ state }) => state === 'waiting' || state === 'doing')
    .reduce<Standing>(
      (before, { act }) => ('scheme' in act && act.scheme === id ? after(before, act) : before),
      { status, pausedUntil, skips },
    );
}

function after(before: Standing, act: Now['acts'][number]['act']): Standing {
  switch (act.kind) {
    case 'join':
    case 'resume':
    case 'take-part':
      return { status: 'active', pausedUntil: null, skips: null };
    case 'pause':
      return { status: 'paused', pausedUntil: act.until, skips: null };
    case 'skip':
      return { status: 'paused', pausedUntil: weekAfter(act.round), skips: act.round };
    case 'leave':
      return { status: 'left', pausedUntil: null, skips: null };
    default:
      return before;
  }
}

/**
 * The round that somebody skips next: the one with a meeting ahead, as in the chat, else the one that is paired next.
 * @returns the ISO date of its Monday
 */
export function nextToSkip({ state, pairing }: Now, { id, next }: ShownScheme): string {
  const isAhead = state === 'meeting' || state === 'choose';
  return isAhead && pairing?.scheme === id ? pairing.round : next.week;
}

function weekAfter(monday: string): string {
  const day = new Date(`${monday}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 7);
  return day.toISOString().slice(0, monday.length);
}
