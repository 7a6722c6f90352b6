import assert from 'node:assert/strict';
import { takeAct } from '../../../core/acts/take-act.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import type { WantedAct } from '../../../core/records/work.ts';
import { acting } from '../../support/acting.ts';
import { idOf } from '../../support/emulated-graph.ts';
import { ann, ben } from '../../support/people.ts';
import { december, useProduct } from '../../support/test-product.ts';

const scheme = december.scheme;
const join: WantedAct = { kind: 'join', scheme };
const pause: WantedAct = { kind: 'pause', scheme, until: null };

describe('an act of the tab', () => {
  const start = useProduct();
  const begin = async () => {
    const product = await start({ employees: [ann, ben] });
    const status = async (person = ann) =>
      (await product.ports.storage.participants.get({ scheme, person: idOf(person) }))?.value.status;
    return { product, status, ...acting(product, ann) };
  };

  it('waits ten seconds, and is then done', async () => {
    const { product, take, acts, status } = await begin();
    const act = await take(join, 'key-1234');
    const waiting = { id: 'key-1234', act: join, dueAt: '2026-12-07T08:00:10.000Z', state: 'waiting' };
    assert.deepEqual(act, { ...waiting, reason: null });
    assert.deepEqual(await acts(), [act]);
    assert.equal(await status(), undefined);
    await product.work();
    assert.equal(product.ports.now(), Date.parse(act.dueAt));
    assert.deepEqual(await acts(), [{ ...act, state: 'done' }]);
    assert.equal(await status(), 'active');
  });

  it('is never done once it was taken back, not even when the request is repeated', async () => {
    const { product, take, undo, acts, status } = await begin();
    const act = await take(join);
    const withdrawn = { kind: 'withdrawn', act: { ...act, state: 'withdrawn' } };
    assert.deepEqual(await undo(act.id), withdrawn);
    assert.deepEqual(await undo(act.id), withdrawn);
    assert.equal((await take(join, act.id)).state, 'withdrawn');
    await product.work();
    assert.deepEqual([await status(), await acts()], [undefined, []]);
  });

  it('cannot be taken back once it is done, or by others', async () => {
    const { product, take, undo, status } = await begin();
    const act = await take(join);
    assert.deepEqual(await acting(product, ben).undo(act.id), { kind: 'unknown' });
    await product.work();
    assert.deepEqual(await undo(act.id), { kind: 'too-late', act: { ...act, state: 'done' } });
    assert.equal(await status(), 'active');
  });

  it('is the same when the request is repeated, whatever it asks for', async () => {
    const { product, take, acts, status } = await begin();
    const act = await take(join, 'key-1234');
    assert.deepEqual(await take(pause, 'key-1234'), act);
    assert.equal(product.queue.length, 1);
    await product.work();
    assert.equal((await take(join, 'key-1234')).state, 'done');
    await product.work();
    assert.deepEqual([(await acts()).length, await status()], [1, 'active']);
  });

  it('is taken once when two requests with the same key come at the same time', async () => {
    const { product, take, acts } = await begin();
    const [one, other] = await Promise.all([take(join, 'key-1234'), take(join, 'key-1234')]);
    assert.deepEqual(one, other);
    await product.work();
    assert.deepEqual(
      (await acts()).map(({ state }) => state),
      ['done'],
    );
  });

  it('is forgotten after an hour', async () => {
    const { product, act, take, acts } = await begin();
    await act(join);
    product.setClock('2026-12-07T09:00:09Z');
    assert.equal((await acts()).length, 1);
    product.setClock('2026-12-07T09:00:10Z');
    assert.deepEqual(await acts(), []);
    await take(pause);
    const stored = await product.ports.storage.people.get(idOf(ann));
    assert.deepEqual(
      stored?.value.acts?.map((one) => one.act.kind),
      ['pause'],
    );
  });

  it('is still known after an hour in which nobody did it, and can be taken back', async () => {
    const { product, take, acts, undo } = await begin();
    const act = await take(join);
    product.setClock('2026-12-07T11:00:00Z');
    await take(pause);
    assert.deepEqual(
      (await acts()).map((one) => one.act.kind),
      ['join', 'pause'],
    );
    assert.equal((await undo(act.id)).kind, 'withdrawn');
  });

  it('makes room among ten by forgetting the oldest that is over, and is refused without room', async () => {
    const { product, act, take, acts, undo } = await begin();
    await act(join);
    for (let more = 0; more < 9; more++) await take(pause);
    assert.equal((await acts()).length, 10);
    await take(pause);
    assert.deepEqual(
      (await acts()).map((one) => one.act.kind),
      Array.from({ length: 10 }, () => 'pause'),
    );
    const once = () => takeAct(product.ports, { id: idOf(ann), name: 'Ann' }, 'key-late', join);
    assert.deepEqual(await once(), { kind: 'refused', reason: 'too-many' });
    const [first] = await acts();
    await undo(first?.id ?? '');
    assert.equal((await once()).kind, 'taken');
  });

  it('counts as a sign of life, and logs neither names nor answers', async () => {
    const { product } = await begin();
    const lines: string[] = [];
    const log: Ports['log'] = (event, fields) => lines.push(JSON.stringify([event, fields]));
    const preferences = { hours: 'either', minutes: null } as const;
    const profile = { drink: 'Quince tea', call: 'video', language: null } as const;
    const act = acting({ ...product, ports: { ...product.ports, log } }, ann);
    const wanted: WantedAct = { ...join, answers: { rules: 1, preferences, profile } };
    const { id } = await act.take(wanted);
    await act.undo(id);
    await act.act(wanted);
    const stored = await product.ports.storage.people.get(idOf(ann));
    assert.equal(stored?.value.heardAt, Date.parse('2026-12-07T08:00:00Z'));
    assert.equal(stored.value.profile?.drink, 'Quince tea');
    assert.deepEqual(
      lines.map((line) => line.slice(2, line.indexOf('"', 2))),
      ['act taken', 'act withdrawn', 'act taken'],
    );
    assert.doesNotMatch(lines.join(), /Ann|Quince/);
  });

  it('is done although its record came later than its message', async () => {
    const { product, status } = await begin();
    const { people } = product.ports.storage;
    const insert: typeof people.insert = async (record) => {
      await product.work();
      return people.insert(record);
    };
    const ports = { ...product.ports, storage: { ...product.ports.storage, people: { ...people, insert } } };
    await takeAct(ports, { id: idOf(ann), name: 'Ann' }, 'key-1234', join);
    await product.work();
    assert.equal(await status(), 'active');
  });
});
