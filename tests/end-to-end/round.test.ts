// A whole round of 45 people through the running product: undisturbed, and with the product's process killed at many
// moments and every tick doubled. Both must give the same round.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { openDataFolder, type DataFolder } from '../../local/data/data-folder.ts';
import { startProduct, type RunningProduct } from '../../local/product.ts';
import { gatherBeginning } from '../../local/start/gather-beginning.ts';
import { readOptions } from '../../local/start/options.ts';
import { useFolder } from '../support/folder.ts';
import { clientOf, type Client } from './client.ts';
import { assertRound } from './invariants.ts';
import { staff, writeOrganisation } from './organisation.ts';

const beforePairing = '2026-12-10T09:46:00Z';
const pairing = '2026-12-10T10:00:00Z';
/** When it has been morning in every zone since: each message waits for its reader's working hours. */
const nextDay = '2026-12-11T04:30:00Z';

/** How often a real process is killed. `crash/` kills it after every single call. */
const mostKills = 5;

describe('a round of 45 people in six time zones', function () {
  this.timeout(300_000);
  const folder = useFolder('describe');
  let files: { people: string; calendars: string };

  before(() => {
    files = writeOrganisation(folder);
  });

  /** Starts the product shortly before the pairing, and enrols everybody over the chat. */
  async function enrolled<T>(
    use: (client: Client, product: RunningProduct, data: DataFolder) => Promise<T>,
    observe: (request: Request) => void = () => undefined,
  ): Promise<T> {
    const options = readOptions([
      ...['--people', files.people, '--calendars', files.calendars, '--now', beforePairing, '--seed', '7'],
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
      return await use(client, product, data);
    } finally {
      await product.stop();
      await data.release();
    }
  }

  let run: ReturnType<typeof seeUndisturbed> | null = null;
  const undisturbed = () => (run ??= seeUndisturbed());
  const seeUndisturbed = () =>
    enrolled(async (client) => {
      for (const now of [pairing, nextDay]) await client.moveClock(now);
      return {
        pairs: await assertRound(client),
        round: await client.round('2026-12-14'),
        forOthers: await client.status('/api/schemes/unmentoring/rounds/2026-12-14', staff[1]?.mail),
        forNobody: await client.status('/api/me/pairing'),
      };
    });

  it('books 22 meetings, tells everybody once, and shows each their own', async () => {
    const { round, forOthers, forNobody } = await undisturbed();
    assert.equal(round.stage, 'meeting');
    assert.equal(round.counts.booked, 22);
    assert.equal(round.receipt.length, 45);
    assert.ok(round.receipt.every(({ outcome, told }) => outcome === 'paired' && told === 'sent'));
    assert.deepEqual([forOthers, forNobody], [403, 401]);
  });

  it('gives the same meetings when the process is killed at many moments, and ticks come twice', async () => {
    const { pairs } = await undisturbed();
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
    await enrolled(async (client, { host }, data) => {
      pidFile = data.at('product.pid');
      kills.armed = true;
      // Later ticks ask again for the work that five deaths sent to the poison queues.
      for (const now of [pairing, '2026-12-10T11:00:00Z', '2026-12-10T12:00:00Z']) {
        await client.moveClock(now);
        await Promise.all([host.tick(), host.tick()]);
      }
      kills.armed = false;
      await client.moveClock(nextDay);
      assert.equal(kills.done, mostKills, 'the round was over before');
      assert.deepEqual(await assertRound(client), pairs);
      assert.equal((await client.round('2026-12-14')).stage, 'meeting');
    }, observe);
  });
});
