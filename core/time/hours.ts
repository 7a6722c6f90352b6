import * as z from 'zod';
import { weekday } from './weekday.ts';

/** In the order of `Date.getUTCDay`. */
export const dayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** When a clock is changed every year, by what it shows before the change: Graph's `standardTimeZoneOffset`. */
const yearlySwitch = z.object({
  /** `HH:MM:SS`, fractions allowed. */
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d/),
  /** 1 to 4: the first to the fourth such weekday of the month; 5: the last one. */
  dayOccurrence: z.number(),
  /** `sunday` to `saturday`, in any case. */
  dayOfWeek: z.string().refine((name) => dayNames.includes(name.toLowerCase())),
  /** 1 to 12; 0: the clock is never changed. */
  month: z.number(),
});
export type YearlySwitch = z.infer<typeof yearlySwitch>;

/** A zone without a name: Graph's `customTimeZone` ("Customized Time Zone"). */
export const customZone = z.object({
  /** Minutes that UTC is ahead of standard time: positive to the west. */
  bias: z.number(),
  /** When standard time begins, on the clock of daylight time. */
  standardOffset: yearlySwitch.exactOptional(),
  /** When daylight time begins, on the clock of standard time; `daylightBias` is added to `bias` while it lasts. */
  daylightOffset: yearlySwitch.extend({ daylightBias: z.number() }).exactOptional(),
});
export type CustomZone = z.infer<typeof customZone>;

/** When somebody works, on the clock of their own zone. */
export const workingHours = z.object({
  /** An IANA or a Windows name, or a zone without a name. */
  zone: z.union([z.string(), customZone]),
  /** The days on which a shift begins. */
  days: z.array(weekday).readonly(),
  /** `HH:MM` */
  start: z.string(),
  /** `HH:MM`. Not after `start`: on the next day, a night shift. Equal to `start`: around the clock. */
  end: z.string(),
});
export type Hours = Readonly<z.infer<typeof workingHours>>;
