import type { Step, Today } from '../../../core/api/desk.ts';

type Line = NonNullable<Today['round']>['line'];

/** The steps of a round, in their order. */
export const lineSteps = ['enrolled', 'in', 'paired', 'invited', 'accepted', 'met'] as const;

/** Of whom each step after the first has some. */
const wholes = {
  in: 'enrolled',
  paired: 'in',
  invited: 'paired',
  accepted: 'invited',
  met: 'paired',
} as const;

/** What the line says in a sentence: how many have come to the furthest step that anybody has come to. */
export function findingOf(line: Line): { readonly step: Step; readonly n: number; readonly of: number } {
  const step = lineSteps.findLast((one) => line[one] > 0) ?? 'enrolled';
  return { step, n: line[step], of: step === 'enrolled' ? line.enrolled : line[wholes[step]] };
}
