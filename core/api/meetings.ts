// What somebody sees of their meetings, and what they keep of them. All instants are ISO 8601 in UTC, all dates ISO.
import * as z from 'zod';
import { metAnswer } from '../records/pairing.ts';
import { feedback, note } from '../records/placement.ts';
import { pairingView, slotView } from '../words/pairing-view.ts';

/** GET /api/me/pairing: the soonest pairing whose meeting week, or whose meeting, is not over; null when there is none. */
export const myPairing = pairingView.nullable();

/** GET and PATCH /api/me/meetings/{scheme}/{round}: what the reader said and wrote of their meeting of a round. */
export const myMeeting = z.object({
  scheme: z.string(),
  round: z.iso.date(),
  /** The ETag of this: a change names it. */
  version: z.string(),
  /** Whether they said here or in the chat that they will be there. */
  coming: z.boolean(),
  /** Whether they met; null: they have not said. */
  said: metAnswer.nullable(),
  feedback: feedback.nullable(),
  note,
});
export type MyMeeting = z.infer<typeof myMeeting>;

/** The body of PATCH: what is left out stays as it is. */
export const meetingChange = z.object({
  /** The start of the meeting that `coming` and `said` are about; needed with them. */
  start: z.iso.datetime().exactOptional(),
  coming: z.boolean().exactOptional(),
  said: metAnswer.nullable().exactOptional(),
  feedback: feedback.nullable().exactOptional(),
  note: note.exactOptional(),
});
export type MeetingChange = z.infer<typeof meetingChange>;

/** GET /api/me/times: times that suit all members of the current pairing, read from their calendars now. */
export const times = z.object({
  pairing: pairingView.nullable(),
  times: z.array(slotView),
  /** Why there are none; null when there are. */
  reason: z.enum(['no-pairing', 'not-taking-part', 'no-slot', 'begun']).nullable(),
});
export type Times = z.infer<typeof times>;

/** GET /api/me/history: newest first. `met` null: nobody has said yet. `week` null: a round from before this product. */
export const myHistory = z.array(
  z.object({
    scheme: z.string(),
    schemeName: z.string(),
    number: z.number().int(),
    week: z.iso.date().nullable(),
    partners: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        /** Absent: the directory does not say. */
        department: z.string().exactOptional(),
        /** Present when the reader would like to meet them again. Nobody else learns of it before both wish it. */
        again: z.literal(true).exactOptional(),
      }),
    ),
    met: z.boolean().nullable(),
    /** What the person takes away from it; null: they have not said. */
    takeaway: z.string().nullable(),
    /** What partners take away from it and share. */
    shared: z.array(z.object({ id: z.string(), name: z.string(), takeaway: z.string() })),
    /** Absent: they wrote none. */
    note: note.exactOptional(),
  }),
);
export type MyHistory = z.infer<typeof myHistory>;
