import type { Ports } from '../ports/ports.ts';
import { concurrently } from '../shared/concurrently.ts';
import { isIll } from './decide-findings.ts';
import { type Reason, reasonOf, reasonText } from './reason-of.ts';
import type { Finding } from '../api/self-check.ts';

export interface Check {
  readonly check: Finding['check'];
  /** As in the finding of a check that fails. */
  readonly of: string | null;
  /** Seconds. */
  readonly limit: number;
  readonly run: () => Promise<readonly Finding[]>;
  /** What to do when `run` throws, or takes longer than its limit. */
  readonly cure: (reason: Reason) => string;
}

/** Almost all of a product with a few mailboxes. */
const atOnce = 64;

/** Runs checks side by side. One that throws, or takes too long, is a finding of its own, and the others go on. */
export async function runChecks({ wait }: Pick<Ports, 'wait'>, checks: readonly Check[]): Promise<Finding[]> {
  const run = async ({ check, of, limit, run: look, cure }: Check): Promise<readonly Finding[]> => {
    try {
      const found = await Promise.race([look(), wait(1000 * limit).then(() => null)]);
      if (found !== null) return found;
      return [isIll(check, of, `no answer within ${limit} seconds`, cure({ status: null, code: null }))];
    } catch (error) {
      const reason = reasonOf(error);
      return [isIll(check, of, reasonText(reason), cure(reason))];
    }
  };
  return (await concurrently(checks, run, atOnce)).flat();
}
