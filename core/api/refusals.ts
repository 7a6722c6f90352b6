import type { ProblemCode } from './problem.ts';

/** The status of each refusal, and its title. Starts load this file: it imports nothing. */
export const refusals: Readonly<Record<ProblemCode, { readonly status: number; readonly title: string }>> = {
  unauthorised: { status: 401, title: 'Not signed in' },
  forbidden: { status: 403, title: 'Not open to you' },
  'not-found': { status: 404, title: 'Not found' },
  'bad-request': { status: 400, title: 'Not understood' },
  'too-large': { status: 413, title: 'Too large' },
  refused: { status: 409, title: 'Not possible now' },
  stale: { status: 412, title: 'Changed meanwhile' },
  unversioned: { status: 428, title: 'A version is needed' },
  unavailable: { status: 503, title: 'Not available just now' },
};
