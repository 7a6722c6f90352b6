import assert from 'node:assert/strict';
import { takeAct } from '../../../core/acts/take-act.ts';
import { remember } from '../../../core/enrolment/reach.ts';
import { otherTimes } from '../../../core/mending/other-times.ts';
import { pairingMessageKey } from '../../../core/records/keys.ts';
import { coreOf, noEvent, type PairingRecord } from '../../../core/records/pairing.ts';
import type { DeskAct, WantedAct } from '../../../core/records/work.ts';
import { readPairingTimes } from '../../../core/stepping-in/pairing-times.ts';
import { change } from '../../../core/shared/change.ts';
import { acting } from '../../support/acting.ts';
import { bookedProduct } from '../../support/booked-round.ts';
import { dying, type Mortal, untilDeath } from '../../support/dying.ts';
import { idOf } from '../../support/emulated-graph.ts';
import { ann, ben, cem, eve } from '../../support/people.ts';
import { callerOf, december, type TestProduct, useProduct } from '../../support/test-product.ts';

const { scheme, round } = december;
const meeting = { ...december, pairing: 'p00001' };
const callOff: DeskAct = { kind: 'call-off', ...meeting, revision: 0, word: 'Next month, then.' };

describe('an act of the tab whose process is killed', () => {
  const start = useProduct();

  /** Ann and Ben have a meeting; Cem and Eve have the app. */
  async function begin(): Promise<TestProduct> {
    const product = await bookedProduct(start, [ann, ben], { employees: [ann, ben, cem, eve] });
    for (const person of [cem, eve])
      await remember(product.ports, callerOf(person), `chat of ${person.name}`);
    return product;
  }

  /** What people see and what is stored, without ids that Microsoft Graph made up. */
  async function outcomeOf(product: TestProduct, actor: typeof ann) {
    const { participants, pairings, placements, people } = product.ports.storage;
    const stored = await participants.get({ scheme, person: idOf(actor) });
    const all: unknown[] = [];
    for await (const { value } of pairings.list(december))
      all.push([value.pairing, value.state, value.revision]);
    const places: unknown[] = [];
    for await (const { value } of placements.list(december))
      places.push([value.person, value.pairing, value.reason]);
    return {
      acts: (await acting(product, actor).acts()).map(({ state, reason }) => [state, reason]),
      enrolment: stored && [stored.value.status, stored.value.pausedUntil, stored.value.commands],
      pairings: all,
      places,
      invited: (await people.get(idOf(eve)))?.value.invited?.state,
      events: (await product.graph.events()).map(({ start: { dateTime } }) => dateTime),
      sent: product.sent.map(({ key }) => key).sort(),
    };
  }

  const acts: readonly (readonly [
    (WantedAct | DeskAct)['kind'],
    typeof ann,
    (product: TestProduct) => Promise<WantedAct | DeskAct>,
  ])[] = [
    ['join', cem, async () => ({ kind: 'join', scheme })],
    ['pause', ann, async () => ({ kind: 'pause', scheme, until: '2027-01-05' })],
    ['leave', ann, async () => ({ kind: 'leave', scheme })],
    ['skip', ann, async () => ({ kind: 'skip', scheme, round })],
    ['invite', ann, async () => ({ kind: 'invite', person: idOf(eve) })],
    [
      'choose',
      ann,
      async ({ ports }) => {
        const { pairing } = await otherTimes(ports, idOf(ann));
        const [slot] = pairing?.offer ?? [];
        assert.ok(pairing && slot);
        return { kind: 'choose', pairing: pairing.pairing, revision: pairing.revision, start: slot.start };
      },
    ],
    ['remind', eve, async () => ({ kind: 'remind', ...meeting })],
    [
      'move',
      eve,
      async ({ ports }) => {
        const found = await readPairingTimes(ports, meeting);
        return { kind: 'move', ...meeting, revision: 0, start: found?.times[8]?.start ?? '' };
      },
    ],
    ['call-off', eve, async () => callOff],
    [
      'pair',
      eve,
      async (product) => {
        await acting(product, cem).act(callOff);
        return { kind: 'pair', ...december, people: [idOf(ann), idOf(ben)] };
      },
    ],
    [
      'try-again',
      eve,
      async ({ ports: { storage } }) => {
        await change(storage.pairings, meeting, (now): PairingRecord | null => {
          const failed = {
            state: 'failed',
            reason: 'refused-by-outlook',
            event: noEvent,
            generation: 1,
          } as const;
          return now && { ...coreOf(now), ...failed };
        });
        return { kind: 'try-again', ...meeting };
      },
    ],
    [
      'tell-again',
      eve,
      async ({ ports: { storage } }) => {
        const person = idOf(ann);
        const key = pairingMessageKey({ ...meeting, revision: 0 }, person);
        const stored = await storage.outbox.get({ ...meeting, person, key });
        assert.ok(stored);
        const { value, version } = stored;
        await storage.outbox.write([{ value: { ...value, state: 'unreachable' }, version }]);
        await change(storage.people, person, (now) => now && { ...now, reachable: false });
        return { kind: 'tell-again', ...december, people: [person] };
      },
    ],
  ];

  for (const [kind, actor, wantedIn] of acts) {
    it(`ends the same, wherever the process dies: ${kind}`, async () => {
      let expected: unknown = null;
      for (const at of [Infinity, ...Array.from({ length: 20 }, (_, i) => i + 1)]) {
        const product = await begin();
        const wanted = await wantedIn(product);
        const caller = { id: idOf(actor), name: actor.name };
        const asking = dying(product.ports, at);
        const mortals: Mortal[] = [asking];
        await untilDeath(takeAct(asking.ports, caller, 'key-1234', wanted));
        // The tab has no answer, and asks again.
        await takeAct(product.ports, caller, 'key-1234', wanted);
        while (product.queue.length > 0) {
          await untilDeath(
            product.workOnce(({ kind: work }) => {
              if (work !== 'act' || mortals.length > 1) return product.ports;
              const doomed = dying(product.ports, at);
              mortals.push(doomed);
              return doomed.ports;
            }),
          );
        }
        // Where the mailbox was not woken, the next tick wakes it.
        await product.tickAt('2026-12-10T10:30:00Z');
        const outcome = await outcomeOf(product, actor);
        expected ??= outcome;
        assert.deepEqual(outcome.acts, [['done', null]], `killed after ${at}`);
        assert.deepEqual(outcome, expected, `killed after ${at}: ${mortals.at(-1)?.effects.at(-1)}`);
        if (at !== Infinity && mortals.every((one) => !one.died())) {
          assert.ok(at > 3, `${at} effects`);
          return;
        }
      }
      assert.fail('it has more than twenty effects');
    });
  }

  it('is done when it was recorded in time, and its round was paired before another process went on', async () => {
    const product = await start({ employees: [ann, ben, cem] });
    await product.signUp(ann, ben, cem);
    const { take, acts } = acting(product, ann);
    product.setClock('2026-12-10T09:59:00Z');
    await take({ kind: 'skip', scheme, round });
    // The worker claims the act, and records the answer.
    const doomed = dying(product.ports, 2);
    await untilDeath(product.workOnce(() => doomed.ports));
    assert.equal(doomed.effects.at(-1), 'storage.participants.replace');
    await product.tickAt('2026-12-10T10:00:00Z');
    assert.deepEqual(
      (await acts()).map(({ state }) => state),
      ['done'],
    );
    const pairing = await product.ports.storage.pairings.get({ ...december, pairing: 'p00001' });
    assert.deepEqual(pairing?.value.members.includes(idOf(ann)), false);
  });
});
