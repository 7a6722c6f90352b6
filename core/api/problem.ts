import * as z from 'zod';

/**
 * Why the API refuses. `stale`: the version in `If-Match` is not the stored one any more. `unversioned`: a write without
 * `If-Match`. `refused`: the product's rules do not allow it now; `reason` says which.
 */
const problemCode = z.enum([
  'unauthorised',
  'forbidden',
  'not-found',
  'bad-request',
  'too-large',
  'refused',
  'stale',
  'unversioned',
  'unavailable',
]);
export type ProblemCode = z.infer<typeof problemCode>;

/** Every refusal of the API: RFC 9457, `application/problem+json`. */
export const problem = z.object({
  /** A relative URI that names the code: `/problems/stale`. */
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** What was expected, and where. */
  detail: z.string(),
  code: problemCode,
  /** With `refused`: which rule. */
  reason: z.string().exactOptional(),
  /** With `bad-request`: each fault of the body, with its place as a JSON pointer. */
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).exactOptional(),
});
export type Problem = z.infer<typeof problem>;
