import assert from 'node:assert/strict';
import { messageCard } from '../../../bot/cards/message-card.ts';
import { readingOf } from '../../../bot/cards/reading.ts';
import type { Message } from '../../../core/words/message.ts';
import type { MemberView, PairingView } from '../../../core/words/pairing-view.ts';
import {
  view,
  withPriya,
  booked,
  calledOff,
  calledOffBy,
  english,
  german,
  shown,
  slots,
  linesOf,
  toChoose,
} from './samples.ts';

describe('the pairing card', () => {
  const wordsOf = (message: Message, zone = 'Europe/London', language = 'en-GB'): string =>
    linesOf(messageCard(message, 'key', readingOf({ language, zone }, null))).join('\n');

  it('says who, when on both clocks, how long, why them, and where to start', () => {
    assert.equal(
      wordsOf(booked),
      [
        'You are meeting Priya Patel and Rosa \\[Red\\] \\*Ruiz\\*',
        'PP',
        'Priya Patel',
        'Ranger, Parks, Pune',
        'RR',
        'Rosa \\[Red\\] \\*Ruiz\\*',
        'Tuesday 15 December 2026, 10:00 to 10:45 (Greenwich Mean Time)',
        'For Priya Patel it is 15:30 to 16:15 (India Standard Time).',
        '45 minutes, over a favourite drink',
        'You have not been paired before. There are three of you, so that nobody is left over.',
        'Somewhere to start, if you like. Do: What could you show somebody in ten minutes?',
      ].join('\n'),
    );
  });

  it('shows the time in the zone of the person who reads it', () => {
    const words = wordsOf(booked, 'Pacific/Auckland');
    assert.match(words, /Tuesday,? 15 December 2026, 23:00 to 23:45 \(New Zealand Daylight Time\)/);
    assert.match(words, /For Priya Patel it is 15:30 to 16:15/);
  });

  const actionsAt = (seenAt: string, more: Partial<PairingView> = {}) =>
    messageCard({ ...booked, pairing: { ...view, seenAt, ...more } }, 'key', english).actions;
  const titlesAt = (...at: Parameters<typeof actionsAt>) => actionsAt(...at).map(({ title }) => title);

  it('opens the meeting from ten minutes before it until its end, and says when there is no link', () => {
    const [open] = actionsAt('2026-12-15T09:50:00Z');
    assert.deepEqual(open, {
      type: 'Action.OpenUrl',
      title: 'Join the meeting',
      url: view.joinUrl,
      style: 'positive',
    });
    assert.equal(titlesAt('2026-12-15T10:44:59Z')[0], 'Join the meeting');
    assert.ok(!titlesAt('2026-12-15T09:49:59Z').includes('Join the meeting'));
    assert.ok(!titlesAt('2026-12-15T09:50:00Z', { joinUrl: null }).includes('Join the meeting'));
    assert.match(wordsOf({ ...booked, pairing: { ...view, joinUrl: null } }), /without a Teams link/);
  });

  it('asks whether they met once the meeting is over, and remembers what was said', () => {
    assert.deepEqual(titlesAt('2026-12-15T10:45:00Z'), ['Yes', 'Not yet', 'No', 'Open in the tab']);
    const past = (mySaid: PairingView['mySaid']) => ({
      ...view,
      ...withPriya,
      mySaid,
      seenAt: '2026-12-15T11:00:00Z',
    });
    assert.deepEqual(linesOf(shown(past('yes'))), ['You met Priya Patel.']);
    assert.deepEqual(linesOf(shown(past('no'), german)), ['Sie haben Priya Patel diesmal nicht getroffen.']);
    assert.ok(shown(past('not-yet')).actions.some(({ title }) => title === 'Another time'));
  });

  it('opens a chat with the others, unless an address is not known', () => {
    const write = actionsAt(view.seenAt).find(({ title }) => title.startsWith('Write to'));
    assert.ok(write?.type === 'Action.OpenUrl');
    assert.equal(
      write.url,
      'https://teams.microsoft.com/l/chat/0/0?users=priya%40example.com,rosa%40example.com',
    );
    const unknown: MemberView = { id: 'q', name: 'Priya', zone: 'UTC', answer: 'none' };
    assert.ok(titlesAt(view.seenAt, { partners: [unknown] }).every((title) => !title.startsWith('Write to')));
  });

  it('says of a meeting after its week that a decline calls it off, and offers no other time', () => {
    const moved = { ...booked, pairing: { ...view, isAfterWeek: true } };
    assert.match(wordsOf(moved), /I will call the meeting off/);
    assert.ok(titlesAt(view.seenAt).includes('Another time'));
    assert.ok(!titlesAt(view.seenAt, { isAfterWeek: true }).includes('Another time'));
  });

  it('shows pictures where they are known, else initials', () => {
    const photos = new Map([['q', 'data:image/png;base64,AAAA']]);
    const [, first, second] = messageCard({ ...booked, photos }, 'key', english).body;
    assert.ok(first?.type === 'ColumnSet' && second?.type === 'ColumnSet');
    const pictures = [first, second].map(({ columns }) => columns[0]?.items[0]);
    assert.deepEqual(
      pictures.map((one) => (one?.type === 'Image' ? one.url : one?.text)),
      ['data:image/png;base64,AAAA', 'RR'],
    );
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
      const isNew = message.news === 'rematched' || message.news === 'member-joined';
      const line = isNew ? 1 : 0;
      assert.equal(linesOf(card)[line], said);
      assert.equal(linesOf(card).includes('You are meeting Priya Patel'), isNew);
      assert.match(linesOf(card).join('\n'), /\nTuesday 15 December 2026, 10:00/);
      assert.ok(card.speak.startsWith(said));
      assert.equal(linesOf(messageCard(message, 'key', german))[line], gesagt);
    });
  }

  it('says nothing about a change for a first booking', () => {
    assert.equal(linesOf(messageCard(booked, 'key', english))[1], 'PP');
  });

  it('says that a meeting is off, and that somebody else is looked for', () => {
    assert.deepEqual(linesOf(messageCard(calledOff, 'key', english)), [
      'Your meeting with Priya Patel is off',
      "It cannot take place this time after all; that can happen, and it is nobody's fault.",
      "I am looking for somebody else for you in this round. You'll hear from me as soon as there is somebody.",
    ]);
  });

  it('says which coordinator called a meeting off, with their word, and that nobody else is looked for', () => {
    const [named, unknown] = calledOffBy.map((message) => linesOf(messageCard(message, 'key', english)));
    const ended =
      'You need not do anything, and I am not looking for anybody else. The next round brings somebody new.';
    assert.deepEqual(named?.slice(1), [
      'Eve \\[Stone\\], who looks after these meetings, has called it off.',
      'They add: The office is \\*closed\\* that day; sorry.',
      ended,
    ]);
    const nobody = 'Somebody who looks after these meetings has called it off.';
    assert.deepEqual(unknown?.slice(1), [nobody, ended]);
    const asked = linesOf(shown({ ...view, state: 'cancelled', slot: null, isCalledOff: true }));
    assert.deepEqual(asked.slice(1), [nobody, ended]);
  });

  it('asks in a coordinator’s name whether somebody comes, or which time they choose', () => {
    const cardOf = (pairing: PairingView) => messageCard({ kind: 'remind', pairing }, 'key', english);
    const [coming, choosing] = [view, toChoose].map((pairing) => ({
      lines: linesOf(cardOf(pairing)),
      buttons: cardOf(pairing).actions.map(({ title }) => title),
    }));
    assert.equal(
      coming?.lines[1],
      'The people who look after these meetings would like to know: will you be there?',
    );
    assert.deepEqual(coming.buttons.slice(0, 3), ["I'll be there", 'Another time', "Can't make it"]);
    assert.equal(
      choosing?.lines[1],
      'The people who look after these meetings would like to know: which time suits you?',
    );
    assert.equal(choosing.buttons[0], 'Wed 16 Dec, 14:00');
  });
});

describe('the card of my pairing', () => {
  it('says who has answered what, the reader first', () => {
    const lines = linesOf(shown(view));
    const from = lines.indexOf('You: Accepted');
    assert.deepEqual(lines.slice(from, from + 3), [
      'You: Accepted',
      'Priya Patel: Declined',
      'Rosa \\[Red\\] \\*Ruiz\\*: Not answered yet',
    ]);
    assert.ok(!linesOf(shown({ ...view, state: 'planned' })).includes('You: Accepted'));
  });

  it('offers another time only for a meeting that can be moved', () => {
    const titles = (each: PairingView) => shown(each).actions.map(({ title }) => title);
    const priya = { ...view, ...withPriya };
    assert.deepEqual(titles(priya), [
      'Write to Priya Patel',
      'Another time',
      "Can't make it",
      'Open in the tab',
    ]);
    assert.deepEqual(titles({ ...priya, state: 'planned', slot: null, joinUrl: null }), [
      'Write to Priya Patel',
      'Open in the tab',
    ]);
  });

  it('shows the times that are still offered, and why there is no meeting', () => {
    assert.match(linesOf(shown({ ...view, offer: slots })).join('|'), /Your meeting stays/);
    assert.match(linesOf(shown({ ...view, state: 'cancelled' })).join('|'), /is off\|This meeting/);
    assert.match(linesOf(shown({ ...view, state: 'failed' })).join('|'), /is off\|No meeting could/);
  });
});
