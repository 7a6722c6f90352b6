import { z } from 'zod';
import { timeOfDay, weekday } from '../time/weekday.ts';

/**
 * One running programme. `zone` is an IANA name: the meeting week and the pairing time are meant in it.
 * The meeting week of a month begins on its `week`-th Monday; pairing happens `daysBefore` days before that, `at` o'clock.
 */
export const scheme = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'expected lower-case letters, digits and hyphens, at most 40'),
  name: z.string().min(1).max(60),
  zone: z.string().min(1),
  cadence: z.object({ kind: z.literal('monthly'), week: z.number().int().min(1).max(4) }),
  pairing: z.object({ daysBefore: z.number().int().min(1).max(21), at: timeOfDay }),
  minutes: z.literal([30, 45, 60]),
  /** Whether the product books a slot, or its people choose one of those it suggests. */
  booking: z.enum(['automatic', 'suggestions']),
  /** Local time that is kept free where it can be. */
  lunch: z.object({ start: timeOfDay, end: timeOfDay }),
  /** Working hours of people whose mailbox does not say. */
  workingHours: z.object({ days: z.array(weekday).min(1), start: timeOfDay, end: timeOfDay }),
  /** Rounds whose pairing time lies before this instant (ISO 8601, UTC) are not run: nobody could have signed up. */
  createdAt: z.iso.datetime(),
  /** The largest round number that was taken over from an earlier programme; 0 when there was none. */
  roundsBefore: z.number().int().min(0),
});
export type Scheme = z.infer<typeof scheme>;

/** The scheme that exists from the start. */
export function defaultScheme(createdAt: string): Scheme {
  return {
    id: 'unmentoring',
    name: 'UnMentoring',
    zone: 'Europe/London',
    cadence: { kind: 'monthly', week: 2 },
    pairing: { daysBefore: 4, at: '10:00' },
    minutes: 30,
    booking: 'automatic',
    lunch: { start: '12:00', end: '13:00' },
    workingHours: { days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'], start: '09:00', end: '17:00' },
    createdAt,
    roundsBefore: 0,
  };
}

/** What coordinators may change of a scheme. Lunch is local time of each person. */
export const schemeSettings = scheme.pick({ minutes: true, booking: true }).extend({
  lunch: scheme.shape.lunch.refine(({ start, end }) => start < end, {
    path: ['end'],
    error: 'expected a time after the start of lunch',
  }),
});

export type SchemeSettings = z.infer<typeof schemeSettings>;

/** PUT /api/schemes/{scheme}/settings (coordinators): what is wanted, and the version that was read before. */
export const settingsChange = z.object({ version: z.string(), settings: schemeSettings });

export type SettingsChange = z.infer<typeof settingsChange>;

/** GET of the same, and what a change of them answers. */
export const storedSettings = settingsChange.extend({ scheme: z.string(), schemeName: z.string() });

export type StoredSettings = z.infer<typeof storedSettings>;
