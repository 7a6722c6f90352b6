// Ctrl-C and a new start with the same data: the product goes on where it was.
import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clientOf, eventsOf, type MyPairing } from './client.ts';
import { useFolder } from '../support/folder.ts';
import { freePort } from '../../local/host/free-port.ts';
import { endAll, runStart, start } from './command.ts';

const mails = ['ann', 'bob', 'cleo', 'dan'].map((name) => `${name}@council.example`);

describe('a new start with the same data', function () {
  this.timeout(180_000);
  const { at, write } = useFolder();
  after(endAll);

  it('continues with the same meetings, messages and clock, also after its process is killed', async () => {
    const data = at('data');
    const people = write('people.csv', `mail,name\n${mails.map((mail) => `${mail},${mail}`).join('\n')}\n`);
    const args = ['--people', people, '--data', data, '--port', `${await freePort()}`];
    const now = ['--now', '2026-12-10T09:46:00Z'];

    const first = await start([...args, ...now]);
    const before = clientOf(first.url, mails[0]);
    for (const mail of mails) await before.enrol(mail);
    const clash = await runStart(['--data', data, '--port', `${await freePort()}`]);
    assert.match(clash.errors, /is in use by process \d+/);
    await before.moveClock('2026-12-10T10:00:00Z');
    process.kill(Number(await readFile(join(data, 'product.pid'), 'utf8')), 'SIGKILL');
    const paired = await before.get<MyPairing>('/api/me/pairing', mails[0]);
    const inboxes = await Promise.all(mails.map((mail) => before.inbox(mail)));
    const events = await Promise.all(mails.map((mail) => eventsOf(before, mail)));
    assert.equal((await first.interrupt()).status, 0);

    const second = await start([...args, ...now]);
    const after = clientOf(second.url, mails[0]);
    const clock = await after.get<{ now: string }>('/local/clock');
    assert.match(clock.now, /^2026-12-10T10:0/);
    const found = await after.get<MyPairing>('/api/me/pairing', mails[0]);
    assert.deepEqual({ ...found, seenAt: null }, { ...paired, seenAt: null });
    assert.deepEqual(await Promise.all(mails.map((mail) => after.inbox(mail))), inboxes);
    assert.deepEqual(await Promise.all(mails.map((mail) => eventsOf(after, mail))), events);

    await after.moveClock('2026-12-10T11:30:00Z');
    assert.equal((await after.round('2026-12-14')).stage, 'meeting');
    const later = await Promise.all(mails.map((mail) => after.inbox(mail)));
    assert.deepEqual(
      later.map((inbox) => inbox.filter(({ key }) => key?.startsWith('coordinator:') !== true)),
      inboxes,
      'nobody is told again',
    );
    assert.equal((await second.interrupt()).status, 0);
  });
});
