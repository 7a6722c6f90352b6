// Whom somebody wishes to meet, or not. Nobody else reads it.
import * as z from 'zod';
import { mostListed } from '../records/limits/most-written.ts';

/** A list of colleagues with its ETag. The name is empty where the directory has none any more. */
export const people = z.object({
  version: z.string(),
  people: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type People = z.infer<typeof people>;

/** PUT /api/me/never-with and /api/me/again: the whole list, as ids. */
export const wantedPeople = z.object({ people: z.array(z.string().max(100)).max(mostListed) });

/** GET /api/colleagues?name=: whom a name may mean; at most ten. */
export const colleagues = z.array(
  z.object({ id: z.string(), name: z.string(), department: z.string().nullable() }),
);
export type Colleagues = z.infer<typeof colleagues>;
