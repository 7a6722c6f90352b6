// Storage in memory and the emulated Graph. A process dies after its outward calls, storage included; another goes on,
// and the result must be the same. A read changes nothing, so dying after it is like dying after the call before.
import assert from 'node:assert/strict';
import { tick } from '../../../core/clockwork/tick.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import type { Work } from '../../../core/records/work.ts';
import { dying, untilDeath, type Mortal } from '../../support/dying.ts';
import { idOf } from '../../support/emulated-graph.ts';
import type { Employee } from '../../../local/organisation/employee.ts';
import { assertNobodyTwice } from '../../support/nobody-twice.ts';
import { pausing } from '../../support/pausing.ts';
import { useProduct } from '../../support/test-product.ts';
import { early, liveThroughRound, organisation, outcomeOf } from './story.ts';

/** Work that another worker is doing is refused, and comes back from the queue. */
async function unlessHeld(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!/held for|holds the mailbox|by another worker|somebody else/.test(String(error))) throw error;
  }
}

describe('a round from its pairing to its end', function () {
  this.timeout(300_000);
  const start = useProduct();

  /**
   * Runs the round. Every piece of work (a tick, a message of a queue, what somebody asks of the bot) is once begun by a
   * process that dies after `at` effects, and done by another.
   * @param nth which of the same piece that follows from one tick is the first to die: 1 or 2
   */
  async function run(at: number, nth: number) {
    const product = await start(organisation);
    await product.signUp(...early);
    const processes: Mortal[] = [];
    const process = (lives: number) => {
      const mortal = dying(product.ports, lives);
      processes.push(mortal);
      return mortal;
    };
    const attempt = async (act: (ports: Ports) => Promise<unknown>) => {
      const mortal = process(nth === 1 ? at : Infinity);
      await untilDeath(act(mortal.ports));
      if (mortal.died()) await act(process(Infinity).ports);
    };
    await liveThroughRound({
      graph: product.graph,
      chatOf: ({ name }) => `chat of ${name}`,
      ask: (instant, act) => {
        product.setClock(instant);
        return attempt(act);
      },
      tickAt: async (instant) => {
        product.setClock(instant);
        await attempt(tick);
        const begun = new Map<string, Mortal[]>();
        const portsFor = (work: Work) => {
          const earlier = begun.get(JSON.stringify(work)) ?? [];
          const doomed = earlier.length + 1 >= nth && !earlier.some(({ died }) => died());
          const mortal = process(doomed ? at : Infinity);
          begun.set(JSON.stringify(work), [...earlier, mortal]);
          return mortal.ports;
        };
        while (product.queue.length > 0) await untilDeath(product.workOnce(portsFor));
      },
    });
    // Those who find the mailbox held by the dead leave the rest to a later tick.
    await product.tickAt('2026-12-24T01:00:00Z');
    await assertNobodyTwice(
      product.ports.storage,
      product.graph,
      `each piece of work is killed after ${at} effects`,
    );
    return {
      outcome: await outcomeOf(product.ports.storage, product.graph, (person) =>
        product.sent.filter(({ reader }) => reader.id === idOf(person)).map(({ key }) => key),
      ),
      effects: processes.flatMap(({ effects }) => effects),
      deaths: processes.flatMap(({ died, effects }) => (died() ? effects.slice(-1) : [])),
    };
  }

  /**
   * Runs the round. Every piece of work is begun by a worker that pauses before its `at`-th outward call, until another worker
   * has done the same piece. One that finds the mailbox held gives up, or takes over once the hold has ended.
   */
  async function runTwice(at: number) {
    const product = await start(organisation);
    await product.signUp(...early);
    let pauses = 0;
    const pausedPorts = (other: () => Promise<unknown>): Ports =>
      pausing(product.ports, at, async () => {
        pauses += 1;
        await other();
      }).ports;
    const twice = (act: (ports: Ports) => Promise<unknown>) => act(pausedPorts(() => act(product.ports)));
    await liveThroughRound({
      graph: product.graph,
      chatOf: ({ name }) => `chat of ${name}`,
      ask: async (instant, act) => {
        product.setClock(instant);
        await twice(act);
      },
      tickAt: async (instant) => {
        product.setClock(instant);
        await twice(tick);
        const begun = new Set<string>();
        const deliver = (work: Work) => {
          const known = begun.has(JSON.stringify(work));
          begun.add(JSON.stringify(work));
          return known ? product.ports : pausedPorts(() => again(work));
        };
        const again = async (work: Work) => {
          product.queue.unshift({ work, from: 0 });
          await unlessHeld(product.workOnce(() => product.ports));
        };
        while (product.queue.length > 0) await unlessHeld(product.workOnce(deliver));
      },
    });
    await product.tickAt('2026-12-24T01:00:00Z');
    await assertNobodyTwice(product.ports.storage, product.graph, `a pause before call ${at}`);
    const told = (person: Employee) =>
      product.sent.filter(({ reader }) => reader.id === idOf(person)).map(({ key }) => key);
    return { outcome: await outcomeOf(product.ports.storage, product.graph, told), pauses };
  }

  it('ends the same when two workers do each piece of work, one within any outward call of the other', async () => {
    const { outcome } = await run(Infinity, 1);
    for (let at = 1; ; at++) {
      const doubled = await runTwice(at);
      if (doubled.pauses === 0) break;
      assert.deepEqual(doubled.outcome, outcome, `the other does the same before call ${at}`);
    }
  });

  it('ends the same, after whichever outward call of a piece of work the process dies', async () => {
    const { outcome, effects } = await run(Infinity, 1);
    assert.equal(outcome.detail?.stage, 'closed');
    const numbers = Object.values(outcome.told).map((keys) => keys.length);
    assert.deepEqual(numbers, [5, 2, 5, 1, 3, 5, 4], 'messages to each');
    const survived: string[] = [];
    for (const nth of [1, 2]) {
      for (let at = 1; ; at++) {
        const disturbed = await run(at, nth);
        if (disturbed.deaths.length === 0) break;
        survived.push(...disturbed.deaths);
        assert.deepEqual(disturbed.outcome, outcome, `each piece of work is killed after ${at} effects`);
      }
    }
    assert.ok(survived.length >= effects.length, `${survived.length} deaths, ${effects.length} effects`);
    for (const effect of new Set(effects))
      assert.ok(survived.includes(effect), `no process died after ${effect}`);
  });
});
