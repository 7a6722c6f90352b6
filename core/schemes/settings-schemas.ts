import * as z from 'zod';
import { scheme } from '../records/scheme.ts';
import { ianaZone } from '../time/zones.ts';

const { name, purpose, cadence, ownRule, lunch, workingHours } = scheme.shape;
const [monthly, weeks] = cadence.options;

/** What coordinators decide of a scheme. */
export const schemeSettings = scheme
  .omit({ id: true, runsFrom: true, roundsBefore: true, paired: true })
  .extend({
    name: z.string().trim().pipe(name),
    purpose: z.string().trim().pipe(purpose),
    ownRule: z.string().trim().pipe(ownRule.unwrap()).nullable(),
    zone: scheme.shape.zone.refine(
      (name) => ianaZone(name) === name,
      'expected an IANA time zone, such as Europe/London',
    ),
    cadence: z.discriminatedUnion('kind', [
      monthly,
      weeks.extend({
        from: weeks.shape.from.refine((date) => new Date(date).getUTCDay() === 1, 'expected a Monday'),
      }),
    ]),
    coordinators: z
      .array(z.string())
      .max(50)
      .refine((ids) => new Set(ids).size === ids.length, 'expected each person once'),
    lunch: lunch.refine(({ start, end }) => start < end, {
      path: ['end'],
      error: 'expected a time after the start of lunch',
    }),
    workingHours: workingHours.refine(({ start, end }) => start < end, {
      path: ['end'],
      error: 'expected a time after the start of work',
    }),
  });

export type SchemeSettings = z.infer<typeof schemeSettings>;

/** The body of PUT /api/schemes/{scheme}/settings. What is left out stays as it is. */
export const settingsChange = z.object({ settings: schemeSettings.partial() });

/** A change, and the version of the settings that its author saw. */
export type SettingsChange = z.infer<typeof settingsChange> & { readonly version: string };

/** The body of POST /api/schemes. Its author is one of the coordinators whether named or not. */
export const newScheme = z.object({ settings: schemeSettings });

/** The answer to GET and to PUT of the same address. */
export const storedSettings = z.object({
  scheme: z.string(),
  schemeName: z.string(),
  version: z.string(),
  settings: schemeSettings,
  /** The coordinators by name; empty: not known. */
  people: z.array(z.object({ id: z.string(), name: z.string() })),
});

export type StoredSettings = z.infer<typeof storedSettings>;

/** The body of POST /api/scheme-dates: the settings on which the dates of rounds depend. */
export const calendarSettings = schemeSettings.pick({
  zone: true,
  cadence: true,
  pairing: true,
  workingHours: true,
  preview: true,
});
export type CalendarSettings = z.infer<typeof calendarSettings>;

const instant = z.iso.datetime();

/** The next three rounds of a scheme with such settings. */
export const schemeDates = z.array(
  z.object({
    /** The Monday of its week. */
    round: z.iso.date(),
    calledAt: instant,
    draftAt: instant.nullable(),
    pairingAt: instant,
    weekStart: instant,
    weekEnd: instant,
  }),
);
export type SchemeDates = z.infer<typeof schemeDates>;
