import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Preferences } from '../../../core/records/participant.ts';
import { lengthFor, lengthsAmong, startsForMatching } from '../../../core/slots/lengths.ts';
import { startsOf } from '../../../core/slots/member-week.ts';
import { weekOf } from './weeks.ts';

const asks = (minutes: Preferences['minutes']) => ({ preferences: { hours: 'either' as const, minutes } });
const nothing = { preferences: null };

describe('lengthFor and lengthsAmong', () => {
  it('give the scheme’s length, or the longest that a member asks for', () => {
    assert.equal(lengthFor(30, [nothing, asks(null)]), 30);
    assert.equal(lengthFor(30, [nothing, asks(45), asks(60)]), 60);
    assert.equal(lengthFor(45, [asks(30), asks(30)]), 45);
  });

  it('give every length that somebody asks for', () => {
    assert.deepEqual(lengthsAmong(30, [nothing, asks(null), asks(30)]), [30]);
    assert.deepEqual(lengthsAmong(30, [asks(60), nothing, asks(60)]), [30, 60]);
    assert.deepEqual(lengthsAmong(45, [asks(60), asks(30)]), [45, 60]);
  });
});

describe('startsForMatching', () => {
  it('gives the starts themselves when nobody asks for more than the scheme’s length', () => {
    const member = weekOf({ lengths: [30] });
    assert.deepEqual(startsForMatching(member, [30], 30), startsOf(member, 30));
  });

  it('gives two or three people a common bit exactly when they share a start of their length', () => {
    const lengths = [30, 45, 60];
    const half = fc.integer({ min: 18, max: 33 }).map((n) => {
      const text = (halves: number) =>
        `${String(Math.floor(halves / 2)).padStart(2, '0')}:${halves % 2 === 0 ? '00' : '30'}`;
      return `2026-12-15T${text(n)}/${text(n + 1)}`;
    });
    const person = fc.record({
      busy: fc.uniqueArray(half, { minLength: 4, maxLength: 12 }),
      shortest: fc.constantFrom(...lengths),
    });
    let both = 0;
    fc.assert(
      fc.property(fc.array(person, { minLength: 2, maxLength: 3 }), (people) => {
        const members = people.map(({ busy }) => weekOf({ days: ['Tue'], busy }));
        const share = (bitmaps: readonly Uint32Array[]) =>
          bitmaps[0]?.some((word, w) => bitmaps.reduce((left, bits) => left & (bits[w] ?? 0), word) !== 0);
        const length = Math.max(...people.map(({ shortest }) => shortest));
        const expected = share(members.map((member) => startsOf(member, length)));
        const blocks = people.map(({ shortest }, i) => {
          const member = members[i];
          assert.ok(member);
          return startsForMatching(member, lengths, shortest);
        });
        if (expected === true) both++;
        assert.equal(share(blocks), expected);
      }),
      { numRuns: 300 },
    );
    assert.ok(both > 30 && both < 270, `both answers come up: ${both} of 300 have a start in common`);
  });
});
