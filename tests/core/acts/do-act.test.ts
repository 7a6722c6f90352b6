import assert from 'node:assert/strict';
import { doAct } from '../../../core/acts/do-act.ts';
import { overtake } from '../../../core/conversation/postpone.ts';
import { remember } from '../../../core/enrolment/reach.ts';
import { otherTimes } from '../../../core/mending/other-times.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import type { WantedAct } from '../../../core/records/work.ts';
import { Unavailable } from '../../../core/shared/unavailable.ts';
import { acting } from '../../support/acting.ts';
import { bookedRound } from '../../support/booked-round.ts';
import { employee, idOf } from '../../support/emulated-graph.ts';
import { ann, ben, cem, eve } from '../../support/people.ts';
import { callerOf, december, type TestProduct, useProduct } from '../../support/test-product.ts';

const { scheme, round } = december;
const guest = employee('Guest', { guest: true });
const staff = [ann, ben, cem, eve, guest];

const enrolmentOf = async ({ ports }: TestProduct, person = ann) =>
  (await ports.storage.participants.get({ scheme, person: idOf(person) }))?.value;

describe('what an act of the tab does', () => {
  const start = useProduct();
  const begin = async (...joined: (typeof ann)[]) => {
    const product = await start({ employees: staff, install: async () => true });
    await product.signUp(...joined);
    return { product, ...acting(product, ann) };
  };

  it('joins, takes a break until a day or without an end, comes back, and leaves', async () => {
    const { product, act } = await begin();
    const standing = async (wanted: WantedAct) => {
      const outcome = await act(wanted);
      const { status, pausedUntil } = (await enrolmentOf(product)) ?? {};
      return [outcome, status, pausedUntil];
    };
    assert.deepEqual(await standing({ kind: 'join', scheme }), ['done', 'active', null]);
    const until = '2027-02-01';
    assert.deepEqual(await standing({ kind: 'pause', scheme, until }), ['done', 'paused', until]);
    assert.deepEqual(await standing({ kind: 'resume', scheme }), ['done', 'active', null]);
    assert.deepEqual(await standing({ kind: 'pause', scheme, until: null }), ['done', 'paused', null]);
    assert.deepEqual(await standing({ kind: 'resume', scheme }), ['done', 'active', null]);
    assert.deepEqual(await standing({ kind: 'leave', scheme }), ['done', 'left', null]);
    assert.deepEqual(await standing({ kind: 'resume', scheme }), ['not-in', 'left', null]);
    assert.deepEqual(await standing({ kind: 'join', scheme }), ['done', 'active', null]);
  });

  it('keeps the sign-up card with somebody who never had the chat', async () => {
    const { product, act } = await begin();
    const preferences = { hours: 'morning', minutes: 45, third: true } as const;
    const profile = { drink: 'Quince tea', call: 'phone', language: 'de' } as const;
    await act({ kind: 'join', scheme, answers: { rules: 1, preferences, profile } });
    const person = (await product.ports.storage.people.get(idOf(ann)))?.value;
    assert.deepEqual([person?.name, person?.profile], ['Ann', profile]);
    assert.deepEqual((await enrolmentOf(product))?.preferences, preferences);
  });

  it('is refused with the reason that the operation gives', async () => {
    const { act, product } = await begin();
    assert.equal(await act({ kind: 'join', scheme: 'unknown' }), 'unknown-scheme');
    assert.equal(await acting(product, guest).act({ kind: 'join', scheme }), 'guest');
    assert.equal(await act({ kind: 'leave', scheme }), 'not-in');
    assert.equal(await act({ kind: 'pause', scheme, until: '2026-12-01' }), 'date-past');
    assert.equal(await act({ kind: 'pause', scheme, until: null }), 'not-in');
    assert.equal(await act({ kind: 'skip', scheme, round }), 'not-in');
    assert.equal(await act({ kind: 'take-part', scheme, round: '2026-11-09' }), 'closed');
    const choice = { pairing: 'p00001', revision: 0, start: '2026-12-15T09:30:00.000Z' };
    assert.equal(await act({ kind: 'choose', ...choice }), 'no-pairing');
    assert.equal(await act({ kind: 'invite', person: idOf(ann) }), 'yourself');
  });

  it('skips the round that is still to be paired, and takes part after all', async () => {
    const { product, act } = await begin(ann, ben);
    assert.equal(await act({ kind: 'skip', scheme, round }), 'done');
    assert.equal((await enrolmentOf(product))?.pausedUntil, '2026-12-21');
    assert.equal(await act({ kind: 'take-part', scheme, round }), 'done');
    assert.equal((await enrolmentOf(product))?.status, 'active');
  });

  it('skips the round under way: its meeting is called off, and the partner hears of it', async () => {
    const { product, said } = await bookedRound(start, [ann, ben]);
    assert.equal(await acting(product, ann).act({ kind: 'skip', scheme, round }), 'done');
    assert.equal((await enrolmentOf(product))?.pausedUntil, '2026-12-21');
    assert.deepEqual(said(), ['Ben: called-off']);
    assert.deepEqual(await product.graph.events(), []);
    // Without a meeting there is nothing left to call off.
    assert.equal(await acting(product, ben).act({ kind: 'skip', scheme, round }), 'closed');
  });

  it('moves the meeting to a time that was offered, and the partner hears of it', async () => {
    const { product, said } = await bookedRound(start, [ann, ben]);
    const { pairing } = await otherTimes(product.ports, idOf(ann));
    const [slot] = pairing?.offer ?? [];
    assert.ok(pairing && slot);
    const choice = { pairing: pairing.pairing, revision: pairing.revision, start: slot.start };
    assert.equal(await acting(product, ann).act({ kind: 'choose', ...choice }), 'done');
    const moved = await product.ports.storage.pairings.get({ ...december, pairing: choice.pairing });
    assert.equal(moved?.value.state === 'booked' && moved.value.event.slot.start, Date.parse(slot.start));
    assert.deepEqual(said(), ['Ben: chosen']);
    const late = { ...choice, start: '2026-12-18T15:00:00.000Z' };
    assert.equal(await acting(product, ben).act({ kind: 'choose', ...late }), 'changed');
  });

  it('invites a colleague once', async () => {
    const { product, act } = await begin();
    await remember(product.ports, callerOf(eve), 'chat of Eve');
    const invite: WantedAct = { kind: 'invite', person: idOf(eve) };
    assert.equal(await act(invite), 'done');
    assert.deepEqual(
      product.sent.map(({ reader, message }) => [reader.name, message.kind]),
      [['Eve', 'invited']],
    );
    assert.equal(await act(invite), 'not-again');
  });

  it('happens in the order in which it was asked for, whatever comes first from the queue', async () => {
    const { product, take, acts } = await begin(ann);
    await take({ kind: 'leave', scheme });
    await take({ kind: 'join', scheme });
    product.queue.reverse();
    await product.work();
    assert.equal((await enrolmentOf(product))?.status, 'active');
    assert.deepEqual(
      (await acts()).map(({ state }) => state),
      ['done', 'done'],
    );
  });

  it('takes the place of what they asked for in the chat while Microsoft Graph was down', async () => {
    const { product, act } = await begin(ann);
    const { people } = product.ports.storage;
    const stored = await people.get(idOf(ann));
    assert.ok(stored);
    const since = product.ports.now();
    const waiting = [
      { act: { kind: 'join', scheme: null }, activity: '1', since, sendingAt: null } as const,
      { act: { kind: 'other-times' }, activity: '2', since, sendingAt: null } as const,
    ];
    await people.replace({ ...stored.value, postponed: waiting }, stored.version);
    await act({ kind: 'leave', scheme });
    assert.deepEqual((await people.get(idOf(ann)))?.value.postponed, [waiting[1]]);
  });

  it('leaves alone what they asked for in the chat after it', async () => {
    const { product, take } = await begin(ann);
    const { people } = product.ports.storage;
    await take({ kind: 'leave', scheme });
    const stored = await people.get(idOf(ann));
    assert.ok(stored);
    const since = product.ports.now() + 1;
    const later = { act: { kind: 'join', scheme: null }, activity: '1', since, sendingAt: null } as const;
    await people.replace({ ...stored.value, postponed: [later] }, stored.version);
    await product.work();
    assert.deepEqual((await people.get(idOf(ann)))?.value.postponed, [later]);
  });

  it('is not done any more once a later command of the chat was carried out on the same topic', async () => {
    const { product, take, acts } = await begin(ann);
    const { people } = product.ports.storage;
    await take({ kind: 'leave', scheme });
    await take({ kind: 'invite', person: idOf(ben) });
    const caller = { ...callerOf(ann), acts: (await people.get(idOf(ann)))?.value.acts ?? [] };
    await overtake(product.ports, caller, 'join');
    await product.work();
    assert.equal((await enrolmentOf(product))?.status, 'active');
    assert.deepEqual(
      (await acts()).map((one) => one.act.kind),
      ['invite'],
    );
  });

  it('stores what somebody wrote on one line, without what cannot be seen', async () => {
    const { product, act } = await begin();
    const written = { drink: ' mint\n\u202Etea ', about: '\u200B', askMe: 'newts\uD800' };
    const answers = {
      rules: 1,
      preferences: { hours: 'either', minutes: null },
      profile: { ...written, call: 'video', language: null },
    } as const;
    await act({ kind: 'join', scheme, answers });
    const person = (await product.ports.storage.people.get(idOf(ann)))?.value;
    assert.deepEqual(person?.profile, { drink: 'mint tea', askMe: 'newts', call: 'video', language: null });
  });
});

describe('the worker that does acts of the tab', () => {
  const start = useProduct();
  const begin = async () => {
    const product = await start({ employees: staff });
    return { product, ...acting(product, ann) };
  };
  const join: WantedAct = { kind: 'join', scheme };

  it('puts back what comes too early', async () => {
    const { product, take } = await begin();
    const { id } = await take(join);
    const work = { kind: 'act', person: idOf(ann), id } as const;
    product.queue.length = 0;
    product.setClock('2026-12-07T08:00:06.500Z');
    await doAct(product.ports, work);
    assert.deepEqual(product.queue, [{ work, from: Date.parse('2026-12-07T08:00:10.500Z') }]);
    assert.equal(await enrolmentOf(product), undefined);
  });

  it('tries again while Microsoft Graph does not answer, for half an hour', async () => {
    const { product, take, acts } = await begin();
    const waits: unknown[] = [];
    const { directory } = product.ports;
    const down: Ports = {
      ...product.ports,
      log: (event, fields) => event === 'act waits' && waits.push(fields),
      directory: {
        ...directory,
        people: async () => {
          throw new Unavailable('graph', 'no answer about Ann');
        },
      },
    };
    await take(join);
    for (let tries = 0; tries < 3; tries++) await product.workOnce(() => down);
    assert.equal((await acts())[0]?.state, 'doing');
    await product.work(down);
    const [ended] = await acts();
    assert.deepEqual([ended?.state, ended?.reason], ['refused', 'unavailable']);
    const minutes = (product.ports.now() - Date.parse('2026-12-07T08:00:10Z')) / 60_000;
    assert.ok(minutes >= 30 && minutes < 36, `after ${minutes} minutes`);
    assert.ok(waits.length < 20, `${waits.length} tries`);
    assert.deepEqual(waits[0], { person: idOf(ann), act: 'join', reason: 'Unavailable' });
  });

  it('succeeds when Microsoft Graph answers again', async () => {
    const { product, take, acts } = await begin();
    const { directory } = product.ports;
    let isDown = true;
    const people: typeof directory.people = async (ids) => {
      if (isDown) throw new Unavailable('graph', 'no answer');
      return directory.people(ids);
    };
    const ports = { ...product.ports, directory: { ...directory, people } };
    await take(join);
    await product.workOnce(() => ports);
    isDown = false;
    await product.work(ports);
    assert.equal((await acts())[0]?.state, 'done');
  });

  it('sends an invitation that Teams did not take at first', async () => {
    const { product, take, acts } = await begin();
    await remember(product.ports, callerOf(eve), 'chat of Eve');
    const { messenger } = product.ports;
    const failures = [new Unavailable('graph', 'no answer')];
    const send: typeof messenger.send = async (...message) => {
      for (const failure of failures.splice(0)) throw failure;
      return messenger.send(...message);
    };
    await take({ kind: 'invite', person: idOf(eve) });
    await product.work({ ...product.ports, messenger: { ...messenger, send } });
    assert.deepEqual([(await acts())[0]?.state, product.sent.length], ['done', 1]);
  });

  it('either does it or lets it be taken back, never both, whoever comes first', async () => {
    const seen = new Set<string>();
    for (let at = 0; at < 12; at++) {
      const { product, take, undo } = await begin();
      const { id } = await take(join);
      product.setClock('2026-12-07T08:00:10Z');
      const before: Promise<unknown>[] = [];
      // The undo is sent as the worker makes its `at`-th call of storage.
      let calls = 0;
      const { people } = product.ports.storage;
      const counted: typeof people.get = async (...of) => {
        if (calls++ === at) before.push(undo(id));
        return people.get(...of);
      };
      const replace: typeof people.replace = async (...of) => {
        if (calls++ === at) before.push(undo(id));
        return people.replace(...of);
      };
      const storage = { ...product.ports.storage, people: { ...people, get: counted, replace } };
      await product.work({ ...product.ports, storage });
      const [undone] = await Promise.all(before);
      const kind = (undone as { kind: string } | undefined)?.kind ?? 'too-late';
      const status = (await enrolmentOf(product))?.status;
      assert.equal(status, kind === 'withdrawn' ? undefined : 'active', `undone at call ${at}: ${kind}`);
      seen.add(kind);
    }
    assert.deepEqual([...seen].sort(), ['too-late', 'withdrawn']);
  });

  it('does nothing for somebody who was erased meanwhile', async () => {
    const { product, take } = await begin();
    await take(join);
    await product.ports.storage.people.remove(idOf(ann));
    await product.work();
    assert.ok(!product.texts().some((text) => text.includes(callerOf(ann).id)));
  });
});
