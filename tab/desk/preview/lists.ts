import type { DraftView } from '../../../core/api/draft.ts';
import { plain } from '../round/people/select-people.ts';

interface Named {
  readonly name: string;
}

/** Whether one of them has the text in the name, whatever its case and accents. */
export function isNamed(people: readonly Named[], text: string): boolean {
  const wanted = plain(text.trim());
  return people.some(({ name }) => plain(name).includes(wanted));
}

/** What to look at first: those who meet again, then groups of three, then the others; each by name. */
export function sortPairs(pairings: DraftView['pairings'], locale: string): DraftView['pairings'] {
  const { compare } = new Intl.Collator(locale);
  const rank = ({ lastMet, members }: DraftView['pairings'][number]): number =>
    lastMet !== null ? 0 : members.length === 3 ? 1 : 2;
  const nameOf = ({ members }: DraftView['pairings'][number]): string => members[0]?.name ?? '';
  return pairings.toSorted((a, b) => rank(a) - rank(b) || compare(nameOf(a), nameOf(b)));
}
