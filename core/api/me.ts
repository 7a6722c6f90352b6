// What the tab knows of its reader. All instants are ISO 8601 in UTC, all dates ISO.
import * as z from 'zod';
import { enrolmentStatus } from '../records/participant.ts';
import { answers, preferences } from '../records/profile.ts';
import { placementReason } from '../records/placement.ts';
import { cadence } from '../records/scheme.ts';
import { pairingView } from '../words/pairing-view.ts';
import { actView } from './acts.ts';
import { myMeeting } from './meetings.ts';

const instant = z.iso.datetime();
const date = z.iso.date();

/** GET /api/me */
export const me = z.object({
  id: z.string(),
  name: z.string(),
  language: z.string(),
  zone: z.string(),
  /** Whether they have the role, or a scheme names them. */
  coordinator: z.boolean(),
  /** The schemes that they look after: all, with the role. */
  coordinates: z.array(z.string()),
  enrolments: z.array(
    z.object({
      scheme: z.string(),
      name: z.string(),
      status: enrolmentStatus,
      pausedUntil: date.nullable(),
      joinedAt: instant,
    }),
  ),
  settings: z.object({
    reachable: z.boolean(),
    /** Of the first scheme that the person knows; null while nothing was chosen. */
    preferences: preferences.nullable(),
  }),
});
export type Me = z.infer<typeof me>;

/** GET /api/schemes */
export const schemes = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    minutes: z.number().int(),
    zone: z.string(),
    next: z.object({ pairingAt: instant, week: date }),
    status: z.union([enrolmentStatus, z.literal('not-in')]),
  }),
);
export type Schemes = z.infer<typeof schemes>;

/**
 * Where somebody stands with a scheme, which picks what *Now* shows. `asked`: "in this month?" is open. `skipped`: they do not
 * take part in the next round, or in the one under way. `unplaced`: they have no meeting in the round under way. `choose`: the
 * members choose a time. `meeting`: it is booked, or is being booked. `over`: its time is over; whether they met can be said.
 * `called-off`: it failed or was cancelled, and nothing else was found yet.
 */
export const nowState = z.enum([
  'no-scheme',
  'never-joined',
  'waiting',
  'asked',
  'skipped',
  'paused',
  'left',
  'unplaced',
  'choose',
  'meeting',
  'over',
  'called-off',
]);
export type NowState = z.infer<typeof nowState>;

/** GET /api/me/now: everything that *Now* shows, in one answer. */
export const now = z.object({
  at: instant,
  me,
  /** `missing`: Teams never said that they added the app. `blocked`: they had it, and removed or blocked it. */
  app: z.enum(['installed', 'missing', 'blocked']),
  /** The bot's id in links of Teams to its chat. */
  bot: z.string(),
  state: nowState,
  /** The scheme that `state` is about; null: there is none. */
  scheme: z
    .object({
      id: z.string(),
      name: z.string(),
      /** What it is for; empty: nothing is said. */
      purpose: z.string(),
      cadence,
      minutes: z.int(),
      zone: z.string(),
      next: z.object({ pairingAt: instant, week: date }),
      /** First day back; null unless paused until a day. */
      pausedUntil: date.nullable(),
      /** The version of the ground rules of today, whether the reader accepted them, and the scheme's own one; null: none. */
      rules: z.object({ version: z.int(), accepted: z.boolean(), own: z.string().nullable() }),
    })
    .nullable(),
  /**
   * The round that `asked`, `skipped` or `unplaced` is about: its Monday. With `waiting`: one that was paired before they
   * joined, in which company is looked for. Null otherwise.
   */
  round: date.nullable(),
  /** With `unplaced`: why. */
  reason: placementReason.nullable(),
  pairing: pairingView.nullable(),
  /** What the reader said and wrote of it; null without a pairing. */
  meeting: myMeeting.nullable(),
  /** What the reader did in the last hour that waits or was carried out, oldest first. */
  acts: z.array(actView),
});
export type Now = z.infer<typeof now>;

/**
 * GET and PUT /api/me/settings/{scheme}: the sign-up card. A `rules` of null keeps what was accepted; `ownRule` is sent with the
 * others where the scheme has one.
 */
export const mySettings = z.object({
  version: z.string(),
  answers,
});
export type MySettings = z.infer<typeof mySettings>;

/** The body of PUT. */
export const wantedSettings = answers;
