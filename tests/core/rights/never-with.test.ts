import assert from 'node:assert/strict';
import {
  addNeverWith,
  findColleagues,
  listNeverWith,
  removeNeverWith,
} from '../../../core/rights/never-with.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import { readMe } from '../../../core/views/me.ts';
import { readMyPairing } from '../../../core/views/my-pairing.ts';
import { readRound } from '../../../core/views/rounds.ts';
import type { Employee } from '../../../local/organisation/employee.ts';
import { bookedRound } from '../../support/booked-round.ts';
import { employee, idOf } from '../../support/emulated-graph.ts';
import { ann, ben, cem } from '../../support/people.ts';
import { december, type TestProduct, useProduct } from '../../support/test-product.ts';

const guest = employee('Ann Guest', { guest: true });
const annette = employee('Annette Ray');
const zara = employee('Zara Ann');

describe('never with', () => {
  const start = useProduct();
  const [anns, bens] = [idOf(ann), idOf(ben)];

  it('finds colleagues by a typed name, without guests and without oneself', async () => {
    const { ports } = await start({ employees: [ann, annette, zara, ben, guest] });
    const found = await findColleagues(ports, anns, 'ann');
    assert.deepEqual(
      found.map(({ name }) => name),
      ['Annette Ray', 'Zara Ann'],
    );
  });

  it('keeps whom somebody will never meet, until they change their mind', async () => {
    const product = await start({ employees: [ann, ben, cem] });
    const { ports } = product;
    assert.deepEqual(await addNeverWith(ports, anns, bens), {
      kind: 'refused',
      reason: 'unknown-person',
    });
    await product.signUp(ann);
    for (let times = 0; times < 2; times++) {
      assert.deepEqual(await addNeverWith(ports, anns, bens), {
        kind: 'kept',
        name: 'Ben',
        meetsThem: false,
      });
    }
    await addNeverWith(ports, anns, idOf(cem));
    // Ann writes again: her row is written anew.
    await product.signUp(ann);
    assert.deepEqual((await listNeverWith(ports, anns)).people, [
      { id: bens, name: 'Ben' },
      { id: idOf(cem), name: 'Cem' },
    ]);
    assert.deepEqual(await addNeverWith(ports, anns, anns), { kind: 'refused', reason: 'yourself' });
    assert.deepEqual(await addNeverWith(ports, anns, idOf(zara)), {
      kind: 'refused',
      reason: 'not-in-directory',
    });
    for (const one of [bens, bens, idOf(cem)]) await removeNeverWith(ports, anns, one);
    assert.deepEqual((await listNeverWith(ports, anns)).people, []);
  });

  it('says when the two are to meet already', async () => {
    const { product } = await bookedRound(start, [ann, ben]);
    const kept = await addNeverWith(product.ports, anns, bens);
    assert.deepEqual(kept, { kind: 'kept', name: 'Ben', meetsThem: true });
  });

  describe('told from no time in common by nobody', () => {
    const away: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
      [ann.mail]: [['20261214T000000Z', '20261216T120000Z']],
      [ben.mail]: [['20261216T120000Z', '20261221T000000Z']],
    };

    /** A round of Ann and Ben, until it is closed; and all that anybody can see of it. */
    async function seen(
      busy: typeof away,
      wish: (product: TestProduct) => Promise<unknown>,
    ): Promise<Record<string, unknown>> {
      const logs: unknown[] = [];
      const product = await start({ employees: [ann, ben, cem], busy });
      const ports: Ports = { ...product.ports, log: (...line) => logs.push(line) };
      await product.signUp(ann, ben);
      await wish(product);
      const answers: unknown[] = [];
      for (const at of ['10T10:00', '11T09:00', '14T09:00', '21T09:00', '22T09:00']) {
        await product.tickAt(`2026-12-${at}:00Z`, ports);
        answers.push(
          await readRound(ports, december.scheme, december.round),
          await Promise.all([anns, bens].map((id) => readMyPairing(ports, id))),
          await Promise.all(
            [ann, ben].map((one) => readMe(ports, { id: idOf(one), name: one.name, coordinator: false })),
          ),
        );
      }
      return withoutDrawnIds({
        logs,
        answers,
        sent: product.sent,
        stored: withoutWishes(product.texts()),
        events: (await product.graph.events()).map(({ subject, start, attendees }) => ({
          subject,
          start,
          attendees,
        })),
      });
    }

    /** What is stored, without the wishes themselves. */
    const withoutWishes = (texts: readonly string[]) =>
      texts.map((text) => text.replace(/,"neverWith":\[[^\]]*\]/, ''));
    /** The emulated Outlook draws its ids at random. */
    const withoutDrawnIds = (all: Readonly<Record<string, unknown>>): Record<string, unknown> =>
      JSON.parse(
        JSON.stringify(all).replaceAll(/AAkA[\w-]+|meeting_[\w-]+|0400000082[\dA-F]+/g, 'drawn'),
      ) as Record<string, unknown>;
    const wishOf = (one: Employee, other: Employee) => (product: TestProduct) =>
      addNeverWith(product.ports, idOf(one), idOf(other));
    const none = async () => undefined;

    it('where the pair had no time in common anyway: a wish of one, of the other, or none', async () => {
      const without = await seen(away, none);
      assert.match(JSON.stringify(without.answers), /no-common-slot/);
      for (const wish of [wishOf(ann, ben), wishOf(ben, ann)]) {
        assert.deepEqual(await seen(away, wish), without);
      }
    });

    it('where they had: whoever wishes it, all sees no time in common', async () => {
      const anyone = await seen({}, wishOf(ann, ben));
      assert.deepEqual(await seen({}, wishOf(ben, ann)), anyone);
      const [apart, without] = [anyone, await seen(away, none)];
      assert.deepEqual(apart, without);
      assert.doesNotMatch(JSON.stringify(apart), /excluded|never/i);
    });

    it('where the wish concerns somebody who takes no part', async () => {
      assert.deepEqual(await seen({}, wishOf(ann, cem)), await seen({}, none));
    });
  });
});
