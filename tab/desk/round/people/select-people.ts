import type { PersonRow } from '../../../../core/api/desk.ts';
import { isShown, placeOf, type Show, type Shown, type Sort, shows } from './shows.ts';

/** Somebody of a round, ready to be found and sorted: worked out once, however often it is looked at. */
export interface Entry {
  readonly row: PersonRow;
  /** The name without case and accents. */
  readonly plain: string;
  readonly keys: Readonly<Record<Exclude<Sort, 'name'>, number>>;
}

const messages: readonly PersonRow['told'][] = ['failed', 'unreachable', 'pending', 'sent'];

/**
 * The people of a round by name; those who were erased last.
 * @param locale BCP 47: whose alphabet it is
 */
export function indexPeople(rows: readonly PersonRow[], locale: string): readonly Entry[] {
  const { compare } = new Intl.Collator(locale);
  return rows
    .map((row) => ({
      row,
      plain: plain(row.name),
      keys: {
        outcome: placeOf(row.step),
        when: row.slot === null ? Infinity : Date.parse(row.slot.start),
        told: messages.indexOf(row.told),
      },
    }))
    .sort((a, b) => Number(a.plain === '') - Number(b.plain === '') || compare(a.row.name, b.row.name));
}

/** How many people each filter shows. */
export function countShows(entries: readonly Entry[]): Readonly<Record<Show, number>> {
  const counts = Object.fromEntries(shows.map((show) => [show, 0])) as Record<Show, number>;
  for (const { row } of entries) for (const show of shows) if (isShown(row, show)) counts[show] += 1;
  return counts;
}

/**
 * Those whom the filter shows and whose name contains the text, whatever its case and accents, in the order that is asked for; by
 * name where that leaves it open.
 * @param entries by name
 */
export function selectPeople(
  entries: readonly Entry[],
  { show, sort, isDescending }: Shown,
  text: string,
): PersonRow[] {
  const wanted = plain(text.trim());
  const found = entries.filter(({ row, plain }) => isShown(row, show) && plain.includes(wanted));
  if (sort === 'name') {
    if (isDescending) found.reverse();
  } else {
    // Those without a time come last, whichever way it is sorted.
    const key = ({ keys }: Entry) => (isDescending && keys[sort] !== Infinity ? -keys[sort] : keys[sort]);
    found.sort((a, b) => (key(a) === key(b) ? 0 : key(a) < key(b) ? -1 : 1));
  }
  return found.map(({ row }) => row);
}

/** Without case and accents. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
