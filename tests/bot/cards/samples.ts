import type { AdaptiveCard, ColumnSet, Element } from '../../../bot/cards/card.ts';
import { messageCard } from '../../../bot/cards/message-card.ts';
import { cannotCard, comingCard } from '../../../bot/cards/month/before-card.ts';
import { calledCard, stillInCard } from '../../../bot/cards/month/call-cards.ts';
import { keptFeedbackCard, saidMetCard } from '../../../bot/cards/month/met-card.ts';
import { type Reading, readingOf } from '../../../bot/cards/reading.ts';
import {
  coordinatorCard,
  historyCard,
  myDataCard,
  offeredCard,
  privacyCard,
} from '../../../bot/cards/rights/about-cards.ts';
import { askToEraseCard, erasedCard } from '../../../bot/cards/rights/erase-cards.ts';
import {
  inviteCard,
  inviteSentCard,
  keptApartCard,
  neverWithCard,
} from '../../../bot/cards/rights/people-cards.ts';
import { viewCard } from '../../../bot/cards/view-card.ts';
import type { Standing } from '../../../core/enrolment/standing.ts';
import { news as allNews } from '../../../core/records/outbox.ts';
import type { Report } from '../../../core/records/report.ts';
import { personId } from '../../../core/records/person.ts';
import type { Profile } from '../../../core/records/profile.ts';
import type { Message } from '../../../core/words/message.ts';
import type { PairingView } from '../../../core/words/pairing-view.ts';
import { unmentoring } from '../world.ts';

export const slots = [
  { start: '2026-12-16T14:00:00Z', end: '2026-12-16T14:45:00Z' },
  { start: '2026-12-17T09:30:00Z', end: '2026-12-17T10:15:00Z' },
  { start: '2026-12-18T11:00:00Z', end: '2026-12-18T11:45:00Z' },
];

export const view: PairingView = {
  scheme: 'unmentoring',
  schemeName: 'UnMentoring',
  round: '2026-12-14',
  pairing: 'p00001',
  state: 'booked',
  revision: 2,
  slot: { start: '2026-12-15T10:00:00Z', end: '2026-12-15T10:45:00Z' },
  offer: null,
  joinUrl: 'https://teams.microsoft.com/l/meetup-join/1',
  myAnswer: 'accepted',
  mySaid: null,
  seenAt: '2026-12-10T10:00:00Z',
  partners: [
    {
      id: 'q',
      name: 'Priya Patel',
      department: 'Parks',
      office: 'Pune',
      role: 'Ranger',
      mail: 'priya@example.com',
      zone: 'Asia/Kolkata',
      answer: 'declined',
    },
    { id: 'r', name: 'Rosa [Red] *Ruiz*', mail: 'rosa@example.com', zone: 'Europe/London', answer: 'none' },
  ],
  lastMet: null,
  newLink: null,
  question: { theme: 'do', index: 1 },
  isAfterWeek: false,
};
export const toChoose: PairingView = { ...view, state: 'suggested', slot: null, joinUrl: null, offer: slots };
export const withPriya = { partners: view.partners.slice(0, 1) };

export type AboutPairing = Extract<Message, { kind: 'pairing' }>;
export const booked: AboutPairing = {
  kind: 'pairing',
  pairing: view,
  news: 'booked',
  because: null,
  insteadOf: null,
  passedOver: false,
};
export const choose: AboutPairing = { ...booked, pairing: toChoose, news: 'asked', because: 'you' };

export const scheme = { id: view.scheme, name: view.schemeName };
export const calledOff: Extract<Message, { kind: 'called-off' }> = {
  kind: 'called-off',
  scheme,
  round: view.round,
  by: null,
  ...withPriya,
};

/** The same by a coordinator, whose name is not always known, with and without a word. */
export const calledOffBy = [
  { name: 'Eve [Stone]', word: 'The office is *closed* that day; sorry.' },
  { name: null, word: '' },
].map((by): Message => ({ ...calledOff, by }));

/** The app's id in links of Teams. */
export const teamsApp = '5b8e2c64-9a1d-4f37-8c50-6d7e8f901a2b';

export const english = readingOf({ language: 'en-GB', zone: 'Europe/London' }, teamsApp);

/** A pairing as the bot shows it to a member who asked for it. */
export const shown = (pairing: PairingView, reading = english) =>
  viewCard(pairing, { lead: null, answers: true }, reading);

/** Every message about a pairing, for each person who may have caused it. */
const aboutPairings = (['you', { name: 'Priya Patel' }, null] as const).flatMap((because) =>
  allNews.options.flatMap((news): Message[] => {
    switch (news) {
      case 'suggested':
      case 'asked':
        return [slots, slots.slice(0, 1), []].map((offered) => ({
          ...choose,
          pairing: { ...toChoose, offer: offered },
          news,
          because,
        }));
      case 'member-left':
        return [
          { ...booked, news, because },
          { ...choose, news, because },
        ];
      default:
        return [{ ...booked, news, because }];
    }
  }),
);
export const messages: readonly Message[] = [calledOff, ...calledOffBy, ...aboutPairings];

const reports: readonly Report[] = [
  ...[false, true].map(
    (waits) =>
      ({
        about: 'draft',
        pairs: 18,
        trios: 1,
        without: 2,
        releasesAt: Date.parse('2026-12-10T10:00:00Z'),
        waits,
      }) as const,
  ),
  { about: 'paired', pairs: 0, trios: 0, without: 0 },
  { about: 'paired', pairs: 19, trios: 1, without: 2 },
  ...(['refused-by-outlook', 'not-reached', 'poison-messages', 'without-meeting'] as const).flatMap(
    (reason) => [1, 7].map((count) => ({ about: 'needs-a-hand', reason, count, of: 40 }) as const),
  ),
  { about: 'closed', tookPart: 40, paired: 38, met: 30, notMet: 2, notKnown: 6 },
];
const over = { ...view, seenAt: '2026-12-15T11:00:00Z' };

/** What the product sends by itself in the course of a month. */
export const monthMessages: readonly Message[] = [
  ...[view, { ...view, ...withPriya }, { ...view, isAfterWeek: true }, { ...view, offer: slots }].map(
    (pairing): Message => ({ kind: 'before', pairing }),
  ),
  { kind: 'remind', pairing: view },
  { kind: 'remind', pairing: toChoose },
  { kind: 'met', pairing: over },
  { kind: 'again', pairing: { ...over, offer: slots } },
  ...[null, '2026-12-15T12:00:00Z'].flatMap((bookedAt) =>
    [0, 1, 2].map((passed): Message => ({ kind: 'choose', pairing: toChoose, passed, bookedAt })),
  ),
  ...[true, false].flatMap((asks): Message[] => [
    {
      kind: 'call',
      scheme: { id: 's', name: 'UnMentoring' },
      round: '2026-12-14',
      pairingAt: view.seenAt,
      asks,
    },
    { kind: 'still', scheme: { id: 's', name: 'UnMentoring' }, round: '2026-12-14', asks },
  ]),
  {
    kind: 'back',
    scheme: { id: 's', name: 'UnMentoring' },
    until: '2026-12-07',
    next: { round: '2026-12-14', pairingAt: view.seenAt },
  },
  ...reports.map((report): Message => ({
    kind: 'coordinator',
    scheme: { id: 's', name: 'UnMentoring' },
    round: '2026-12-14',
    report,
  })),
];

/** The cards of the month: its messages, and the answers to their buttons. */
export function monthCards(reading: Reading): AdaptiveCard[] {
  const here = standing('active');
  const priya = { ...over, ...withPriya };
  return [
    ...monthMessages.map((message) => messageCard(message, 'key', reading)),
    comingCard({ kind: 'coming', pairing: view }, reading),
    ...[null, slots].map((offer) => cannotCard({ ...view, offer }, reading)),
    saidMetCard({ kind: 'yes', pairing: priya, feedback: null }, reading),
    saidMetCard(
      {
        kind: 'yes',
        pairing: over,
        feedback: { face: 4, takeaway: '[bees](https://evil.example)', shared: true },
      },
      reading,
    ),
    saidMetCard({ kind: 'no', pairing: priya }, reading),
    ...[null, slots].map((offer) => saidMetCard({ kind: 'not-yet', pairing: { ...priya, offer } }, reading)),
    ...(['yes', 'not-yet', 'no'] as const).map((mySaid) => shown({ ...priya, mySaid }, reading)),
    ...[true, false].map((shared) =>
      keptFeedbackCard({ kind: 'kept', feedback: { takeaway: 'Bees.', shared } }, reading),
    ),
    ...(['in', 'skipped'] as const).map((kind) => calledCard({ kind, standing: here }, reading)),
    stillInCard({ kind: 'in', standing: here }, reading),
  ];
}

/** Every state of a pairing that a member may see. */
export const views: readonly PairingView[] = [
  view,
  { ...view, joinUrl: null, myAnswer: 'none' },
  { ...view, offer: slots },
  { ...view, state: 'planned', slot: null, joinUrl: null },
  { ...view, state: 'planned', joinUrl: null },
  toChoose,
  { ...toChoose, offer: [] },
  { ...view, state: 'failed', slot: null, joinUrl: null },
  { ...view, state: 'cancelled', slot: null, joinUrl: null },
];

/** As somebody filled in the card who wrote what must not become Markdown. */
export const profile: Profile = {
  drink: 'oat *flat* white',
  about: 'I read https://evil.example aloud.',
  askMe: '[bees](https://evil.example)',
  call: 'phone',
  language: 'de',
};

export function standing(status: Standing['status']): Standing {
  return {
    reader: { id: 'p', name: 'Ann', language: 'en-GB', zone: 'Europe/London' },
    scheme: unmentoring,
    status,
    preferences: { hours: 'morning', minutes: 45 },
    ...(status === 'paused' && { pausedUntil: '2027-02-01' }),
  };
}

export const ahead = [
  { scheme: 'unmentoring', partners: ['Priya Patel'], start: '2026-12-16T14:00:00Z', day: '2026-12-16' },
  { scheme: 'unmentoring', partners: ['Ed', 'Rosa'], start: '2026-12-17T14:00:00Z', day: '2026-12-17' },
  { scheme: 'unmentoring', partners: ['Ed'], start: null, day: '2026-12-18' },
  { scheme: 'unmentoring', partners: ['Ed', 'Rosa'], start: null, day: '2026-12-18' },
];

const contoso = { support: 'help@contoso.example', host: 'coffee.contoso.example', teamsApp };
const colleagues = ['1', '2', '3', '4', '5'].map((digit) => ({
  id: personId('11111111-1111-4111-8111-111111111111', `aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaa${digit}`),
  name: digit < '3' ? 'Anna Müller' : `Anna ${digit}`,
  mail: 'anna@contoso.example',
  department: `Department ${digit}`,
  enabled: true,
  guest: false,
}));

/** The cards about somebody's rights. */
export function rightsCards(reading: Reading): AdaptiveCard[] {
  const token = '2026-12-07T09:00:00Z';
  const asked = {
    kind: 'asked',
    token,
    schemes: ['UnMentoring'],
    meetings: ahead,
    staysUntil: null,
  } as const;
  const met = { scheme: 's', schemeName: 'S', number: 1, week: '2026-12-07', met: null };
  const history = {
    ...met,
    partners: [{ id: 'q', name: 'Priya Patel' }],
    takeaway: '[bees](https://evil.example)'.padEnd(280, 'x'),
    shared: [{ id: 'q', name: 'Priya Patel', takeaway: 'Ask twice.'.padEnd(280, 'x') }],
  };
  const searches = [
    { name: null, found: [] },
    { name: 'Anna', found: [] },
    { name: 'Anna', found: colleagues },
  ];
  return [
    privacyCard(contoso, reading),
    privacyCard({ ...contoso, host: null }, reading),
    coordinatorCard(contoso, reading),
    coordinatorCard({ ...contoso, support: 'https://help.contoso.example' }, reading),
    historyCard([], reading),
    historyCard(
      Array.from({ length: 14 }, () => history),
      reading,
    ),
    historyCard([{ ...history, week: null }], reading),
    myDataCard(
      `Title\n-----\nname: Ann\n${'  a: ü\n'.repeat(2000)}`,
      reading.words.myData.noFile,
      contoso,
      reading,
    ),
    offeredCard(reading),
    askToEraseCard(asked, false, reading),
    askToEraseCard({ ...asked, schemes: [], meetings: [], staysUntil: token }, true, reading),
    askToEraseCard({ kind: 'confirmed', staysUntil: token }, false, reading),
    askToEraseCard({ kind: 'nothing-kept' }, false, reading),
    erasedCard({ kind: 'confirmed', staysUntil: null }, reading),
    ...searches.flatMap((search) => [
      inviteCard(search, reading),
      neverWithCard(search, [], reading),
      neverWithCard(search, colleagues, reading),
    ]),
    ...[true, false].map((meetsThem) => keptApartCard({ kind: 'kept', name: 'Ed', meetsThem }, reading)),
    keptApartCard({ kind: 'refused', reason: 'yourself' }, reading),
    inviteSentCard({ kind: 'invited', name: 'Ed' }, reading),
    inviteSentCard({ kind: 'refused', reason: 'not-again' }, reading),
  ];
}

export const german = readingOf({ language: 'de-DE', zone: 'Europe/Berlin' }, teamsApp);

/** The texts of a card, one a line. */
export function linesOf({ body }: AdaptiveCard): string[] {
  return body.flatMap((element) => {
    if (element.type === 'FactSet') return element.facts.map(({ title, value }) => `${title}: ${value}`);
    return textsOf([element]).map((text) => text.replace('day,', 'day'));
  });
}

/** The words of a card's elements, in the order in which they are read. */
export function textsOf(
  elements: readonly (Element | ColumnSet['columns'][number]['items'][number])[],
): string[] {
  return elements.flatMap((element) => {
    switch (element.type) {
      case 'TextBlock':
        return [element.text];
      case 'FactSet':
        return element.facts.flatMap(({ title, value }) => [title, value]);
      case 'Container':
        return textsOf(element.items);
      case 'ColumnSet':
        return element.columns.flatMap(({ items }) => textsOf(items));
      default:
        return [];
    }
  });
}
