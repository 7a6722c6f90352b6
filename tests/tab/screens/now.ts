// *Now* in each of its states.
import type { Now, NowState } from '../../../core/api/me.ts';
import * as answers from '../answers.ts';
import { screen, type Screen } from './screen.ts';

const { now, pairing, trio } = answers;
const wednesday = { start: '2026-12-16T14:00:00Z', end: '2026-12-16T14:30:00Z' };
const offer = [
  wednesday,
  { start: '2026-12-17T09:30:00Z', end: '2026-12-17T10:00:00Z' },
  { start: '2026-12-18T15:00:00Z', end: '2026-12-18T15:30:00Z' },
];
const miguel = pairing.partners[0]?.id ?? '';
const suggested = { ...pairing, state: 'suggested', slot: null, joinUrl: null, offer } as const;
const notIn = { ...answers.me, enrolments: [], settings: { reachable: true, preferences: null } };

/** Without a meeting. */
function standing(state: NowState, more: Partial<Now> = {}): Now {
  return { ...now, state, pairing: null, meeting: null, ...more };
}

/** *Now* with an answer of the API, at its time. */
function showing(name: string, answer: Now, more: Partial<Screen> = {}): Screen {
  return screen(`now-${name}`, '#/now', { api: { '/me/now': answer }, now: answer.at, ...more });
}

const about = (change: Partial<NonNullable<Now['scheme']>>) => now.scheme && { ...now.scheme, ...change };
const soon = '2026-12-15T13:52:00Z';
const after = '2026-12-15T15:00:00Z';

export const nowScreens: readonly Screen[] = [
  showing('no-scheme', { ...standing('no-scheme', { scheme: null }), me: notIn }),
  showing(
    'never-joined',
    { ...standing('never-joined', { me: notIn, scheme: about({ rules: { version: 1, accepted: false } }) }) },
    { kept: ['default 320', 'rtl 320'] },
  ),
  showing('waiting', standing('waiting'), { kept: ['default 320', 'dark 1280'] }),
  showing('asked', standing('asked', { round: '2027-01-11' }), { kept: ['default 320'] }),
  showing('skipped', standing('skipped', { round: '2026-12-14' }), { kept: ['dark 320'] }),
  showing('paused', standing('paused', { scheme: about({ pausedUntil: '2027-02-01' }) }), {
    kept: ['contrast 320'],
  }),
  showing('paused-without-date', standing('paused')),
  showing('left', standing('left'), { kept: ['default 320'] }),
  showing('unplaced', standing('unplaced', { round: '2026-12-14', reason: 'no-common-slot' }), {
    kept: ['default 768'],
  }),
  showing('unplaced-away', standing('unplaced', { round: '2026-12-14', reason: 'away-all-week' })),
  showing(
    'choose',
    { ...now, state: 'choose', pairing: suggested, meeting: null },
    { kept: ['default 320', 'rtl 320'] },
  ),
  showing('choose-together', {
    ...now,
    state: 'choose',
    pairing: { ...suggested, wishes: [{ person: miguel, slot: wednesday }] },
    meeting: null,
  }),
  showing('meeting', now, { kept: ['default 320', 'dark 768', 'contrast 320', 'rtl 320', 'default 1280'] }),
  showing('meeting-of-three', { ...now, pairing: trio }, { kept: ['default 320'] }),
  showing('meeting-coming', { ...now, ...(now.meeting && { meeting: { ...now.meeting, coming: true } }) }),
  showing(
    'meeting-soon',
    { ...now, at: soon, pairing: { ...pairing, seenAt: soon } },
    { kept: ['default 320'] },
  ),
  showing('meeting-being-booked', { ...now, pairing: { ...pairing, state: 'planned', joinUrl: null } }),
  showing(
    'over',
    { ...now, at: after, state: 'over', pairing: { ...pairing, seenAt: after } },
    { kept: ['default 320', 'dark 1280'] },
  ),
  showing('over-said', {
    ...now,
    at: after,
    state: 'over',
    pairing: { ...pairing, seenAt: after, mySaid: 'yes' },
    ...(now.meeting && {
      meeting: {
        ...now.meeting,
        said: 'yes',
        feedback: { face: 4, takeaway: 'Plant bulbs in November.', shared: true },
        note: { before: 'Ask about the bridge.', after: 'He knows everybody in planning.' },
      },
    }),
  }),
  showing(
    'called-off',
    {
      ...now,
      state: 'called-off',
      pairing: { ...pairing, state: 'cancelled', slot: null, joinUrl: null },
      meeting: null,
    },
    { kept: ['contrast 320'] },
  ),
  showing('app-missing', { ...now, app: 'missing' }, { kept: ['default 320'] }),
  showing('app-blocked', { ...now, app: 'blocked' }),
];
