import * as z from 'zod';

/** An instant in epoch milliseconds. */
export const instant = z.number().int();

/** An instant as text for somebody outside: ISO 8601 in UTC. */
export function toIso(at: number): string {
  return new Date(at).toISOString();
}
