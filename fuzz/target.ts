import type { Chance } from './chance.ts';

export type Verdict =
  /** Taken: a 2xx, a plan, a look that read all of it. */
  | { readonly kind: 'accepted' }
  /** Turned away in order: a 4xx, a kind sentence, trouble with one event. `what` says why, where it is known. */
  | { readonly kind: 'refused'; readonly what?: string }
  /** Neither: the product is at fault. */
  | { readonly kind: 'find'; readonly what: string };

/** One input, and the throwing of it at the product. */
export interface Attempt {
  readonly input: unknown;
  throwIt(): Promise<Verdict>;
}

/** A part of the product that inputs are thrown at. */
export interface Target {
  /** Inputs that must be accepted. */
  readonly seeds: readonly Attempt[];
  /** One of the seeds with changes. */
  mutant(chance: Chance): Attempt;
}

/** Takes what is to be ended after the run. The last is ended first. */
export type AtTheEnd = (end: () => Promise<void>) => void;

/** What an HTTP status says. */
export function verdictOf(status: number, why: () => string): Verdict {
  if (status >= 200 && status < 300) return { kind: 'accepted' };
  if (status >= 400 && status < 500) return { kind: 'refused', what: `status ${status}` };
  return { kind: 'find', what: `status ${status}: ${why()}` };
}
