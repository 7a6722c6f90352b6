// Two workers are driven step by step: one looks after the round, and before each of its outward calls the other does what a
// person asks, or looks after the round too. Then the other way round.
import assert from 'node:assert/strict';
import { doStep } from '../../../core/clockwork/do-step.ts';
import { conversationOperations } from '../../../core/conversation/operations.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import type { PersonId } from '../../../core/records/person.ts';
import type { PairingRecord } from '../../../core/records/pairing.ts';
import type { Employee } from '../../../local/organisation/employee.ts';
import { bookedProduct } from '../../support/booked-round.ts';
import { employee, idOf } from '../../support/emulated-graph.ts';
import { assertNobodyTwice } from '../../support/nobody-twice.ts';
import { pausing } from '../../support/pausing.ts';
import { ann, ben, cem, eve, fay } from '../../support/people.ts';
import { records } from '../../support/stored.ts';
import { callerOf, december, type TestProduct, useProduct } from '../../support/test-product.ts';

const everybody = [ann, ben, cem, eve, fay, employee('Gus')];
const look = { kind: 'look-after', ...december } as const;

/** A round in which somebody is left alone. */
interface Scene {
  readonly people: readonly Employee[];
  /** Who leaves, of the pairings in the order of their ids. */
  readonly leavers: (pairings: readonly PairingRecord[]) => (PersonId | undefined)[];
  /** What another worker does meanwhile. */
  readonly meanwhile: Readonly<
    Record<string, (ports: Ports, pairings: readonly PairingRecord[]) => Promise<unknown>>
  >;
}

const pairsFirst = (pairings: readonly PairingRecord[]) =>
  [...pairings].sort((a, b) => a.members.length - b.members.length);

/** A member of a pairing presses another time on the first card. */
function press(pairing: PairingRecord | undefined, member: number) {
  return (ports: Ports) => {
    const person = pairing?.members[member] ?? '';
    const start = pairing?.slots[3]?.start ?? 0;
    const choice = { pairing: pairing?.pairing ?? '', revision: 0, start };
    return conversationOperations(ports).choose({ id: person, name: '' }, choice);
  };
}

const scenes: Readonly<Record<string, Scene>> = {
  'one of a pair leaves, and the other joins a pair': {
    people: [ann, ben, eve, fay],
    leavers: ([one]) => [one?.members[0]],
    meanwhile: {
      'the leaver presses a time': (ports, [one]) => press(one, 0)(ports),
      'the one left alone presses a time': (ports, [one]) => press(one, 1)(ports),
      'one of the pair to be joined presses a time': (ports, [, other]) => press(other, 0)(ports),
      'one of the pair to be joined leaves': (ports, [, other]) => leaves(ports, other?.members[0]),
      'the leaver comes back': (ports, [one]) => comesBack(ports, one?.members[0]),
      'the other looks after the round': (ports) => doStep(ports, look),
    },
  },
  'one of each of two pairs leaves, and the others meet': {
    people: [ann, ben, eve, fay],
    leavers: ([one, other]) => [one?.members[0], other?.members[1]],
    meanwhile: {
      'one left alone presses a time': (ports, [one]) => press(one, 1)(ports),
      'one left alone leaves too': (ports, [, other]) => leaves(ports, other?.members[0]),
      'the other looks after the round': (ports) => doStep(ports, look),
    },
  },
  'one of a pair leaves, and the other meets one of a trio': {
    people: [ann, ben, cem, eve, fay],
    leavers: (pairings) => [pairsFirst(pairings)[0]?.members[0]],
    meanwhile: {
      'the one left alone presses a time': (ports, pairings) => press(pairsFirst(pairings)[0], 1)(ports),
      'one of the trio presses a time': (ports, pairings) => press(pairsFirst(pairings)[1], 2)(ports),
      'the other looks after the round': (ports) => doStep(ports, look),
    },
  },
};

function callerFor(member: PersonId | undefined) {
  return callerOf(everybody.find((person) => idOf(person) === member) ?? ann);
}
const leaves = (ports: Ports, member: PersonId | undefined) =>
  conversationOperations(ports).leave(callerFor(member), null);
const comesBack = (ports: Ports, member: PersonId | undefined) =>
  conversationOperations(ports).join(callerFor(member), null);

/** Everybody who still takes part meets somebody, where there is somebody else. */
async function assertNobodyAlone(product: TestProduct, where: string): Promise<void> {
  const active: string[] = [];
  for await (const { value } of product.ports.storage.participants.list({ scheme: december.scheme }))
    if (value.status === 'active') active.push(value.person);
  const live = (await records(product)).filter(({ state }) => state === 'booked');
  const seats = live.flatMap(({ members }) => members);
  assert.deepEqual(seats.sort(), active.length < 2 ? [] : active.sort(), where);
}

describe('two workers, step by step', function () {
  this.timeout(120_000);
  const start = useProduct();

  /** One worker does its work, and is paused before its `at`-th call until the other has done its own. */
  async function interleaved(
    { people, leavers }: Scene,
    at: number,
    [first, second]: readonly ((ports: Ports, pairings: readonly PairingRecord[]) => Promise<unknown>)[],
  ): Promise<{ product: TestProduct; calls: readonly string[] }> {
    const product = await bookedProduct(start, people);
    const pairings = await records(product);
    for (const leaver of leavers(pairings)) await leaves(product.ports, leaver);
    product.queue.length = 0;
    const { ports, calls } = pausing(product.ports, at, async () => {
      await second?.(product.ports, pairings);
    });
    await first?.(ports, pairings);
    await product.work();
    for (const hour of ['11', '12']) await product.tickAt(`2026-12-10T${hour}:00:00Z`);
    return { product, calls };
  }

  for (const [title, scene] of Object.entries(scenes)) {
    describe(title, () => {
      for (const [other, act] of Object.entries(scene.meanwhile)) {
        it(`while ${other}: everybody is in one meeting`, async () => {
          const looks = (ports: Ports) => doStep(ports, look);
          let done = 0;
          for (const workers of [
            [looks, act],
            [act, looks],
          ]) {
            for (let at = 1; ; at++) {
              const { product, calls } = await interleaved(scene, at, workers);
              if (calls.length < at) break;
              done += 1;
              const where = `Before ${calls[at - 1] ?? ''} (${at}).`;
              await assertNobodyTwice(product.ports.storage, product.graph, where);
              await assertNobodyAlone(product, where);
            }
          }
          assert.ok(done > 30, `${done} interleavings`);
        });
      }
    });
  }
});
