import * as z from 'zod';

/** What one check found. It holds ids and counts, never a name, an address or a secret. */
const finding = z.object({
  check: z.enum([
    'storage',
    'rows',
    'token',
    'graph',
    'clock',
    'permission',
    'mailbox',
    'bot',
    'rounds',
    'poison',
  ]),
  /** Of what, where a check has several: a table, a queue, a permission, a scheme, the number of a mailbox. */
  of: z.string().nullable(),
  level: z.enum(['ok', 'warning', 'failed']),
  /** Counts, statuses, codes and instants. */
  detail: z.string(),
  /** What to do, in one sentence; null when all is well. */
  cure: z.string().nullable(),
});
export type Finding = z.infer<typeof finding>;
export type Level = Finding['level'];

/** GET /api/self-check (coordinators). `level` is the worst of the findings. */
export const selfCheck = z.object({
  at: z.iso.datetime(),
  level: finding.shape.level,
  findings: z.array(finding),
});
export type SelfCheck = z.infer<typeof selfCheck>;
