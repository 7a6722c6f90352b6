import type { ProblemCode } from '../../core/api/problem.ts';

/**
 * Why the tab cannot show or do something. Each kind has its own sentence, with a way on, in `words/`.
 * - `sign-in-denied`: Teams gave no token
 * - `offline`: this device has no network · `slow`: no answer within half a minute
 * - `unreadable`: an answer that is no JSON
 * - the others as the API says them (core/api/problem.ts); `unavailable` also when nothing answers
 */
export type ProblemKind =
  | 'sign-in-denied'
  | 'offline'
  | 'slow'
  | 'unreadable'
  | 'unauthorised'
  | 'forbidden'
  | 'not-found'
  | 'refused'
  | 'stale'
  | 'unavailable';

export class Problem extends Error {
  readonly kind: ProblemKind;
  /** With `refused`: which rule of the product does not allow it. */
  readonly reason: string | null;

  constructor(
    kind: ProblemKind,
    { reason = null, ...options }: ErrorOptions & { reason?: string | null } = {},
  ) {
    super(kind, options);
    this.kind = kind;
    this.reason = reason;
  }
}

const kindOfCode: Readonly<Record<ProblemCode, ProblemKind>> = {
  unauthorised: 'unauthorised',
  forbidden: 'forbidden',
  'not-found': 'not-found',
  refused: 'refused',
  stale: 'stale',
  unavailable: 'unavailable',
  // The tab sends none of these; if it does, it is older than the API.
  'bad-request': 'unreadable',
  'too-large': 'unreadable',
  unversioned: 'unreadable',
};

const kindOfStatus: Partial<Record<number, ProblemKind>> = {
  401: 'unauthorised',
  403: 'forbidden',
  404: 'not-found',
  412: 'stale',
};

/** The problem in an answer of the API; `body` is what it could be read as, if at all. */
export function problemIn(status: number, body: unknown): Problem {
  const { code, reason } = (typeof body === 'object' && body !== null ? body : {}) as {
    code?: ProblemCode;
    reason?: string;
  };
  const kind = (code === undefined ? undefined : kindOfCode[code]) ?? kindOfStatus[status] ?? 'unavailable';
  return new Problem(kind, { reason: reason ?? null, cause: status });
}

export function problemOf(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem('unavailable', { cause: error });
}
