import type { z } from 'zod';
import type { Row } from './read-rows.ts';

/**
 * What a row holds, when it fits the schema.
 * @throws an error that names the row, and what does not fit
 */
export function fitting<T>(schema: z.ZodType<T>, row: Row, stored: unknown): T {
  const parsed = schema.safeParse(stored);
  if (parsed.success) return parsed.data;
  const at = `row ${row.partitionKey ?? ''} / ${row.rowKey ?? ''}`;
  throw new Error(`${at} of Table storage does not fit its schema: ${parsed.error.message}`, {
    cause: parsed.error,
  });
}
