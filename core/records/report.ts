import * as z from 'zod';
import { instant } from '../time/instant.ts';

const count = z.int().min(0);

/** What became of the people of a round. `met`, `notMet` and `notKnown` are together those who were paired. */
export const figures = z.object({
  tookPart: count,
  paired: count,
  met: count,
  notMet: count,
  notKnown: count,
});
export type Figures = z.infer<typeof figures>;

/** What a coordinator is told of a scheme. Numbers of people and of pairings, never who. */
export const report = z.discriminatedUnion('about', [
  /** A draft of a round was made, which is shown before it goes out. */
  z.object({
    about: z.literal('draft'),
    pairs: count,
    trios: count,
    without: count,
    /** When it goes out by itself. `waits`: it is said to wait for a coordinator until then. */
    releasesAt: instant,
    waits: z.boolean(),
  }),
  /** A round was paired. */
  z.object({ about: z.literal('paired'), pairs: count, trios: count, without: count }),
  /** Something needs a hand. `count` of `of`: people, pairings or queue messages, as the reason says. */
  z.object({
    about: z.literal('needs-a-hand'),
    reason: z.enum(['refused-by-outlook', 'not-reached', 'poison-messages', 'without-meeting']),
    count,
    of: count,
    /** The queue that gave the messages up; absent for other reasons. */
    queue: z.string().exactOptional(),
  }),
  /** A round was closed. All count people. */
  z.object({ about: z.literal('closed'), ...figures.shape }),
]);
export type Report = z.infer<typeof report>;
