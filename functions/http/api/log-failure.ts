import { reasonOf } from '../../../core/operating/reason-of.ts';
import type { Ports } from '../../../core/ports/ports.ts';

/** Logs that a call of the API failed: codes, and where. Messages of neighbours may hold names and addresses. */
export function logFailure({ log }: Pick<Ports, 'log'>, name: string, error: unknown): void {
  const { status, code } = reasonOf(error);
  const [, at = null] = (error instanceof Error && /\n\s+at (.*)/.exec(error.stack ?? '')) || [];
  log('api call failed', {
    function: name,
    error: error instanceof Error ? error.name : null,
    status,
    code,
    at,
  });
}
