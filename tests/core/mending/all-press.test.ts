import assert from 'node:assert/strict';
import fc from 'fast-check';
import { conversationOperations } from '../../../core/conversation/operations.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import { slotOf } from '../../../core/records/pairing.ts';
import { change } from '../../../core/shared/change.ts';
import { bookedRound } from '../../support/booked-round.ts';
import { idOf } from '../../support/emulated-graph.ts';
import { ann, ben, cem, dora } from '../../support/people.ts';
import { record } from '../../support/stored.ts';
import { callerOf, december, useProduct } from '../../support/test-product.ts';

const pairing = 'p00001';
const key = { ...december, pairing };

describe('a time that all must press', () => {
  const start = useProduct();

  /** Ann, Ben and Cem choose a time. From now on Cem's calendar cannot be read. */
  async function choosing() {
    const { product, said } = await bookedRound(start, [ann, ben, cem], undefined, {
      scheme: { booking: 'suggestions' },
    });
    const { calendars } = product.ports;
    const ports: Ports = {
      ...product.ports,
      calendars: {
        ...calendars,
        freeBusy: async (...asked) =>
          new Map([
            ...(await calendars.freeBusy(...asked)),
            [idOf(cem), { kind: 'unreadable', reason: 'ErrorMailboxNotFound' }],
          ]),
      },
    };
    const bot = conversationOperations(ports);
    const before = await record(product);
    const press = async (who: typeof ann, time: number): Promise<string> => {
      const choice = { pairing, revision: before.revision, start: before.slots[time]?.start ?? 0 };
      return (await bot.choose(callerOf(who), choice)).kind;
    };
    return { product, said, before, press };
  }

  it('is booked by the last who presses the same, and a late, double or foreign press changes nothing', async () => {
    const { product, said, before, press } = await choosing();
    assert.equal(await press(ann, 0), 'wished');
    assert.equal(await press(ann, 0), 'wished', 'once more');
    assert.equal(await press(ben, 0), 'wished');
    assert.equal(await press(ann, 1), 'wished', 'her latest wish counts');
    assert.equal(await press(cem, 0), 'wished');
    assert.equal(await press(dora, 0), 'refused');
    assert.deepEqual([(await record(product)).state, (await record(product)).allPress], ['suggested', true]);
    assert.equal(await press(ann, 0), 'chosen');
    assert.equal(await press(cem, 0), 'chosen', 'late');
    assert.equal(await press(ben, 1), 'refused', 'on a card that no longer holds');
    assert.deepEqual(slotOf(await record(product)), before.slots[0]);
    await product.work();
    assert.deepEqual(said().slice(-2).sort(), ['Ben: chosen', 'Cem: chosen']);
  });

  it('is never booked before everybody has pressed it last, in any order', async () => {
    const { product, before, press } = await choosing();
    const { pairings } = product.ports.storage;
    const presses = fc.array(fc.tuple(fc.constantFrom(ann, ben, cem), fc.integer({ min: 0, max: 1 })));
    await fc.assert(
      fc.asyncProperty(presses, async (given) => {
        // They choose anew. The revision goes on, as it is part of the keys of messages.
        await change(pairings, key, (now) => now && { ...before, revision: now.revision });
        const last = new Map<typeof ann, number>();
        for (const [who, time] of given) {
          last.set(who, time);
          const isAgreed = last.size === 3 && new Set(last.values()).size === 1;
          assert.equal(await press(who, time), isAgreed ? 'chosen' : 'wished');
          assert.deepEqual(slotOf(await record(product)), isAgreed ? before.slots[time] : null);
          if (isAgreed) return;
        }
      }),
      { numRuns: 15 },
    );
  });
});
