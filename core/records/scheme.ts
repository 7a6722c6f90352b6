import * as z from 'zod';
import { instant } from '../time/instant.ts';
import { timeOfDay, weekday } from '../time/weekday.ts';
import { mostWrittenOfScheme } from './limits/most-written.ts';

/** `standing`: everybody takes part until they say otherwise. `each-time`: only those who say yes before each round. */
export const asking = z.enum(['standing', 'each-time']);

/** The meeting week begins on this Monday of every month, 1 to 4; or every so many weeks, counted from a Monday. */
export const cadence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('monthly'), week: z.number().int().min(1).max(4) }),
  z.object({ kind: z.literal('weeks'), every: z.number().int().min(2).max(12), from: z.iso.date() }),
]);

/**
 * Whether coordinators see a round before it goes out. `none`: they do not. `timed`: a draft is shown the working day before, and
 * becomes the plan at the pairing time. `waits`: it becomes the plan when a coordinator releases it, or when its week begins.
 */
const preview = z.enum(['none', 'timed', 'waits']);

/** One running programme. */
export const scheme = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'expected lower-case letters, digits and hyphens, at most 40'),
  name: z.string().min(1).max(mostWrittenOfScheme.name),
  /** What it is for, in a sentence; empty: nothing is said. */
  purpose: z.string().max(mostWrittenOfScheme.purpose),
  /** IANA. The meeting week and the pairing time are in this zone. */
  zone: z.string().min(1),
  cadence,
  /** Pairing happens this many days before the meeting week, at this time of day. */
  pairing: z.object({ daysBefore: z.number().int().min(1).max(21), at: timeOfDay }),
  minutes: z.literal([30, 45, 60]),
  /** `automatic`: the product books a slot. `suggestions`: the members choose one of the suggested slots. */
  booking: z.enum(['automatic', 'suggestions']),
  asking,
  preview,
  /** A ground rule of its own, beside those of the product; null: none. */
  ownRule: z.string().min(1).max(mostWrittenOfScheme.ownRule).nullable(),
  /** Whether the product books a time itself for members who choose none of those that were suggested. */
  booksForSilent: z.boolean(),
  /** People who look after it, and are told how it is doing. They need no role. */
  coordinators: z.array(z.string()),
  /** Whether rounds link departments of which nobody has met, where nothing more important is against it. */
  coverage: z.boolean(),
  /** On each person's own clock. Meetings avoid it where possible. */
  lunch: z.object({ start: timeOfDay, end: timeOfDay }),
  /** For people whose mailbox has no working hours, on their own clock. */
  workingHours: z.object({ days: z.array(weekday).min(1), start: timeOfDay, end: timeOfDay }),
  /**
   * When it was made, or when its rounds got other dates. Rounds with a pairing time before this instant are not run: nobody could
   * have signed up, or nobody knew.
   */
  runsFrom: instant,
  /** The largest round number imported from an earlier programme; 0 without one. */
  roundsBefore: z.number().int().min(0),
  /** The round that was paired last, and when; null before the first. */
  paired: z.object({ round: z.iso.date(), at: instant }).nullable(),
});
export type Scheme = z.infer<typeof scheme>;

/** The id of the first scheme. Of two coordinators who make it at once, one finds that of the other. */
export const firstScheme = 'unmentoring';

/** The scheme with which the local product begins. */
export function defaultScheme(runsFrom: number): Scheme {
  return {
    id: firstScheme,
    name: 'UnMentoring',
    purpose: '',
    zone: 'Europe/London',
    cadence: { kind: 'monthly', week: 2 },
    pairing: { daysBefore: 4, at: '10:00' },
    minutes: 30,
    booking: 'automatic',
    asking: 'standing',
    preview: 'none',
    ownRule: null,
    booksForSilent: true,
    coordinators: [],
    coverage: true,
    lunch: { start: '12:00', end: '13:00' },
    workingHours: { days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'], start: '09:00', end: '17:00' },
    runsFrom,
    roundsBefore: 0,
    paired: null,
  };
}
