import assert from 'node:assert/strict';
import { createGraph } from '../../../adapters/graph/client.ts';
import { graphMeetings } from '../../../adapters/graph/meetings.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import { answersOf } from '../../../core/records/pairing.ts';
import { attendees } from '../../support/attendee.ts';
import { bookedProduct, newsOf } from '../../support/booked-round.ts';
import { idOf } from '../../support/emulated-graph.ts';
import { ann, ben, eve, fay } from '../../support/people.ts';
import { records } from '../../support/stored.ts';
import { type TestProduct, useProduct } from '../../support/test-product.ts';

type Json = Record<string, unknown>;
interface Attendee extends Json {
  readonly emailAddress: { readonly name: string; readonly address: string };
}
type Item = Json & { readonly attendees: readonly Attendee[] };

/**
 * The ports of a product in whose organiser's calendar Graph lists what `change` makes of it.
 * @param found what Graph finds by an event's key, where that is something else
 */
function listing(
  { graph, ports }: TestProduct,
  change: (items: readonly Item[]) => readonly unknown[],
  found?: unknown,
) {
  const client = createGraph(
    graph.url,
    async () => 'app',
    async () => undefined,
    ports.now,
  );
  const logged: (readonly [string, Json])[] = [];
  const odds = graphMeetings({
    ...client,
    at: (mailbox) => ({
      ...client.at(mailbox),
      async *pages(path) {
        const items: Item[] = [];
        for await (const item of client.at(mailbox).pages(path)) items.push(item as Item);
        yield* change(items);
      },
      batch: async (requests) =>
        found === undefined
          ? client.at(mailbox).batch(requests)
          : requests.map((_, i) => ({ id: `${i}`, status: 200, body: { value: [found] } })),
    }),
  });
  const odd: Ports = {
    ...ports,
    meetings: {
      ...ports.meetings,
      seen: (...given) => odds.seen(...given),
      find: (...given) => odds.find(...given),
    },
    log: (event, fields = {}) => logged.push([event, fields]),
  };
  return { odd, troubles: () => logged.filter(([event]) => event === 'event unreadable') };
}

const isWith = (mail: string) => (item: Item) =>
  item.attendees.some(({ emailAddress }) => emailAddress.address === mail);

describe('an event that cannot be read', () => {
  const start = useProduct();
  const booked = () => bookedProduct(start, [ann, ben, eve, fay]);

  /** The pairing that somebody is in. */
  async function pairingOf(product: TestProduct, person: typeof ann) {
    const found = (await records(product)).find(({ members }) => members.includes(idOf(person)));
    assert.ok(found);
    return found;
  }

  for (const [what, spoiled] of [
    ['time', { start: null }],
    ['list of attendees', { attendees: 7 }],
  ] as const) {
    it(`keeps its pairing when its ${what} is odd, is counted, and stops nobody else`, async () => {
      const product = await booked();
      const before = await pairingOf(product, ann);
      const other = (await records(product)).find(({ pairing }) => pairing !== before.pairing);
      const decliner = [ben, eve, fay].find((one) => other?.members.includes(idOf(one))) ?? ann;
      await attendees(product.graph).respond(decliner, 'decline');
      const { odd, troubles } = listing(
        product,
        (items) => items.map((item) => (isWith(ann.mail)(item) ? { ...item, ...spoiled } : item)),
        { id: '1', ...spoiled },
      );
      await product.tickAt('2026-12-10T11:00:00Z', odd);
      assert.deepEqual(await pairingOf(product, ann), before, 'neither gone nor changed');
      assert.equal((await pairingOf(product, decliner)).moves, 1);
      const [[, fields] = [], ...others] = troubles();
      assert.deepEqual(others, []);
      assert.equal(fields?.pairing, before.pairing);
      assert.ok(typeof fields.event === 'string');
      assert.ok(!JSON.stringify(troubles()).includes('@'));
      assert.equal((await product.detail()).unreadableEvents, 1);

      await product.tickAt('2026-12-10T12:00:00Z');
      assert.equal((await product.detail()).unreadableEvents, 0, 'once it can be read again');
    });
  }

  it('is not taken for gone when it is found by its key alone', async () => {
    const product = await booked();
    const before = await pairingOf(product, ann);
    const { odd, troubles } = listing(product, (items) => items.filter((item) => !isWith(ann.mail)(item)), {
      id: '1',
      start: null,
      attendees: [],
    });
    await product.tickAt('2026-12-10T11:00:00Z', odd);
    assert.deepEqual(await pairingOf(product, ann), before);
    assert.deepEqual(
      troubles().map(([, { pairing, event, part }]) => [pairing, event, part]),
      [[before.pairing, '1', 'time']],
    );
  });

  it('is no trouble when somebody else made it', async () => {
    const product = await booked();
    await attendees(product.graph).respond(ann, 'accept');
    const foreign = { id: 7, start: null, attendees: [{ emailAddress: null }] };
    const { odd, troubles } = listing(product, (items) => [foreign, ...items]);
    await product.tickAt('2026-12-10T11:00:00Z', odd);
    assert.equal(answersOf(await pairingOf(product, ann))[idOf(ann)], 'accepted');
    assert.deepEqual(troubles(), []);
  });

  it('has its decline heard from another address of the same person', async () => {
    const product = await booked();
    await attendees(product.graph).respond(ann, 'decline');
    const before = product.sent.length;
    const { odd, troubles } = listing(product, (items) =>
      items.map((item) => ({
        ...item,
        attendees: item.attendees.map((one) =>
          one.emailAddress.address === ann.mail
            ? { ...one, emailAddress: { name: 'A. Smith', address: 'a.smith@contoso.example' } }
            : one,
        ),
      })),
    );
    await product.tickAt('2026-12-10T11:00:00Z', odd);
    assert.equal((await pairingOf(product, ann)).moves, 1);
    assert.ok(product.sent.slice(before).map(newsOf).includes('Ann: moved'));
    assert.deepEqual(troubles(), []);
  });

  it('is counted when several members have other addresses and one of them answered', async () => {
    const product = await booked();
    await attendees(product.graph).respond(ann, 'decline');
    const { odd, troubles } = listing(product, (items) =>
      items.map((item) => ({
        ...item,
        attendees: item.attendees.map((one) => ({
          ...one,
          emailAddress: { name: '', address: `new.${one.emailAddress.address}` },
        })),
      })),
    );
    await product.tickAt('2026-12-10T11:00:00Z', odd);
    const { moves, pairing } = await pairingOf(product, ann);
    assert.equal(moves, 0);
    assert.deepEqual(
      troubles().map(([, fields]) => [fields.pairing, fields.part]),
      [[pairing, 'whose-answer']],
    );
  });
});
