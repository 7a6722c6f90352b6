import assert from 'node:assert/strict';
import type { WantedAct } from '../../../core/api/acts.ts';
import type { Now } from '../../../core/api/me.ts';
import { nextToSkip, standingIn } from '../../../tab/settings/standing.ts';
import * as answers from '../answers.ts';

const scheme = {
  ...answers.schemes[0],
  id: 'unmentoring',
  name: 'UnMentoring',
  minutes: 30,
  zone: 'Europe/London',
};
const shown = { ...scheme, next: { pairingAt: '2027-01-07T10:00:00Z', week: '2027-01-11' } };
const waiting: Now = { ...answers.now, state: 'waiting', pairing: null };

function having(now: Now, ...acts: readonly (readonly [WantedAct, Now['acts'][number]['state']])[]): Now {
  return {
    ...now,
    acts: acts.map(([act, state], n) => ({ id: `${n}`, act, dueAt: now.at, state, reason: null })),
  };
}

function pausedUntil(until: string | null): Now {
  const enrolments = waiting.me.enrolments.map((one) => ({
    ...one,
    status: 'paused' as const,
    pausedUntil: until,
  }));
  return { ...waiting, me: { ...waiting.me, enrolments } };
}

const inScheme = { scheme: 'unmentoring' };

describe('where somebody stands with a scheme', () => {
  it('is what is stored, and not in where nothing is', () => {
    assert.deepEqual(standingIn(waiting, shown), { status: 'active', pausedUntil: null, skips: null });
    assert.equal(standingIn(waiting, { ...shown, id: 'other' }).status, 'not-in');
  });

  it('tells one round that is skipped from a longer break', () => {
    assert.equal(standingIn(pausedUntil('2027-01-18'), shown).skips, '2027-01-11');
    assert.equal(standingIn(pausedUntil('2027-01-19'), shown).skips, null);
    assert.equal(standingIn(pausedUntil(null), shown).skips, null);
    const underWay = { ...pausedUntil('2026-12-21'), state: 'skipped', round: '2026-12-14' } as const;
    assert.equal(standingIn(underWay, shown).skips, '2026-12-14');
  });

  it('follows what they did in the last ten seconds, in the order of doing', () => {
    const skip = { kind: 'skip', ...inScheme, round: '2027-01-11' } as const;
    const skipped = standingIn(having(waiting, [skip, 'waiting']), shown);
    assert.deepEqual(skipped, { status: 'paused', pausedUntil: '2027-01-18', skips: '2027-01-11' });
    const takePart = { ...skip, kind: 'take-part' } as const;
    assert.equal(standingIn(having(waiting, [skip, 'doing'], [takePart, 'waiting']), shown).status, 'active');
    const leave = { kind: 'leave', ...inScheme } as const;
    assert.equal(standingIn(having(waiting, [leave, 'waiting']), shown).status, 'left');
    const pause = { kind: 'pause', ...inScheme, until: '2027-02-01' } as const;
    assert.equal(standingIn(having(waiting, [pause, 'waiting']), shown).pausedUntil, '2027-02-01');
  });

  it('does not follow acts that are over, or of another scheme', () => {
    const leave = { kind: 'leave', ...inScheme } as const;
    assert.equal(standingIn(having(waiting, [leave, 'refused']), shown).status, 'active');
    assert.equal(
      standingIn(having(waiting, [{ ...leave, scheme: 'other' }, 'waiting']), shown).status,
      'active',
    );
  });
});

describe('the round that somebody skips next', () => {
  it('is that of their meeting ahead, else the one that is paired next', () => {
    assert.equal(nextToSkip(answers.now, shown), '2026-12-14');
    assert.equal(nextToSkip({ ...answers.now, state: 'over' }, shown), '2027-01-11');
    assert.equal(nextToSkip(waiting, shown), '2027-01-11');
  });
});
