import type { HttpResponseInit } from '@azure/functions';
import type { Problem, ProblemCode } from '../../../core/api/problem.ts';
import { refusals } from '../../../core/api/refusals.ts';
import { answerHeaders } from '../secure-headers.ts';

/**
 * A refusal of the API, by RFC 9457.
 * @param detail what was expected, and where
 */
export function problemAnswer(
  code: ProblemCode,
  detail: string,
  more: Pick<Problem, 'reason' | 'errors'> = {},
  headers: Readonly<Record<string, string>> = {},
): HttpResponseInit {
  const { status, title } = refusals[code];
  const body: Problem = { type: `/problems/${code}`, title, status, detail, code, ...more };
  return {
    status,
    body: JSON.stringify(body),
    headers: { ...answerHeaders, 'Content-Type': 'application/problem+json', ...headers },
  };
}
