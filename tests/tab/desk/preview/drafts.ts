// A round before it goes out, as the API answers: two pairs, one of them again, one group of three, and people without a meeting.
import type { Today } from '../../../../core/api/desk.ts';
import type { DraftView } from '../../../../core/api/draft.ts';
import { today } from '../desk-answers.ts';

type Pairing = DraftView['pairings'][number];
type Person = Pairing['members'][number];

const tenant = '11111111-1111-4111-8111-111111111111';
function person(n: number, name: string, department: string): Person {
  return { id: `${tenant}.00000000-0000-4000-8000-${String(n).padStart(12, '0')}`, name, department };
}

export const ada = person(1, 'Ada Okafor', 'Design');
export const miguel = person(2, 'Miguel Ángel Fernández', 'Bridges');
export const priya = person(3, 'Priya Raman', 'Digital');
export const tom = person(4, 'Tom Bright', 'Planning');
export const zoe = person(5, 'Zoë Lindqvist', 'Digital');
export const kwame = person(6, 'Kwame Mensah', 'Bridges');
export const lin = person(7, 'Lin Chen', 'Planning');
export const sara = person(8, 'Sara Holm', 'Design');
export const omar = person(9, 'Omar Haddad', 'Legal');
export const ines = person(10, 'Inês Duarte', 'Legal');
const noor = person(11, 'Noor Visser', 'Digital');

function pair(id: string, members: readonly Person[], more: Partial<Pairing> = {}): Pairing {
  return {
    id,
    members: [...members],
    lastMet: null,
    lastMetOn: null,
    shared: [],
    newLink: null,
    minutes: 30,
    slot: { start: '2026-12-15T14:00:00Z', end: '2026-12-15T14:30:00Z' },
    locked: false,
    ...more,
  };
}

export const adaAndMiguel = pair('p1', [ada, miguel], { newLink: ['Bridges', 'Design'] });
export const priyaAndTom = pair('p2', [priya, tom], { lastMet: 5, lastMetOn: '2026-07-13' });
const threeOfThem = pair('p3', [zoe, kwame, lin], {
  minutes: 45,
  slot: { start: '2026-12-16T09:00:00Z', end: '2026-12-16T09:45:00Z' },
});

export const draft: DraftView = {
  scheme: 'unmentoring',
  schemeName: 'UnMentoring',
  zone: 'Europe/London',
  round: '2026-12-14',
  number: 9,
  version: '1',
  madeAt: '2026-12-09T16:00:00Z',
  by: null,
  change: null,
  state: 'open',
  releasesAt: '2026-12-10T10:00:00Z',
  waits: false,
  pairings: [adaAndMiguel, threeOfThem, priyaAndTom],
  unplaced: [
    { ...sara, reason: 'away-all-week' },
    { ...omar, reason: 'no-common-slot' },
  ],
  outside: [
    { ...ines, why: 'said-no' },
    { ...noor, why: 'not-asked' },
  ],
  forbidden: [],
  cost: { unplaced: 2, trios: 1, repeats: 200, closeness: 0, coverage: 2 },
  best: { unplaced: 2, trios: 1, repeats: 200, closeness: 0, coverage: 2 },
  isProved: true,
  repeatsForced: true,
  news: { joined: 0, left: 0 },
};

/** Miguel and Zoë have swapped places: two of the same department meet, and fewer departments meet. */
export const swapped: DraftView = {
  ...draft,
  version: '2',
  madeAt: '2026-12-09T16:20:00Z',
  by: ada,
  change: { kind: 'swap', one: miguel.id, other: zoe.id },
  pairings: [
    pair('p4', [ada, zoe], { locked: true, shared: ['office'] }),
    pair('p5', [miguel, kwame, lin], { locked: true, shared: ['department'] }),
    priyaAndTom,
  ],
  cost: { ...draft.cost, closeness: 3, coverage: 3 },
};

/** What is said of today before the round has a draft. */
export function todayWith(next: Partial<Today['next']>): Today {
  return { ...today, next: { ...today.next, round: '2026-12-14', draftAt: null, ...next } };
}
