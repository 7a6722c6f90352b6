// A whole round of 101 people through the running product: undisturbed, with every tick doubled, and with the
// product's process killed at many moments. All three must give the same round.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataFolder, type DataFolder } from '../../local/data/data-folder.ts';
import { startProduct, type RunningProduct } from '../../local/product.ts';
import { gatherBeginning } from '../../local/start/gather-beginning.ts';
import { readOptions } from '../../local/start/options.ts';
import { clientOf, type Client } from './client.ts';
import { assertRound, type Pairs } from './invariants.ts';
import { staff, writeOrganisation } from './organisation.ts';

const monday = '2026-12-07T08:00:00Z';
const beforePairing = '2026-12-10T09:59:00Z';
const pairing = '2026-12-10T10:00:00Z';

/** How often a real process is killed. `crash/` kills it after every single call. */
const mostKills = 12;

describe('a round of 101 people in six time zones', function () {
  this.timeout(600_000);
  let folder: string;
  let files: { people: string; calendars: string };
  let undisturbed: Pairs | null = null;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'unmentoring-round-'));
    files = await writeOrganisation(folder);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  /**
   * Starts the product on a Monday, enrols everybody over the chat, and stops the clock one minute before the
   * pairing.
   */
  async function enrolled(
    use: (client: Client, product: RunningProduct, data: DataFolder) => Promise<void>,
    observe: (request: Request) => void = () => undefined,
  ) {
    const options = readOptions([
      ...['--people', files.people, '--calendars', files.calendars, '--now', monday, '--seed', '7'],
    ]);
    assert.ok(options);
    const data = await openDataFolder(null);
    const { organisation, history, seed } = await gatherBeginning(options, data);
    const product = await startProduct({
      ...{
        port: 0,
        data,
        keep: false,
        organisation,
        history,
        now: options.now,
        seed,
        playground: false,
        observe,
      },
    });
    try {
      const client = clientOf(product.url);
      for (const { mail } of staff) await client.enrol(mail);
      await client.moveClock(beforePairing);
      await use(client, product, data);
    } finally {
      await product.stop();
      await data.release();
    }
  }

  /** The members of each meeting of the undisturbed round. */
  async function undisturbedPairs(): Promise<Pairs | null> {
    if (undisturbed !== null) return undisturbed;
    await enrolled(async (client) => {
      await client.moveClock(pairing);
      undisturbed = await assertRound(client);
    });
    return undisturbed;
  }

  it('books 50 meetings, tells everybody once, and shows each their own', () =>
    enrolled(async (client) => {
      await client.moveClock(pairing);
      undisturbed = await assertRound(client);

      const { stage, counts, receipt } = await client.round('2026-12-14');
      assert.equal(stage, 'booking');
      assert.equal(counts.booked, 50);
      assert.equal(receipt.length, 101);
      assert.ok(receipt.every(({ outcome, told }) => outcome === 'paired' && told === 'sent'));
      assert.equal(await client.status('/api/schemes/unmentoring/rounds/2026-12-14', staff[1]?.mail), 403);
      assert.equal(await client.status('/api/me/pairing'), 401);
    }));

  it('gives the same meetings when every tick happens twice', async () => {
    const expected = await undisturbedPairs();
    await enrolled(async (client, { host }) => {
      await host.tick();
      for (const now of [pairing, '2026-12-10T10:15:00Z', '2026-12-10T10:30:00Z', '2026-12-10T11:15:00Z']) {
        await client.moveClock(now);
        await host.tick();
        await host.tick();
      }
      assert.deepEqual(await assertRound(client), expected);
      assert.equal((await client.round('2026-12-14')).stage, 'meeting');
    });
  });

  it('gives the same meetings when the process is killed at many moments', async () => {
    const expected = await undisturbedPairs();
    // The n-th process is killed during its n-th call of a neighbour. The neighbour carries the call out, but its
    // answer is lost.
    const kills = { armed: false, calls: 0, done: 0 };
    let pidFile = '';
    const observe = ({ url }: Request) => {
      if (!kills.armed || kills.done === mostKills || !/\/(graph|local\/(connector|identity))\//.test(url))
        return;
      kills.calls += 1;
      if (kills.calls <= kills.done) return;
      const pid = Number(readFileSync(pidFile, 'utf8'));
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        return; // The process is dead already, but its last calls still arrive.
      }
      kills.calls = 0;
      kills.done += 1;
    };
    await enrolled(async (client, _, data) => {
      pidFile = data.at('product.pid');
      kills.armed = true;
      await client.moveClock(pairing);
      // Later ticks ask again for the work that five deaths sent to the poison queues.
      await client.moveClock('2026-12-10T12:00:00Z');
      kills.armed = false;
      await client.moveClock('2026-12-10T12:30:00Z');
      assert.equal(kills.done, mostKills, 'the round was over before');
      assert.deepEqual(await assertRound(client), expected);
    }, observe);
  });
});
