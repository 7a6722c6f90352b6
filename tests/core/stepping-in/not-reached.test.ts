// What a coordinator does about people whom a message did not reach, and invitations that Outlook refused.
import assert from 'node:assert/strict';
import { forgetConversation, remember } from '../../../core/enrolment/reach.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import type { DeskAct } from '../../../core/records/work.ts';
import { tellAgain } from '../../../core/stepping-in/tell-again.ts';
import { readTold } from '../../../core/views/desk/told.ts';
import { acting } from '../../support/acting.ts';
import { newsOf } from '../../support/booked-round.ts';
import { idOf } from '../../support/emulated-graph.ts';
import { ann, ben, cem, eve } from '../../support/people.ts';
import { record } from '../../support/stored.ts';
import { callerOf, december, type TestProduct, useProduct } from '../../support/test-product.ts';

const pairing = 'p00001';

/** Ports of which Teams refuses messages to somebody, until `isOver`; `tried`: how often. */
function blocking({ ports }: TestProduct, blocked: typeof ann) {
  const state = { isOver: false, tried: 0 };
  const { messenger } = ports;
  const mine: Ports = {
    ...ports,
    messenger: {
      ...messenger,
      send: async (to, reader, message, key) => {
        if (reader.id !== idOf(blocked) || state.isOver) return messenger.send(to, reader, message, key);
        state.tried += 1;
        return { kind: 'unreachable' };
      },
    },
  };
  return { mine, state };
}

/** Ports of which Outlook refuses every event. */
function refusing({ ports }: TestProduct): Ports {
  const { meetings } = ports;
  return {
    ...ports,
    meetings: { ...meetings, create: async (_, asked) => asked.map(() => ({ kind: 'refused' })) },
  };
}

describe('somebody whom a message did not reach', () => {
  const start = useProduct();
  const begin = async (...people: (typeof ann)[]) => {
    const product = await start({ employees: [...people, eve] });
    await product.signUp(...people);
    return { product, ...acting(product, eve) };
  };
  const again: Extract<DeskAct, { kind: 'tell-again' }> = {
    kind: 'tell-again',
    ...december,
    people: [idOf(ann)],
  };
  const toldOf = ({ sent }: TestProduct) =>
    sent.flatMap((one) => (one.reader.id === idOf(ann) ? newsOf(one) : []));

  it('hears why there is no meeting when told again, once Teams takes it; the others do not', async () => {
    const { product, take, acts, act } = await begin(ann);
    const { mine, state } = blocking(product, ann);
    await product.tickAt('2026-12-10T10:00:00Z', mine);
    assert.deepEqual(toldOf(product), []);
    await take(again);
    await product.work(mine);
    assert.deepEqual([(await acts()).at(-1)?.state, toldOf(product)], ['done', []], 'refused again');
    assert.equal((await product.ports.storage.people.get(idOf(ann)))?.value.reachable, false);
    const askedAt = Date.parse((await acts()).at(-1)?.dueAt ?? '');
    assert.equal(await tellAgain(mine, again, askedAt), null);
    await product.work(mine);
    assert.equal(state.tried, 2, 'a repeat of the act tries nothing again');
    state.isOver = true;
    assert.equal(await act(again), 'done');
    assert.deepEqual(toldOf(product), ['Ann: unplaced']);
    assert.equal(await act(again), 'all-told');
    assert.equal((await product.ports.storage.people.get(idOf(ann)))?.value.reachable, true);
  });

  it('hears that the meeting was lost because of it', async () => {
    const { product, act } = await begin(ann, ben, cem);
    const { mine } = blocking(product, ann);
    await product.tickAt('2026-12-10T10:00:00Z', mine);
    await product.tick(mine);
    const place = await product.ports.storage.placements.get({ ...december, person: idOf(ann) });
    assert.ok(place?.value.reason === 'unreachable');
    const shown = () => readTold(product.ports.storage, [{ placement: place.value, named: null }]);
    assert.equal((await shown()).get(idOf(ann)), 'unreachable');
    assert.equal(await act(again), 'done');
    assert.equal((await shown()).get(idOf(ann)), 'sent');
    const { message } = product.sent.at(-1) ?? {};
    assert.deepEqual(message?.kind === 'unplaced' && message.reason, 'unreachable');
    assert.equal(await act(again), 'all-told');
    assert.equal(toldOf(product).length, 1);
  });

  it('is not reached as long as they have no chat with the bot', async () => {
    const { product, act } = await begin(ann);
    await forgetConversation(product.ports, idOf(ann));
    await product.tickAt('2026-12-10T10:00:00Z');
    await act(again);
    assert.deepEqual(toldOf(product), []);
    await remember(product.ports, callerOf(ann), 'chat of Ann');
    await act(again);
    assert.deepEqual(toldOf(product), ['Ann: unplaced']);
  });
});

describe('a pairing that Outlook refused', () => {
  const start = useProduct();
  const tryAgain = { kind: 'try-again', ...december, pairing } as const;

  const begin = async () => {
    const product = await start({ employees: [ann, ben, eve] });
    await product.signUp(ann, ben);
    await product.tickAt('2026-12-10T10:00:00Z', refusing(product));
    await product.tick(refusing(product));
    assert.equal((await record(product)).state, 'failed');
    return { product, ...acting(product, eve) };
  };

  it('is booked when it is tried again, and both hear of it', async () => {
    const { product, act } = await begin();
    const before = product.sent.length;
    assert.equal(await act(tryAgain), 'done');
    assert.equal((await product.graph.events()).length, 1);
    assert.deepEqual(product.sent.slice(before).map(newsOf), ['Ann: booked', 'Ben: booked']);
    assert.equal(await act(tryAgain), 'changed', 'there is nothing left to try');
    const { receipt } = await product.detail();
    assert.deepEqual(
      receipt.map(({ outcome }) => outcome),
      ['paired', 'paired'],
    );
  });

  it('fails again when Outlook refuses it again, and can be tried once more', async () => {
    const { product, take, acts, act } = await begin();
    await take(tryAgain);
    await product.work(refusing(product));
    assert.equal((await acts()).at(-1)?.state, 'done');
    assert.equal((await record(product)).state, 'failed');
    product.setClock('2026-12-10T11:00:00Z');
    assert.equal(await act(tryAgain), 'done');
    assert.equal((await record(product)).state, 'booked');
  });

  it('is not tried for people who have another meeting by now', async () => {
    const { product, act } = await begin();
    assert.equal(await act({ kind: 'pair', ...december, people: [idOf(ann), idOf(ben)] }), 'done');
    assert.equal(await act(tryAgain), 'changed');
    assert.equal((await product.graph.events()).length, 1);
  });
});
