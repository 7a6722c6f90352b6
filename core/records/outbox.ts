import { z } from 'zod';

/**
 * One message of the product's own initiative. `sending`: somebody began to send it at `at`, and may have died since;
 * `doubtful`: it may or may not have arrived, look before sending again.
 */
export const outboxRecord = z.object({
  scheme: z.string(),
  round: z.iso.date(),
  key: z.string(),
  person: z.string(),
  state: z.enum(['sending', 'doubtful', 'sent', 'unreachable']),
  at: z.iso.datetime(),
  activity: z.string().nullable(),
});

export type OutboxRecord = z.infer<typeof outboxRecord>;
