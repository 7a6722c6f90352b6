import assert from 'node:assert/strict';
import { z } from 'zod';
import {
  helloCard,
  joinCard,
  leaveCard,
  noPairingCard,
  pauseAskCard,
  pauseCard,
  refusalCard,
  unknownCard,
  welcomeCard,
} from '../../bot/cards/answer-cards.ts';
import type { AdaptiveCard } from '../../bot/cards/card.ts';
import { messageCard } from '../../bot/cards/message-card.ts';
import { readingOf } from '../../bot/cards/reading.ts';
import { readPressed } from '../../bot/commands/command.ts';
import type { Message } from '../../core/messages/message.ts';
import type { Standing } from '../../core/operations/conversation.ts';
import { unplacedReason } from '../../core/rounds/plan.ts';
import { unmentoring } from './world.ts';

/** Adaptive Cards 1.5 as published, as far as Teams on a phone shows it; anything else is refused. */
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
const submit = z.strictObject({
  type: z.literal('Action.Submit'),
  title: z.string(),
  data: z.looseObject({}),
});
const action = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Action.OpenUrl'), title: z.string().min(1), url: z.url() }),
  z.strictObject({
    type: z.literal('Action.Execute'),
    title: z.string().min(1),
    verb: z.string(),
    data: z.looseObject({}),
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
  body: z.array(z.discriminatedUnion('type', [textBlock, factSet, dateInput])).min(1),
  actions: z.array(action).max(6),
});

const booked: Extract<Message, { kind: 'booked' }> = {
  kind: 'booked',
  scheme: { id: 'unmentoring', name: 'UnMentoring' },
  round: '2026-12-14',
  pairing: 'p1',
  partners: [
    { id: 'q', name: 'Priya Patel', department: 'Parks', office: 'Pune', zone: 'Asia/Kolkata' },
    { id: 'r', name: 'Rosa [Red] *Ruiz*', zone: 'Europe/London' },
  ],
  slot: { start: '2026-12-15T10:00:00Z', end: '2026-12-15T10:45:00Z' },
  joinUrl: 'https://teams.microsoft.com/l/meetup-join/1',
  lastMet: null,
};

function standing(status: Standing['status']): Standing {
  return {
    reader: { id: 'p', name: 'Ann', language: 'en-GB', zone: 'Europe/London' },
    scheme: unmentoring,
    status,
    ...(status === 'paused' && { pausedUntil: '2027-02-01' }),
  };
}

/** Every card that the bot can show, in a language. */
function everyCard(language: string): AdaptiveCard[] {
  const reading = readingOf({ language, zone: 'Europe/London' });
  const scheme = unmentoring;
  const states = (['not-in', 'active', 'paused', 'left'] as const).map(standing);
  const [state] = states as [Standing];
  return [
    ...states.flatMap((each) => [
      welcomeCard(each, reading),
      helloCard(each, reading),
      unknownCard(each, reading),
      noPairingCard(each, reading),
    ]),
    ...(['joined', 'rejoined', 'already-in', 'resumed'] as const).map((kind) =>
      joinCard({ kind, scheme }, state, reading),
    ),
    joinCard({ kind: 'refused', reason: 'guest' }, state, reading),
    pauseCard({ kind: 'paused', scheme, until: '2027-02-01' }, state, reading),
    pauseAskCard('unmentoring', reading),
    leaveCard({ kind: 'left', scheme }, state, reading),
    leaveCard({ kind: 'not-in', scheme }, state, reading),
    refusalCard('date-unclear', state, reading),
    messageCard(booked, 'key', reading),
    messageCard({ ...booked, joinUrl: null, lastMet: 1 }, 'key', reading),
    ...unplacedReason.options.map((reason) =>
      messageCard(
        { kind: 'unplaced', scheme: booked.scheme, round: booked.round, reason, nextWeek: '2027-01-11' },
        'key',
        reading,
      ),
    ),
  ];
}

describe('every card', () => {
  for (const language of ['en-GB', 'de-DE']) {
    it(`in ${language} is an Adaptive Card 1.5 in that language, with a way on`, () => {
      for (const card of everyCard(language)) {
        const read = adaptiveCard.safeParse(card);
        assert.ok(read.success, `${card.fallbackText}: ${read.error?.message ?? ''}`);
        assert.equal(card.lang, language.slice(0, 2));
        assert.ok(card.actions.length > 0, card.fallbackText);
        assert.ok(Buffer.byteLength(JSON.stringify(card)) < 28 * 1024);
      }
    });

    it(`in ${language} has buttons that say the same to old clients and new, and that the bot understands`, () => {
      for (const { actions } of everyCard(language)) {
        for (const button of actions) {
          if (button.type !== 'Action.Execute') continue;
          assert.equal(button.data.verb, button.verb);
          assert.deepEqual(button.fallback, {
            type: 'Action.Submit',
            title: button.title,
            data: button.data,
          });
          assert.notEqual(readPressed(button.data), null);
        }
      }
    });
  }

  it('carries a key only when it is sent on our own initiative', () => {
    const keys = everyCard('en').map(({ body: [first] }) => (first && 'id' in first ? first.id : undefined));
    assert.deepEqual(new Set(keys), new Set([undefined, 'key']));
  });
});

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
        'No agenda is owed. If you would like somewhere to start:',
        '',
        "Can't make it? Decline the invitation in Outlook with a kind word, so that nobody waits for you.",
      ].join('\n'),
    );
  });

  it('is read in the zone of whoever reads it', () => {
    const words = wordsOf(booked, 'Pacific/Auckland');
    assert.match(words, /Tuesday,? 15 December 2026, 23:00 to 23:45 \(New Zealand Daylight Time\)/);
    assert.match(words, /For Priya Patel it is 15:30 to 16:15/);
  });

  it('opens the meeting, or says that there is no link', () => {
    const open = messageCard(booked, 'key', readingOf({ language: 'en', zone: 'UTC' })).actions[0];
    assert.deepEqual(open, { type: 'Action.OpenUrl', title: 'Join the meeting', url: booked.joinUrl });
    const without = messageCard(
      { ...booked, joinUrl: null },
      'key',
      readingOf({ language: 'en', zone: 'UTC' }),
    );
    assert.ok(without.actions.every(({ type }) => type !== 'Action.OpenUrl'));
    assert.match(wordsOf({ ...booked, joinUrl: null }), /without a Teams link/);
  });

  it('says so when it is not the first time', () => {
    assert.match(wordsOf({ ...booked, lastMet: 1 }), /in the previous round/);
    assert.match(wordsOf({ ...booked, lastMet: 12 }), /12 rounds ago/);
  });
});
