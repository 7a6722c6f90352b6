// What is kept about somebody, and its erasure. All instants are ISO 8601 in UTC, all dates ISO.
import * as z from 'zod';

/** GET /api/me/data: all that is kept about the reader. Explanations are in the reader's language. */
export const myData = z.object({
  title: z.string(),
  about: z.string(),
  parts: z.array(
    z.object({
      part: z.enum(['you', 'enrolments', 'rounds', 'invitations', 'erasure']),
      title: z.string(),
      about: z.string(),
      /** As stored, with times as ISO 8601 text. */
      records: z.array(z.unknown()),
    }),
  ),
  /** The names of the people whose ids occur, by id, as far as they are kept. */
  names: z.record(z.string(), z.string()),
  elsewhere: z.array(z.string()),
});
export type MyData = z.infer<typeof myData>;

/** POST /api/me/erase: an empty object asks what would happen; with the `token` of that answer as `confirm` it is done. */
export const eraseRequest = z.object({ confirm: z.string().exactOptional() });

/** The rounds that somebody is part of end then. Until shortly after it their name, address and place in these rounds stay. */
const staysUntil = z.iso.datetime().nullable();

/** They confirmed, now or before. `staysUntil` null: all goes within minutes. */
const confirmed = z.object({ kind: z.literal('confirmed'), staysUntil });

/** What erasing does. */
export const askedToErase = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('asked'),
    /** Confirms, within an hour, that this person has read this. */
    token: z.string(),
    /** The names of the schemes that they would leave. */
    schemes: z.array(z.string()).readonly(),
    /** Meetings that would be called off, or go on without them. */
    meetings: z.array(
      z.object({
        scheme: z.string(),
        /** The names of the others. */
        partners: z.array(z.string()).readonly(),
        /** Null: no time is chosen yet. */
        start: z.iso.datetime().nullable(),
        /** The day of the meeting in the scheme's zone, or the last day on which it may be. */
        day: z.iso.date(),
      }),
    ),
    staysUntil,
  }),
  confirmed,
  z.object({ kind: z.literal('nothing-kept') }),
]);
export type AskedToErase = z.infer<typeof askedToErase>;
export type Confirmed = z.infer<typeof confirmed>;
