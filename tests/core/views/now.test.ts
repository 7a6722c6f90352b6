import assert from 'node:assert/strict';
import { now as nowSchema } from '../../../core/api/me.ts';
import { leave } from '../../../core/enrolment/leave.ts';
import { forgetConversation, remember } from '../../../core/enrolment/reach.ts';
import { markUnreachable } from '../../../core/telling/mark-unreachable.ts';
import { readMe } from '../../../core/views/me.ts';
import { readMyPairing } from '../../../core/views/my-pairing.ts';
import { readNow } from '../../../core/views/now.ts';
import { invite } from '../../../core/rights/invite.ts';
import { idOf } from '../../support/emulated-graph.ts';
import { ann, ben, cem } from '../../support/people.ts';
import { callerOf, useProduct } from '../../support/test-product.ts';

const user = { id: idOf(ann), name: 'Ann', coordinator: false };

describe('everything that *Now* shows', () => {
  const start = useProduct();

  it('follows somebody from joining through a meeting to leaving', async () => {
    const product = await start({ employees: [ann, ben] });
    const { ports } = product;
    const states: string[] = [];
    const look = async () => {
      const shown = await readNow(ports, user);
      assert.deepEqual(nowSchema.strict().parse(shown), shown);
      assert.deepEqual(shown.me, await readMe(ports, user));
      states.push(shown.state);
      return shown;
    };
    await look();
    await product.signUp(ann, ben);
    const waiting = await look();
    assert.equal(waiting.scheme?.next.week, '2026-12-14');
    assert.deepEqual([waiting.app, waiting.bot], ['installed', ports.bot]);
    await product.tickAt('2026-12-10T10:00:00Z');
    const booked = await look();
    assert.deepEqual(booked.pairing, await readMyPairing(ports, idOf(ann)));
    const { round, coming, said, note } = booked.meeting ?? {};
    assert.deepEqual([round, coming, said, note], ['2026-12-14', false, null, { before: '', after: '' }]);
    product.setClock(booked.pairing?.slot?.end ?? '');
    await look();
    await leave(ports, callerOf(ben), null);
    await look();
    product.setClock('2027-01-04T10:00:00Z');
    await product.tick();
    await leave(ports, callerOf(ann), null);
    await look();
    assert.deepEqual(states, ['never-joined', 'waiting', 'meeting', 'over', 'over', 'left']);
  });

  it('says of the app only what Teams has said of it', async () => {
    const product = await start({ employees: [ann, ben, cem], install: async () => true });
    const { ports } = product;
    const app = async () => (await readNow(ports, user)).app;
    assert.equal(await app(), 'missing');
    await remember(ports, callerOf(ben), 'chat of Ben');
    await invite(ports, idOf(ben), idOf(ann));
    assert.equal(await app(), 'missing', 'she was only invited');
    await remember(ports, callerOf(ann), 'chat of Ann');
    assert.equal(await app(), 'installed');
    await markUnreachable(ports, idOf(ann));
    assert.equal(await app(), 'blocked');
    await remember(ports, callerOf(ann), 'chat of Ann');
    assert.equal(await app(), 'installed');
    await forgetConversation(ports, idOf(ann));
    assert.equal(await app(), 'blocked');
    await remember(ports, callerOf(ann), 'chat of Ann');
    assert.equal(await app(), 'installed');
    assert.equal((await ports.storage.people.get(idOf(ann)))?.value.removedAt, undefined);
  });
});
