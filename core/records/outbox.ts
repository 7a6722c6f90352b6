import { z } from 'zod';
import { instant } from '../time/instant.ts';

/**
 * One message that the product sends on its own initiative. `sending`: a worker began to send it at `at`, and may have died
 * since. `doubtful`: it may have arrived; the chat must be searched for it before it is sent again.
 */
export const outboxRecord = z.object({
  scheme: z.string(),
  round: z.iso.date(),
  key: z.string(),
  person: z.string(),
  state: z.enum(['sending', 'doubtful', 'sent', 'unreachable']),
  at: instant,
  activity: z.string().nullable(),
});

export type OutboxRecord = z.infer<typeof outboxRecord>;
