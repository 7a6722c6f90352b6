import assert from 'node:assert/strict';
import { questionsUntil } from '../../../core/closing/questions-until.ts';
import type { MetAnswer, PairingRecord } from '../../../core/records/pairing.ts';
import { defaultScheme } from '../../../core/records/scheme.ts';
import { toIso } from '../../../core/time/instant.ts';
import { bookedPairing, eventOn, failedPairing, round, tenOn } from '../../support/records.ts';

const scheme = defaultScheme(0);
const ofDecember = round({
  weekStart: Date.parse('2026-12-14T00:00:00Z'),
  weekEnd: Date.parse('2026-12-21T00:00:00Z'),
});
const pair = ['Ann', 'Ben'];

function onFriday(...said: readonly (MetAnswer | null)[]): PairingRecord {
  const { start } = tenOn(18);
  const followUps = Object.fromEntries(
    said.flatMap((one, i) =>
      one === null ? [] : [[['ann', 'ben'][i] ?? '', { said: one, start, at: start }]],
    ),
  );
  return bookedPairing('p', pair, { event: eventOn('p', pair, { slot: tenOn(18) }), followUps });
}

function openUntil(pairing: PairingRecord, now: string): string | null {
  const until = questionsUntil(scheme, ofDecember, [pairing], Date.parse(now));
  return until === null ? null : toIso(until);
}

describe('a round waits for answers', () => {
  it('three working days after the meeting', () => {
    assert.equal(openUntil(onFriday(), '2026-12-21T00:00:00Z'), '2026-12-23T10:30:00.000Z');
    assert.equal(openUntil(onFriday('yes'), '2026-12-21T00:00:00Z'), '2026-12-23T10:30:00.000Z');
    assert.equal(openUntil(onFriday(), '2026-12-23T10:30:00Z'), null);
  });

  it('no longer when both have answered', () => {
    assert.equal(openUntil(onFriday('yes', 'yes'), '2026-12-21T00:00:00Z'), null);
    assert.equal(openUntil(onFriday('yes', 'no'), '2026-12-21T00:00:00Z'), null);
  });

  it('for seven days while they may still make up for it', () => {
    assert.equal(openUntil(onFriday('not-yet'), '2026-12-21T00:00:00Z'), '2026-12-28T00:00:00.000Z');
    assert.equal(openUntil(onFriday('no', 'no'), '2026-12-24T00:00:00Z'), '2026-12-28T00:00:00.000Z');
    assert.equal(openUntil(onFriday('no', 'no'), '2026-12-28T00:00:00Z'), null);
  });

  it('not for a pairing without a meeting', () => {
    assert.equal(openUntil(failedPairing('p', pair), '2026-12-21T00:00:00Z'), null);
  });
});
