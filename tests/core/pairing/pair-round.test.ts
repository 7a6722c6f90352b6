import assert from 'node:assert/strict';
import sinon from 'sinon';
import { closeRound } from '../../../core/closing/close-round.ts';
import { leave } from '../../../core/enrolment/leave.ts';
import { pause } from '../../../core/enrolment/pause.ts';
import { forgetConversation } from '../../../core/enrolment/reach.ts';
import { lookAfterRound } from '../../../core/mending/look-after-round.ts';
import { carryOutRound } from '../../../core/outstanding/carry-out-round.ts';
import { pairRound } from '../../../core/pairing/pair-round.ts';
import type { Directory } from '../../../core/ports/directory.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import { type DirectoryPerson, memberOf } from '../../../core/records/person.ts';
import { importHistory } from '../../../core/schemes/import-history.ts';
import { dying, Killed } from '../../support/dying.ts';
import { employee, idOf } from '../../support/emulated-graph.ts';
import { ann, ben, cem, dora } from '../../support/people.ts';
import { letItClose } from '../../support/let-it-close.ts';
import { enrolment } from '../../support/stored.ts';
import { callerOf, december, type TestProduct, useProduct } from '../../support/test-product.ts';

const [scheme, round] = [december.scheme, december.round];

describe('pairRound', () => {
  const start = useProduct();

  async function signedUp(...people: readonly (typeof ann)[]): Promise<TestProduct> {
    const product = await start({ employees: people });
    await product.signUp(...people);
    product.setClock('2026-12-10T10:00:00Z');
    return product;
  }

  async function planOf({ ports }: TestProduct) {
    const plan = await ports.storage.plans.get(december);
    assert.ok(plan, 'there is a plan');
    return plan;
  }

  const nameOf = (id: string) => [ann, ben, cem, dora].find((person) => idOf(person) === id)?.name;

  /** The product's ports, of a process that is killed once it has stored everybody's free/busy. */
  function killedAfterReading({ ports }: TestProduct): Ports {
    const { availability } = ports.storage;
    const putFirst: typeof availability.putFirst = async (...week) => {
      await availability.putFirst(...week);
      throw new Killed('before the plan is stored');
    };
    return { ...ports, storage: { ...ports.storage, availability: { ...availability, putFirst } } };
  }

  /** `paired`: names by pairing. `unplaced`: reasons by person. */
  async function outcomes(product: TestProduct) {
    const plan = await planOf(product);
    return {
      paired: plan.pairings.map(({ members }) => members.map(nameOf).sort()),
      unplaced: Object.fromEntries(plan.unplaced.map(({ id, reason }) => [id, reason])),
    };
  }

  /** How many requests for free/busy Graph got. */
  function schedulesRead({ graph }: TestProduct): number {
    return graph.graph.requests().filter(({ template }) => template.endsWith('/getSchedule')).length;
  }

  it('keeps the first plan, repeated or run by two workers at once', async () => {
    const staff = Array.from({ length: 8 }, (_, i) =>
      employee(`Person${i}`, { mail: `person${i}@contoso.example` }),
    );
    const product = await signedUp(...staff);
    const seeded = (seed: number): Ports => ({ ...product.ports, seed: () => seed });
    await Promise.all([pairRound(seeded(1), scheme, round), pairRound(seeded(2), scheme, round)]);
    const plan = await planOf(product);
    assert.equal((await product.ports.storage.rounds.get(december))?.value.seed, plan.seed);
    await pairRound(seeded(3), scheme, round);
    assert.deepEqual(await planOf(product), plan);
    assert.ok([1, 2].includes(plan.seed));
    const { pairings, counts } = await product.detail();
    assert.equal(pairings.length, 4);
    assert.equal(counts.participants, 8);
    assert.deepEqual(
      pairings.map(({ pairing, members }) => [pairing, members.map(({ id }) => id)]),
      plan.pairings.map(({ id, members }) => [id, members]),
    );
  });

  it('uses the seed of the claim, also when a repeat decides', async () => {
    const product = await signedUp(ann, ben);
    const seeded = (seed: number): Ports => ({ ...product.ports, seed: () => seed });
    await assert.rejects(pairRound(dying(seeded(1), 1).ports, scheme, round), Killed);
    await pairRound(seeded(2), scheme, round);
    assert.equal((await planOf(product)).seed, 1);
  });

  it('finishes when it was interrupted while recording the plan', async () => {
    const product = await signedUp(ann, ben);
    const { ports } = product;
    const pairings = { ...ports.storage.pairings, writeWith: () => Promise.reject(new Error('outage')) };
    const failing: Ports = { ...ports, storage: { ...ports.storage, pairings } };
    await assert.rejects(pairRound(failing, scheme, round), /outage/);
    const { stage, pairings: recorded } = await product.detail();
    assert.deepEqual([stage, recorded], ['pairing', []]);
    await pairRound(ports, scheme, round);
    assert.equal((await product.detail()).pairings.length, 1);
  });

  it('finishes when it was interrupted just after recording the plan', async () => {
    const product = await signedUp(ann, ben);
    const { ports } = product;
    const rounds = { ...ports.storage.rounds, replace: () => Promise.reject(new Error('outage')) };
    const failing: Ports = { ...ports, storage: { ...ports.storage, rounds } };
    await assert.rejects(pairRound(failing, scheme, round), /outage/);
    const { stage, pairings } = await product.detail();
    assert.deepEqual([stage, pairings.length, product.queue], ['pairing', 1, []]);
    await pairRound(ports, scheme, round);
    assert.deepEqual(
      product.queue.map(({ work }) => work),
      [{ kind: 'send', mailbox: ports.organisers[0], at: ports.now() }],
    );
    assert.equal((await product.detail()).stage, 'booking');
  });

  it('does not read the plan again once it is recorded', async () => {
    const product = await signedUp(ann, ben);
    await product.tick();
    const { ports } = product;
    const plans = { ...ports.storage.plans, get: () => Promise.reject(new Error('the plan was read')) };
    const without: Ports = { ...ports, storage: { ...ports.storage, plans } };
    await carryOutRound(without, scheme, round);
    assert.equal((await product.detail()).stage, 'meeting');
    product.setClock('2026-12-10T11:00:00Z');
    await lookAfterRound(without, scheme, round);
    assert.equal(
      (await ports.storage.rounds.get(december))?.value.answersCheckedAt,
      Date.parse('2026-12-10T11:00:00Z'),
    );
  });

  it('makes an empty round when nobody signed up', async () => {
    const product = await start({ employees: [ann] });
    await product.tick();
    await product.tickAt('2026-12-10T10:00:00Z');
    const { stage, counts, receipt } = await product.detail();
    assert.deepEqual([stage, counts.participants, receipt], ['meeting', 0, []]);
  });

  it('tells the only participant that they are alone', async () => {
    const product = await signedUp(ann);
    await product.tick();
    assert.deepEqual(
      product.sent.map(({ message }) => message.kind === 'unplaced' && message.reason),
      ['alone'],
    );
  });

  it('leaves out people who left or are paused on the Monday of the meeting week', async () => {
    const product = await signedUp(ann, ben, cem, dora);
    await leave(product.ports, callerOf(ann), null);
    await pause(product.ports, callerOf(ben), null, '2026-12-15');
    await pause(product.ports, callerOf(cem), null, '2026-12-14');
    await pairRound(product.ports, scheme, round);
    assert.deepEqual((await outcomes(product)).paired, [['Cem', 'Dora']]);
    assert.deepEqual(
      (await product.detail()).receipt.map(({ name }) => name),
      ['Cem', 'Dora'],
    );
  });

  it('ends pauses that are over in the rows of people who take part, and writes no other row', async () => {
    const product = await start({ employees: [ann, ben, cem, dora] });
    await product.signUp(ann, ben, cem, dora);
    await pause(product.ports, callerOf(ann), null, '2026-12-10');
    await pause(product.ports, callerOf(ben), null, '2026-12-14');
    await pause(product.ports, callerOf(cem), null, '2026-12-09');
    product.setClock('2026-12-10T10:00:00Z');
    const { participants } = product.ports.storage;
    const written: string[] = [];
    const write: typeof participants.write = async (changes) => {
      // Cem pauses again just before.
      if (written.length === 0) await pause(product.ports, callerOf(cem), null, '2026-12-12');
      written.push(...changes.map(({ value }) => value.person));
      return participants.write(changes);
    };
    const storage = { ...product.ports.storage, participants: { ...participants, write } };
    await pairRound({ ...product.ports, storage }, scheme, round);
    assert.deepEqual(written.sort(), [ann, cem].map(idOf).sort());
    const standingOf = async (person: typeof ann) => {
      const row = await enrolment(product, person);
      return [row?.status, row?.pausedUntil];
    };
    assert.deepEqual(await standingOf(ann), ['active', null]);
    assert.deepEqual(await standingOf(ben), ['paused', '2026-12-14'], 'he comes back on Monday');
    assert.deepEqual(await standingOf(cem), ['paused', '2026-12-12']);
    assert.equal((await product.detail()).counts.participants, 4);

    await product.tickAt('2026-12-10T10:15:00Z');
    await letItClose(product);
    for (const person of [ann, ben, cem, dora])
      assert.deepEqual(await standingOf(person), ['active', null], `${person.name} when the round is closed`);
  });

  it('never matches guests, disabled accounts and people gone from the directory, and says so', async () => {
    const product = await signedUp(ann, ben, cem, dora);
    const people: Directory['people'] = async (ids) => {
      const found = new Map(await product.ports.directory.people(ids));
      const change = (id: string, to: Partial<DirectoryPerson> | null) => {
        const person = found.get(id);
        found.set(id, to && person ? { ...person, ...to } : null);
      };
      change(idOf(ann), { guest: true });
      change(idOf(ben), { enabled: false });
      change(idOf(cem), null);
      return found;
    };
    const reading = sinon.spy(product.ports.calendars, 'freeBusy');
    await pairRound({ ...product.ports, directory: { ...product.ports.directory, people } }, scheme, round);
    assert.deepEqual(
      reading.args.map(([asked]) => asked.map(({ id }) => id)),
      [[idOf(dora)]],
      'nobody else’s calendar is read',
    );
    assert.deepEqual(await outcomes(product), {
      paired: [],
      unplaced: {
        [idOf(ann)]: 'not-in-directory',
        [idOf(ben)]: 'not-in-directory',
        [idOf(cem)]: 'not-in-directory',
        [idOf(dora)]: 'no-common-slot',
      },
    });
  });

  it('pairs somebody whose calendar cannot be read, and lets them all choose', async () => {
    const product = await signedUp(ann, ben, cem);
    const { calendars } = product.ports;
    const freeBusy: typeof calendars.freeBusy = async (...asked) => {
      const unreadable = { kind: 'unreadable', reason: 'ErrorMailRecipientNotFound' } as const;
      return new Map([...(await calendars.freeBusy(...asked)), [idOf(cem), unreadable]]);
    };
    await pairRound({ ...product.ports, calendars: { freeBusy } }, scheme, round);
    assert.deepEqual(await outcomes(product), {
      paired: [['Ann', 'Ben', 'Cem']],
      unplaced: {},
    });
    const pairing = await product.ports.storage.pairings.get({ scheme, round, pairing: 'p00001' });
    assert.deepEqual([pairing?.value.state, pairing?.value.allPress], ['suggested', true]);
  });

  it('reads nobody’s calendar twice when it is killed before the plan is stored', async () => {
    const product = await signedUp(ann, ben, cem);
    await assert.rejects(pairRound(killedAfterReading(product), scheme, round), Killed);
    assert.equal(await product.ports.storage.plans.get(december), null);

    assert.equal(schedulesRead(product), 1);
    await pairRound(product.ports, scheme, round);
    assert.equal(schedulesRead(product), 1);
    assert.equal((await planOf(product)).pairings.length, 1);
  });

  it('reads the calendar of somebody who joined after the others’ were stored', async () => {
    const product = await start({ employees: [ann, ben, cem] });
    await product.signUp(ann, ben);
    product.setClock('2026-12-10T10:00:00Z');
    await assert.rejects(pairRound(killedAfterReading(product), scheme, round), Killed);
    await product.signUp(cem);

    const reading = sinon.spy(product.ports.calendars, 'freeBusy');
    await pairRound(product.ports, scheme, round);
    assert.deepEqual(
      reading.args.map(([people]) => people.map(({ id }) => id)),
      [[idOf(cem)]],
    );
    assert.deepEqual((await outcomes(product)).paired, [['Ann', 'Ben', 'Cem']]);
  });

  for (const [method, path] of [
    ['GET', '/users'],
    ['POST', '/users/{id}/calendar/getSchedule'],
  ] as const) {
    it(`stores no plan when Graph fails at ${path}`, async () => {
      const product = await signedUp(ann, ben);
      const { faults } = product.graph.graph;
      // More failures than the adapter has retries.
      for (let n = 0; n < 12; n++) faults.next({ method, path, effect: 'throttle' });
      await assert.rejects(pairRound(product.ports, scheme, round), /Microsoft Graph refused/);
      assert.equal(await product.ports.storage.plans.get(december), null);
      faults.clear();
      await product.tick();
      assert.deepEqual((await outcomes(product)).paired, [['Ann', 'Ben']]);
    });
  }

  it('does not match somebody who removed the app, and says so', async () => {
    const product = await signedUp(ann, ben, cem);
    await forgetConversation(product.ports, idOf(cem));
    await pairRound(product.ports, scheme, round);
    assert.deepEqual(await outcomes(product), {
      paired: [['Ann', 'Ben']],
      unplaced: { [idOf(cem)]: 'unreachable' },
    });
  });

  it('puts nobody from the last trio into the next one', async () => {
    const staff = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'].map((name) => employee(name));
    const product = await signedUp(...staff);
    const met = (a: string, b: string) => {
      const [first, second] = [a, b].map((name) => staff.find((person) => person.name === name));
      assert.ok(first && second);
      return { round: 1, a: idOf(first), b: idOf(second), met: true };
    };
    // A, B and C were the last trio. The next one can be D, F and H, or A, D and F, without a repeat.
    const last = [met('A', 'B'), met('B', 'C'), met('A', 'C'), met('D', 'E'), met('F', 'G'), met('H', 'I')];
    await importHistory(product.ports, scheme, last);
    await pairRound(product.ports, scheme, round);
    const { pairings, cost } = await planOf(product);
    const trio = pairings.find(({ members }) => members.length === 3)?.members ?? [];
    assert.deepEqual([cost.trios, cost.repeats], [1, 0]);
    assert.deepEqual(
      staff.slice(0, 3).filter((person) => trio.includes(idOf(person))),
      [],
    );
  });

  it('stores no plan when the tables fail', async () => {
    const product = await signedUp(ann, ben);
    const { participants } = product.ports.storage;
    const broken = new Error('tables are out');
    const list: typeof participants.list = async function* (group) {
      for await (const record of participants.list(group)) {
        yield record;
        throw broken;
      }
    };
    const storage = { ...product.ports.storage, participants: { ...participants, list } };
    await assert.rejects(pairRound({ ...product.ports, storage }, scheme, round), broken);
    assert.equal(await product.ports.storage.plans.get(december), null);
  });

  it('avoids partners of the round before, closed or not', async () => {
    for (const closed of [true, false]) {
      const product = await start({ employees: [ann, ben, cem, dora] });
      await product.signUp(ann, ben, cem, dora);
      await product.tickAt('2026-12-10T10:00:00Z');
      const first = (await outcomes(product)).paired;
      if (closed) await closeRound(product.ports, scheme, round);
      product.setClock('2027-01-07T10:00:00Z');
      await pairRound(product.ports, scheme, '2027-01-11');
      const plan = await product.ports.storage.plans.get({ scheme, round: '2027-01-11' });
      assert.ok(plan);
      assert.equal(plan.number, 2);
      assert.deepEqual([plan.cost.repeats, plan.pairings.map(({ lastMet }) => lastMet)], [0, [null, null]]);
      assert.notDeepEqual(
        plan.pairings.map(({ members }) => members.map(nameOf).sort()),
        first,
      );
    }
  });

  it('takes the zone from the mailbox, and the language from Teams, else from the directory', async () => {
    const product = await signedUp(ann, cem);
    await product.ports.storage.people.get(idOf(cem)).then((stored) => {
      assert.ok(stored);
      return product.ports.storage.people.replace({ ...stored.value, language: null }, stored.version);
    });
    await pairRound(product.ports, scheme, round);
    const [pair] = (await planOf(product)).pairings;
    assert.deepEqual([...(pair?.members ?? [])].sort(), [ann, cem].map(idOf).sort(), 'ids alone');
    const known = await product.ports.storage.people.getMany(pair?.members ?? []);
    const members = [ann, cem].map((person) => memberOf(idOf(person), known.get(idOf(person)), 'UTC'));
    assert.deepEqual(
      members.map(({ name, mail, zone, language }) => [name, mail, zone, language]),
      [
        ['Ann', ann.mail, 'Europe/London', 'en-GB'],
        ['Cem', cem.mail, 'Europe/Berlin', 'de'],
      ],
    );
  });

  it('keeps nothing of what calendars said once the plan is on record', async () => {
    const product = await signedUp(ann, ben);
    const { storage } = product.ports;
    await assert.rejects(pairRound(killedAfterReading(product), scheme, round), Killed);
    assert.notEqual(await storage.availability.get(december), null, 'a repeat needs it');
    await pairRound(product.ports, scheme, round);
    assert.equal(await storage.availability.get(december), null);
  });

  it('does nothing in a round that is already carried out', async () => {
    const product = await signedUp(ann, ben);
    await product.tick();
    await product.tick();
    product.queue.length = 0;
    const writing = sinon.spy(product.ports.storage.rounds, 'replace');
    await pairRound(product.ports, scheme, round);
    assert.equal(writing.callCount, 0);
    assert.deepEqual(product.queue, []);
  });
});
