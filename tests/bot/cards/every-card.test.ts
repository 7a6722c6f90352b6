import assert from 'node:assert/strict';
import {
  helloCard,
  kindWordCard,
  leaveCard,
  noPairingCard,
  pauseCard,
  refusalCard,
  soonCard,
  standingCard,
  unclearCard,
  unknownCard,
} from '../../../bot/cards/answer-cards.ts';
import { leaveAskCard, pauseAskCard, skipAskCard } from '../../../bot/cards/ask-cards.ts';
import type { Action, AdaptiveCard } from '../../../bot/cards/card.ts';
import { choiceCard } from '../../../bot/cards/choice-card.ts';
import { declinedCard } from '../../../bot/cards/rights/invited-card.ts';
import { messageCard } from '../../../bot/cards/message-card.ts';
import { historyCard } from '../../../bot/cards/rights/about-cards.ts';
import { type Reading, readingOf } from '../../../bot/cards/reading.ts';
import { joinCard, preferCard, settingsCard, signUpCard } from '../../../bot/cards/sign-up/sign-up-card.ts';
import { sampleCard, welcomeCard } from '../../../bot/cards/sign-up/welcome-card.ts';
import { readPressed } from '../../../bot/commands/read-pressed.ts';
import type { Standing } from '../../../core/enrolment/standing.ts';
import { unplacedReason } from '../../../core/records/plans/plan.ts';
import {
  view,
  booked,
  linesOf,
  scheme,
  teamsApp,
  shown,
  messages,
  monthCards,
  monthMessages,
  english,
  german,
  views,
  profile,
  standing,
  ahead,
  rightsCards,
} from './samples.ts';
import { adaptiveCard } from './card-schema.ts';

/** Every card that the bot can show, in a language. */
function everyCard(language: string): AdaptiveCard[] {
  const reading = readingOf({ language, zone: 'Europe/London' }, teamsApp);
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
      ...(['thanks', 'bye', 'small-talk', 'emoji', 'met', 'not-met', 'coming'] as const).map((about) =>
        kindWordCard(about, each, reading),
      ),
      noPairingCard(each, reading),
      settingsCard(each, { lead: null, filled: null }, reading),
      sampleCard(each, reading),
    ]),
    soonCard(reading),
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
    ...monthCards(reading),
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

/** The screen of the tab that a button opens in Teams. */
function screenOf(action: Action): unknown[] {
  if (action.type !== 'Action.OpenUrl') return [];
  const { pathname, searchParams } = new URL(action.url);
  if (pathname !== `/l/entity/${teamsApp}/home`) return [];
  return [(JSON.parse(searchParams.get('context') ?? '') as { subEntityId: unknown }).subEntityId];
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

  for (const [language, reading] of [
    ['English', english],
    ['German', german],
  ] as const) {
    it(`that is sent in ${language} has at most four buttons, of which one is primary, and names nobody in the notification`, () => {
      for (const message of [...messages, ...monthMessages]) {
        const { actions, fallbackText } = messageCard(message, 'key', reading);
        assert.ok(actions.length <= 4, `${fallbackText}: ${actions.map(({ title }) => title).join(', ')}`);
        assert.equal(actions.filter(({ style }) => style === 'positive').length, 1, fallbackText);
        assert.doesNotMatch(fallbackText, /Priya|Patel|Rosa|Ed\b/);
      }
    });
  }

  it('links to the screen of the tab that is about the same, and to none where the app is not known in Teams', () => {
    const screensIn = (reading: Reading) =>
      [
        shown(view, reading),
        messageCard({ kind: 'met', pairing: view }, 'key', reading),
        historyCard([], reading),
        settingsCard(standing('active'), { lead: null, filled: null }, reading),
        welcomeCard(standing('not-in'), reading),
        messageCard({ kind: 'invited', by: 'Ann' }, 'key', reading),
      ].flatMap(({ actions }) => actions.flatMap(screenOf));
    assert.deepEqual(screensIn(english), ['now', 'now?met', 'history', 'me', 'now?join', 'now?join']);
    assert.deepEqual(screensIn({ ...english, teamsApp: null }), []);
  });

  it('names no day on which a break without an end is over', () => {
    const textOf = (one: Standing) => JSON.stringify(standingCard(one, english));
    assert.match(textOf(standing('paused')), /first day back is/);
    const open = textOf({ ...standing('active'), status: 'paused' });
    assert.doesNotMatch(open, /first day back/);
    assert.match(open, /until you say that you are back/);
  });

  it('has a key only when the product sends it on its own initiative', () => {
    const keys = everyCard('en').map(({ body: [first] }) => (first && 'id' in first ? first.id : undefined));
    assert.deepEqual(new Set(keys), new Set([undefined, 'key']));
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
      const texts = linesOf(card);
      for (const text of texts) assert.doesNotMatch(text, alive);
      for (const text of [card.fallbackText, card.speak]) {
        assert.doesNotMatch(text, /[[\]*~<>]|\{\{|\/\/|www\.evil|ann@/);
      }
    });
  }
});
