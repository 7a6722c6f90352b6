import type { MatchedPairing, MatchingResult } from '../../core/matching/index.ts';
import type { Gathered } from './gather.ts';
import { unplacedOf, type Unplaced } from './unplaced.ts';

const reasons: Readonly<Record<Unplaced['reason'], string>> = {
  'away-all-week': 'no time in working hours all week',
  'no-common-slot': 'no time in common with anybody',
  excluded: 'everybody with a time in common is excluded',
  'better-used-elsewhere': 'those who could meet them are needed by others',
  alone: 'nobody else takes part',
  'calendar-unreadable': 'their calendar cannot be read',
};

/** The first people and pairings are named, up to this number; the others are counted. */
const named = 10;

/** Sums up a plan for the person who ran it, one line a sentence. */
export function summaryOf(gathered: Gathered, result: MatchingResult): string[] {
  const { employees } = gathered;
  const { pairings, cost, bound, optimal, repeatsForced } = result;
  const mail = (id: string): string => employees.get(id)?.mail ?? id;
  const people = pairings.reduce((sum, { members }) => sum + members.length, 0);
  const lines = [
    `${counted(people, 'person', 'people')} meet in ${counted(pairings.length - cost.trios, 'pair', 'pairs')}` +
      (cost.trios === 0 ? '.' : ` and ${counted(cost.trios, 'trio', 'trios')}.`),
    ...triosNamed(pairings, mail),
    ...repeats(pairings, mail, repeatsForced),
    ...newLinks(pairings),
    ...acrossDepartments(pairings, ({ members }) => members.map((id) => employees.get(id)?.department)),
    ...leftOut(unplacedOf(gathered, result), mail),
    optimal
      ? 'No plan is better: this is proved.'
      : `Perhaps not the best plan: repeats cost ${cost.repeats}, closeness is ${cost.closeness} and coverage ${cost.coverage}; no plan can have less than ${bound.repeats}, ${bound.closeness} and ${bound.coverage}.`,
  ];
  return lines;
}

function triosNamed(pairings: readonly MatchedPairing[], mail: (id: string) => string): string[] {
  return limited(
    pairings.filter(({ members }) => members.length === 3),
    ({ members }) => `  trio: ${members.map(mail).join(', ')}`,
  );
}

function repeats(
  pairings: readonly MatchedPairing[],
  mail: (id: string) => string,
  forced: boolean,
): string[] {
  const again = pairings.filter(({ lastMet }) => lastMet !== null);
  if (again.length === 0) return ['Nobody meets somebody again.'];
  return [
    `${counted(again.length, 'pairing has', 'pairings have')} people who met before${forced ? '; that cannot be avoided' : ''}:`,
    ...limited(again, ({ members, lastMet }) => {
      const rounds = lastMet?.rounds ?? 0;
      return `  ${members.map(mail).join(', ')}: ${rounds === 1 ? 'in the last round' : `${rounds} rounds ago`}`;
    }),
  ];
}

function newLinks(pairings: readonly MatchedPairing[]): string[] {
  const links = pairings.flatMap(({ newLink }) => (newLink === null ? [] : [newLink.join(' and ')]));
  const different = [...new Set(links)].sort();
  if (different.length === 0) return [];
  return [
    `${counted(links.length, 'pairing links', 'pairings link')} departments of which nobody has met yet:`,
    ...limited(different, (link) => `  ${link}`),
  ];
}

function acrossDepartments(
  pairings: readonly MatchedPairing[],
  departmentsOf: (pairing: MatchedPairing) => readonly (string | undefined)[],
): string[] {
  const known = pairings.map(departmentsOf).filter((all) => all.every((name) => name !== undefined));
  if (known.length === 0) return [];
  const across = known.filter((all) => new Set(all).size === all.length).length;
  return [
    `${Math.round((100 * across) / known.length)} % of the pairings are across departments (${across} of ${known.length} in which all departments are known).`,
  ];
}

function leftOut(unplaced: readonly Unplaced[], mail: (id: string) => string): string[] {
  if (unplaced.length === 0) return ['Nobody is left without a meeting.'];
  return [
    `${counted(unplaced.length, 'person is', 'people are')} left without a meeting:`,
    ...limited(unplaced, ({ id, reason }) => `  ${mail(id)}: ${reasons[reason]}`),
  ];
}

function limited<T>(items: readonly T[], line: (item: T) => string): string[] {
  const lines = items.slice(0, named).map(line);
  return items.length > named ? [...lines, `  and ${items.length - named} more`] : lines;
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
