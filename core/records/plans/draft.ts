import * as z from 'zod';
import { instant } from '../../time/instant.ts';
import { cost, plan, plannedPairing } from './plan.ts';

const person = z.string();
const pair = z.tuple([person, person]);

/** What a coordinator changes of a draft. People are ids. */
export const draftChange = z.discriminatedUnion('kind', [
  /** Each takes the other's place. The pairings that this makes are locked. */
  z.object({ kind: z.literal('swap'), one: person, other: person }),
  /** `members`: of a pairing of the draft. Solving afresh keeps it. */
  z.object({ kind: z.literal('lock'), members: z.array(person).min(2).max(3) }),
  z.object({ kind: z.literal('unlock'), members: z.array(person).min(2).max(3) }),
  /** Two people may not meet in this round. Who is in a pairing that this ends is placed anew. */
  z.object({ kind: z.literal('forbid'), pair }),
  z.object({ kind: z.literal('allow'), pair }),
  /** Somebody takes no part in this round. */
  z.object({ kind: z.literal('leave-out'), person }),
  /** Somebody takes part in this round who was left out, or has not said so. */
  z.object({ kind: z.literal('put-in'), person }),
  /** Solves afresh around what is locked, with whoever joined, left, paused or became busy since. */
  z.object({ kind: z.literal('best-again') }),
  /** The same with another seed: another plan of the same cost, where there is one. */
  z.object({ kind: z.literal('re-roll') }),
  /** The draft of that number again. */
  z.object({ kind: z.literal('back'), to: z.int().min(1) }),
]);
export type DraftChange = z.infer<typeof draftChange>;

/** What two of the members of a pairing have in common. `manager`: also where one of them manages the other. */
export const sharedTrait = z.enum(['manager', 'department', 'office']);

/**
 * A round as a coordinator sees it before it goes out. Drafts of a round are numbered from 1, and each is written once: the last one
 * counts.
 */
export const draft = plan.extend({
  pairings: z.array(plannedPairing.extend({ shared: z.array(sharedTrait) })),
  draft: z.int().min(1),
  madeAt: instant,
  /** When the calendars that it follows were read, or earlier. */
  readAt: instant,
  /** Who made it, and by what; null: the product, on its own. */
  by: person.nullable(),
  change: draftChange.nullable(),
  /** The members of pairings that solving afresh keeps. */
  locked: z.array(z.array(person)),
  /** Pairs that may not meet in this round. */
  forbidden: z.array(pair),
  /** People whom a coordinator left out. */
  leftOut: z.array(person),
  /** People who had not said that they take part, or said that they do not, and whom a coordinator put in. */
  putIn: z.array(z.object({ person, at: instant })),
  /** What the best plan costs for the people who are in, with nothing locked, forbidden or left out. */
  best: cost,
  /** Whether `best` is proved: no plan is better. */
  isProved: z.boolean(),
  /** Whether that plan has people meet again, and it is proved that this cannot be avoided. */
  repeatsForced: z.boolean(),
});
export type Draft = z.infer<typeof draft>;
