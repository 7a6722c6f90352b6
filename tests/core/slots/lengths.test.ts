import assert from 'node:assert/strict';
import type { Preferences } from '../../../core/records/profile.ts';
import { lengthFor, lengthsAmong, longestSlots } from '../../../core/slots/lengths.ts';
import { tenOn } from '../../support/records.ts';

const asks = (minutes: Preferences['minutes']) => ({ preferences: { hours: 'either' as const, minutes } });
const nothing = { preferences: null };

describe('lengthFor and lengthsAmong', () => {
  it('give the scheme’s length unless all members wish for more, then the shortest of their wishes', () => {
    assert.equal(lengthFor(30, [nothing, asks(null)]), 30);
    assert.equal(lengthFor(30, [nothing, asks(60)]), 30);
    assert.equal(lengthFor(30, [asks(null), asks(45), asks(60)]), 30);
    assert.equal(lengthFor(30, [asks(60), asks(45), asks(60)]), 45);
    assert.equal(lengthFor(45, [asks(30), asks(60)]), 45);
  });

  it('give every length that somebody asks for', () => {
    assert.deepEqual(lengthsAmong(30, [nothing, asks(null), asks(30)]), [30]);
    assert.deepEqual(lengthsAmong(30, [asks(60), nothing, asks(60)]), [30, 60]);
    assert.deepEqual(lengthsAmong(45, [asks(60), asks(30)]), [45, 60]);
  });
});

describe('longestSlots', () => {
  const slot = tenOn(15);
  const upTo = (free: number) => (minutes: number) => (minutes <= free ? [slot] : []);

  it('gives slots as long as all wish, else of the scheme’s length, else none', () => {
    const both = [asks(60), asks(45)];
    assert.deepEqual(longestSlots(30, both, upTo(60)), { minutes: 45, slots: [slot] });
    assert.deepEqual(longestSlots(30, both, upTo(40)), { minutes: 30, slots: [slot] });
    assert.deepEqual(longestSlots(30, both, upTo(0)), { minutes: 30, slots: [] });
  });
});
