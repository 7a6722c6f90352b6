// `kill -9`, and a new start with the same data.
import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import pRetry from 'p-retry';
import { freePort } from '../../local/host/free-port.ts';
import { useFolder } from '../support/folder.ts';
import { clientOf } from './client.ts';
import { endAll, start } from './command.ts';

const mails = Array.from({ length: 12 }, (_, i) => `person${i}@council.example`);
const pairingTime = '2026-12-10T10:00:00Z';

describe('a new start after kill -9', function () {
  // Less than the ten minutes for which Azure Functions hides a message that was taken.
  this.timeout(180_000);
  const { at, write } = useFolder();
  after(endAll);

  async function options(): Promise<string[]> {
    const people = write('people.csv', `mail\n${mails.join('\n')}\n`);
    return ['--people', people, '--data', at('data'), '--port', `${await freePort()}`];
  }

  it('finishes the round that was being paired, and tells everybody once of a meeting that takes place', async () => {
    const chats = at('data/teams/teams.jsonl');
    const isAnybodyTold = () => existsSync(chats) && readFileSync(chats, 'utf8').includes('You are meeting');
    const args = await options();
    const first = await start([...args, '--now', '2026-12-10T09:46:00Z']);
    for (const mail of mails) await clientOf(first.url).enrol(mail);
    const moved = clientOf(first.url)
      .moveClock(pairingTime)
      .then(
        () => 'moved',
        () => 'cut off',
      );
    await pRetry(
      () => {
        assert.ok(isAnybodyTold(), 'nobody is told');
      },
      {
        retries: 20_000,
        minTimeout: 1,
        factor: 1,
      },
    );
    await first.kill('with its group');
    assert.equal(await moved, 'cut off');

    const second = await start(args);
    const client = clientOf(second.url, mails[0]);
    await client.moveClock(pairingTime);
    await client.moveClock('2026-12-10T11:30:00Z');
    for (const mail of mails) {
      const [, , ...later] = await client.inbox(mail);
      const told = later.flatMap(({ activity, key }) =>
        key?.startsWith('coordinator:') ? [] : [JSON.stringify(activity)],
      );
      assert.deepEqual(
        told.map((text) => /You are meeting|did not work out/.exec(text)?.[0]),
        ['You are meeting'],
        mail,
      );
    }
    assert.equal((await client.round('2026-12-14')).counts.booked, mails.length / 2);
    assert.equal((await second.interrupt()).status, 0);
  });

  it('finds every helper process ended', async () => {
    const args = await options();
    const first = await start(args);
    const isAnswering = (url: string) =>
      fetch(url).then(
        () => true,
        () => false,
      );
    assert.ok(await isAnswering(first.playgroundUrl));
    await first.kill('alone');
    await pRetry(
      async () => {
        assert.ok(!(await isAnswering(first.playgroundUrl)), 'the chat client still runs');
      },
      {
        retries: 200,
        minTimeout: 50,
        factor: 1,
      },
    );
    const ended = await (await start(args)).interrupt();
    assert.equal(ended.status, 0, ended.errors);
  });
});
