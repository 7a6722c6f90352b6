import type { PersonRow, Step } from '../../../../core/api/desk.ts';

/** Which people of a round are shown. A step has those who have come to it, or further. */
export const shows = [
  ...['all', 'in', 'paired', 'invited', 'accepted', 'met'],
  ...['not-met', 'not-known', 'silent', 'unplaced', 'not-reached'],
] as const;
export type Show = (typeof shows)[number];

export const sorts = ['name', 'outcome', 'when', 'told'] as const;
export type Sort = (typeof sorts)[number];

/** What is shown of the people of a round, and in which order. It stands in the address. */
export interface Shown {
  readonly show: Show;
  readonly sort: Sort;
  readonly isDescending: boolean;
}

/** @example parseShown('show=met&sort=-when') → { show: 'met', sort: 'when', isDescending: true } */
export function parseShown(query: string): Shown {
  const asked = new URLSearchParams(query);
  const sort = asked.get('sort') ?? '';
  return {
    show: shows.find((one) => one === asked.get('show')) ?? 'all',
    sort: sorts.find((one) => one === sort.replace(/^-/, '')) ?? 'name',
    isDescending: sort.startsWith('-'),
  };
}

/** The part of the address that says it; empty when it is as by default. */
export function queryOf({ show, sort, isDescending }: Shown): string {
  const said = new URLSearchParams();
  if (show !== 'all') said.set('show', show);
  if (sort !== 'name' || isDescending) said.set('sort', `${isDescending ? '-' : ''}${sort}`);
  return said.toString();
}

const steps: readonly Step[] = ['enrolled', 'in', 'paired', 'invited', 'accepted', 'met'];

/** How far somebody has come, as a number that grows. */
export function placeOf(step: Step): number {
  return steps.indexOf(step);
}

/** Whether the latest message did not reach somebody. */
export function isNotReached({ told }: Pick<PersonRow, 'told'>): boolean {
  return told === 'unreachable' || told === 'failed';
}

/** Whether somebody is among those that are shown. */
export function isShown(row: PersonRow, show: Show): boolean {
  switch (show) {
    case 'all':
      return true;
    case 'not-met':
    case 'not-known':
      return row.outcome === show;
    case 'silent':
      return row.answer === 'none' && row.outcome === null && row.slot !== null;
    case 'unplaced':
      return row.step === 'in';
    case 'not-reached':
      return isNotReached(row);
    default:
      return placeOf(row.step) >= placeOf(show);
  }
}

/** Why people cannot be invited: nobody is paired with them by hand. */
const gone: readonly (string | null)[] = ['not-in-directory', 'unreachable', 'record-unreadable'];

/** Whether a coordinator may pair somebody who has no meeting by hand. */
export function mayBePaired({ step, reason }: Pick<PersonRow, 'step' | 'reason'>): boolean {
  return step === 'in' && !gone.includes(reason);
}
