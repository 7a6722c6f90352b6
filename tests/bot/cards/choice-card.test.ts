import assert from 'node:assert/strict';
import { choiceCard } from '../../../bot/cards/choice-card.ts';
import { messageCard } from '../../../bot/cards/message-card.ts';
import type { Message } from '../../../core/words/message.ts';
import type { PairingView } from '../../../core/words/pairing-view.ts';
import {
  view,
  toChoose,
  withPriya,
  choose,
  english,
  german,
  shown,
  standing,
  slots,
  linesOf,
} from './samples.ts';

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
      'Your meeting stays on Tuesday 15 December 2026, 10:00 to 10:45 (Greenwich Mean Time), unless one of you picks another time. To keep it, do nothing.',
    ]);
  });

  it('says who would like which time, and that all must pick the same one, on the other’s wish', () => {
    const [one, other] = slots;
    assert.ok(one && other);
    const wishes = [
      { person: 'q', slot: one },
      { person: 'me', slot: other },
    ];
    const pairing = { ...toChoose, ...withPriya, offer: slots.slice(0, 1), wishes };
    const message = { ...choose, news: 'wished', because: { name: 'Priya Patel' }, pairing } as const;
    assert.deepEqual(linesOf(messageCard(message, 'key', english)), [
      'When would you like to meet Priya Patel?',
      'Wednesday 16 December 2026, 14:00 to 14:45 (Greenwich Mean Time)',
      'For Priya Patel it is 19:30 to 20:15 (India Standard Time).',
      'Priya Patel would like Wednesday 16 December 2026, 14:00 to 14:45 (Greenwich Mean Time): pick it too, or another one.',
      'You would like Thursday 17 December 2026, 09:30 to 10:15 (Greenwich Mean Time).',
      'Pick a time. I cannot read every calendar, so it is booked once everybody has picked the same one.',
    ]);
    const kept = shown({ ...view, ...withPriya, offer: slots.slice(0, 1), wishes: [] });
    assert.match(
      linesOf(kept).at(-1) ?? '',
      /^Your meeting stays on .*, unless everybody picks the same other time\./,
    );
    const settled = { ...message, news: 'chosen', pairing: { ...view, ...withPriya, wishes: [] } } as const;
    assert.equal(
      linesOf(messageCard(settled, 'key', english))[0],
      'Priya Patel has picked the same time as you, so it is settled.',
    );
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
      /^That is settled\. .*Thursday 17 December 2026, 09:30/,
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
    assert.match(linesOf(changed).join('|'), /^Something has changed .*10:00 to 10:45/);
    assert.ok(changed.actions.some((action) => action.title === 'Another time'));
    const begun = linesOf(refused('begun', view)).join('|');
    assert.match(begun, /^This meeting has begun or is over, so it cannot be moved .*10:00/);
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
    assert.match(linesOf(later).join('|'), /^There is no time to choose at the moment\./);
  });
});
