// What GET /api/me/now answers in each state, with literal dates, for somebody in London.
import type { Now, NowState } from '../../core/api/me.ts';
import { now, pairing, trio } from './answers.ts';

const slots = ['2026-12-16T14:00:00Z', '2026-12-17T09:30:00Z', '2026-12-18T14:00:00Z'].map((start) => ({
  start,
  end: new Date(Date.parse(start) + 30 * 60_000).toISOString(),
}));

/** No meeting, and nothing to say of one. */
const without: Now = { ...now, pairing: null, meeting: null };
const withoutTime = { ...pairing, slot: null, joinUrl: null };
const overAt = '2026-12-15T15:00:00Z';

export const nows: Readonly<Record<NowState, Now>> = {
  'no-scheme': { ...without, state: 'no-scheme', scheme: null },
  'never-joined': { ...without, state: 'never-joined', app: 'missing' },
  waiting: { ...without, state: 'waiting' },
  asked: { ...without, state: 'asked', round: '2027-01-11' },
  skipped: { ...without, state: 'skipped', round: '2026-12-14' },
  paused: { ...without, state: 'paused' },
  left: { ...without, state: 'left' },
  unplaced: { ...without, state: 'unplaced', round: '2026-12-14', reason: 'no-common-slot' },
  choose: {
    ...now,
    state: 'choose',
    pairing: { ...withoutTime, state: 'suggested', offer: slots },
  },
  meeting: now,
  over: { ...now, at: overAt, state: 'over', pairing: { ...pairing, seenAt: overAt } },
  'called-off': { ...now, state: 'called-off', pairing: { ...withoutTime, state: 'cancelled' } },
};

export const threeOfUs: Now = { ...now, pairing: trio };
