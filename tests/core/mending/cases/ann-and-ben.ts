import type { PersonNow } from '../../../../core/mending/situation/situation.ts';
import { decideRepair } from '../../../../core/mending/decide-repair.ts';
import type { EventAnswer } from '../../../../core/records/event.ts';
import { seen } from './outcome.ts';
import { booked, person, situation, type Stretch, view } from './situations.ts';

const ben = person('ben');

/**
 * The next revision of the pairing of Ann and Ben after these answers; undefined when nothing changes.
 * @param now ISO 8601; left out: Friday before the week, 12:00 UTC
 * @param lookedAheadAt when answers were last read, epoch milliseconds
 */
export function after(
  heard: Readonly<Record<string, EventAnswer>>,
  {
    ann = person('ann'),
    pairing = {},
    now,
    lookedAheadAt = null,
  }: {
    ann?: PersonNow;
    pairing?: Parameters<typeof booked>[2];
    now?: string;
    lookedAheadAt?: number | null;
  } = {},
): ReturnType<typeof seen> | undefined {
  const given = situation({
    people: [ann, ben],
    pairings: [booked('p00001', [ann, ben], pairing)],
    heard: { p00001: heard },
    ...(now !== undefined && { more: { now: Date.parse(now) } }),
  });
  const revision = decideRepair({ ...given, round: { ...given.round, lookedAheadAt } })?.changed[0];
  return revision && seen(revision);
}

/** Ann, with these times taken in her calendar. */
export function busy(...stretches: readonly Stretch[]): PersonNow {
  return person('ann', { freeBusy: { kind: 'read', view: view(...stretches), hours: null } });
}

export const allWeek = ['14 00:00', '20 23:45'] as const;
