// The same over the real adapters: Azurite, the emulated Graph and the emulated Bot Connector are behind a proxy. It
// kills the product's process after an outward call, or loses the answer to one.
import assert from 'node:assert/strict';
import type { Fault, FaultOf } from '../../support/fault-proxy.ts';
import { assertNobodyTwice } from '../../support/nobody-twice.ts';
import { useMortalProduct } from '../../support/mortal-product.ts';
import { early, liveThroughRound, organisation, outcomeOf } from './story.ts';

/** Faults that follow from one tick: a message that fails five times is given up. */
const mostFaults = 4;

describe('a round from its pairing to its end (Azurite)', function () {
  this.timeout(300_000);
  const start = useMortalProduct({ ...organisation, joined: early });

  /** Runs the round. Each call may meet a fault. */
  async function run(faultOf: FaultOf) {
    let left = 0;
    const product = await start((call) => {
      const fault = left > 0 ? faultOf(call) : null;
      if (fault !== null) left -= 1;
      return fault;
    });
    try {
      await liveThroughRound({
        ...product,
        tickAt: (instant) => {
          left = mostFaults;
          return product.tickAt(instant);
        },
      });
      left = 0;
      await product.tickAt('2026-12-24T01:00:00Z');
      await assertNobodyTwice(product.storage, product.graph);
      return await outcomeOf(product.storage, product.graph, ({ oid }) =>
        product.teams.chats.messages(oid).map(({ attachments }) => keyOf(attachments[0]?.content)),
      );
    } finally {
      await product.close();
    }
  }

  it('ends the same when the process is killed after each kind of outward call, or has no answer', async () => {
    const outcomes: Awaited<ReturnType<typeof run>>[] = [];
    const met = new Map<string, Fault[]>();
    for (let faults = -1; faults !== 0;) {
      faults = 0;
      const outcome = await run((call) => {
        const before = met.get(kindOf(call)) ?? [];
        const fault = (['killed', 'cut'] as const).find((one) => !before.includes(one)) ?? null;
        if (fault === null) return null;
        met.set(kindOf(call), [...before, fault]);
        faults += 1;
        return fault;
      });
      outcomes.push(outcome);
    }
    const undisturbed = outcomes.pop();
    assert.equal(undisturbed?.detail?.stage, 'closed');
    for (const outcome of outcomes) assert.deepEqual(outcome, undisturbed);
    assert.ok(met.size > 25, [...met.keys()].join(', '));
  });
});

/** The kind of a call: without what differs between records and people. */
function kindOf(call: string): string {
  return call
    .replaceAll(/\bhttp:[^ ]*\/|\?\S*|\(\S*\)/g, '')
    .replaceAll(/\b(s|rounds-s|repair-)\d+/g, '$1')
    .replaceAll(/activities\/[^/ ]+/g, 'activities')
    .replaceAll(/(events|a%3A)[^/ ]+|(events)\/[^/ ]+/g, '$1$2');
}

/** The key of a message: the id of the first element of its card. */
function keyOf(card: unknown): string {
  return (card as { body: [{ id: string }] }).body[0].id;
}
