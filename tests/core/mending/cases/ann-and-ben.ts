import type { PersonNow } from '../../../../core/mending/situation/situation.ts';
import { decideRepair } from '../../../../core/mending/decide-repair.ts';
import type { EventAnswer } from '../../../../core/records/pairing.ts';
import { changedIn, type Seen } from './outcome.ts';
import { booked, person, situation, type Stretch, view } from './situations.ts';

const ben = person('ben');

/**
 * The next revision of the pairing of Ann and Ben after these answers; undefined when nothing changes.
 * @param now ISO 8601; left out: Friday before the week, 12:00 UTC
 * @param answersCheckedAt when answers were last read, epoch milliseconds
 * @param isGone whether the event was deleted
 */
export function after(
  heard: Readonly<Record<string, EventAnswer>>,
  {
    ann = person('ann'),
    pairing = {},
    now,
    answersCheckedAt = null,
    isGone = false,
  }: {
    ann?: PersonNow;
    pairing?: Parameters<typeof booked>[2];
    now?: string;
    answersCheckedAt?: number | null;
    isGone?: boolean;
  } = {},
): Seen | undefined {
  const given = situation({
    people: [ann, ben],
    pairings: [booked('p00001', [ann, ben], pairing)],
    heard: { p00001: heard },
    more: {
      ...(now !== undefined && { now: Date.parse(now) }),
      ...(isGone && { gone: new Set(['p00001']) }),
    },
  });
  return changedIn(decideRepair({ ...given, round: { ...given.round, answersCheckedAt } }))[0];
}

/** Ann, with these times taken in her calendar. */
export function busy(...stretches: readonly Stretch[]): PersonNow {
  return person('ann', { freeBusy: { kind: 'read', view: view(...stretches), hours: null } });
}

export const allWeek = ['14 00:00', '20 23:45'] as const;
