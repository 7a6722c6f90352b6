import * as z from 'zod';
import { scheme } from '../records/scheme.ts';

/** What coordinators may change of a scheme. */
export const schemeSettings = scheme
  .pick({ minutes: true, booking: true, booksForSilent: true, asking: true, coverage: true })
  .extend({
    lunch: scheme.shape.lunch.refine(({ start, end }) => start < end, {
      path: ['end'],
      error: 'expected a time after the start of lunch',
    }),
  });

export type SchemeSettings = z.infer<typeof schemeSettings>;

/** The body of PUT /api/schemes/{scheme}/settings. */
export const settingsChange = z.object({
  /** `asking`, `booksForSilent` or `coverage` left out: as it was. */
  settings: schemeSettings.extend({
    asking: scheme.shape.asking.exactOptional(),
    booksForSilent: scheme.shape.booksForSilent.exactOptional(),
    coverage: scheme.shape.coverage.exactOptional(),
  }),
});

/** A change, and the version of the settings that its author saw. */
export type SettingsChange = z.infer<typeof settingsChange> & { readonly version: string };

/** The answer to GET and to PUT of the same address. */
export const storedSettings = z.object({
  scheme: z.string(),
  schemeName: z.string(),
  version: z.string(),
  settings: schemeSettings,
});

export type StoredSettings = z.infer<typeof storedSettings>;
