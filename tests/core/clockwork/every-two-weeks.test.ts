import assert from 'node:assert/strict';
import { sayMet } from '../../../core/following-up/say-met.ts';
import { type PairingRecord, slotOf } from '../../../core/records/pairing.ts';
import { hour } from '../../../core/time/interval.ts';
import { ann, ben, cem, eve } from '../../support/people.ts';
import { useProduct } from '../../support/test-product.ts';

const everybody = [ann, ben, cem, eve];

describe('a scheme every two weeks', () => {
  const start = useProduct();

  it('calls, pairs and closes its rounds in turn, and nobody meets anybody twice before all others', async () => {
    const product = await start({
      employees: everybody,
      scheme: { cadence: { kind: 'weeks', every: 2, from: '2026-12-14' }, asking: 'standing' },
    });
    const { storage } = product.ports;
    await product.signUp(...everybody);

    const pairs: Record<string, string[]> = {};
    for (
      let at = Date.parse('2026-12-07T09:00:00Z');
      at < Date.parse('2027-01-20T09:00:00Z');
      at += 3 * hour
    ) {
      await product.tickAt(at);
      for await (const { value: round } of storage.rounds.list({ scheme: 'unmentoring' })) {
        const found: PairingRecord[] = [];
        for await (const { value } of storage.pairings.list(round)) found.push(value);
        if (found.length > 0)
          pairs[round.round] = found.map(({ members }) => [...members].sort().join(' ')).sort();
        await sayThatTheyMet(found, at);
      }
    }

    const rounds = [];
    for await (const { value } of storage.rounds.list({ scheme: 'unmentoring' })) rounds.push(value);
    assert.deepEqual(
      rounds.map(({ round, number, stage }) => [round, number, stage]),
      [
        ['2026-12-14', 1, 'closed'],
        ['2026-12-28', 2, 'closed'],
        ['2027-01-11', 3, 'closed'],
        ['2027-01-25', 4, 'calling'],
      ],
    );
    assert.equal(Object.values(pairs).length, 3);
    assert.equal(new Set(Object.values(pairs).flat()).size, 6, JSON.stringify(pairs));

    async function sayThatTheyMet(found: readonly PairingRecord[], at: number): Promise<void> {
      for (const pairing of found) {
        const slot = slotOf(pairing);
        const [person = ''] = pairing.members;
        if (slot === null || slot.end > at || pairing.followUps[person] !== undefined) continue;
        await sayMet(product.ports, person, { ...pairing, start: slot.start, said: 'yes' });
      }
    }
  });
});
