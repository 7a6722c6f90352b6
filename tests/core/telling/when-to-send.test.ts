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
