// A round as its coordinators see it before it goes out. All instants are ISO 8601 in UTC, all dates ISO.
import * as z from 'zod';
import { cost, plannedPairing, unplacedReason } from '../records/plans/plan.ts';
import { draftChange, sharedTrait } from '../records/plans/draft.ts';
import { slotView } from '../words/pairing-view.ts';

const instant = z.iso.datetime();
const named = z.object({ id: z.string(), name: z.string(), department: z.string().nullable() });

/** GET and PATCH /api/schemes/{scheme}/rounds/{round}/draft. */
export const draftView = z.object({
  scheme: z.string(),
  schemeName: z.string(),
  zone: z.string(),
  round: z.iso.date(),
  /** Of the round. */
  number: z.int(),
  /** The number of the draft. */
  version: z.string(),
  madeAt: instant,
  /** Who changed it last, and how; null: the product made it. */
  by: named.nullable(),
  change: draftChange.nullable(),
  /** `released`: it is the plan, or is becoming it, and changes no more. */
  state: z.enum(['open', 'released']),
  /** When it becomes the plan by itself. */
  releasesAt: instant,
  /** Whether it is said to wait for a coordinator: `releasesAt` is then when its week begins. */
  waits: z.boolean(),
  pairings: z.array(
    z.object({
      id: z.string(),
      members: z.array(named).min(2).max(3),
      /** Rounds since two of its members last met, and the Monday of that round where it is known; null when never. */
      lastMet: z.int().nullable(),
      lastMetOn: z.iso.date().nullable(),
      /** What two of its members share. */
      shared: z.array(sharedTrait),
      newLink: plannedPairing.shape.newLink,
      minutes: z.int(),
      /** The time that would be booked, by calendars as they were read. */
      slot: slotView,
      allPress: plannedPairing.shape.allPress,
      locked: z.boolean(),
    }),
  ),
  /** `left-out`: by a coordinator. */
  unplaced: z.array(named.extend({ reason: unplacedReason })),
  /** People of the scheme who are not in this round, and may be put in. */
  outside: z.array(named.extend({ why: z.enum(['not-asked', 'said-no']) })),
  forbidden: z.array(z.tuple([named, named])),
  cost,
  /** What the best plan costs with nothing locked, forbidden or left out. The price of her changes is the difference. */
  best: cost,
  /** Whether `best` is proved: no plan is better. */
  isProved: z.boolean(),
  /** Whether people meet again because it cannot be avoided. */
  repeatsForced: z.boolean(),
  /** How many people joined, and left, since it was made: solving afresh works them in. */
  news: z.object({ joined: z.int(), left: z.int() }),
});
export type DraftView = z.infer<typeof draftView>;

export { draftChange, type DraftChange } from '../records/plans/draft.ts';
