import assert from 'node:assert/strict';
import { tick } from '../../../core/clockwork/tick.ts';
import { conversationOperations } from '../../../core/conversation/operations.ts';
import { newMailbox } from '../../../core/mailbox/change-mailbox.ts';
import { finishRepair } from '../../../core/mending/finish-repair.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import type { Plan } from '../../../core/records/plans/plan.ts';
import { defaultScheme } from '../../../core/records/scheme.ts';
import { readMyPairing } from '../../../core/views/my-pairing.ts';
import type { Employee } from '../../../local/organisation/employee.ts';
import { attendees } from '../../support/attendee.ts';
import { bookedProduct, newsAmong, newsOf } from '../../support/booked-round.ts';
import { idOf } from '../../support/emulated-graph.ts';
import { letItClose } from '../../support/let-it-close.ts';
import { oddities } from '../../support/oddities.ts';
import { ann, ben, cem, dora, eve, fay } from '../../support/people.ts';
import { december, pairing, participant, placement, repair, round } from '../../support/records.ts';
import { met, record, records } from '../../support/stored.ts';
import { callerOf, type TestProduct, useProduct } from '../../support/test-product.ts';

const everybody = [ann, ben, cem, dora, eve, fay];

/** What the coordinator sees of each person. */
async function receiptOf(product: TestProduct): Promise<Record<string, string>> {
  const { receipt } = await product.detail();
  return Object.fromEntries(
    receipt.map(({ name, reason, told }) => [name, `${reason ?? 'paired'}, ${told}`]),
  );
}

describe('a round with records that cannot be read', () => {
  const start = useProduct();

  /** Signed up, an hour before pairing. */
  async function signedUp(people: readonly Employee[] = everybody): Promise<TestProduct> {
    const product = await start({ employees: people });
    await product.signUp(...people);
    product.setClock('2026-12-10T09:00:00Z');
    return product;
  }

  async function pair(product: TestProduct, ports?: Ports): Promise<void> {
    await product.tickAt('2026-12-10T10:00:00Z', ports);
    await product.tick(ports);
  }

  for (const oddity of oddities) {
    it(`leaves out whose enrolment or person is ${oddity}, and everybody else meets`, async () => {
      const product = await signedUp();
      const { storage } = product.ports;
      const [mailbox = ''] = product.graph.organisers;
      await storage.schemes.insert({ ...defaultScheme(0), id: 'lunch' });
      await storage.rounds.insert(round({ round: '2026-11-09', stage: 'meeting' }));
      await storage.mailboxes.insert(newMailbox(mailbox));
      await storage.availability.putFirst(december, new Map());
      await storage.participants.insert(participant('tenant.nobody'));
      await product.spoil('participants', 'tenant.nobody', oddity);
      await product.spoil('schemes', 'lunch', oddity);
      await product.spoil('rounds', '2026-11-09', oddity);
      await product.spoil('mailboxes', mailbox, oddity);
      await product.spoil('availability', '', oddity);
      await product.spoil('participants', idOf(cem), oddity);
      await product.spoil('people', idOf(dora), oddity);
      await pair(product);

      assert.deepEqual(await receiptOf(product), {
        Ann: 'paired, sent',
        Ben: 'paired, sent',
        Eve: 'paired, sent',
        Fay: 'paired, sent',
        Cem: 'record-unreadable, sent',
        [idOf(dora)]: 'record-unreadable, unreachable',
        'tenant.nobody': 'record-unreadable, unreachable',
      });
      assert.equal((await product.graph.events()).length, 2);
      const toCem = product.sent.filter(({ reader }) => reader.id === idOf(cem));
      assert.deepEqual(
        toCem.map(({ message }) => message.kind === 'unplaced' && message.reason),
        ['record-unreadable'],
      );

      await letItClose(product);
      assert.equal((await product.detail()).stage, 'closed');
      assert.deepEqual(await met(product, ann), [null]);
    });

    it(`goes on beside a ${oddity} pairing, placement and message`, async () => {
      const product = await bookedProduct(start, everybody);
      const [torn, kept, other] = await records(product);
      assert.ok(torn && kept && other);
      const nameOf = (id: string) => everybody.find((one) => idOf(one) === id)?.name ?? '';
      const [lost = ''] = kept.members;
      const [unsent = '', partner = ''] = other.members;
      await product.spoil('pairings', torn.pairing, oddity);
      await product.spoil('placements', lost, oddity);
      await product.spoil('outbox', unsent, oddity);
      const decliner = everybody.find((one) => idOf(one) === partner);
      assert.ok(decliner);
      await attendees(product.graph).respond(decliner, 'decline');
      const before = product.sent.length;
      await product.tickAt('2026-12-10T11:00:00Z');
      await product.tick();

      assert.deepEqual(
        product.sent.slice(before).map(newsOf).sort(),
        [unsent, partner].map((id) => `${nameOf(id)}: moved`).sort(),
      );
      assert.deepEqual(await receiptOf(product), {
        ...Object.fromEntries(torn.members.map((id) => [nameOf(id), 'record-unreadable, sent'])),
        ...Object.fromEntries(kept.members.map((id) => [nameOf(id), 'paired, sent'])),
        [nameOf(lost)]: 'record-unreadable, pending',
        [nameOf(unsent)]: 'paired, failed',
        [nameOf(partner)]: 'paired, sent',
      });
      assert.equal((await product.graph.events()).length, 3, 'every meeting stands');

      await product.tickAt('2026-12-14T09:00:00Z');
      await letItClose(product);
      assert.equal((await product.detail()).stage, 'closed');
      for (const person of everybody) {
        assert.deepEqual(
          await met(product, person),
          torn.members.includes(idOf(person)) ? [] : [null],
          person.name,
        );
      }
      assert.equal((await product.graph.events()).length, 3);
    });

    it(`goes on when the enrolment or the person of somebody with a meeting is ${oddity}`, async () => {
      const product = await bookedProduct(start, everybody);
      const [one, two] = await records(product);
      assert.ok(one && two);
      await product.spoil('participants', one.members[0] ?? '', oddity);
      await product.spoil('people', two.members[0] ?? '', oddity);
      const before = product.sent.length;
      await product.tickAt('2026-12-10T11:00:00Z');
      await product.tickAt('2026-12-14T09:00:00Z');
      assert.deepEqual(newsAmong(product.sent.slice(before)), [], 'nobody is taken for departed');
      assert.equal((await product.graph.events()).length, 3);
      await letItClose(product);
      assert.equal((await product.detail()).stage, 'closed');
      for (const person of everybody) {
        if (idOf(person) !== one.members[0])
          assert.deepEqual(await met(product, person), [null], person.name);
      }
    });

    it(`skips a ${oddity} repair`, async () => {
      const product = await bookedProduct(start, [ann, ben]);
      await product.ports.storage.repairs.putFirst(repair(1));
      await product.spoil('repairs', '/1', oddity);
      await attendees(product.graph).respond(ann, 'decline');
      await product.tickAt('2026-12-10T11:00:00Z');
      assert.equal((await record(product)).moves, 1);
      assert.equal((await product.ports.storage.rounds.get(december))?.value.repairs, 2);
    });

    it(`closes beside a ${oddity} repair and plan`, async () => {
      const product = await bookedProduct(start, [ann, ben]);
      await product.ports.storage.repairs.putFirst(repair(1));
      await product.spoil('repairs', '/1', oddity);
      await product.spoil('plans', '', oddity);
      await letItClose(product);
      const { stage, plan } = await product.detail();
      assert.deepEqual({ stage, plan }, { stage: 'closed', plan: null });
      assert.deepEqual(await met(product, ann), [null]);
    });
  }

  it('tells people whose enrolment cannot be read, when the round was never paired', async () => {
    const product = await signedUp([ann, ben, cem]);
    await product.ports.storage.rounds.insert(round({ stage: 'pairing' }));
    await product.spoil('participants', idOf(cem), 'torn');
    await letItClose(product);
    assert.deepEqual(await receiptOf(product), {
      Ann: 'not-booked, sent',
      Ben: 'not-booked, sent',
      Cem: 'record-unreadable, sent',
    });
  });

  it('fails when no scheme can be read', async () => {
    const product = await signedUp([ann]);
    await product.spoil('schemes', '', 'torn');
    await assert.rejects(product.tickAt('2026-12-10T10:00:00Z'), /no scheme can be read/);
  });

  it('takes nobody for departed whose enrolment cannot be read, when their partner declines or they were in doubt', async () => {
    const product = await bookedProduct(start, [ann, ben]);
    const { placements } = product.ports.storage;
    const found = await placements.get({ ...december, person: idOf(ann) });
    assert.ok(found);
    await placements.replace(
      { ...found.value, changedAt: Date.parse('2026-12-10T10:30:00Z') },
      found.version,
    );
    await product.spoil('participants', idOf(ann), 'torn');
    await product.tickAt('2026-12-10T11:00:00Z');
    assert.equal((await record(product)).state, 'booked');
    await attendees(product.graph).respond(ben, 'decline');
    await product.tickAt('2026-12-10T12:00:00Z');
    assert.equal((await record(product)).state, 'suggested');
  });

  it('leaves a trio alone whose placements cannot be read', async () => {
    const product = await bookedProduct(start, [ann, ben, cem], { employees: [ann, ben, cem, dora] });
    await product.spoil('placements', '', 'torn');
    await product.signUp(dora);
    await product.tickAt('2026-12-10T11:00:00Z');
    assert.deepEqual(new Set((await record(product)).members), new Set([ann, ben, cem].map(idOf)));
  });

  it('tells of a meeting that nobody chose, also somebody whose enrolment cannot be read', async () => {
    const product = await bookedProduct(start, [ann, ben], { scheme: { booking: 'suggestions' } });
    await product.spoil('participants', idOf(ann), 'torn');
    const before = product.sent.length;
    await letItClose(product);
    const told = newsAmong(product.sent.slice(before)).map(newsOf);
    assert.deepEqual(told.sort(), ['Ann: unplaced', 'Ben: unplaced']);
  });

  it('answers somebody whose pairing or placement cannot be read', async () => {
    const product = await bookedProduct(start, [ann, ben]);
    const bot = conversationOperations(product.ports);
    await product.spoil('pairings', 'p00001', 'torn');
    await product.spoil('placements', idOf(ben), 'torn');
    for (const person of [ann, ben]) {
      assert.equal(await readMyPairing(product.ports, idOf(person)), null);
      assert.equal((await bot.leave(callerOf(person), null)).kind, 'left');
      assert.equal((await bot.join(callerOf(person), null)).kind, 'rejoined');
    }
  });

  describe('a repair that was stored', () => {
    for (const { kind, end, what } of [
      { kind: 'pairings', end: 'p00001', what: 'their former pairing' },
      { kind: 'placements', end: '', what: 'where they are placed' },
    ] as const) {
      it(`moves nobody of whom ${what} cannot be read`, async () => {
        const product = await bookedProduct(start, [ann, ben], { employees: [ann, ben, dora] });
        const members = [idOf(ann), idOf(dora)];
        const made = { ...pairing('r00001', []), members };
        const moved = members.map((person) => placement(person, { pairing: 'r00001', repair: 1 }));
        const changed = { ...(await record(product)), revision: 1 };
        await product.spoil(kind, end, 'torn');
        const { placements, repairs, rounds } = product.ports.storage;
        await repairs.putFirst(
          repair(1, {
            changed: [{ pairing: changed, messages: [] }],
            made: [{ pairing: made, messages: [] }],
            placements: [...moved, placement(idOf(ben), { reason: 'partner-left', repair: 1 })],
          }),
        );
        const round = (await rounds.get(december))?.value;
        assert.ok(round);
        await finishRepair(product.ports, round);
        const left = (await records(product)).map((one) => one.pairing);
        assert.deepEqual(left, kind === 'pairings' ? [] : ['p00001']);
        assert.equal(await placements.get({ ...december, person: idOf(dora) }), null);
        assert.equal((await rounds.get(december))?.value.repairs, 1);
      });
    }
  });

  it('tells the partner that there is no meeting when a person becomes unreadable before it is booked', async () => {
    const product = await signedUp([ann, ben]);
    product.setClock('2026-12-10T10:00:00Z');
    await tick(product.ports);
    await product.workOnce(() => product.ports);
    assert.equal((await record(product)).state, 'planned');
    await product.spoil('people', idOf(ann), 'torn');
    await product.work();
    assert.equal((await record(product)).state, 'failed');
    assert.deepEqual(product.sent.map(newsOf), ['Ben: unplaced']);
  });

  it('finds company for the members of a planned pairing that cannot be read', async () => {
    const product = await signedUp([ann, ben, cem, dora]);
    const { storage } = product.ports;
    const putFirst = async (plan: Plan) => {
      const [first, ...others] = plan.pairings;
      assert.ok(first);
      const odd = { ...plan, pairings: [{ ...first, minutes: 'long' }, ...others] };
      await storage.plans.putFirst(odd as unknown as Plan);
      return (await storage.plans.get(plan)) ?? plan;
    };
    await pair(product, { ...product.ports, storage: { ...storage, plans: { ...storage.plans, putFirst } } });
    await product.tickAt('2026-12-11T09:00:00Z');
    const pairings = (await records(product)).map(({ pairing }) => pairing);
    assert.ok(pairings.length === 2 && pairings.includes('p00002') && !pairings.includes('p00001'));
    assert.deepEqual(await receiptOf(product), {
      Ann: 'paired, sent',
      Ben: 'paired, sent',
      Cem: 'paired, sent',
      Dora: 'paired, sent',
    });
    assert.equal((await product.graph.events()).length, 2);
  });
});
