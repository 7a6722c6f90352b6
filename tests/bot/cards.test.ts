import assert from 'node:assert/strict';
import { z } from 'zod';
import {
  helloCard,
  kindWordCard,
  leaveCard,
  noPairingCard,
  pauseCard,
  refusalCard,
  unclearCard,
  unknownCard,
} from '../../bot/cards/answer-cards.ts';
import { leaveAskCard, pauseAskCard, skipAskCard } from '../../bot/cards/ask-cards.ts';
import type { AdaptiveCard } from '../../bot/cards/card.ts';
import { choiceCard } from '../../bot/cards/choice-card.ts';
import { declinedCard } from '../../bot/cards/invited-card.ts';
import { messageCard } from '../../bot/cards/message-card.ts';
import { type Reading, readingOf } from '../../bot/cards/reading.ts';
import { coordinatorCard, historyCard, myDataCard, privacyCard } from '../../bot/cards/rights/about-cards.ts';
import { askToEraseCard, erasedCard } from '../../bot/cards/rights/erase-cards.ts';
import {
  inviteCard,
  inviteSentCard,
  keptApartCard,
  neverWithCard,
} from '../../bot/cards/rights/people-cards.ts';
import { joinCard, preferCard, settingsCard, signUpCard } from '../../bot/cards/sign-up/sign-up-card.ts';
import { viewCard } from '../../bot/cards/view-card.ts';
import { sampleCard, welcomeCard } from '../../bot/cards/sign-up/welcome-card.ts';
import { readPressed } from '../../bot/commands/command.ts';
import type { Standing } from '../../core/enrolment/standing.ts';
import { news as allNews } from '../../core/records/outbox.ts';
import { personId, type Profile } from '../../core/records/person.ts';
import { unplacedReason } from '../../core/records/plan.ts';
import type { Message } from '../../core/words/message.ts';
import type { PairingView } from '../../core/words/pairing-view.ts';
import { unmentoring } from './world.ts';

/** Adaptive Cards 1.5 as published, in the part that Teams shows on a phone. Anything else is refused. */
const textBlock = z.strictObject({
  type: z.literal('TextBlock'),
  text: z.string().min(1),
  wrap: z.literal(true),
  id: z.string().optional(),
  size: z.enum(['Small', 'Default', 'Medium', 'Large', 'ExtraLarge']).optional(),
  weight: z.enum(['Lighter', 'Default', 'Bolder']).optional(),
  style: z.enum(['default', 'heading']).optional(),
  isSubtle: z.boolean().optional(),
  spacing: z.enum(['None', 'Small', 'Default', 'Medium', 'Large', 'ExtraLarge', 'Padding']).optional(),
});
const factSet = z.strictObject({
  type: z.literal('FactSet'),
  facts: z.array(z.strictObject({ title: z.string().min(1), value: z.string().min(1) })).min(1),
});
const dateInput = z.strictObject({ type: z.literal('Input.Date'), id: z.string(), label: z.string().min(1) });
const choiceInput = z.strictObject({
  type: z.literal('Input.ChoiceSet'),
  id: z.string(),
  label: z.string().min(1),
  style: z.enum(['compact', 'expanded']),
  value: z.string(),
  choices: z.array(z.strictObject({ title: z.string().min(1), value: z.string().min(1) })).min(2),
});
const textInput = z.strictObject({
  type: z.literal('Input.Text'),
  id: z.string(),
  label: z.string().min(1),
  maxLength: z.int().min(1),
  value: z.string().min(1).optional(),
});
const toggle = z.strictObject({
  type: z.literal('Input.Toggle'),
  id: z.string(),
  label: z.string().min(1),
  title: z.string().min(1),
  value: z.enum(['true', 'false']),
  wrap: z.literal(true),
  isRequired: z.literal(true).optional(),
  errorMessage: z.string().min(1).optional(),
});
const submit = z.strictObject({
  type: z.literal('Action.Submit'),
  title: z.string(),
  data: z.looseObject({}),
  associatedInputs: z.literal('none').optional(),
});
const action = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Action.OpenUrl'), title: z.string().min(1), url: z.url() }),
  z.strictObject({
    type: z.literal('Action.Execute'),
    title: z.string().min(1),
    verb: z.string(),
    data: z.looseObject({}),
    associatedInputs: z.literal('none').optional(),
    fallback: submit,
  }),
]);
const adaptiveCard = z.strictObject({
  type: z.literal('AdaptiveCard'),
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  version: z.literal('1.5'),
  lang: z.string().min(2),
  fallbackText: z.string().min(1),
  speak: z.string().min(1),
  body: z
    .array(z.discriminatedUnion('type', [textBlock, factSet, dateInput, choiceInput, textInput, toggle]))
    .min(1),
  actions: z.array(action).max(6),
});

const slots = [
  { start: '2026-12-16T14:00:00Z', end: '2026-12-16T14:45:00Z' },
  { start: '2026-12-17T09:30:00Z', end: '2026-12-17T10:15:00Z' },
  { start: '2026-12-18T11:00:00Z', end: '2026-12-18T11:45:00Z' },
];

const view: PairingView = {
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
  partners: [
    {
      id: 'q',
      name: 'Priya Patel',
      department: 'Parks',
      office: 'Pune',
      zone: 'Asia/Kolkata',
      answer: 'declined',
    },
    { id: 'r', name: 'Rosa [Red] *Ruiz*', zone: 'Europe/London', answer: 'none' },
  ],
  lastMet: null,
  newLink: null,
  isAfterWeek: false,
};
const toChoose: PairingView = { ...view, state: 'suggested', slot: null, joinUrl: null, offer: slots };
const withPriya = { partners: view.partners.slice(0, 1) };

type AboutPairing = Extract<Message, { kind: 'pairing' }>;
const booked: AboutPairing = {
  kind: 'pairing',
  pairing: view,
  news: 'booked',
  because: null,
  insteadOf: null,
  passedOver: false,
};
const choose: AboutPairing = { ...booked, pairing: toChoose, news: 'asked', because: 'you' };

const scheme = { id: view.scheme, name: view.schemeName };
const calledOff: Message = { kind: 'called-off', scheme, round: view.round, ...withPriya };

const english = readingOf({ language: 'en-GB', zone: 'Europe/London' });

/** A pairing as the bot shows it to a member who asked for it. */
const shown = (pairing: PairingView, reading = english) =>
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
const messages: readonly Message[] = [calledOff, ...aboutPairings];

/** Every state of a pairing that a member may see. */
const views: readonly PairingView[] = [
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
const profile: Profile = {
  drink: 'oat *flat* white',
  about: 'I read https://evil.example aloud.',
  askMe: '[bees](https://evil.example)',
  call: 'phone',
  language: 'de',
};

function standing(status: Standing['status']): Standing {
  return {
    reader: { id: 'p', name: 'Ann', language: 'en-GB', zone: 'Europe/London' },
    scheme: unmentoring,
    status,
    preferences: { hours: 'morning', minutes: 45 },
    ...(status === 'paused' && { pausedUntil: '2027-02-01' }),
  };
}

const ahead = [
  { scheme: 'unmentoring', partners: ['Priya Patel'], start: '2026-12-16T14:00:00Z', day: '2026-12-16' },
  { scheme: 'unmentoring', partners: ['Ed', 'Rosa'], start: '2026-12-17T14:00:00Z', day: '2026-12-17' },
  { scheme: 'unmentoring', partners: ['Ed'], start: null, day: '2026-12-18' },
  { scheme: 'unmentoring', partners: ['Ed', 'Rosa'], start: null, day: '2026-12-18' },
];

const contoso = { support: 'help@contoso.example', host: 'coffee.contoso.example' };
const colleagues = ['1', '2', '3', '4', '5'].map((digit) => ({
  id: personId('11111111-1111-4111-8111-111111111111', `aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaa${digit}`),
  name: digit < '3' ? 'Anna Müller' : `Anna ${digit}`,
  mail: 'anna@contoso.example',
  department: `Department ${digit}`,
  enabled: true,
  guest: false,
}));

/** The cards about somebody's rights. */
function rightsCards(reading: Reading): AdaptiveCard[] {
  const token = '2026-12-07T09:00:00Z';
  const asked = {
    kind: 'asked',
    token,
    schemes: ['UnMentoring'],
    meetings: ahead,
    staysUntil: null,
  } as const;
  const met = { scheme: 's', schemeName: 'S', number: 1, week: '2026-12-07', met: null };
  const history = { ...met, partners: [{ id: 'q', name: 'Priya Patel' }] };
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
    myDataCard(`Title\n-----\nname: Ann\n${'  a: ü\n'.repeat(2000)}`, contoso, reading),
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

/** Every card that the bot can show, in a language. */
function everyCard(language: string): AdaptiveCard[] {
  const reading = readingOf({ language, zone: 'Europe/London' });
  const states = (['not-in', 'active', 'paused', 'left'] as const).map(standing);
  const [state] = states as [Standing];
  return [
    ...states.flatMap((each) => [
      welcomeCard(each, reading),
      helloCard(each, reading),
      unknownCard(each, reading, 'help@contoso.example'),
      unclearCard(
        { guesses: ['leave-ask', 'never-with', 'erase-ask'], name: 'Ed' },
        each,
        reading,
        'help@contoso.example',
      ),
      ...(['thanks', 'bye', 'small-talk', 'emoji', 'met', 'not-met'] as const).map((about) =>
        kindWordCard(about, each, reading),
      ),
      noPairingCard(each, reading),
      settingsCard(each, { lead: null, filled: null }, reading),
      sampleCard(each, reading),
    ]),
    ...(['joined', 'rejoined', 'already-in', 'resumed'] as const).map((kind) =>
      joinCard({ kind, standing: state }, reading),
    ),
    ...(['joined', 'rejoined', 'already-in', 'resumed'] as const).map((kind) =>
      joinCard({ kind, standing: { ...state, late: '2026-12-14', acceptedRules: true, profile } }, reading),
    ),
    noPairingCard({ ...standing('active'), late: '2026-12-14' }, reading),
    signUpCard(state, { lead: null, filled: state }, reading),
    signUpCard(state, { lead: reading.words.signUp.rulesMissing, filled: { ...state, profile } }, reading),
    settingsCard(
      { ...standing('active'), profile, acceptedRules: true },
      { lead: null, filled: null },
      reading,
    ),
    refusalCard('guest', state, reading),
    ...(['morning', 'afternoon', 'either'] as const).map((hours) =>
      preferCard({ kind: 'kept', standing: { ...state, preferences: { hours, minutes: null } } }, reading),
    ),
    ...views.map((each) => shown(each, reading)),
    ...views.flatMap((pairing) => [
      choiceCard({ kind: 'chosen', pairing }, state, reading),
      choiceCard({ kind: 'offered', pairing }, state, reading),
      choiceCard({ kind: 'refused', reason: 'taken', pairing }, state, reading),
    ]),
    choiceCard({ kind: 'refused', reason: 'no-pairing', pairing: null }, state, reading),
    pauseCard({ kind: 'paused', standing: state, until: '2027-02-01' }, reading),
    ...[[], ahead].flatMap((meetings) =>
      states.flatMap((each) => [
        leaveAskCard({ standing: each, meetings }, reading),
        skipAskCard({ standing: each, meetings }, reading),
        pauseAskCard({ standing: each, meetings }, null, reading),
        pauseAskCard({ standing: each, meetings }, '2026-12-17', reading),
      ]),
    ),
    ...rightsCards(reading),
    leaveCard({ kind: 'left', standing: state }, reading),
    leaveCard({ kind: 'not-in', standing: state }, reading),
    refusalCard('date-unclear', state, reading),
    ...messages.map((message) => messageCard(message, 'key', reading)),
    ...['Ann', ''].map((by) => messageCard({ kind: 'invited', by }, 'key', reading)),
    declinedCard(reading),
    messageCard({ ...booked, pairing: { ...view, joinUrl: null, lastMet: 1 } }, 'key', reading),
    ...unplacedReason.options.map((reason) =>
      messageCard(
        { kind: 'unplaced', scheme, round: view.round, reason, nextWeek: '2027-01-11' },
        'key',
        reading,
      ),
    ),
  ];
}

describe('every card', () => {
  for (const language of ['en-GB', 'de-DE']) {
    it(`in ${language} is an Adaptive Card 1.5 in that language, with a button for what to do next`, () => {
      for (const card of everyCard(language)) {
        const read = adaptiveCard.safeParse(card);
        assert.ok(read.success, `${card.fallbackText}: ${read.error?.message ?? ''}`);
        assert.equal(card.lang, language.slice(0, 2));
        assert.ok(card.actions.length > 0, card.fallbackText);
        assert.ok(Buffer.byteLength(JSON.stringify(card)) < 28 * 1024);
      }
    });

    it(`in ${language} has buttons that the bot understands, from old and new clients alike`, () => {
      for (const { actions, body } of everyCard(language)) {
        for (const button of actions) {
          if (button.type !== 'Action.Execute') continue;
          assert.equal(button.data.verb, button.verb);
          const { title, data, associatedInputs } = button;
          const free = associatedInputs && { associatedInputs };
          assert.deepEqual(button.fallback, { type: 'Action.Submit', title, data, ...free });
          const fields = body.flatMap((element) =>
            'value' in element ? [[element.id, element.value] as const] : [],
          );
          assert.notEqual(readPressed({ ...button.data, ...Object.fromEntries(fields) }), null, button.title);
        }
      }
    });
  }

  it('has a key only when the product sends it on its own initiative', () => {
    const keys = everyCard('en').map(({ body: [first] }) => (first && 'id' in first ? first.id : undefined));
    assert.deepEqual(new Set(keys), new Set([undefined, 'key']));
  });
});

/** The texts of a card, one a line. */
function linesOf({ body }: AdaptiveCard): string[] {
  return body.flatMap((element) => {
    if (element.type === 'TextBlock') return [element.text.replace('day,', 'day')];
    return element.type === 'FactSet' ? element.facts.map(({ title, value }) => `${title}: ${value}`) : [];
  });
}

const ruleIds = ['rule-between', 'rule-selling', 'rule-turn-up'];

const german = readingOf({ language: 'de-DE', zone: 'Europe/Berlin' });

describe('the pairing card', () => {
  const wordsOf = (message: Message, zone = 'Europe/London', language = 'en-GB'): string => {
    const { body } = messageCard(message, 'key', readingOf({ language, zone }));
    return body.map((element) => (element.type === 'TextBlock' ? element.text : '')).join('\n');
  };

  it('says who, when on both clocks, how long, and what to do when you cannot', () => {
    assert.equal(
      wordsOf(booked).replace('Tuesday,', 'Tuesday'),
      [
        'You are meeting Priya Patel and Rosa \\[Red\\] \\*Ruiz\\*',
        'Priya Patel, Parks, Pune',
        'Rosa \\[Red\\] \\*Ruiz\\*',
        'Tuesday 15 December 2026, 10:00 to 10:45 (Greenwich Mean Time)',
        'For Priya Patel it is 15:30 to 16:15 (India Standard Time).',
        '45 minutes, over a favourite drink',
        'You have not been paired before.',
        'There is no agenda. If you would like somewhere to start:',
        '',
        "Can't make it? Ask me for another time, or decline the invitation in Outlook: I then move the meeting, and nobody waits for you.",
      ].join('\n'),
    );
  });

  it('shows the time in the zone of the person who reads it', () => {
    const words = wordsOf(booked, 'Pacific/Auckland');
    assert.match(words, /Tuesday,? 15 December 2026, 23:00 to 23:45 \(New Zealand Daylight Time\)/);
    assert.match(words, /For Priya Patel it is 15:30 to 16:15/);
  });

  it('opens the meeting, or says that there is no link', () => {
    const open = messageCard(booked, 'key', readingOf({ language: 'en', zone: 'UTC' })).actions[0];
    assert.deepEqual(open, { type: 'Action.OpenUrl', title: 'Join the meeting', url: view.joinUrl });
    const without = messageCard(
      { ...booked, pairing: { ...view, joinUrl: null } },
      'key',
      readingOf({ language: 'en', zone: 'UTC' }),
    );
    assert.ok(without.actions.every(({ type }) => type !== 'Action.OpenUrl'));
    assert.match(wordsOf({ ...booked, pairing: { ...view, joinUrl: null } }), /without a Teams link/);
  });

  it('says of a meeting after its week that a decline calls it off, and offers no other time', () => {
    assert.match(wordsOf(booked), /I then move the meeting/);
    const moved = { ...booked, pairing: { ...view, isAfterWeek: true } };
    assert.match(wordsOf(moved), /I then call the meeting off/);
    const buttons = (message: Message) =>
      messageCard(message, 'key', readingOf({ language: 'en', zone: 'UTC' })).actions.map(
        ({ title }) => title,
      );
    assert.ok(buttons(booked).includes('Another time'));
    assert.ok(!buttons(moved).includes('Another time'));
  });

  it('says so when nobody of two departments has met yet', () => {
    assert.doesNotMatch(wordsOf(booked), /has met yet/);
    const linking = { ...booked, pairing: { ...view, newLink: ['Design', 'Finance'] as const } };
    assert.match(wordsOf(linking), /Nobody of Design and Finance has met yet\./);
  });

  it('says that they have met before', () => {
    assert.match(wordsOf({ ...booked, pairing: { ...view, lastMet: 1 } }), /in the previous round/);
    assert.match(wordsOf({ ...booked, pairing: { ...view, lastMet: 12 } }), /12 rounds ago/);
  });
});

describe('a message about a change', () => {
  const cases: readonly (readonly [Partial<typeof booked>, string, string])[] = [
    [
      { news: 'moved', because: 'you' },
      'No problem. I have moved your meeting with Priya Patel.',
      'Kein Problem. Ich habe Ihr Treffen mit Priya Patel verlegt.',
    ],
    [
      { news: 'moved', because: { name: 'Priya Patel' } },
      "Priya Patel can't make that time after all, so I have moved your meeting.",
      'Priya Patel kann zur bisherigen Zeit nun doch nicht, also habe ich Ihr Treffen verlegt.',
    ],
    [
      { news: 'kept', passedOver: true },
      'Sorry, the time that you proposed did not suit everybody. Your meeting stays as it is.',
      'Die Zeit, die Sie vorgeschlagen haben, hat leider nicht allen gepasst. Es bleibt bei Ihrem Treffen.',
    ],
    [
      { news: 'moved', because: 'you', passedOver: true },
      'No problem. I have moved your meeting with Priya Patel. Sorry, the time that you proposed did not suit everybody.',
      'Kein Problem. Ich habe Ihr Treffen mit Priya Patel verlegt. Die Zeit, die Sie vorgeschlagen haben, hat leider nicht allen gepasst.',
    ],
    [
      { news: 'member-left', because: { name: 'Ed' } },
      "Ed won't be there this time after all, so there are two of you now. You meet as booked.",
      'Ed ist diesmal nun doch nicht dabei, Sie sind jetzt also zu zweit. Ihr Treffen bleibt wie gebucht.',
    ],
    [
      { news: 'rematched', insteadOf: 'Ed' },
      "Ed can't take part this time after all, so I have found somebody else for you to meet.",
      'Ed kann diesmal nun doch nicht dabei sein, also habe ich jemand anderen für Sie gefunden.',
    ],
    [
      { news: 'member-joined', because: 'you', insteadOf: 'Ed' },
      "Ed can't take part this time after all. I have found company for you: you join Priya Patel.",
      'Ed kann diesmal nun doch nicht dabei sein. Ich habe Gesellschaft für Sie gefunden: Sie kommen zu Priya Patel dazu.',
    ],
    [
      { news: 'member-left', because: null },
      "One of you won't be there this time after all, so there are two of you now. You meet as booked.",
      'Jemand von Ihnen ist diesmal nun doch nicht dabei, Sie sind jetzt also zu zweit. Ihr Treffen bleibt wie gebucht.',
    ],
    [
      { news: 'rematched', because: 'you' },
      'Good news: I have found somebody new for you to meet in this round.',
      'Gute Nachricht: Ich habe in dieser Runde jemand Neues für Sie gefunden.',
    ],
  ];
  for (const [change, said, gesagt] of cases) {
    it(`says "${said}"`, () => {
      const message = { ...booked, ...change, pairing: { ...view, ...withPriya } };
      const card = messageCard(message, 'key', english);
      assert.deepEqual(linesOf(card).slice(0, 2), ['You are meeting Priya Patel', said]);
      assert.ok(card.fallbackText.startsWith(`${said} You are meeting Priya Patel. Tuesday`));
      assert.equal(linesOf(messageCard(message, 'key', german))[1], gesagt);
    });
  }

  it('says nothing about a change for a first booking', () => {
    assert.equal(linesOf(messageCard(booked, 'key', english))[1], 'Priya Patel, Parks, Pune');
  });

  it('says that a meeting is off, and that somebody else is looked for', () => {
    assert.deepEqual(linesOf(messageCard(calledOff, 'key', english)), [
      'Your meeting with Priya Patel is off',
      "It cannot take place this time after all; that can happen, and it is nobody's fault.",
      'I am looking for somebody else for you in this round. You hear from me as soon as there is somebody.',
    ]);
  });
});

describe('the choice of a time', () => {
  it('has a button for each time, in the zone and language of the person who reads it', () => {
    const { actions } = messageCard(choose, 'key', german);
    assert.deepEqual(
      actions
        .slice(0, 3)
        .map((action) => [action.title, action.type === 'Action.Execute' ? action.data : null]),
      [
        ['Mi., 16. Dez., 15:00', { verb: 'choose', pairing: 'p00001', revision: 2, start: slots[0]?.start }],
        ['Do., 17. Dez., 10:30', { verb: 'choose', pairing: 'p00001', revision: 2, start: slots[1]?.start }],
        ['Fr., 18. Dez., 12:00', { verb: 'choose', pairing: 'p00001', revision: 2, start: slots[2]?.start }],
      ],
    );
  });

  it('says when on both clocks, who decides, and that the booked time stays unless somebody presses', () => {
    const offered = { ...view, ...withPriya, offer: slots.slice(0, 1) };
    assert.deepEqual(linesOf(shown(offered)), [
      'When would you like to meet Priya Patel?',
      'Wednesday 16 December 2026, 14:00 to 14:45 (Greenwich Mean Time)',
      'For Priya Patel it is 19:30 to 20:15 (India Standard Time).',
      'Pick a time. Whoever picks first decides, and everybody gets the invitation.',
      'Your meeting stands unless one of you picks another time: Tuesday 15 December 2026, 10:00 to 10:45 (Greenwich Mean Time). To keep it, do nothing.',
    ]);
  });

  it('says who left a trio, and that the other two choose', () => {
    const message: Message = {
      ...choose,
      news: 'member-left',
      because: { name: 'Ed' },
      pairing: { ...toChoose, ...withPriya, offer: slots.slice(0, 1) },
    };
    assert.deepEqual(linesOf(messageCard(message, 'key', english)), [
      'When would you like to meet Priya Patel?',
      "Ed can't take part this time after all, so there are two of you now.",
      'Wednesday 16 December 2026, 14:00 to 14:45 (Greenwich Mean Time)',
      'For Priya Patel it is 19:30 to 20:15 (India Standard Time).',
      'Pick a time. Whoever picks first decides, and everybody gets the invitation.',
    ]);
    assert.equal(
      linesOf(messageCard({ ...message, because: null }, 'key', german))[1],
      'Jemand von Ihnen kann diesmal nun doch nicht dabei sein, Sie sind jetzt also zu zweit.',
    );
  });

  it('says that no time is left, and what can be done', () => {
    const none = { ...choose, pairing: { ...toChoose, ...withPriya, offer: [] } };
    const card = messageCard(none, 'key', english);
    assert.match(linesOf(card).join(' '), /write to Priya Patel and agree a time between you/);
    assert.ok(card.actions.every((action) => action.type !== 'Action.Execute' || action.verb !== 'choose'));
  });

  const answers: readonly (readonly [PairingView, Parameters<typeof choiceCard>[0]['kind'], RegExp])[] = [
    [
      { ...view, state: 'planned', slot: slots[1] ?? null },
      'chosen',
      /^You are meeting .*\|That is settled\. .*Thursday 17 December 2026, 09:30/,
    ],
    [{ ...view, offer: slots }, 'offered', /^When would you like .*\|No problem\. .*14:00.*09:30.*11:00/],
  ];
  for (const [pairing, kind, said] of answers) {
    it(`answers a pressed button with the meeting as it is now: ${kind}`, () => {
      const card = choiceCard(
        { kind, pairing } as Parameters<typeof choiceCard>[0],
        standing('active'),
        english,
      );
      assert.match(linesOf(card).join('|'), said);
    });
  }

  it('does not say that the Teams link is missing before the invitation is sent', () => {
    const planned = { ...view, state: 'planned', slot: slots[1] ?? null, joinUrl: null } as const;
    assert.doesNotMatch(linesOf(shown(planned)).join(' '), /Teams link/);
    const booked = { ...planned, state: 'booked' } as const;
    assert.match(linesOf(shown(booked)).join(' '), /without a Teams link/);
  });

  it('refuses a time that is taken or outdated, and shows the meeting as it is now', () => {
    const refused = (reason: 'changed' | 'taken' | 'begun', pairing: PairingView) =>
      choiceCard({ kind: 'refused', reason, pairing }, standing('active'), english);
    assert.match(linesOf(refused('taken', { ...view, offer: slots })).join('|'), /not free any more.*14:00/);
    const changed = refused('changed', view);
    assert.match(linesOf(changed).join('|'), /^You are meeting .*\|Something has changed .*10:00 to 10:45/);
    assert.ok(changed.actions.some((action) => action.title === 'Another time'));
    const begun = linesOf(refused('begun', view)).join('|');
    assert.match(
      begun,
      /^You are meeting .*\|This meeting has begun or is over, so it cannot be moved .*10:00/,
    );
    const none = choiceCard(
      { kind: 'refused', reason: 'no-pairing', pairing: null },
      standing('active'),
      english,
    );
    assert.match(linesOf(none).join('|'), /^You have no meeting at the moment/);
    const away = choiceCard(
      { kind: 'refused', reason: 'not-taking-part', pairing: null },
      standing('left'),
      english,
    );
    assert.match(linesOf(away).join('|'), /^You are not taking part at that time, .*say "join"/);
    assert.ok(away.actions.some((action) => action.title === 'Come back'));
    const planned = { ...view, state: 'planned', slot: null, joinUrl: null } as const;
    const later = choiceCard(
      { kind: 'refused', reason: 'no-pairing', pairing: planned },
      standing('active'),
      english,
    );
    assert.match(linesOf(later).join('|'), /^You are meeting .*\|There is no time to choose at the moment\./);
  });
});

describe('the card of my pairing', () => {
  it('says who has answered what, the reader first', () => {
    const lines = linesOf(shown(view));
    const from = lines.indexOf('Answers');
    assert.deepEqual(lines.slice(from + 1, from + 4), [
      'You: Accepted',
      'Priya Patel: Declined',
      'Rosa \\[Red\\] \\*Ruiz\\*: Not answered yet',
    ]);
    assert.ok(!linesOf(shown({ ...view, state: 'planned' })).includes('Answers'));
  });

  it('offers another time only for a meeting that can be moved', () => {
    const titles = (each: PairingView) => shown(each).actions.map(({ title }) => title);
    assert.deepEqual(titles(view), ['Join the meeting', 'Another time', 'My pairing', 'Pause']);
    assert.deepEqual(titles({ ...view, state: 'planned', slot: null, joinUrl: null }), [
      'My pairing',
      'Pause',
    ]);
  });

  it('shows the times that are still offered, and why there is no meeting', () => {
    assert.match(linesOf(shown({ ...view, offer: slots })).join('|'), /Your meeting stands/);
    assert.match(linesOf(shown({ ...view, state: 'cancelled' })).join('|'), /is off\|This meeting/);
    assert.match(linesOf(shown({ ...view, state: 'failed' })).join('|'), /is off\|No meeting could/);
  });
});

describe('a late joiner', () => {
  const late: Standing = { ...standing('active'), late: '2026-12-14', acceptedRules: true };

  it('is told of the round that is ahead of them first, then of the one after it', () => {
    for (const kind of ['joined', 'rejoined', 'already-in', 'resumed'] as const) {
      const [first = '', second = '', ...more] = linesOf(joinCard({ kind, standing: late }, english));
      assert.match(first, /I'm looking for somebody for you in the week of 14 December 2026/);
      assert.doesNotMatch(first, /January/);
      assert.match(second, /The round after it is paired on .*7 January 2027, .* week of 11 January 2027/);
      assert.deepEqual(more, []);
    }
  });

  it('hears the same when they ask for their pairing', () => {
    const said = linesOf(noPairingCard(late, english)).join(' ');
    assert.match(said, /^You have no pairing yet\. .* in the week of 14 December 2026/);
    assert.doesNotMatch(linesOf(noPairingCard(standing('active'), english)).join(' '), /December/);
  });
});

describe('the welcome', () => {
  it('says what is asked, what is kept and who sees it, from the settings of the scheme', () => {
    const weekly = { ...standing('not-in'), scheme: { ...unmentoring, minutes: 45, monday: 3 } };
    const said = linesOf(welcomeCard(weekly, english)).join('\n');
    assert.match(said, /45 minutes long, in the week that begins on the third Monday of the month/);
    assert.match(said, /I read when you are free or busy, and your working hours\. Never what/);
    assert.match(said, /A coordinator sees that you meet.* Nobody sees what is said\./);
    assert.deepEqual(
      welcomeCard(weekly, english).actions.map(({ title }) => title),
      ['Join', 'Look first'],
    );
  });

  it('lets people look at a pairing of somebody who does not exist, in the next meeting week', () => {
    const { body, actions } = sampleCard(standing('not-in'), english);
    const said = linesOf(sampleCard(standing('not-in'), english)).join('\n');
    assert.match(said, /^You are meeting Sam Sample\n.*nothing is stored/);
    assert.match(said, /Sam Sample, Libraries, Town Hall\nFavourite drink: ginger tea\n/);
    assert.match(said, /Tuesday,? 12 January 2027, 10:00 to 10:30/);
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Join'],
    );
    assert.ok(body.every((element) => !('id' in element)));
  });
});

describe('the settings', () => {
  it('are filled in with the stored values, and offer longer meetings than usual', () => {
    const preferences = { hours: 'morning', minutes: 45, third: true } as const;
    const filled: Standing = { ...standing('active'), preferences, profile, acceptedRules: true };
    const { body } = settingsCard(filled, { lead: null, filled: null }, english);
    const fields = body.flatMap((element) =>
      element.type === 'Input.ChoiceSet' ? [[element.value, element.choices.map(({ title }) => title)]] : [],
    );
    assert.deepEqual(fields, [
      ['morning', ['Any time', 'Mornings', 'Afternoons']],
      [
        '45',
        ['30 minutes, as usual', ...[45, 60].map((n) => `${n} minutes, where the others like that too`)],
      ],
      ['phone', ['By video', 'On the phone']],
      ['de', ['As in Teams', 'English', 'Deutsch']],
    ]);
    assert.deepEqual(
      body.flatMap((element) =>
        element.type === 'Input.Text' || element.type === 'Input.Toggle' ? [[element.id, element.value]] : [],
      ),
      [
        ['drink', profile.drink],
        ['about', profile.about],
        ['askMe', profile.askMe],
        ['third', 'true'],
      ],
      'the rules are accepted, so they are not asked again',
    );
  });

  it('are shown after "join" was typed, with the ground rules, which nobody has ticked yet', () => {
    const card = joinCard({ kind: 'joined', standing: standing('active') }, english);
    assert.deepEqual(
      card.body.flatMap((element) => ('id' in element ? [element.id] : [])),
      [...ruleIds, 'hours', 'minutes', 'drink', 'about', 'askMe', 'call', 'third', 'language'],
    );
    for (const element of card.body)
      if (element.type === 'Input.Toggle') assert.equal(element.value, 'false', element.id);
  });

  it('are not shown after the sign-up card: its answer says when, and what others will read', () => {
    const signedUp: Standing = { ...standing('active'), profile, acceptedRules: true };
    const card = joinCard({ kind: 'joined', standing: signedUp }, english);
    assert.deepEqual(linesOf(card), [
      'You are in. Everyone in UnMentoring is paired on Thursday 7 January 2027, and your conversation is in the week of 11 January 2027. I send you the invitation.',
      'People you are paired with will read:',
      'Favourite drink: oat \\*flat\\* white',
      'In a sentence: I read https:/\u2060/evil.\u2060example aloud.',
      'Likes to be asked about: \\[bees\\](https:/\u2060/evil.\u2060example)',
    ]);
  });

  it('let the other buttons work while a rule is not ticked', () => {
    const cards = [
      joinCard({ kind: 'joined', standing: standing('active') }, english),
      signUpCard(standing('not-in'), { lead: null, filled: standing('not-in') }, english),
    ];
    for (const { actions } of cards) {
      const free = actions.map((each) => each.type === 'Action.Execute' && each.associatedInputs);
      assert.deepEqual(free, [undefined, ...free.slice(1).map(() => 'none')]);
    }
  });

  it('require each ground rule, with a sentence for whoever leaves one out', () => {
    const { body } = signUpCard(standing('not-in'), { lead: null, filled: standing('not-in') }, english);
    const required = body.flatMap((element) =>
      element.type === 'Input.Toggle' && element.isRequired ? [[element.id, element.errorMessage]] : [],
    );
    const message = 'Please tick this one: it goes with taking part.';
    assert.deepEqual(
      required,
      ruleIds.map((id) => [id, message]),
    );
  });

  it('are shown to people who take part only', () => {
    for (const status of ['not-in', 'left'] as const)
      assert.ok(
        settingsCard(standing(status), { lead: null, filled: null }, english).body.every(
          ({ type }) => type === 'TextBlock',
        ),
      );
  });
});

describe('names in cards', () => {
  const hostile: readonly (readonly [string, RegExp])[] = [
    ['[Ann](https://evil.example)', /(?<!\\)\]\(|:\/\//],
    ['https://evil.example', /:\/\//],
    ['//evil.example', /\/\//],
    ['www.evil.example', /www\.evil/],
    ['ann@evil.example', /ann@/],
    ['<https://evil.example>', /(?<!\\)</],
    ['{{DATE(2026-12-07T09:00:00Z)}}', /\{\{/],
    ['${name}', /\$\{/],
    ['**Ann**', /(?<!\\)\*/],
    ['~~Ann~~', /(?<!\\)~/],
    ['# Ann', /^# /],
    ['- Ann', /^- /],
    ['1. Ann', /^1\. /],
    ['Ann\n# Ben', /\n/],
    ['&#91;Ann&#93;', /(?<!\\)&#/],
  ];
  for (const [name, alive] of hostile) {
    it(`shows ${JSON.stringify(name)} as it is`, () => {
      const [drink, about, askMe] = [name, name, name];
      const partner = { id: 'q', name, drink, about, askMe, zone: 'Asia/Kolkata', answer: 'none' } as const;
      const card = shown({ ...view, partners: [partner] });
      const texts = card.body.flatMap((element) => {
        if (element.type === 'TextBlock') return [element.text];
        return element.type === 'FactSet' ? element.facts.flatMap(({ title, value }) => [title, value]) : [];
      });
      for (const text of texts) assert.doesNotMatch(text, alive);
      for (const text of [card.fallbackText, card.speak]) {
        assert.doesNotMatch(text, /[[\]*~<>]|\{\{|\/\/|www\.evil|ann@/);
      }
    });
  }
});
