/**
 * Why the tab cannot show something. Each kind has its own sentence, with a way on, in `words/`.
 * - `sign-in-denied`: Teams gave no token · `unauthorised`: the product did not accept it (401)
 * - `forbidden`: 403 · `not-found`: 404 · `unavailable`: no answer, or any other refusal
 * - `unreadable`: an answer that is not what core/api/schemas.ts says
 */
export type ProblemKind =
  'sign-in-denied' | 'unauthorised' | 'forbidden' | 'not-found' | 'unavailable' | 'unreadable';

export class Problem extends Error {
  readonly kind: ProblemKind;

  constructor(kind: ProblemKind, options?: ErrorOptions) {
    super(kind, options);
    this.kind = kind;
  }
}

const kindOfStatus: Partial<Record<number, ProblemKind>> = {
  401: 'unauthorised',
  403: 'forbidden',
  404: 'not-found',
};

export function problemOfStatus(status: number): Problem {
  return new Problem(kindOfStatus[status] ?? 'unavailable', { cause: status });
}
