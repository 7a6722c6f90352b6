import assert from 'node:assert/strict';
import { join, type JoinResult } from '../../../core/enrolment/join.ts';
import { leave, type LeaveResult } from '../../../core/enrolment/leave.ts';
import { pause, type PauseResult } from '../../../core/enrolment/pause.ts';
import { forgetConversation, remember } from '../../../core/enrolment/reach.ts';
import { standing } from '../../../core/enrolment/standing.ts';
import { claimWelcome, confirmWelcome } from '../../../core/enrolment/claim-welcome.ts';
import type { Directory } from '../../../core/ports/directory.ts';
import { markUnreachable } from '../../../core/telling/mark-unreachable.ts';
import { readMe } from '../../../core/views/me.ts';
import { idOf } from '../../support/emulated-graph.ts';
import { ann, ben } from '../../support/people.ts';
import { callerOf, type TestProduct, useProduct } from '../../support/test-product.ts';

const caller = callerOf(ann);

describe('sign-up', () => {
  const start = useProduct();
  let product: TestProduct;
  beforeEach(async () => {
    product = await start({ employees: [ann, ben] });
  });

  async function enrolment() {
    const stored = await product.ports.storage.participants.get({ scheme: 'unmentoring', person: idOf(ann) });
    return stored && { ...stored.value, person: undefined, scheme: undefined };
  }

  it('joins once, and says when the next round is', async () => {
    const joined = await join(product.ports, caller, null);
    assert.deepEqual(joined, {
      kind: 'joined',
      standing: {
        reader: { id: caller.id, name: 'Ann', language: 'en-GB', zone: 'Europe/London' },
        scheme: {
          id: 'unmentoring',
          name: 'UnMentoring',
          minutes: 30,
          purpose: '',
          cadence: { kind: 'monthly', week: 2 },
          ownRule: null,
          next: { pairingAt: '2026-12-10T10:00:00.000Z', week: '2026-12-14' },
        },
        status: 'active',
        preferences: { hours: 'either', minutes: null },
      },
    });
    assert.equal((await join(product.ports, caller, 'unmentoring')).kind, 'already-in');
    assert.equal((await enrolment())?.joinedAt, Date.parse('2026-12-07T08:00:00.000Z'));
  });

  it('joins once when the button is clicked four times at once', async () => {
    const kinds = await Promise.all(
      [1, 2, 3, 4].map(async () => (await join(product.ports, caller, null)).kind),
    );
    assert.deepEqual(kinds.sort(), ['already-in', 'already-in', 'already-in', 'joined']);
  });

  it('comes back after a pause with the old day of joining, and after leaving with a new one', async () => {
    await join(product.ports, caller, null);
    product.setClock('2026-12-08T08:00:00Z');
    await pause(product.ports, caller, null, '2027-02-01');
    assert.equal((await join(product.ports, caller, null)).kind, 'resumed');
    assert.equal((await enrolment())?.joinedAt, Date.parse('2026-12-07T08:00:00.000Z'));
    assert.equal((await leave(product.ports, caller, null)).kind, 'left');
    assert.equal((await leave(product.ports, caller, null)).kind, 'not-in');
    assert.equal((await join(product.ports, caller, null)).kind, 'rejoined');
    assert.equal((await enrolment())?.joinedAt, Date.parse('2026-12-08T08:00:00.000Z'));
  });

  for (const { who, directory, reason } of [
    { who: 'a guest', directory: { guest: true }, reason: 'guest' },
    { who: 'a disabled account', directory: { enabled: false }, reason: 'not-in-directory' },
    { who: 'somebody unknown', directory: null, reason: 'not-in-directory' },
  ] as const) {
    it(`refuses ${who}`, async () => {
      const known: Directory = {
        find: async () => [],
        people: async ([id = '']) =>
          new Map([
            [
              id,
              directory && { id, mail: 'x@x.example', name: 'X', enabled: true, guest: false, ...directory },
            ],
          ]),
      };
      assert.deepEqual(await join({ ...product.ports, directory: known }, caller, null), {
        kind: 'refused',
        reason,
      });
      assert.equal(await enrolment(), null);
    });
  }

  it('refuses a scheme that is not there', async () => {
    const refused = { kind: 'refused', reason: 'unknown-scheme' };
    assert.deepEqual(await join(product.ports, caller, 'lunch'), refused);
    assert.deepEqual(await leave(product.ports, caller, 'lunch'), refused);
    assert.deepEqual(await pause(product.ports, caller, 'lunch', null), refused);
  });

  // Monday 7 December 2026.
  for (const [until, outcome] of [
    ['2026-12-06', 'date-past'],
    ['2026-12-07', 'date-past'],
    ['2026-12-08', '2026-12-08'],
    ['2028-02-29', '2028-02-29'],
    ['2028-12-07', '2028-12-07'],
    ['2028-12-08', 'date-too-far'],
    // Without a date: the day after the meeting week of December.
    [null, '2026-12-21'],
  ] as const) {
    it(`pauses until ${until ?? 'after the next round'}: ${outcome}`, async () => {
      await join(product.ports, caller, null);
      const result = await pause(product.ports, caller, null, until);
      const said = result.kind === 'refused' ? result.reason : 'until' in result && result.until;
      assert.equal(said, outcome);
      assert.equal((await enrolment())?.pausedUntil, result.kind === 'paused' ? outcome : null);
    });
  }

  it('skips the next round without a date, when the caller has no meeting in the one under way', async () => {
    await join(product.ports, caller, null);
    product.setClock('2026-12-10T10:00:00Z');
    const result = await pause(product.ports, caller, null, null);
    assert.equal(result.kind === 'paused' && result.until, '2027-01-18');
  });

  it('goes by the date in the scheme’s zone', async () => {
    await join(product.ports, caller, null);
    product.setClock('2027-05-31T23:30:00Z');
    assert.deepEqual(await pause(product.ports, caller, null, '2027-06-01'), {
      kind: 'refused',
      reason: 'date-past',
    });
  });

  it('refuses to pause people who are not enrolled or have left', async () => {
    const refused = { kind: 'refused', reason: 'not-in' };
    assert.deepEqual(await pause(product.ports, caller, null, '2027-02-01'), refused);
    await join(product.ports, caller, null);
    await leave(product.ports, caller, null);
    assert.deepEqual(await pause(product.ports, caller, null, '2027-02-01'), refused);
    assert.equal((await enrolment())?.status, 'left');
  });

  it('keeps the first time of leaving or pausing until the person is back', async () => {
    const since = async (at: string | number, says: () => Promise<unknown>) => {
      product.setClock(at);
      await says();
      return (await enrolment())?.withdrewAt;
    };
    const [joins, leaves] = [join, leave].map((say) => () => say(product.ports, caller, null));
    const pauses = (until: string) => () => pause(product.ports, caller, null, until);
    assert.ok(joins && leaves);
    const first = Date.parse('2026-12-08T08:00:00.000Z');
    assert.equal(await since('2026-12-07T09:00:00Z', joins), null);
    assert.equal(await since(first, pauses('2026-12-10')), first);
    assert.equal(await since('2026-12-09T23:59:59Z', pauses('2026-12-14')), first, 'away already');
    assert.equal(await since('2026-12-13T23:59:59Z', leaves), first);
    assert.equal(await since('2026-12-14T08:00:00Z', leaves), first);
    assert.equal(await since('2026-12-14T09:00:00Z', joins), null);
    const second = Date.parse('2026-12-14T10:00:00.000Z');
    assert.equal(await since(second, pauses('2026-12-16')), second);
    const back = Date.parse('2026-12-16T00:00:00.000Z');
    assert.equal(await since(back, leaves), back, 'the pause was over');
  });

  it('gives the new standing with each result', async () => {
    const says = async (done: Promise<JoinResult | PauseResult | LeaveResult>) => {
      const result = await done;
      assert.ok(result.kind !== 'refused');
      assert.deepEqual(result.standing, await standing(product.ports, caller));
      return `${result.kind}, ${result.standing.status}`;
    };
    assert.equal(await says(leave(product.ports, caller, null)), 'not-in, not-in');
    assert.equal(await says(join(product.ports, caller, null)), 'joined, active');
    assert.equal(await says(pause(product.ports, caller, null, '2026-12-21')), 'paused, paused');
    assert.equal(await says(join(product.ports, caller, null)), 'resumed, active');
    assert.equal(await says(leave(product.ports, caller, null)), 'left, left');
  });

  it('gives the standing: a pause that is over counts as active', async () => {
    const stands = async () => {
      const { status, pausedUntil } = (await standing(product.ports, caller)) ?? assert.fail();
      const [seen] = (await readMe(product.ports, { ...caller, coordinator: false })).enrolments;
      assert.deepEqual(
        [seen?.status ?? 'not-in', seen?.pausedUntil ?? undefined],
        [status, pausedUntil],
        'the tab says the same',
      );
      return pausedUntil === undefined ? status : `${status} until ${pausedUntil}`;
    };
    assert.equal(await stands(), 'not-in');
    await join(product.ports, caller, null);
    assert.equal(await stands(), 'active');
    await pause(product.ports, caller, null, '2026-12-21');
    assert.equal(await stands(), 'paused until 2026-12-21');
    product.setClock('2026-12-20T23:59:59Z');
    assert.equal(await stands(), 'paused until 2026-12-21');
    product.setClock('2026-12-21T00:00:00Z');
    assert.equal(await stands(), 'active');
    await leave(product.ports, caller, null);
    assert.equal(await stands(), 'left');
  });
});

describe('reaching people', () => {
  const start = useProduct();

  it('welcomes once for each install, whichever of its two events comes first', async () => {
    const { ports } = await start({ employees: [ann] });
    assert.equal(await claimWelcome(ports, caller.id, 'installed'), false, 'nobody knows them yet');
    await remember(ports, caller, 'chat');
    const both = await Promise.all([
      claimWelcome(ports, caller.id, 'installed'),
      claimWelcome(ports, caller.id, 'member added'),
    ]);
    assert.deepEqual(both.sort(), [false, true]);
    await confirmWelcome(ports, caller.id);
    await forgetConversation(ports, caller.id);
    await remember(ports, caller, 'chat');
    assert.equal(await claimWelcome(ports, caller.id, 'installed again'), true, 'they came back');
  });

  it('welcomes again when the event is repeated, until the welcome was sent', async () => {
    const { ports } = await start({ employees: [ann] });
    await remember(ports, caller, 'chat');
    assert.equal(await claimWelcome(ports, caller.id, 'installed'), true);
    assert.equal(await claimWelcome(ports, caller.id, 'member added'), false);
    assert.equal(await claimWelcome(ports, caller.id, 'installed'), true, 'the first attempt died');
    await confirmWelcome(ports, caller.id);
    assert.equal(await claimWelcome(ports, caller.id, 'installed'), false);
  });

  it('can reach people again who write after blocking or removing the app', async () => {
    const { ports } = await start({ employees: [ann] });
    await remember(ports, caller, 'old chat');
    await markUnreachable(ports, caller.id);
    const reach = async () => {
      const { reachable, conversation } = (await ports.storage.people.get(caller.id))?.value ?? {};
      return [reachable, conversation];
    };
    assert.deepEqual(await reach(), [false, 'old chat']);
    await forgetConversation(ports, caller.id);
    assert.deepEqual(await reach(), [false, null]);
    await remember(ports, caller, 'new chat');
    assert.deepEqual(await reach(), [true, 'new chat']);
  });

  it('writes only when something changed, and keeps the language when Teams leaves it out', async () => {
    const { ports } = await start({ employees: [ann] });
    await remember(ports, caller, 'chat');
    const first = await ports.storage.people.get(caller.id);
    assert.deepEqual(await remember(ports, { id: caller.id, name: caller.name }, 'chat'), caller);
    assert.deepEqual(await ports.storage.people.get(caller.id), first);
    assert.equal(first?.value.language, 'en-GB');
  });

  it('makes no record of an unknown person who removes the app', async () => {
    const { ports } = await start({ employees: [ann] });
    await forgetConversation(ports, caller.id);
    assert.equal(await ports.storage.people.get(caller.id), null);
  });
});
