// What people choose for themselves.
import * as z from 'zod';
import { timeOfDay } from '../time/weekday.ts';
import { mostWritten } from './limits/most-written.ts';

/** How somebody likes to meet. */
export const preferences = z.object({
  hours: z.enum(['morning', 'afternoon', 'either']),
  /** How long they like to meet, where the others do too; null: the scheme's length. */
  minutes: z.union([z.literal(30), z.literal(45), z.literal(60)]).nullable(),
  /** Whether they are happy to be one of three; absent: they have not said. */
  third: z.boolean().exactOptional(),
});
export type Preferences = z.infer<typeof preferences>;

/** What somebody wrote about themselves. The people they are paired with read it beside the name. Absent: left empty. */
export const ownWords = z.object({
  /** The favourite drink. */
  drink: z.string().min(1).max(mostWritten.drink).exactOptional(),
  /** One sentence. */
  about: z.string().min(1).max(mostWritten.about).exactOptional(),
  /** What they like to be asked about. */
  askMe: z.string().min(1).max(mostWritten.askMe).exactOptional(),
});

/** What somebody chose on the sign-up card, besides their preferences. */
export const profile = z.object({
  ...ownWords.shape,
  call: z.enum(['video', 'phone']),
  /** BCP 47; null: that of the Teams client. */
  language: z.string().max(35).nullable(),
  /**
   * When they want no messages on the days on which they work, in their own zone, over midnight where the end comes first;
   * absent: outside their working hours. On other days they get none.
   */
  quiet: z.object({ from: timeOfDay, to: timeOfDay }).exactOptional(),
});
export type Profile = z.infer<typeof profile>;

/** A filled-in sign-up card. */
export const answers = z.object({
  /** The version of the ground rules that were ticked, all of them; null: not all. Absent: the card did not ask. */
  rules: z.int().nullable().exactOptional(),
  /** The scheme's own rule as it was ticked; absent: it was not. */
  ownRule: z.string().max(150).exactOptional(),
  preferences,
  profile,
});
export type Answers = z.infer<typeof answers>;
