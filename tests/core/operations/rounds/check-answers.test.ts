import assert from 'node:assert/strict';
import { organiser, type GraphEvent } from '../../../support/emulated-graph.ts';
import { ann, ben } from '../../../support/people.ts';
import { myPairing } from '../../../../core/operations/views/my-pairing.ts';
import { idOf } from '../../../support/emulated-graph.ts';
import { useProduct, type TestProduct } from '../../../support/test-product.ts';

describe('checkAnswers', () => {
  const start = useProduct();

  /** Answers the invitation in the person's own calendar, as Outlook does. */
  async function respond(product: TestProduct, person: typeof ann, how: 'accept' | 'decline'): Promise<void> {
    const { app } = product.graph.graph;
    const view = `/users/${person.mail}/calendarView?startDateTime=2026-12-14T00:00:00Z&endDateTime=2026-12-21T00:00:00Z`;
    const { value } = (await (await app.request(view)).json()) as { value: GraphEvent[] };
    assert.equal(value.length, 1);
    const answered = await app.request(`/users/${person.mail}/events/${value[0]?.id ?? ''}/${how}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    });
    assert.equal(answered.status, 202);
  }

  async function answers(product: TestProduct) {
    const [pairing] = (await product.detail()).pairings;
    return Object.fromEntries(pairing?.members.map(({ name, answer }) => [name, answer]) ?? []);
  }

  it('records who accepted and who declined, once an hour and when the round closes', async () => {
    const product = await start({ employees: [ann, ben] });
    await product.signUp(ann, ben);
    product.setClock('2026-12-10T10:00:00Z');
    await product.tick();
    await product.tick();
    await respond(product, ann, 'accept');
    product.setClock('2026-12-10T10:45:00Z');
    await product.tick();
    assert.deepEqual(await answers(product), { Ann: 'none', Ben: 'none' }, 'not an hour since the last look');
    product.setClock('2026-12-10T11:00:00Z');
    await product.tick();
    assert.deepEqual(await answers(product), { Ann: 'accepted', Ben: 'none' });
    const seen = await myPairing(product.ports, idOf(ben));
    assert.deepEqual([seen?.myAnswer, seen?.partners.map(({ answer }) => answer)], ['none', ['accepted']]);

    await respond(product, ben, 'decline');
    product.setClock('2026-12-21T00:00:00Z');
    await product.tick();
    assert.deepEqual(await answers(product), { Ann: 'accepted', Ben: 'declined' });
    assert.equal((await product.detail()).stage, 'closed');
  });

  it('leaves the other events of the organiser’s mailbox alone', async () => {
    const product = await start({ employees: [ann, ben] });
    const posted = await product.graph.graph.app.request(`/users/${organiser.mail}/events`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        subject: 'Somebody else’s event',
        start: { dateTime: '2026-12-15T10:00:00', timeZone: 'UTC' },
        end: { dateTime: '2026-12-15T10:30:00', timeZone: 'UTC' },
      }),
    });
    assert.equal(posted.status, 201);
    await product.signUp(ann, ben);
    product.setClock('2026-12-10T10:00:00Z');
    await product.tick();
    product.setClock('2026-12-10T12:00:00Z');
    await product.tick();
    assert.deepEqual(await answers(product), { Ann: 'none', Ben: 'none' });
  });
});
