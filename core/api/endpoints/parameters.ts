import * as z from 'zod';

export const inScheme = z.object({ scheme: z.string().describe('The id of a scheme.') });

export const inRound = inScheme.extend({
  round: z.iso.date().describe('A round: the Monday of its meeting week.'),
});

export const inPairing = inRound.extend({ pairing: z.string().describe('A pairing of the round.') });

/** Which page of a long list. */
export const longPage = z.object({
  cursor: z
    .string()
    .max(200)
    .exactOptional()
    .describe(
      'Where the page begins; the `Link` header of the page before has it. Without it: the first page.',
    ),
  limit: z.coerce.number().int().min(1).max(1000).default(500).describe('The most entries of a page.'),
});

/** Which page of a list. */
export const page = z.object({
  cursor: z
    .string()
    .regex(/^[0-9a-z]{1,8}$/)
    .exactOptional()
    .describe(
      'Where the page begins; the `Link` header of the page before has it. Without it: the first page.',
    ),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('The most entries of a page.'),
});
