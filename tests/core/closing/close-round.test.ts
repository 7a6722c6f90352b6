import assert from 'node:assert/strict';
import { Killed } from '../../support/dying.ts';
import { attendees } from '../../support/attendee.ts';
import { bookedProduct } from '../../support/booked-round.ts';
import { employee, idOf, organiser } from '../../support/emulated-graph.ts';
import { ann, ben, cem, eve } from '../../support/people.ts';
import { closeRound } from '../../../core/closing/close-round.ts';
import { readMyPairing } from '../../../core/views/my-pairing.ts';
import { change } from '../../../core/shared/change.ts';
import { conversationOperations } from '../../../core/conversation/operations.ts';
import { letItClose } from '../../support/let-it-close.ts';
import { enrolment } from '../../support/stored.ts';
import { callerOf, december, useProduct, type TestProduct } from '../../support/test-product.ts';
import type { Employee } from '../../../local/organisation/employee.ts';

/** Works from 07:00 to 09:00 in London, so that meetings are outside the comfortable part of the day. */
const early = employee('Early', { workStart: '07:00', workEnd: '09:00' });
const alsoEarly = employee('Bird', { workStart: '07:00', workEnd: '09:00' });

describe('closeRound', () => {
  const start = useProduct();

  async function booked(people: readonly Employee[]) {
    const product = await bookedProduct(start, people);
    return { product, outlook: attendees(product.graph), bot: conversationOperations(product.ports) };
  }

  async function close(product: TestProduct): Promise<void> {
    await letItClose(product);
    assert.equal((await product.detail()).stage, 'closed');
  }

  async function answers(product: TestProduct) {
    const [pairing] = (await product.detail()).pairings;
    return Object.fromEntries(pairing?.members.map(({ name, answer }) => [name, answer]) ?? []);
  }

  async function kept(product: TestProduct, person: Employee) {
    const meetings = (await enrolment(product, person))?.meetings.map(({ with: others, met, spent }) => ({
      with: [...others].sort(),
      met,
      spent,
    }));
    return meetings?.sort((a, b) => Number(b.spent) - Number(a.spent));
  }

  it('records who accepted and who declined, once an hour and when the round closes', async () => {
    const { product, outlook } = await booked([ann, ben]);
    await outlook.respond(ann, 'accept');
    await product.tickAt('2026-12-10T10:45:00Z');
    assert.deepEqual(await answers(product), { Ann: 'none', Ben: 'none' }, 'not an hour since the last look');
    await product.tickAt('2026-12-10T11:00:00Z');
    assert.deepEqual(await answers(product), { Ann: 'accepted', Ben: 'none' });
    const seen = await readMyPairing(product.ports, idOf(ben));
    assert.deepEqual([seen?.myAnswer, seen?.partners.map(({ answer }) => answer)], ['none', ['accepted']]);

    product.setClock('2026-12-19T00:00:00Z');
    await outlook.respond(ben, 'decline');
    await close(product);
    assert.deepEqual(await answers(product), { Ann: 'accepted', Ben: 'declined' });
    assert.deepEqual(
      await kept(product, ann),
      [{ with: [idOf(ben)], met: null, spent: false }],
      'nobody said whether they met; the two are not spent, because one declined',
    );
  });

  it('leaves other events in the organiser’s mailbox alone', async () => {
    const product = await start({ employees: [ann, ben] });
    await attendees(product.graph).fill(
      { ...ann, mail: organiser.mail },
      { start: '2026-12-15T10:00:00Z', end: '2026-12-15T10:30:00Z' },
    );
    await product.signUp(ann, ben);
    await product.tickAt('2026-12-10T10:00:00Z');
    await product.tickAt('2026-12-10T12:00:00Z');
    assert.deepEqual(await answers(product), { Ann: 'none', Ben: 'none' });
  });

  it('counts the two who accepted as met when the third of a trio declined', async () => {
    const { product, outlook } = await booked([ann, ben, cem]);
    product.setClock('2026-12-19T00:00:00Z');
    for (const person of [ann, ben]) await outlook.respond(person, 'accept');
    await outlook.respond(cem, 'decline');
    await close(product);
    assert.deepEqual(await kept(product, cem), [
      { with: [idOf(ann), idOf(ben)].sort(), met: null, spent: false },
    ]);
    assert.deepEqual(await kept(product, ann), [
      { with: [idOf(ben)], met: null, spent: true },
      { with: [idOf(cem)], met: null, spent: false },
    ]);
  });

  it('counts a cancelled meeting as not met', async () => {
    const { product, bot } = await booked([ann, ben]);
    await bot.leave(callerOf(ben), null);
    await product.work();
    await product.tickAt('2026-12-21T00:00:00Z');
    assert.equal((await product.detail()).stage, 'meeting', 'its last message is still on the queue');
    await close(product);
    assert.deepEqual(await kept(product, ann), [{ with: [idOf(ben)], met: false, spent: false }]);
    assert.deepEqual(await kept(product, ben), [{ with: [idOf(ann)], met: false, spent: false }]);
  });

  it('keeps only the second meeting when it replaced a first one', async () => {
    const people = [ann, ben, cem, eve];
    const { product, bot } = await booked(people);
    const leavers = (await product.detail()).pairings.map(({ members }) => members[0]?.id);
    const [one, other] = people.filter((person) => !leavers.includes(idOf(person)));
    assert.ok(one && other);
    for (const person of people.filter((person) => leavers.includes(idOf(person)))) {
      await bot.leave(callerOf(person), null);
    }
    await product.work();
    await close(product);
    assert.deepEqual(await kept(product, one), [{ with: [idOf(other)], met: null, spent: false }]);
  });

  it('finishes an interrupted repair, so that everybody gets a message', async () => {
    const { product, bot } = await booked([ann, ben, cem, eve]);
    for (const { members } of (await product.detail()).pairings) {
      const leaver = [ann, ben, cem, eve].find((person) => idOf(person) === members[0]?.id);
      await bot.leave(callerOf(leaver ?? ann), null);
    }
    const { storage } = product.ports;
    const dead = new Error('killed');
    const writeWith: typeof storage.pairings.writeWith = (changes) =>
      changes.some(({ version }) => version === null)
        ? Promise.reject(dead)
        : storage.pairings.writeWith(changes);
    const mortal = {
      ...product.ports,
      storage: { ...storage, pairings: { ...storage.pairings, writeWith } },
    };
    await assert.rejects(product.work(mortal), dead);
    const before = product.sent.length;
    // The work went to the poison queue.
    product.queue.splice(0);
    await product.tickAt('2026-12-21T00:00:00Z');
    await close(product);
    assert.deepEqual(
      product.sent.slice(before).map(({ message }) => message.kind === 'unplaced' && message.reason),
      ['not-booked', 'not-booked'],
    );
  });

  it('adds the minutes outside the comfortable part of the day once', async () => {
    const { product } = await booked([early, alsoEarly]);
    await close(product);
    const key = { scheme: 'unmentoring', person: idOf(early) };
    assert.equal((await product.ports.storage.participants.get(key))?.value.awkward, 30);
  });

  it('counts these minutes in the zone of the working hours', async () => {
    const { product } = await booked([early, alsoEarly]);
    const { people, participants } = product.ports.storage;
    await change(people, idOf(early), (known) =>
      known?.work ? { ...known, work: { ...known.work, zone: 'Europe/Moscow' } } : null,
    );
    await close(product);
    const awkward = async (person: Employee) => {
      const key = { scheme: 'unmentoring', person: idOf(person) };
      return (await participants.get(key))?.value.awkward;
    };
    assert.deepEqual([await awkward(early), await awkward(alsoEarly)], [0, 30]);
  });

  it('deletes what was read of calendars for a round that was never planned', async () => {
    const product = await start({ employees: [ann, ben] });
    await product.signUp(ann, ben);
    product.setClock('2026-12-10T10:00:00Z');
    const { storage } = product.ports;
    const outage = { ...storage.plans, putFirst: () => Promise.reject(new Error('outage')) };
    await assert.rejects(
      product.tick({ ...product.ports, storage: { ...storage, plans: outage } }),
      /outage/,
    );
    product.queue.splice(0);
    assert.notEqual(await storage.availability.get(december), null);
    for (const at of ['2026-12-21T00:00:00Z', '2026-12-21T00:15:00Z']) await product.tickAt(at);
    assert.equal((await product.detail()).stage, 'closed');
    assert.equal(await storage.availability.get(december), null);
  });

  it('tells everybody when the product did not run until the week was over, and shows it to the coordinator', async () => {
    const product = await start({ employees: [ann, ben] });
    await product.signUp(ann, ben);
    product.setClock('2026-12-10T10:00:00Z');
    const { calendars } = product.ports;
    const outage = {
      ...product.ports,
      calendars: { ...calendars, freeBusy: () => Promise.reject(new Error('outage')) },
    };
    await assert.rejects(product.tick(outage), /outage/);
    product.queue.splice(0);
    await product.tickAt('2026-12-21T00:00:00Z');
    assert.equal(
      (await product.detail()).stage,
      'pairing',
      'not before each message is sent, or waits for morning',
    );
    await product.tickAt('2026-12-21T00:15:00Z');
    assert.deepEqual([(await product.detail()).stage, product.sent], ['closed', []], 'it is night');
    await product.tickAt('2026-12-21T09:00:00Z');
    const { stage, receipt } = await product.detail();
    assert.equal(stage, 'closed');
    assert.deepEqual(
      receipt.map(({ name, reason, told }) => [name, reason, told]),
      [
        ['Ann', 'not-booked', 'sent'],
        ['Ben', 'not-booked', 'sent'],
      ],
    );
    assert.equal(product.sent.length, 2);
    assert.deepEqual(await kept(product, ann), []);
  });

  for (const { booking, back } of [
    { booking: 'automatic', back: ['2026-12-21T00:00:00Z', '2026-12-21T00:15:00Z', '2026-12-21T09:00:00Z'] },
    {
      booking: 'suggestions',
      back: ['2026-12-21T00:00:00Z', '2026-12-21T00:15:00Z', '2026-12-21T09:00:00Z'],
    },
    // A day after the week the round closes without waiting for messages.
    { booking: 'automatic', back: ['2026-12-23T09:00:00Z'] },
    { booking: 'suggestions', back: ['2026-12-23T09:00:00Z'] },
  ] as const) {
    it(`tells everybody when the product stopped after planning and came back on ${back[0]}: ${booking}`, async () => {
      const product = await start({ employees: [ann, ben], scheme: { booking } });
      await product.signUp(ann, ben);
      product.setClock('2026-12-10T10:00:00Z');
      const { storage } = product.ports;
      const outage = {
        ...product.ports,
        storage: {
          ...storage,
          pairings: { ...storage.pairings, writeWith: () => Promise.reject(new Error('outage')) },
        },
      };
      await assert.rejects(product.tick(outage), /outage/);
      product.queue.splice(0);
      for (const at of back) {
        await product.tickAt(at);
      }
      const { stage, pairings } = await product.detail();
      assert.deepEqual([stage, pairings.map(({ state }) => state)], ['closed', ['failed']]);
      assert.deepEqual(
        product.sent.map(({ reader, message }) => [reader.name, message.kind]),
        [
          ['Ann', 'unplaced'],
          ['Ben', 'unplaced'],
        ],
      );
      assert.deepEqual(
        (await kept(product, ann))?.map(({ met }) => met),
        [false],
      );
    });
  }

  it('looks for an event that a killed process may have made, before it says that there was no meeting', async () => {
    const product = await start({ employees: [ann, ben] });
    await product.signUp(ann, ben);
    product.setClock('2026-12-10T10:00:00Z');
    const { meetings } = product.ports;
    const create: typeof meetings.create = async (...invitations) => {
      await meetings.create(...invitations);
      throw new Killed('before the event is on record');
    };
    await assert.rejects(product.tick({ ...product.ports, meetings: { ...meetings, create } }), Killed);
    product.queue.splice(0);
    product.setClock('2026-12-21T00:00:00Z');
    await closeRound(product.ports, december.scheme, december.round);
    await product.tick();
    const { stage, pairings } = await product.detail();
    assert.deepEqual([stage, pairings.map(({ state }) => state)], ['booking', ['booked']]);
    await product.tickAt('2026-12-21T00:15:00Z');
    assert.equal((await product.detail()).stage, 'closed');
    assert.ok(product.sent.every(({ message }) => message.kind === 'pairing'));
    assert.deepEqual(await kept(product, ann), [{ with: [idOf(ben)], met: null, spent: false }]);
  });
});
