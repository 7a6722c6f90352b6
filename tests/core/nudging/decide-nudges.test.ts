import assert from 'node:assert/strict';
import { dueNudge } from '../../../core/nudging/decide-nudges.ts';
import type { PairingRecord } from '../../../core/records/pairing.ts';
import { defaultScheme } from '../../../core/records/scheme.ts';
import { bookedPairing, cancelledPairing, round, suggestedPairing, tenOn } from '../../support/records.ts';

const start = tenOn(15).start;
const hour = 3_600_000;
const scheme = defaultScheme(0);
const ofDecember = round({
  weekStart: Date.parse('2026-12-14T00:00:00Z'),
  weekEnd: Date.parse('2026-12-21T00:00:00Z'),
});

/** What is asked about a pairing at a moment, when the next look is an hour later. */
function asked(pairing: PairingRecord, moment: string): string | null {
  const now = Date.parse(moment);
  return dueNudge({ scheme, round: ofDecember, now, until: now + hour }, pairing)?.nudge ?? null;
}

const pair = ['Ann', 'Ben'];
const booked = bookedPairing('p', pair);
const reminded = bookedPairing('p', pair, { nudged: [{ nudge: 'before', start, asked: true }] });
const askedMet = bookedPairing('p', pair, {
  nudged: [...reminded.nudged, { nudge: 'met', start, asked: true }],
});
const missed = { ...askedMet, followUps: { ann: { said: 'no', start, at: start + hour } } } as const;

describe('what is asked about a pairing', () => {
  it('is whether they come, once it is time to remind the first of them', () => {
    const remindAt = { start, at: Date.parse('2026-12-14T09:00:00Z') };
    const known = bookedPairing('p', pair, { remindAt });
    assert.equal(asked(known, '2026-12-13T10:00:00Z'), null);
    assert.equal(asked(known, '2026-12-14T08:00:00Z'), 'before');
    assert.equal(asked(reminded, '2026-12-14T10:00:00Z'), null);
  });

  it('is to be worked out, when that time is not known, or is that of another meeting', () => {
    assert.equal(asked(booked, '2026-12-10T11:00:00Z'), 'before');
    const moved = bookedPairing('p', pair, { remindAt: { start: start - 1, at: start } });
    assert.equal(asked(moved, '2026-12-10T11:00:00Z'), 'before');
  });

  it('is whether they met, ten minutes after the end, once', () => {
    assert.equal(asked(reminded, '2026-12-15T09:00:00Z'), null);
    assert.equal(asked(reminded, '2026-12-15T10:00:00Z'), 'met');
    assert.equal(asked(reminded, '2026-12-18T10:00:00Z'), 'met', 'looks were missed');
    assert.equal(asked(askedMet, '2026-12-15T11:00:00Z'), null);
  });

  it('is whether they would still, once the week is over and they did not meet', () => {
    assert.equal(asked(missed, '2026-12-18T10:00:00Z'), null);
    assert.equal(asked(missed, '2026-12-21T07:00:00Z'), 'again');
    assert.equal(asked(askedMet, '2026-12-21T07:00:00Z'), null, 'nobody said that they did not');
  });

  it('is when they meet, on the first working day of the week, when nobody chose', () => {
    const open = suggestedPairing('p', pair, { offer: [tenOn(16)] });
    assert.equal(asked(open, '2026-12-11T15:00:00Z'), null);
    assert.equal(asked(open, '2026-12-14T08:00:00Z'), 'choose');
    assert.equal(asked(open, '2026-12-21T08:00:00Z'), null);
    const offeredToday = { ...open, readAt: Date.parse('2026-12-14T07:00:00Z') };
    assert.equal(asked(offeredToday, '2026-12-14T08:00:00Z'), null);
  });

  it('is nothing of the reminder once they made up for a meeting that they missed', () => {
    const later = tenOn(17);
    const madeUp = { ...askedMet, event: { ...askedMet.event, slot: later } };
    assert.equal(asked(madeUp, '2026-12-16T10:00:00Z'), null);
    assert.equal(asked(madeUp, '2026-12-17T10:00:00Z'), 'met');
  });

  it('is no fourth question', () => {
    const often = { ...missed, nudged: [...missed.nudged, { nudge: 'met', start: 0, asked: true } as const] };
    assert.equal(asked(often, '2026-12-21T07:00:00Z'), null);
    const unasked = {
      ...missed,
      nudged: [...missed.nudged, { nudge: 'met', start: 0, asked: false } as const],
    };
    assert.equal(asked(unasked, '2026-12-21T07:00:00Z'), 'again', 'one that nobody needed does not count');
  });

  it('is nothing when there is no meeting', () => {
    assert.equal(asked(cancelledPairing('p', pair), '2026-12-15T11:00:00Z'), null);
  });
});
