import { reasonOf } from '../../../core/operating/reason-of.ts';
import type { Ports } from '../../../core/ports/ports.ts';

/** Logs that a call of the API failed: codes, and where. Messages of neighbours may hold names and addresses. */
export function logFailure({ log }: Pick<Ports, 'log'>, name: string, error: unknown): void {
  const { status, code } = reasonOf(error);
  const stack = error instanceof Error ? error.stack : undefined;
  const at = /\n {1,8}at (.*)/.exec(stack ?? '')?.[1] ?? null;
  log('api call failed', {
    function: name,
    error: error instanceof Error ? error.name : null,
    status,
    code,
    at,
  });
}
