import assert from 'node:assert/strict';
import type { OutboxRecord } from '../../../core/records/outbox.ts';
import type { PairingRecord } from '../../../core/records/pairing.ts';
import { defaultScheme } from '../../../core/records/scheme.ts';
import { sendAt } from '../../../core/telling/when-to-send.ts';
import { toIso } from '../../../core/time/instant.ts';
import {
  bookedPairing,
  cancelledPairing,
  eventOn,
  message,
  personRecord,
  suggestedPairing,
  tenOn,
} from '../../support/records.ts';

const pair = ['Ann', 'Ben'];
const night = Date.parse('2026-12-14T22:00:00Z');
const morning = '2026-12-15T09:00:00.000Z';
const news = { kind: 'pairing', news: 'moved', because: null, insteadOf: null, passedOver: false } as const;

/** When Ann, who works from nine to five in London, is told something that is open on Monday night. */
function sentAt(said: OutboxRecord['said'], pairing: PairingRecord): string {
  return toIso(sendAt(defaultScheme(0), message('to ann', 'ann', { said }), pairing, new Map(), night));
}

/** A meeting on a day of December, in the place of earlier ones; the last times were never tried. */
const movedTo = (day: number, slots: readonly number[]) =>
  bookedPairing('p', pair, { event: eventOn('p', pair, { slot: tenOn(day) }), slots: slots.map(tenOn) });

describe('news of a meeting, at night', () => {
  const atNight = toIso(night);

  it('is told at once when the meeting is, or was to be, within a day', () => {
    assert.equal(sentAt(news, movedTo(15, [18, 15])), atNight);
    assert.equal(sentAt(news, movedTo(18, [15, 18])), atNight);
    assert.equal(sentAt({ kind: 'called-off' }, cancelledPairing('p', pair)), atNight);
    assert.equal(
      sentAt(news, suggestedPairing('p', pair, { tried: [tenOn(15)], offer: [tenOn(18)] })),
      atNight,
    );
  });

  it('waits for the morning when only a time that was never given lies within a day', () => {
    assert.equal(sentAt(news, movedTo(18, [17, 18, 15])), morning);
    assert.equal(
      sentAt(news, suggestedPairing('p', pair, { tried: [tenOn(17)], offer: [tenOn(18)] })),
      morning,
    );
  });

  it('waits for the morning when the meeting is new', () => {
    assert.equal(sentAt({ ...news, news: 'booked' }, movedTo(15, [15])), morning);
  });
});

describe('quiet hours that somebody chose', () => {
  // Her mailbox still has the hours of Tokyo.
  const hours = {
    zone: 'Asia/Tokyo',
    days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'],
    start: '17:00',
    end: '23:00',
  } as const;
  const work = { name: 'Ann', mail: 'ann@contoso.example', language: null, zone: 'Europe/Berlin' };
  const ann = (quiet: { from: string; to: string } | undefined) =>
    personRecord('ann', {
      work: { ...work, hours: { ...hours, days: [...hours.days] } },
      profile: { call: 'video', language: null, ...(quiet && { quiet }) },
    });
  /** When Ann is told of a new meeting of next week, or of another kind of news of it. */
  const toldAt = (now: string, quiet?: { from: string; to: string }, said: OutboxRecord['said'] = booked) =>
    toIso(
      sendAt(
        defaultScheme(0),
        message('to ann', 'ann', { said }),
        movedTo(15, [15]),
        new Map([['ann', ann(quiet)]]),
        Date.parse(now),
      ),
    );
  const booked = { ...news, news: 'booked' } as const;
  const early = { from: '15:00', to: '06:30' };

  for (const [about, now, quiet, at] of [
    [
      'are kept in the own zone of the reader, over midnight',
      '2026-12-09T20:00:00Z',
      early,
      '2026-12-10T05:30:00.000Z',
    ],
    ['let a message go before working hours', '2026-12-10T06:00:00Z', early, '2026-12-10T06:00:00.000Z'],
    ['keep one within working hours', '2026-12-10T14:00:00Z', early, '2026-12-11T05:30:00.000Z'],
    ['keep one on days without work', '2026-12-11T15:00:00Z', early, '2026-12-14T05:30:00.000Z'],
    [
      'may lie within a day',
      '2026-12-10T11:30:00Z',
      { from: '12:00', to: '13:15' },
      '2026-12-10T12:15:00.000Z',
    ],
    [
      'are those outside of working hours by default',
      '2026-12-10T06:00:00Z',
      undefined,
      '2026-12-10T08:00:00.000Z',
    ],
  ] as const) {
    it(about, () => {
      assert.equal(toldAt(now, quiet), at);
    });
  }

  it('do not keep back that a meeting of the next day is changed', () => {
    const now = '2026-12-14T20:00:00.000Z';
    assert.equal(toldAt(now, early, news), now);
  });
});
