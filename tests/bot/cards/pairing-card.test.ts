import assert from 'node:assert/strict';
import { messageCard } from '../../../bot/cards/message-card.ts';
import { readingOf } from '../../../bot/cards/reading.ts';
import type { Message } from '../../../core/words/message.ts';
import type { PairingView } from '../../../core/words/pairing-view.ts';
import { view, withPriya, booked, calledOff, english, german, shown, slots, linesOf } from './samples.ts';

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
        'Somewhere to start, if you like. Do: What could you show somebody in ten minutes?',
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
