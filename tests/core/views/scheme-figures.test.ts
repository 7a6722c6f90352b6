import assert from 'node:assert/strict';
import { schemeFigures } from '../../../core/api/rounds.ts';
import { defaultScheme } from '../../../core/records/scheme.ts';
import { readSchemeFigures } from '../../../core/views/scheme-figures.ts';
import { memoryStorage } from '../../support/memory-storage.ts';
import { participant, round } from '../../support/records.ts';

const now = Date.parse('2026-12-16T10:00:00Z');
const none = { tookPart: 0, paired: 0, met: 0, notMet: 0, notKnown: 0 };

describe('how a scheme is doing, for everybody', () => {
  const read = async ({ rounds = 1, people = 1, met = 0, notMet = 0 }) => {
    const storage = memoryStorage();
    await storage.schemes.insert(defaultScheme(0));
    for (let i = 0; i < rounds; i++) {
      const figures = i === 0 ? { ...none, met, notMet, notKnown: 7 } : none;
      await storage.rounds.insert(
        round({ round: `2026-0${i + 1}-12`, number: i + 1, stage: 'closed', figures }),
      );
    }
    await storage.rounds.insert(round({ round: '2027-01-11', number: 20, stage: 'calling' }));
    for (let i = 0; i < people; i++) await storage.participants.insert(participant(`p${i}`));
    await storage.participants.insert(participant('left', { status: 'left' }));
    await storage.participants.insert(participant('away', { status: 'paused', pausedUntil: '2027-02-01' }));
    await storage.participants.insert(participant('back', { status: 'paused', pausedUntil: '2026-12-16' }));
    const figures = await readSchemeFigures({ storage, now: () => now }, 'unmentoring');
    assert.deepEqual(schemeFigures.strict().parse(figures), figures);
    const { rounds: ran, people: taking, met: share } = figures ?? {};
    return [ran, taking, share];
  };

  it('counts rounds that were paired, people who take part now, and who met of those of whom it is known', async () => {
    assert.deepEqual(await read({ rounds: 5, people: 4, met: 4, notMet: 2 }), [5, 5, 0.67]);
  });

  it('says no number of fewer than five', async () => {
    assert.deepEqual(await read({ rounds: 4, people: 3, met: 3, notMet: 1 }), [null, null, null]);
  });

  it('is null where there is no such scheme', async () => {
    const storage = memoryStorage();
    await storage.schemes.insert(defaultScheme(0));
    assert.equal(await readSchemeFigures({ storage, now: () => now }, 'lunch'), null);
  });
});
