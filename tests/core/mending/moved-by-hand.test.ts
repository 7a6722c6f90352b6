import assert from 'node:assert/strict';
import { change } from '../../../core/shared/change.ts';
import { conversationOperations } from '../../../core/conversation/wire.ts';
import type { PairingRecord } from '../../../core/records/pairing.ts';
import { attendees } from '../../support/attendee.ts';
import { idOf, organiser } from '../../support/emulated-graph.ts';
import { ann, ben } from '../../support/people.ts';
import { callerOf, december, useProduct, type TestProduct } from '../../support/test-product.ts';
import type { Employee } from '../../../local/organisation/employee.ts';

/** Tuesday after the meeting week. */
const tuesday = { start: '2026-12-22T10:00:00.000Z', end: '2026-12-22T10:30:00.000Z' };
const february = { start: '2027-02-16T10:00:00.000Z', end: '2027-02-16T10:30:00.000Z' };

describe('a meeting that somebody moved beyond its week', () => {
  const start = useProduct();

  /** Ann and Ben, booked on Thursday 10 December; what was said then is set aside. Their event is moved an hour later. */
  async function moved(to: typeof tuesday) {
    const product = await start({ employees: [ann, ben] });
    await product.signUp(ann, ben);
    const look = async (at: string) => {
      product.setClock(at);
      await product.tick();
    };
    await look('2026-12-10T10:00:00Z');
    await look('2026-12-10T10:00:00Z');
    const saidBefore = product.sent.length;
    const outlook = attendees(product.graph);
    const [event] = await product.graph.events();
    await outlook.move(organiser.mail, event?.id ?? '', to);
    await look('2026-12-10T11:00:00Z');
    return {
      product,
      outlook,
      look,
      bot: conversationOperations(product.ports),
      said: () =>
        product.sent.slice(saidBefore).map(({ reader, message }) => {
          const isAfterWeek = message.kind === 'booked' && message.isAfterWeek;
          const what = 'news' in message ? message.news : message.kind;
          return `${reader.name}: ${what}${isAfterWeek ? ', after the week' : ''}`;
        }),
    };
  }

  const toldOfIt = ['Ann: moved-by-hand, after the week', 'Ben: moved-by-hand, after the week'];

  it('stays there; both hear of it once, and that nobody looks after it', async () => {
    const { product, look, bot, said } = await moved(tuesday);
    await look('2026-12-10T12:00:00Z');
    assert.deepEqual(said(), toldOfIt);
    const { state, slot, event } = await record(product);
    assert.deepEqual([state, slot, event?.slot], ['booked', tuesday, tuesday]);
    assert.equal((await bot.myPairing(callerOf(ann)))?.isAfterWeek, true);

    await look('2026-12-21T00:00:00Z');
    assert.equal((await product.detail()).stage, 'closed', 'the round need not wait for it');
    assert.deepEqual(said(), toldOfIt);
    assert.deepEqual(
      [await met(product, ann), await met(product, ben)],
      [[null], [null]],
      'they are to meet',
    );
  });

  it('is mended as any other while the week lasts', async () => {
    const { outlook, look, product, said } = await moved(tuesday);
    await outlook.respond(ann, 'accept');
    await look('2026-12-10T12:00:00Z');
    assert.deepEqual((await record(product)).answers, { [idOf(ann)]: 'accepted' });
    await outlook.respond(ben, 'decline');
    await look('2026-12-10T13:00:00Z');
    assert.deepEqual(said(), [...toldOfIt, 'Ann: moved', 'Ben: moved']);
    assert.ok(((await record(product)).slot?.end ?? '') < '2026-12-21');
  });

  it('is none when it was declined before the round closed', async () => {
    const { outlook, product, look, said } = await moved(tuesday);
    product.setClock('2026-12-20T23:50:00Z');
    await outlook.respond(ben, 'decline');
    await look('2026-12-21T00:00:00Z');
    assert.equal((await product.detail()).stage, 'closed');
    assert.deepEqual([await met(product, ann), await met(product, ben)], [[false], [false]]);
    assert.deepEqual(said(), toldOfIt);
  });

  it('keeps on record what was answered, where it is too far away for the answers to be read', async () => {
    const { product, look } = await moved(february);
    const answers = { [idOf(ben)]: 'declined' as const };
    await change(
      product.ports.storage.pairings,
      { ...december, pairing: 'p00001' },
      (now) => now && { ...now, answers },
    );
    await look('2026-12-10T12:00:00Z');
    const now = await record(product);
    assert.deepEqual([now.slot, now.answers], [february, answers]);
  });
});

async function record(product: TestProduct): Promise<PairingRecord> {
  const found = await product.ports.storage.pairings.get({ ...december, pairing: 'p00001' });
  assert.ok(found);
  return found.value;
}

async function met(product: TestProduct, person: Employee): Promise<(boolean | null)[] | undefined> {
  const key = { scheme: december.scheme, person: idOf(person) };
  return (await product.ports.storage.participants.get(key))?.value.meetings.map(({ met }) => met);
}
