import assert from 'node:assert/strict';
import { leave } from '../../../core/enrolment/leave.ts';
import { answerCall } from '../../../core/enrolment/answer-call.ts';
import { changeDraft, type ChangedDraft } from '../../../core/previewing/change-draft.ts';
import { readDraft, viewDraft } from '../../../core/previewing/draft-view.ts';
import { releaseDraft } from '../../../core/previewing/release-draft.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import type { DraftView } from '../../../core/api/draft.ts';
import type { DraftChange } from '../../../core/records/plans/draft.ts';
import { dying, Killed } from '../../support/dying.ts';
import { employee, idOf } from '../../support/emulated-graph.ts';
import { callerOf, december, type TestProduct, useProduct } from '../../support/test-product.ts';

const names = ['Ann', 'Ben', 'Cem', 'Dora', 'Eve', 'Fay', 'Gus', 'Hal'];
const staff = names.map((name) => employee(name));
const [ann, ben, , , , , gus] = staff;
assert.ok(ann && ben && gus);
const cora = employee('Cora');
const by = idOf(cora);

const nameOf = (id: string) => staff.find((person) => idOf(person) === id)?.name ?? id;
const id = (name: string) => {
  const found = staff.find((person) => person.name === name);
  assert.ok(found);
  return idOf(found);
};
const pairsOf = ({ pairings }: Pick<DraftView, 'pairings'>) =>
  pairings
    .map(({ members }) =>
      members
        .map(({ name }) => name)
        .sort()
        .join(' '),
    )
    .sort();

describe('a draft of a round', () => {
  const start = useProduct();

  /** Some of the staff, on Wednesday, 9 December 2026, at 16:00 in London. */
  async function drafted(
    people = 8,
    { scheme = {}, ...given }: Omit<Parameters<typeof start>[0], 'employees'> = {},
  ): Promise<TestProduct> {
    const product = await start({
      employees: [...staff, cora],
      scheme: { preview: 'timed', coordinators: [by], ...scheme },
      ...given,
    });
    await product.signUp(...staff.slice(0, people));
    await product.signUp(cora);
    await leave(product.ports, callerOf(cora), null);
    await product.tickAt('2026-12-09T16:00:00Z');
    return product;
  }

  async function view({ ports }: TestProduct): Promise<DraftView> {
    const found = await readDraft(ports, december);
    assert.ok(found, 'there is a draft');
    return viewDraft(ports, found);
  }

  async function change(
    product: TestProduct,
    wanted: DraftChange,
    version?: string,
  ): Promise<ChangedDraft | null> {
    return changeDraft(product.ports, by, december, version ?? (await view(product)).version, wanted);
  }

  async function changed(product: TestProduct, wanted: DraftChange): Promise<DraftView> {
    const result = await change(product, wanted);
    assert.equal(result?.kind, 'changed', JSON.stringify(result));
    return result.draft;
  }

  async function planned({ ports }: TestProduct) {
    const plan = await ports.storage.plans.get(december);
    return plan?.pairings.map(({ members }) => members.map(nameOf).sort().join(' ')).sort() ?? null;
  }

  const release = async ({ ports }: TestProduct, draft: number) =>
    releaseDraft(ports, { ...december, draft }, by);

  it('is made at 16:00 on the last working day before, and nobody but coordinators hears of it', async () => {
    const product = await drafted();
    const draft = await view(product);
    assert.deepEqual([draft.version, draft.by, draft.state], ['1', null, 'open']);
    assert.equal(pairsOf(draft).length, 4);
    assert.equal(draft.releasesAt, '2026-12-10T10:00:00.000Z');
    assert.deepEqual([draft.cost, draft.isProved], [draft.best, true]);
    await product.tickAt('2026-12-09T16:15:00Z');
    assert.deepEqual(
      product.sent.map(({ reader, message }) => [
        reader.name,
        message.kind === 'coordinator' ? message.report.about : message.kind,
      ]),
      [['Cora', 'draft']],
    );
  });

  it('becomes the plan at the pairing time', async () => {
    const product = await drafted();
    const pairs = pairsOf(await view(product));
    await product.tickAt('2026-12-10T09:45:00Z');
    assert.equal(await planned(product), null);
    await product.tickAt('2026-12-10T10:00:00Z');
    assert.deepEqual(await planned(product), pairs);
    assert.equal((await view(product)).state, 'released');
  });

  it('becomes the plan at once when a coordinator releases it', async () => {
    const product = await drafted();
    const pairs = pairsOf(await view(product));
    assert.deepEqual(await release(product, 1), { kind: 'released' });
    await product.work();
    assert.deepEqual(await planned(product), pairs);
    await product.tickAt('2026-12-10T10:00:00Z');
    assert.deepEqual(await planned(product), pairs);
    const reports = product.sent.flatMap(({ message }) =>
      message.kind === 'coordinator' ? [message.report.about] : [],
    );
    assert.deepEqual(reports, ['paired'], 'nobody hears of a draft that is out');
  });

  it('waits for a coordinator where the scheme says so, and at the latest until the week begins', async () => {
    const product = await drafted(8, { scheme: { preview: 'waits' } });
    for (const at of ['2026-12-10T10:00:00Z', '2026-12-13T23:45:00Z']) {
      await product.tickAt(at);
      assert.equal(await planned(product), null, at);
    }
    assert.equal((await view(product)).releasesAt, '2026-12-14T00:00:00.000Z');
    await product.tickAt('2026-12-14T00:00:00Z');
    assert.equal((await planned(product))?.length, 4);
  });

  it('is made late where it waits and nothing ran before the pairing time', async () => {
    const product = await start({ employees: staff, scheme: { preview: 'waits' } });
    await product.signUp(...staff);
    await product.tickAt('2026-12-11T09:00:00Z');
    assert.equal(pairsOf(await view(product)).length, 4);
    assert.equal(await planned(product), null);
  });

  it('keeps the pairs that a coordinator swapped', async () => {
    const product = await drafted();
    const [first, second] = (await view(product)).pairings;
    const [one, other] = [first?.members[0], second?.members[0]];
    assert.ok(first && second && one && other);
    const draft = await changed(product, { kind: 'swap', one: one.id, other: other.id });
    const wanted = [
      [other.name, first.members[1]?.name].sort().join(' '),
      [one.name, second.members[1]?.name].sort().join(' '),
    ];
    assert.deepEqual(
      draft.pairings.filter(({ locked }) => locked).length,
      2,
      'both that it makes are locked',
    );
    for (const pair of wanted) assert.ok(pairsOf(draft).includes(pair), pair);
    const afresh = pairsOf(await changed(product, { kind: 'best-again' }));
    for (const pair of wanted) assert.ok(afresh.includes(pair), pair);
    await product.tickAt('2026-12-10T10:00:00Z');
    assert.deepEqual(await planned(product), afresh);
  });

  it('refuses a swap of people who have no time in common, and one that a wish forbids, in the same words', async () => {
    const product = await drafted();
    const [first, second] = (await view(product)).pairings;
    const [one, other, stays] = [first?.members[0], second?.members[0], second?.members[1]];
    assert.ok(one && other && stays);
    const { storage } = product.ports;
    const stored = await storage.people.get(stays.id);
    assert.ok(stored);
    await storage.people.replace({ ...stored.value, neverWith: [one.id] }, stored.version);
    const swap = { kind: 'swap', one: one.id, other: other.id } as const;
    assert.deepEqual(await change(product, swap), { kind: 'refused', reason: 'no-common-slot' });
    assert.equal((await view(product)).version, '1');
  });

  it('pairs nobody who may not meet in this round', async () => {
    const product = await drafted();
    const [first] = (await view(product)).pairings;
    const [one, other] = first?.members ?? [];
    assert.ok(one && other);
    const pair: [string, string] = [one.id, other.id];
    const draft = await changed(product, { kind: 'forbid', pair });
    const together = [one.name, other.name].sort().join(' ');
    assert.ok(!pairsOf(draft).includes(together));
    assert.equal(draft.pairings.length, 4, 'everybody still has a meeting');
    for (const kind of ['best-again', 're-roll'] as const)
      assert.ok(!pairsOf(await changed(product, { kind })).includes(together));
    await product.tickAt('2026-12-10T10:00:00Z');
    assert.ok((await planned(product))?.includes(together) === false);
  });

  it('leaves somebody out, says what it costs, and lets them in again', async () => {
    const product = await drafted();
    const without = await changed(product, { kind: 'leave-out', person: id('Ann') });
    assert.deepEqual(
      without.unplaced.map(({ name, reason }) => [name, reason]),
      [['Ann', 'left-out']],
    );
    assert.equal(without.cost.unplaced - without.best.unplaced, 1);
    assert.equal(without.cost.trios - without.best.trios, 1, 'seven are two pairs and a trio');
    const again = await changed(product, { kind: 'put-in', person: id('Ann') });
    assert.deepEqual([again.unplaced, again.cost.unplaced], [[], 0]);
  });

  it('puts somebody in who has not said so, and they are in the round', async () => {
    const product = await drafted(8, { scheme: { asking: 'each-time' } });
    const { ports } = product;
    assert.deepEqual((await view(product)).pairings, []);
    for (const person of staff.slice(0, 3))
      await answerCall(ports, callerOf(person), { ...december, answer: 'yes' });
    await answerCall(ports, callerOf(gus), { ...december, answer: 'skip' });
    const asked = await changed(product, { kind: 'best-again' });
    assert.equal(asked.pairings.length, 1);
    assert.deepEqual(asked.outside.map(({ name, why }) => `${name} ${why}`).sort(), [
      'Dora not-asked',
      'Eve not-asked',
      'Fay not-asked',
      'Gus said-no',
      'Hal not-asked',
    ]);
    assert.equal(asked.pairings[0]?.members.length, 3);
    const draft = await changed(product, { kind: 'put-in', person: id('Gus') });
    assert.equal(draft.pairings.length, 2);
    await product.tickAt('2026-12-10T10:00:00Z');
    assert.equal((await planned(product))?.length, 2);
    const row = await ports.storage.participants.get({ scheme: december.scheme, person: id('Gus') });
    assert.deepEqual([row?.value.status, row?.value.inRound], ['active', december.round]);
  });

  it('respects a no that comes after somebody was put in', async () => {
    const product = await drafted(8, { scheme: { asking: 'each-time' } });
    const { ports } = product;
    for (const person of [ann, ben])
      await answerCall(ports, callerOf(person), { ...december, answer: 'yes' });
    await changed(product, { kind: 'best-again' });
    await changed(product, { kind: 'put-in', person: id('Gus') });
    product.setClock('2026-12-09T18:00:00Z');
    await answerCall(ports, callerOf(gus), { ...december, answer: 'skip' });
    await product.tickAt('2026-12-10T10:00:00Z');
    assert.deepEqual(await planned(product), ['Ann Ben']);
  });

  it('works in who joined and who left when it is solved afresh, and keeps what is locked', async () => {
    const product = await drafted(7);
    const before = await view(product);
    const pair = before.pairings.find(({ members }) => members.length === 2);
    assert.ok(pair);
    await changed(product, { kind: 'lock', members: pair.members.map((member) => member.id) });
    await product.signUp(...staff.slice(7));
    const leaver = staff.find(
      ({ name }) => name !== 'Hal' && !pair.members.some((member) => member.name === name),
    );
    assert.ok(leaver);
    await leave(product.ports, callerOf(leaver), null);
    assert.deepEqual((await view(product)).news, { joined: 1, left: 1 });
    const draft = await changed(product, { kind: 'best-again' });
    assert.deepEqual(draft.news, { joined: 0, left: 0 });
    const all = draft.pairings.flatMap(({ members }) => members.map(({ name }) => name));
    assert.deepEqual(
      all.sort(),
      names.filter((name) => name !== leaver.name),
    );
    assert.ok(
      pairsOf(draft).includes(
        pair.members
          .map(({ name }) => name)
          .sort()
          .join(' '),
      ),
    );
  });

  it('pairs the others anew when somebody leaves between the draft and its release', async () => {
    const product = await drafted();
    const draft = await view(product);
    const left = draft.pairings.find(({ members }) => members.some(({ name }) => name === 'Ann'));
    await leave(product.ports, callerOf(ann), null);
    await product.tickAt('2026-12-10T10:00:00Z');
    const plan = (await planned(product)) ?? [];
    assert.deepEqual(plan.flatMap((pair) => pair.split(' ')).sort(), names.slice(1));
    const kept = pairsOf({ pairings: draft.pairings.filter((pairing) => pairing !== left) });
    assert.equal(kept.filter((pair) => plan.includes(pair)).length, 2, 'the partner makes a trio of one');
  });

  /** The same, with somebody who is busy all week by now. */
  const whereBusy = ({ ports }: TestProduct, person: string): Ports => ({
    ...ports,
    calendars: {
      freeBusy: async (people, within) => {
        const read = await ports.calendars.freeBusy(people, within);
        const [found] = people.filter((one) => one.id === person);
        return found === undefined
          ? read
          : new Map([...read, [person, { kind: 'read', view: '2'.repeat(672), hours: null }]]);
      },
    },
  });

  it('reads calendars again at release, and parts whoever has no time in common any more', async () => {
    const product = await drafted(4);
    await product.tickAt('2026-12-10T10:00:00Z', whereBusy(product, id('Ann')));
    const plan = await product.ports.storage.plans.get(december);
    assert.deepEqual(plan?.unplaced, [{ id: id('Ann'), reason: 'away-all-week' }]);
    assert.deepEqual(await planned(product), ['Ben Cem Dora']);
  });

  it('reads calendars again to solve afresh when they were read over half an hour ago', async () => {
    const product = await drafted(4);
    const late = whereBusy(product, id('Ann'));
    const solved = async (at: string) => {
      product.setClock(at);
      const { version } = await view(product);
      const result = await changeDraft(late, by, december, version, { kind: 'best-again' });
      return result?.kind === 'changed' ? result.draft.unplaced.map(({ name }) => name) : result;
    };
    assert.deepEqual(await solved('2026-12-09T16:30:00Z'), []);
    assert.deepEqual(await solved('2026-12-09T16:31:00Z'), ['Ann']);
  });

  it('undoes a change', async () => {
    const product = await drafted();
    const before = await view(product);
    await changed(product, { kind: 'leave-out', person: id('Ann') });
    const after = await changed(product, { kind: 'back', to: 1 });
    assert.deepEqual(pairsOf(after), pairsOf(before));
    assert.deepEqual([after.version, after.unplaced, after.by?.name], ['3', [], 'Cora']);
  });

  it('shows the second of two coordinators what the first changed', async () => {
    const product = await drafted();
    const both = [
      { kind: 'leave-out', person: id('Ann') },
      { kind: 'leave-out', person: id('Ben') },
    ] as const;
    const results = await Promise.all(
      both.map((wanted, i) => changeDraft(product.ports, `coordinator ${i}`, december, '1', wanted)),
    );
    assert.deepEqual(results.map((result) => result?.kind).sort(), ['changed', 'stale']);
    const { version, change: last } = await view(product);
    assert.deepEqual([version, last], ['2', both[results.findIndex((one) => one?.kind === 'changed')]]);
    assert.deepEqual(await release(product, 1), { kind: 'refused', reason: 'changed' });
  });

  it('is changed once, however often the same change comes', async () => {
    const product = await drafted();
    const wanted = { kind: 'leave-out', person: id('Ann') } as const;
    for (let times = 0; times < 2; times++) {
      const result = await change(product, wanted, '1');
      assert.equal(result?.kind === 'changed' && result.draft.version, '2');
    }
  });

  it('changes no more once it is released', async () => {
    const product = await drafted();
    await release(product, 1);
    assert.deepEqual(await change(product, { kind: 're-roll' }), { kind: 'refused', reason: 'released' });
  });

  it('is not the plan when it was stored while another one was released', async () => {
    const product = await drafted();
    const { ports } = product;
    const { drafts } = ports.storage;
    const putFirst: typeof drafts.putFirst = async (value) => {
      await release(product, 1);
      return drafts.putFirst(value);
    };
    const late = { ...ports, storage: { ...ports.storage, drafts: { ...drafts, putFirst } } };
    const pairs = pairsOf(await view(product));
    const wanted = { kind: 'leave-out', person: id('Ann') } as const;
    assert.deepEqual(await changeDraft(late, by, december, '1', wanted), {
      kind: 'refused',
      reason: 'released',
    });
    await product.work();
    assert.deepEqual(await planned(product), pairs);
  });

  it('is made and told once, and becomes one plan, wherever the process is killed', async () => {
    for (let at = 1, hasDied = true; hasDied; at++) {
      const product = await start({
        employees: [...staff.slice(0, 4), cora],
        scheme: { preview: 'timed', coordinators: [by] },
      });
      await product.signUp(...staff.slice(0, 4), cora);
      await leave(product.ports, callerOf(cora), null);
      const tickOf = async (instant: string) => {
        product.setClock(instant);
        const mortal = dying(product.ports, at);
        try {
          await product.tick(mortal.ports);
        } catch (error) {
          if (!(error instanceof Killed)) throw error;
        }
        await product.tickAt(instant);
        return mortal.died();
      };
      hasDied = await tickOf('2026-12-09T16:00:00Z');
      await product.tickAt('2026-12-09T16:15:00Z');
      assert.equal(product.sent.filter(({ message }) => message.kind === 'coordinator').length, 1, `${at}`);
      const pairs = pairsOf(await view(product));
      assert.equal((await view(product)).version, '1');
      const diedPairing = await tickOf('2026-12-10T10:00:00Z');
      hasDied ||= diedPairing;
      assert.deepEqual(await planned(product), pairs, `${at}`);
    }
  });
});
