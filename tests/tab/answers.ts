// The API's answers in these tests: one scheme, one person, one round, with literal dates. They have the types of the
// API, so the compiler finds a change of it here first.
import type { SchemeDates, StoredSettings } from '../../core/schemes/settings-schemas.ts';
import type { Me, Now, Schemes } from '../../core/api/me.ts';
import type { MyHistory } from '../../core/api/meetings.ts';
import type { RoundDetail, Rounds } from '../../core/api/rounds.ts';
import type { PairingView } from '../../core/words/pairing-view.ts';

const tenant = '11111111-1111-4111-8111-111111111111';
const person = (n: number): string => `${tenant}.00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const ada = { id: person(1), name: 'Ada Okafor' };
const miguel = { id: person(2), name: 'Miguel Ángel Fernández' };
const priya = { id: person(3), name: 'Priya Raman' };
const tom = { id: person(4), name: 'Tom Bright' };

export const me: Me = {
  ...ada,
  language: 'en-GB',
  zone: 'Europe/London',
  coordinator: false,
  coordinates: [],
  enrolments: [
    {
      scheme: 'unmentoring',
      name: 'UnMentoring',
      status: 'active',
      pausedUntil: null,
      joinedAt: '2026-11-02T09:00:00Z',
    },
  ],
  settings: { reachable: true, preferences: { hours: 'morning', minutes: 45 } },
};

export const coordinator: Me = { ...me, coordinator: true, coordinates: ['unmentoring'] };

export const pairing: PairingView = {
  scheme: 'unmentoring',
  schemeName: 'UnMentoring',
  round: '2026-12-14',
  pairing: 'p1',
  state: 'booked',
  revision: 0,
  slot: { start: '2026-12-15T14:00:00Z', end: '2026-12-15T14:30:00Z' },
  offer: null,
  joinUrl: 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_1',
  myAnswer: 'accepted',
  mySaid: null,
  seenAt: '2026-12-10T10:00:00Z',
  partners: [
    {
      ...miguel,
      department: 'Highways and Transport',
      office: 'Bogotá',
      drink: 'tinto',
      about: 'I draw maps of places that do not exist.',
      askMe: 'salsa, bridges',
      mail: 'miguel@example.com',
      zone: 'America/Bogota',
      answer: 'none',
    },
  ],
  lastMet: null,
  newLink: null,
  question: { theme: 'do', index: 1 },
  isAfterWeek: false,
};

export const trio: PairingView = {
  ...pairing,
  partners: [
    ...pairing.partners,
    {
      ...priya,
      mail: 'priya@example.com',
      department: 'Digital',
      office: 'Leeds',
      zone: 'Europe/London',
      answer: 'declined',
    },
  ],
  lastMet: 3,
};

/** *Now* with a booked meeting. */
export const now: Now = {
  at: '2026-12-10T10:00:00Z',
  me,
  app: 'installed',
  bot: '28:22222222-2222-4222-8222-222222222222',
  state: 'meeting',
  scheme: {
    id: 'unmentoring',
    name: 'UnMentoring',
    purpose: '',
    cadence: { kind: 'monthly', week: 2 },
    minutes: 30,
    zone: 'Europe/London',
    next: { pairingAt: '2027-01-07T10:00:00Z', week: '2027-01-11' },
    pausedUntil: null,
    rules: { version: 1, accepted: true, own: null },
  },
  round: null,
  reason: null,
  pairing,
  meeting: {
    scheme: 'unmentoring',
    round: '2026-12-14',
    version: 'm1',
    coming: false,
    said: null,
    feedback: null,
    note: { before: '', after: '' },
  },
  acts: [],
};

export const history: MyHistory = [
  {
    scheme: 'unmentoring',
    schemeName: 'UnMentoring',
    number: 9,
    week: '2026-12-14',
    partners: [miguel],
    met: null,
    takeaway: null,
    shared: [],
  },
  {
    scheme: 'unmentoring',
    schemeName: 'UnMentoring',
    number: 8,
    week: '2026-11-09',
    partners: [{ ...priya, department: 'Digital' }, tom],
    met: true,
    takeaway: null,
    shared: [],
  },
  {
    scheme: 'unmentoring',
    schemeName: 'UnMentoring',
    number: 2,
    week: null,
    // The other one was erased.
    partners: [tom, { id: 'former.colleague', name: '' }],
    met: false,
    takeaway: null,
    shared: [],
  },
];

export const schemes: Schemes = [
  {
    id: 'unmentoring',
    name: 'UnMentoring',
    minutes: 30,
    zone: 'Europe/London',
    next: { pairingAt: '2027-01-07T10:00:00Z', week: '2027-01-11' },
    status: 'active',
  },
];

export const rounds: Rounds = [
  {
    round: '2026-12-14',
    number: 9,
    stage: 'meeting',
    weekStart: '2026-12-14T00:00:00Z',
    weekEnd: '2026-12-21T00:00:00Z',
    figures: null,
  },
  {
    round: '2026-11-09',
    number: 8,
    stage: 'closed',
    weekStart: '2026-11-09T00:00:00Z',
    weekEnd: '2026-11-16T00:00:00Z',
    figures: { tookPart: 40, paired: 38, met: 30, notMet: 6, notKnown: 2 },
  },
];

export const round: RoundDetail = {
  scheme: 'unmentoring',
  schemeName: 'UnMentoring',
  zone: 'Europe/London',
  round: '2026-12-14',
  number: 9,
  stage: 'meeting',
  weekStart: '2026-12-14T00:00:00Z',
  weekEnd: '2026-12-21T00:00:00Z',
  plan: { seed: 7, optimal: true, cost: { unplaced: 2, trios: 0, repeats: 500, closeness: 3, coverage: 0 } },
  unreadableEvents: 0,
  counts: { participants: 6, pairings: 1, trios: 0, booked: 1, waiting: 0, unplaced: 4, told: 3 },
  figures: { tookPart: 6, paired: 4, met: 0, notMet: 2, notKnown: 0 },
  faces: null,
  pairings: [
    {
      pairing: 'p1',
      state: 'booked',
      outcome: null,
      slot: { start: '2026-12-15T14:00:00Z', end: '2026-12-15T14:30:00Z' },
      online: true,
      moves: 2,
      lastMet: null,
      members: [
        { ...ada, answer: 'accepted' },
        { ...miguel, answer: 'none' },
      ],
      endedBecause: null,
    },
    {
      pairing: 'p2',
      state: 'failed',
      outcome: 'not-met',
      slot: null,
      online: false,
      moves: 0,
      lastMet: 2,
      members: [
        { ...priya, answer: 'none' },
        { ...tom, answer: 'none' },
      ],
      endedBecause: 'every-slot-passed',
    },
  ],
  receipt: [
    { ...ada, outcome: 'paired', pairing: 'p1', reason: null, detail: null, told: 'sent' },
    { ...miguel, outcome: 'paired', pairing: 'p1', reason: null, detail: null, told: 'sent' },
    { ...priya, outcome: 'paired', pairing: 'p2', reason: null, detail: null, told: 'pending' },
    { ...tom, outcome: 'paired', pairing: 'p2', reason: null, detail: null, told: 'unreachable' },
    {
      id: person(5),
      name: 'Zoë Lindqvist',
      outcome: 'unplaced',
      pairing: null,
      reason: 'away-all-week',
      detail: null,
      told: 'sent',
    },
    {
      id: person(6),
      name: 'Kwame Mensah',
      outcome: 'unplaced',
      pairing: null,
      reason: 'no-common-slot',
      detail: null,
      told: 'failed',
    },
  ],
};

export const settings: StoredSettings = {
  scheme: 'unmentoring',
  schemeName: 'UnMentoring',
  version: 'first',
  settings: {
    minutes: 30,
    booking: 'automatic',
    asking: 'standing',
    booksForSilent: true,
    coverage: true,
    lunch: { start: '12:00', end: '13:00' },
    name: 'UnMentoring',
    purpose: '',
    zone: 'Europe/London',
    cadence: { kind: 'monthly', week: 2 },
    pairing: { daysBefore: 4, at: '10:00' },
    preview: 'none',
    ownRule: null,
    coordinators: [],
    workingHours: { days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'], start: '09:00', end: '17:00' },
  },
  people: [],
};

/** The next three rounds with these settings and a preview. */
export const dates: SchemeDates = [
  ['2027-01-11', '2027-01-05T10:00:00Z', '2027-01-06T16:00:00Z', '2027-01-07T10:00:00Z', '2027-01-18'],
  ['2027-02-08', '2027-02-02T10:00:00Z', '2027-02-03T16:00:00Z', '2027-02-04T10:00:00Z', '2027-02-15'],
  ['2027-03-08', '2027-03-02T10:00:00Z', '2027-03-03T16:00:00Z', '2027-03-04T10:00:00Z', '2027-03-15'],
].map(([round = '', calledAt = '', draftAt = '', pairingAt = '', end = '']) => ({
  round,
  calledAt,
  draftAt,
  pairingAt,
  weekStart: `${round}T00:00:00Z`,
  weekEnd: `${end}T00:00:00Z`,
}));
