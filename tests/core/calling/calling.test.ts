import assert from 'node:assert/strict';
import { tick } from '../../../core/clockwork/tick.ts';
import { answerCall, stillIn } from '../../../core/enrolment/answer-call.ts';
import { join } from '../../../core/enrolment/join.ts';
import { pause } from '../../../core/enrolment/pause.ts';
import { remember } from '../../../core/enrolment/reach.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import type { Participant } from '../../../core/records/participant.ts';
import { erasePerson } from '../../../core/rights/erase-person.ts';
import { readMyData } from '../../../core/rights/my-data.ts';
import { change } from '../../../core/shared/change.ts';
import { readRounds } from '../../../core/views/rounds.ts';
import { dying, untilDeath } from '../../support/dying.ts';
import { idOf } from '../../support/emulated-graph.ts';
import { ann, ben, cem, dora } from '../../support/people.ts';
import { enrolment } from '../../support/stored.ts';
import { callerOf, december, type TestProduct, useProduct } from '../../support/test-product.ts';

const everybody = [ann, ben, cem, dora];

describe('before a round', () => {
  const start = useProduct();

  /** Ann, Ben, Cem and Dora take part from Monday 7 December 2026 at 08:00 on. */
  async function signedUp(asking: 'standing' | 'each-time'): Promise<TestProduct> {
    const product = await start({ employees: everybody, scheme: { asking } });
    await product.signUp(...everybody);
    return product;
  }

  const edit = ({ ports }: TestProduct, person: typeof ann, more: Partial<Participant>) =>
    change(
      ports.storage.participants,
      { ...december, person: idOf(person) },
      (current) => current && { ...current, ...more },
    );

  const keys = ({ sent }: TestProduct) => sent.map(({ key }) => key).sort();

  it('shows the round to coordinators as coming, and pairs nobody', async () => {
    const product = await signedUp('each-time');
    await product.tickAt('2026-12-07T09:00:00Z');
    const rounds = await readRounds(product.ports, december.scheme);
    assert.deepEqual(
      rounds?.map(({ round, number, stage }) => [round, number, stage]),
      [['2026-12-14', 1, 'calling']],
    );
    const { pairings, receipt } = await product.detail();
    assert.deepEqual([pairings, receipt], [[], []]);
  });

  it('says everything once, after whichever effect of a call and of the pairing the process dies', async () => {
    let deaths = 0;
    let expected: unknown;
    for (const at of [Infinity, ...Array.from({ length: 60 }, (_, i) => i + 1)]) {
      const product = await signedUp('each-time');
      await edit(product, cem, { silent: 3 });
      await edit(product, dora, { status: 'paused', pausedUntil: '2026-12-09', backOn: '2026-12-09' });
      const mortals = [];
      for (const instant of ['07T09:00', '07T09:15', '08T09:00', '08T09:15', '10T10:00', '10T10:15']) {
        product.setClock(`2026-12-${instant}:00Z`);
        if (instant === '08T09:00') {
          for (const person of [ann, ben])
            await answerCall(product.ports, callerOf(person), { ...december, answer: 'yes' });
        }
        const mortal = dying(product.ports, at);
        mortals.push(mortal);
        await untilDeath(tick(mortal.ports));
        if (mortal.died()) await tick(product.ports);
        const begun = new Set<string>();
        while (product.queue.length > 0) {
          await untilDeath(
            product.workOnce((work) => {
              const isRepeat = begun.has(JSON.stringify(work));
              begun.add(JSON.stringify(work));
              if (isRepeat) return product.ports;
              const doomed = dying(product.ports, at);
              mortals.push(doomed);
              return doomed.ports;
            }),
          );
        }
      }
      const outcome = [keys(product), (await enrolment(product, cem))?.status];
      expected ??= outcome;
      assert.deepEqual(outcome, expected, `killed after ${at} effects`);
      const died = mortals.filter((one) => one.died()).length;
      deaths += died;
      if (at !== Infinity && died === 0) break;
    }
    assert.ok(deaths > 30, `${deaths} deaths`);
    assert.deepEqual(
      (expected as [string[]])[0].map((key) => key.split(':')[0]),
      ['back', 'call', 'call', 'call', 'pairing', 'pairing', 'still', 'still'],
    );
  });

  it('waits for the hours of somebody who works in New York', async () => {
    const product = await signedUp('each-time');
    await change(
      product.ports.storage.people,
      idOf(ann),
      (current) => current && { ...current, zone: 'America/New_York' },
    );
    await product.tickAt('2026-12-07T09:00:00Z');
    await product.tickAt('2026-12-07T09:15:00Z');
    assert.equal(product.sent.length, 3);
    await product.tickAt('2026-12-07T14:00:00Z');
    assert.equal(product.sent.length, 3);
    await product.tickAt('2026-12-07T14:15:00Z');
    assert.equal(product.sent.at(-1)?.reader.name, 'Ann');
  });

  it('counts every sign of life that the bot hears, and none of adding the app', async () => {
    const product = await signedUp('standing');
    const heardAt = async () => (await product.ports.storage.people.get(idOf(ann)))?.value.heardAt;
    await remember(product.ports, callerOf(ann), 'another chat');
    assert.equal(await heardAt(), undefined);
    const first = product.ports.now();
    await remember(product.ports, callerOf(ann), 'another chat', true);
    product.setClock(first + 23 * 3_600_000);
    await remember(product.ports, callerOf(ann), 'another chat', true);
    assert.equal(await heardAt(), first, 'at most one write a day');
    product.setClock(first + 24 * 3_600_000);
    await remember(product.ports, callerOf(ann), 'another chat', true);
    assert.equal(await heardAt(), first + 24 * 3_600_000);
  });

  it('lets a later word stand when Teams sends an earlier answer again', async () => {
    const product = await signedUp('each-time');
    await product.tickAt('2026-12-07T09:00:00Z');
    const yes = { ...callerOf(ann), activity: 'a1' };
    assert.equal((await answerCall(product.ports, yes, { ...december, answer: 'yes' })).kind, 'in');
    const skip = { ...callerOf(ann), activity: 'a2' };
    assert.equal((await answerCall(product.ports, skip, { ...december, answer: 'skip' })).kind, 'skipped');
    await answerCall(product.ports, yes, { ...december, answer: 'yes' });
    assert.equal((await enrolment(product, ann))?.pausedUntil, '2026-12-21');
  });

  it('refuses answers of strangers, and to rounds that are over', async () => {
    const product = await start({ employees: everybody });
    await product.signUp(ann);
    const kinds = async (act: (ports: Ports) => Promise<{ kind: string; reason?: string }>) => {
      const { kind, reason } = await act(product.ports);
      return [kind, reason];
    };
    assert.deepEqual(
      await kinds((ports) => answerCall(ports, callerOf(ben), { ...december, answer: 'yes' })),
      ['refused', 'not-in'],
    );
    assert.deepEqual(await kinds((ports) => stillIn(ports, callerOf(ben), december.scheme)), [
      'refused',
      'not-in',
    ]);
    for (const answer of ['yes', 'skip'] as const) {
      const past = { scheme: december.scheme, round: '2026-11-09', answer };
      assert.deepEqual(await kinds((ports) => answerCall(ports, callerOf(ann), past)), ['refused', 'closed']);
      const unknown = { ...december, scheme: 'lunch', answer };
      const refused = await kinds((ports) => answerCall(ports, callerOf(ann), unknown));
      assert.deepEqual(refused, ['refused', 'unknown-scheme']);
    }
  });

  it('leaves a longer break as it is when somebody presses an old button', async () => {
    const product = await signedUp('standing');
    await pause(product.ports, callerOf(ann), null, '2027-03-01');
    await answerCall(product.ports, callerOf(ann), { ...december, answer: 'skip' });
    await stillIn(product.ports, callerOf(ann), december.scheme);
    const { status, pausedUntil } = (await enrolment(product, ann)) ?? {};
    assert.deepEqual([status, pausedUntil], ['paused', '2027-03-01']);
  });

  it('forgets what was counted once somebody joins again', async () => {
    const product = await signedUp('standing');
    await edit(product, ann, { silent: 3 });
    await join(product.ports, callerOf(ann), null);
    assert.equal((await enrolment(product, ann))?.silent, undefined);
  });

  it('shows somebody what they were asked, and erases it with them', async () => {
    const product = await signedUp('each-time');
    await product.tickAt('2026-12-07T09:00:00Z');
    const data = await readMyData(product.ports, idOf(ann));
    assert.match(JSON.stringify(data.parts.find(({ part }) => part === 'rounds')), /"kind":"call"/);
    await erasePerson(product.ports, idOf(ann));
    assert.deepEqual(
      product.texts().filter((text) => text.includes(idOf(ann))),
      [],
    );
  });
});
