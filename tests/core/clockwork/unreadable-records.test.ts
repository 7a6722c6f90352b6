import assert from 'node:assert/strict';
import { newMailbox } from '../../../core/mailbox/change-mailbox.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import type { Plan } from '../../../core/records/plan.ts';
import { defaultScheme } from '../../../core/records/scheme.ts';
import type { Employee } from '../../../local/organisation/employee.ts';
import { attendees } from '../../support/attendee.ts';
import { bookedProduct, newsOf } from '../../support/booked-round.ts';
import { idOf } from '../../support/emulated-graph.ts';
import { oddities } from '../../support/oddities.ts';
import { ann, ben, cem, dora, eve, fay } from '../../support/people.ts';
import { december, participant, repair, round } from '../../support/records.ts';
import { met, record, records } from '../../support/stored.ts';
import { type TestProduct, useProduct } from '../../support/test-product.ts';

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

      await product.tickAt('2026-12-21T00:00:00Z');
      await product.tick();
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
      await product.tickAt('2026-12-21T00:00:00Z');
      await product.tick();
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
      assert.equal(product.sent.length, before, 'nobody is taken for departed');
      assert.equal((await product.graph.events()).length, 3);
      await product.tickAt('2026-12-21T00:00:00Z');
      await product.tick();
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
      await product.tickAt('2026-12-21T00:00:00Z');
      await product.tick();
      const { stage, plan } = await product.detail();
      assert.deepEqual({ stage, plan }, { stage: 'closed', plan: null });
      assert.deepEqual(await met(product, ann), [null]);
    });
  }

  it('finds company for the members of a planned pairing that cannot be read', async () => {
    const product = await signedUp([ann, ben, cem, dora]);
    const { storage } = product.ports;
    const putFirst = (plan: Plan) => {
      const [first, ...others] = plan.pairings;
      assert.ok(first);
      const odd = { ...plan, pairings: [{ ...first, minutes: 'long' }, ...others] };
      return storage.plans.putFirst(odd as unknown as Plan);
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
