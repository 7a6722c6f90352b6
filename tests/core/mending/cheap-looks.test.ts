import assert from 'node:assert/strict';
import sinon from 'sinon';
import { lookAfterRound } from '../../../core/mending/look-after-round.ts';
import type { PairingRecord } from '../../../core/records/pairing.ts';
import { employee, idOf } from '../../support/emulated-graph.ts';
import { bookedRound } from '../../support/booked-round.ts';
import { records } from '../../support/stored.ts';
import { callerOf, december, type TestProduct, useProduct } from '../../support/test-product.ts';

const staff = Array.from({ length: 40 }, (_, i) => employee(`Person ${i}`));

describe('a look asks Microsoft Graph', () => {
  const start = useProduct();
  afterEach(() => {
    sinon.restore();
  });

  /** Twenty booked pairings, and what is asked of Graph from now on. */
  async function booked() {
    const round = await bookedRound(start, staff);
    const { product } = round;
    const asked = () => product.graph.graph.requests();
    let before = 0;
    const forget = () => {
      before = asked().length;
    };
    const kinds = () =>
      asked()
        .slice(before)
        .filter(({ caller, template }) => caller === 'app' && template !== '/$batch')
        .map(({ method, template }) => `${method} ${template}`);
    forget();
    return { ...round, forget, kinds, freeBusy: sinon.spy(product.ports.calendars, 'freeBusy') };
  }

  it('for the answers alone, with one request, when there is nothing to decide', async () => {
    const { look, kinds } = await booked();
    await look('2026-12-10T11:00:00Z');
    assert.deepEqual(kinds(), ['GET /users/{id}/calendarView']);
  });

  it('for no calendar but those of the two when one declined', async () => {
    const { product, outlook, look, freeBusy } = await booked();
    const decliner = staff[7];
    assert.ok(decliner);
    await outlook.respond(decliner, 'decline');
    await look('2026-12-10T11:00:00Z');
    const theirs = (await records(product)).find(({ revision }) => revision > 0)?.members;
    assert.deepEqual(askedFor(freeBusy.args), theirs?.toSorted());
  });

  it('for no answers and a few calendars, at once, when somebody left', async () => {
    const { product, bot, forget, kinds, freeBusy } = await booked();
    const leaver = staff[7];
    assert.ok(leaver);
    forget();
    await bot.leave(callerOf(leaver), null);
    await product.work();
    const read = askedFor(freeBusy.args);
    assert.ok(read.length > 2 && read.length <= 1 + 2 * 8, `${read.length} calendars`);
    assert.ok(!read.includes(idOf(leaver)));
    assert.ok(!kinds().includes('GET /users/{id}/calendarView'));
    assert.equal(await seats(product), 39, 'the other has found company');
  });

  it('without reading all pairings and placements, when somebody left or a meeting begins soon', async () => {
    const { product, bot, look } = await booked();
    await look('2026-12-10T11:00:00Z');
    const { pairings, placements } = product.ports.storage;
    const whole = [sinon.spy(pairings, 'list'), sinon.spy(placements, 'list')];
    const watched = sinon.spy(placements, 'watched');
    const leaver = staff[7];
    assert.ok(leaver);
    await bot.leave(callerOf(leaver), null);
    await product.work();
    product.setClock('2026-12-14T09:00:00Z');
    await lookAfterRound(product.ports, december.scheme, december.round, 'soon');
    assert.ok(watched.callCount >= 2);
    assert.deepEqual(
      whole.map(({ callCount }) => callCount),
      [0, 0],
    );
    assert.equal(await seats(product), 39, 'the other has found company');
  });

  it('for the calendars of a trio before those of pairs, of which one can meet who is left', async () => {
    const others = Array.from({ length: 21 }, (_, i) => employee(`Other ${i}`));
    const people = [...staff, ...others];
    const { product, bot } = await bookedRound(start, people);
    const pair = (await records(product)).find(({ members }) => members.length === 2);
    const leaver = people.find((person) => idOf(person) === pair?.members[0]);
    assert.ok(leaver);
    await bot.leave(callerOf(leaver), null);
    await product.work();
    const live = (await records(product)).filter(({ state }) => state === 'booked');
    assert.deepEqual([...new Set(live.map(({ members }) => members.length))], [2]);
  });

  it('for the calendars of the trio of a large round, though it is stored apart', async () => {
    const others = Array.from({ length: 191 }, (_, i) => employee(`Other ${i}`));
    const people = [...staff, ...others];
    const { product, bot, look } = await bookedRound(start, people);
    await look('2026-12-10T12:00:00Z');
    const all = await records(product);
    const hundredOf = ({ pairing }: PairingRecord) => pairing.slice(0, -2);
    const trio = all.find(({ members }) => members.length === 3);
    const pair = all.find((one) => trio !== undefined && hundredOf(one) !== hundredOf(trio));
    const leaver = people.find((person) => idOf(person) === pair?.members[0]);
    assert.ok(leaver);
    await bot.leave(callerOf(leaver), null);
    await product.work();
    const live = (await records(product)).filter(({ state }) => state === 'booked');
    assert.deepEqual([...new Set(live.map(({ members }) => members.length))], [2]);
  });

  it('for somebody who found nobody in the next looks, then once a day', async () => {
    const [one, two] = staff;
    assert.ok(one && two);
    const { product, bot, look } = await bookedRound(start, [one, two]);
    product.setClock('2026-12-10T11:30:00Z');
    await bot.leave(callerOf(one), null);
    await product.work();
    const freeBusy = sinon.spy(product.ports.calendars, 'freeBusy');
    const read = async (at: string) => {
      freeBusy.resetHistory();
      await look(at);
      return freeBusy.callCount;
    };
    assert.equal(await read('2026-12-10T12:00:00Z'), 1);
    assert.equal(await read('2026-12-10T15:00:00Z'), 0);
    assert.equal(await read('2026-12-11T07:00:00Z'), 1);
    assert.equal(await read('2026-12-11T08:00:00Z'), 0);
  });

  it('for the directory once a day, about everybody, in the first look', async () => {
    const { product, look, forget, kinds } = await booked();
    const directory = sinon.spy(product.ports.directory, 'people');
    for (const at of ['07:00', '08:00', '09:00']) await look(`2026-12-11T${at}:00Z`);
    assert.deepEqual(
      directory.args.map(([ids]) => ids.length),
      [40],
    );
    forget();
    await look('2026-12-11T10:00:00Z');
    assert.deepEqual(kinds(), ['GET /users/{id}/calendarView']);
  });
});

function askedFor(args: readonly (readonly [readonly { readonly id: string }[], ...unknown[]])[]): string[] {
  return args.flatMap(([people]) => people.map(({ id }) => id)).sort();
}

/** How many people are in pairings that still take place. */
async function seats(product: TestProduct): Promise<number> {
  const live = (await records(product)).filter(({ state }) => state === 'booked');
  return live.reduce((sum, { members }) => sum + members.length, 0);
}
