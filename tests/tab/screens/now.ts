// *Now* in each of its states.
import type { Now } from '../../../core/api/me.ts';
import * as answers from '../answers.ts';
import { nows, threeOfUs } from '../nows.ts';
import { screen, type Screen } from './screen.ts';

const { now, pairing } = answers;
const miguel = pairing.partners[0]?.id ?? '';
const notIn = { ...answers.me, enrolments: [], settings: { reachable: true, preferences: null } };
const soon = '2026-12-15T13:52:00Z';

/** *Now* with an answer of the API, at its time. */
function showing(name: string, answer: Now, kept: Screen['kept'] = []): Screen {
  return screen(`now-${name}`, '#/now', { api: { '/me/now': answer }, now: answer.at, kept });
}

function about(change: Partial<NonNullable<Now['scheme']>>): Now['scheme'] {
  return now.scheme && { ...now.scheme, ...change };
}

const { choose, over } = nows;
const [wished] = choose.pairing?.offer ?? [];

export const nowScreens: readonly Screen[] = [
  showing('no-scheme', { ...nows['no-scheme'], me: notIn }),
  showing(
    'never-joined',
    {
      ...nows['never-joined'],
      me: notIn,
      scheme: about({ rules: { version: 1, accepted: false, own: null } }),
    },
    ['default 320', 'rtl 320'],
  ),
  showing('waiting', nows.waiting, ['default 320']),
  showing('asked', nows.asked, ['default 320']),
  showing('skipped', nows.skipped),
  showing('paused', { ...nows.paused, scheme: about({ pausedUntil: '2027-02-01' }) }, ['contrast 320']),
  showing('paused-without-date', nows.paused),
  showing('left', nows.left, ['default 320']),
  showing('unplaced', nows.unplaced, ['default 768']),
  showing('unplaced-away', { ...nows.unplaced, reason: 'away-all-week' }),
  showing('choose', choose, ['default 320', 'rtl 320']),
  showing('choose-together', {
    ...choose,
    pairing: choose.pairing && {
      ...choose.pairing,
      wishes: wished ? [{ person: miguel, slot: wished }] : [],
    },
  }),
  showing('meeting', now, [
    'default 320',
    'default 768',
    'dark 768',
    'contrast 320',
    'rtl 320',
    'default 1280',
  ]),
  showing('meeting-of-three', threeOfUs, ['default 320']),
  showing('meeting-coming', { ...now, meeting: now.meeting && { ...now.meeting, coming: true } }),
  showing('meeting-soon', { ...now, at: soon, pairing: { ...pairing, seenAt: soon } }, ['default 320']),
  showing('meeting-being-booked', { ...now, pairing: { ...pairing, state: 'planned', joinUrl: null } }),
  showing('over', over, ['default 320']),
  showing('over-said', {
    ...over,
    pairing: over.pairing && { ...over.pairing, mySaid: 'yes' },
    meeting: over.meeting && {
      ...over.meeting,
      said: 'yes',
      feedback: { face: 4, takeaway: 'Plant bulbs in November.', shared: true },
      note: { before: 'Ask about the bridge.', after: 'He knows everybody in planning.' },
    },
  }),
  showing('called-off', nows['called-off'], ['contrast 320']),
  showing('app-missing', { ...now, app: 'missing' }, ['default 320']),
  showing('app-blocked', { ...now, app: 'blocked' }),
];
