import assert from 'node:assert/strict';
import { conversationOperations } from '../../../core/conversation/operations.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import { attendees } from '../../support/attendee.ts';
import { employee, organiser } from '../../support/emulated-graph.ts';
import { callerOf, useProduct } from '../../support/test-product.ts';
import type { Employee } from '../../../local/organisation/employee.ts';

const [xanthippe, yolanda, zebedee] = [employee('Xanthippe'), employee('Yolanda'), employee('Zebedee')];
const staff: readonly Employee[] = [xanthippe, yolanda, zebedee];

describe('what the product logs', () => {
  const start = useProduct();

  it('has ids and counts but no name, mail address or subject, over a whole round with errors', async () => {
    const product = await start({ employees: staff });
    const said: string[] = [];
    const steps = new Set<string>();
    const ports: Ports = {
      ...product.ports,
      log(event, fields) {
        steps.add(event);
        said.push(JSON.stringify({ event, ...fields }));
      },
    };
    const bot = conversationOperations(ports);
    const outlook = attendees(product.graph);
    const tickAt = async (instant: string) => {
      product.setClock(instant);
      await product.tick(ports);
    };
    await product.signUp(...staff);
    for (const person of staff) {
      await bot.join(callerOf(person), null);
      await bot.prefer(callerOf(person), null, { hours: 'morning', minutes: null });
    }

    // Graph turns one event away, then a whole batch, for longer than the product waits.
    const { faults } = product.graph.graph;
    faults.set({ retryAfter: 180 });
    for (const path of ['/users/{id}/events', '/$batch']) {
      faults.next({ method: 'POST', path, effect: 'throttle' });
      await assert.rejects(tickAt('2026-12-10T10:00:00Z'), (error: Error) => said.push(error.message) > 0);
    }
    await tickAt('2026-12-10T10:15:00Z');

    // One moves the meeting, one declines, one becomes busy then and leaves.
    const offered = await bot.otherTimes(callerOf(xanthippe));
    assert.ok(offered.kind === 'offered');
    const { pairing, revision, offer } = offered.pairing;
    await bot.choose(callerOf(xanthippe), { pairing, revision, start: Date.parse(offer?.[0]?.start ?? '') });
    await product.work(ports);
    await outlook.respond(yolanda, 'decline');
    await tickAt('2026-12-10T11:15:00Z');
    await outlook.fill(zebedee, { start: '2026-12-14T00:00:00Z', end: '2026-12-21T00:00:00Z' });
    await tickAt('2026-12-10T12:15:00Z');
    await bot.leave(callerOf(zebedee), null);
    await product.work(ports);
    await bot.pause(callerOf(yolanda), null, null);
    await product.work(ports);
    await tickAt('2026-12-21T00:00:00Z');
    await tickAt('2026-12-21T00:15:00Z');

    for (const step of ['join', 'prefer', 'planned', 'calendar', 'told', 'slot chosen', 'answers read'])
      assert.ok(steps.has(step), step);
    for (const step of ['repaired', 'looked after', 'leave', 'pause', 'closed'])
      assert.ok(steps.has(step), step);
    const forbidden = [...staff.flatMap(({ name, mail }) => [name, mail]), organiser.mail, '@', 'Private'];
    for (const word of forbidden)
      assert.deepEqual(
        said.filter((line) => line.toLowerCase().includes(word.toLowerCase())),
        [],
      );
  });
});
