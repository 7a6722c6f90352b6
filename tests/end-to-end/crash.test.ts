// A whole round over the real adapters. Azurite, the emulated Graph and the emulated Bot Connector are behind a
// proxy. It kills the product's process after any of its outward calls, storage included, or loses the answer to one.
// Another process goes on, and the result must be the same. A read changes nothing, so dying after it is like dying
// after the call before.
import { strict as assert } from 'node:assert';
import { employee, idOf } from '../support/emulated-graph.ts';
import type { Fault } from '../support/fault-proxy.ts';
import { useMortalProduct, type MortalProduct } from '../support/mortal-product.ts';

const key = { scheme: 'unmentoring', round: '2026-12-14' } as const;
const staff = Array.from({ length: 59 }, (_, i) => employee(`Person${i}`));
/** The person without a free hour in the meeting week. */
const away = employee('Away');
const everybody = [...staff, away];
const busy = { [away.mail]: [['20261214T000000Z', '20261221T000000Z']] } as const;

describe('a round of 60 people', function () {
  this.timeout(900_000);
  const start = useMortalProduct({ employees: everybody, busy, organisers: 2 });

  /**
   * Runs the round from the pairing until it waits for its meetings. Returns the outward calls of the first process.
   */
  async function run(fault: Fault | null, note: string): Promise<readonly string[]> {
    const product = await start(fault);
    let plan: string | null = null;
    try {
      for (const at of ['10:00', '10:15', '10:30', '10:45']) {
        await product.tickAt(`2026-12-10T${at}:00Z`);
        const standing = await product.storage.plans.get(key);
        if (plan !== null) assert.equal(JSON.stringify(standing), plan, `${note}: the plan is unchanged`);
        if (standing !== null) plan = JSON.stringify(standing);
        if ((await product.storage.rounds.get(key))?.value.stage === 'meeting') break;
      }
      await assertWhole(product, note);
      return product.first.effects;
    } finally {
      await product.close();
    }
  }

  it('is complete, after whichever outward call the process is killed', async () => {
    let at = 1;
    while ((await run({ at, kind: 'killed' }, `killed after outward call ${at}`)).length >= at) at += 1;
    assert.ok(at > 90, `there were only ${at - 1} calls`);
  });

  it('is complete, whichever kind of outward call gets no answer', async () => {
    const kinds = new Map((await run(null, 'undisturbed')).map((call, i) => [kindOf(call, i), i + 1]));
    assert.ok(kinds.size > 15, [...kinds.keys()].join(', '));
    for (const [kind, at] of kinds) await run({ at, kind: 'cut' }, `no answer to ${kind}`);
  });
});

/** The kind of a call: without what differs between records and people. Each kind of Graph batch counts as one. */
function kindOf(call: string, i: number): string {
  if (call.endsWith('/v1.0/$batch')) return `${call} ${i}`;
  return call
    .replace(/\?.*$/, '')
    .replace(/\(.*\)/, '')
    .replace(/a%3A[^/]+/, '');
}

async function assertWhole({ storage, graph, teams }: MortalProduct, note: string): Promise<void> {
  assert.equal((await storage.rounds.get(key))?.value.stage, 'meeting', note);

  // 1. Every pairing of the plan has one event with its members, and there are no other events.
  const plan = await storage.plans.get(key);
  const pairings: string[][] = [];
  const recorded: (string | undefined)[] = [];
  for await (const { value } of storage.pairings.list(key)) {
    assert.equal(value.state, 'booked', note);
    pairings.push(value.members.map(({ mail }) => mail).sort());
    recorded.push(value.event?.id);
  }
  const events = await graph.events();
  const invited = events.map(({ attendees }) =>
    attendees.map(({ emailAddress }) => emailAddress.address).sort(),
  );
  assert.deepEqual(invited.sort(), pairings.sort(), note);
  assert.deepEqual(events.map(({ id }) => id).sort(), recorded.sort(), note);
  assert.deepEqual(
    plan?.pairings.map(({ members }) => members.map(({ mail }) => mail).sort()).sort(),
    pairings,
  );

  // 2. Everybody is in one pairing, or was told why not.
  const placed: string[] = [];
  const unplaced: (string | null)[] = [];
  for await (const { value } of storage.placements.list(key)) {
    placed.push(value.person);
    if (value.pairing === null) unplaced.push(value.name, value.reason);
  }
  assert.deepEqual(placed.sort(), everybody.map(idOf).sort(), note);
  assert.deepEqual(unplaced, ['Away', 'away-all-week'], note);
  assert.deepEqual(pairings.flat().sort(), staff.map(({ mail }) => mail).sort(), note);

  // 3. Everybody was told once, and the product knows it.
  for (const { oid, name } of everybody) {
    assert.equal(teams.chats.messages(oid).length, 1, `${note}: what ${name} was told`);
  }
  const told: string[] = [];
  for await (const { value } of storage.outbox.list(key)) {
    assert.equal(value.state, 'sent', note);
    told.push(value.person);
  }
  assert.deepEqual(told.sort(), everybody.map(idOf).sort(), note);
}
