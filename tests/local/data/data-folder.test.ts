import assert from 'node:assert/strict';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openDataFolder, storageFiles, type Beginning } from '../../../local/data/data-folder.ts';
import { InputError } from '../../../local/input/input-error.ts';
import { openClock } from '../../../local/host/product-clock.ts';
import { useFolder } from '../../support/folder.ts';
import { employee } from '../../support/emulated-graph.ts';

const beginning: Beginning = {
  employees: [employee('Ann', { department: 'Housing', language: 'en-GB' }), employee('Ben')],
  coordinators: ['ann@contoso.example'],
  seed: 7,
};

/** The files that a run leaves besides its input. */
function used(folder: string): void {
  mkdirSync(join(folder, 'azurite'));
  for (const name of storageFiles) writeFileSync(join(folder, 'azurite', name), '{}');
  writeFileSync(join(folder, 'clock.json'), '{}');
}

describe('openDataFolder', () => {
  const { at, write } = useFolder();

  it('makes a new folder, and returns its input at the next start', async () => {
    const path = at('deep', 'inside');
    const first = await openDataFolder(path);
    assert.equal(first.beginning, null);
    await first.keep(beginning);
    used(path);
    await first.release();
    const second = await openDataFolder(path);
    assert.deepEqual(second.beginning, beginning);
    await second.release();
  });

  it('removes a new folder when nothing was started in it', async () => {
    const path = at('new');
    await (await openDataFolder(path)).release();
    assert.ok(!existsSync(path));
  });

  it('removes the folder of a single run', async () => {
    const data = await openDataFolder(null);
    await data.keep(beginning);
    assert.ok(existsSync(data.path));
    await data.release();
    assert.ok(!existsSync(data.path));
  });

  it('opens a folder whose lock is of a process that no longer runs', async () => {
    await (await openDataFolder(at())).keep(beginning);
    used(at());
    write('in-use-by.pid', '2147483646\n');
    const data = await openDataFolder(at());
    assert.deepEqual(data.beginning, beginning);
  });

  for (const [what, files, message] of [
    [
      'a folder in use',
      { 'in-use-by.pid': `${process.pid}\n` },
      `is in use by process ${process.pid}; expected a folder that no other start is using`,
    ],
    [
      'a folder in use by somebody else’s process',
      { 'in-use-by.pid': '1\n' },
      'is in use by process 1; expected a folder that no other start is using',
    ],
    [
      'a folder with other files',
      { 'thesis.txt': 'years of work' },
      'holds other files and no unmentoring.json; expected an empty folder, or one in which this product kept its state',
    ],
    [
      'a broken manifest',
      { 'unmentoring.json': '{"format":1,' },
      'is damaged; expected JSON as this product wrote it',
    ],
    [
      'another manifest',
      { 'unmentoring.json': '{"format":7}' },
      'is damaged; expected what this product wrote there',
    ],
    [
      'the state of an earlier version',
      { 'unmentoring.json': '{"format":4}' },
      'was written by an earlier version of this product; expected that version, or another folder',
    ],
    [
      'the state of a later version',
      { 'unmentoring.json': '{"format":8}' },
      'was written by a later version of this product; expected that version, or another folder',
    ],
    [
      'broken storage',
      {
        'unmentoring.json': JSON.stringify({ format: 7, ...beginning }),
        'azurite/__azurite_db_table__.json': '{"filename":',
      },
      'is damaged; expected JSON as this product wrote it',
    ],
  ] as const) {
    it(`refuses ${what}, names it, and changes nothing`, async () => {
      const given = Object.entries(files as Record<string, string>);
      mkdirSync(at('azurite'));
      for (const [name, text] of given) write(name, text);
      await assert.rejects(
        openDataFolder(at()),
        (error) =>
          error instanceof InputError &&
          error.message.startsWith(at()) &&
          error.message.endsWith(`: ${message}`),
      );
      for (const [name, text] of given) assert.equal(await readFile(at(name), 'utf8'), text);
      const names = await readdir(at());
      assert.deepEqual(
        names.sort(),
        [...new Set(['azurite', ...given.map(([name]) => name.split('/')[0] ?? '')])].sort(),
      );
    });
  }

  it('refuses a folder from which storage is gone', async () => {
    await (await openDataFolder(at())).keep(beginning);
    rmSync(at('in-use-by.pid'));
    await assert.rejects(openDataFolder(at()), {
      name: 'InputError',
      message: `${at('azurite')}: is not there; expected everything that this product kept in its folder`,
    });
  });

  for (const name of storageFiles) {
    it(`refuses a folder from which ${name} is gone`, async () => {
      await (await openDataFolder(at())).keep(beginning);
      used(at());
      rmSync(at('in-use-by.pid'));
      rmSync(at('azurite', name));
      await assert.rejects(openDataFolder(at()), {
        name: 'InputError',
        message: `${at('azurite', name)}: is not there; expected everything that this product kept in its folder`,
      });
    });
  }

  it('refuses a path that is a file', async () => {
    const file = write('file', 'text');
    await assert.rejects(openDataFolder(file), {
      name: 'InputError',
      message: `${file}: cannot be read; expected a folder`,
    });
  });
});

describe('openClock', () => {
  const { at, write } = useFolder();
  const open = (start: string | null) =>
    openClock(at('clock.json'), start === null ? null : Date.parse(start));
  const assertStandsAt = (now: number, instant: string) => {
    const past = now - Date.parse(instant);
    assert.ok(past >= 0 && past < 60_000, `${new Date(now).toISOString()} is not about ${instant}`);
  };

  it('runs as fast as the machine’s clock, from a given instant', async () => {
    assertStandsAt((await open('2026-12-07T08:00:00Z')).now(), '2026-12-07T08:00:00Z');
    assertStandsAt((await open(null)).now(), new Date(Date.now() - 1000).toISOString());
  });

  it('is moved forward, never back', async () => {
    const clock = await open('2026-12-07T08:00:00Z');
    clock.moveTo(Date.parse('2026-12-10T10:00:00Z'));
    assertStandsAt(clock.now(), '2026-12-10T10:00:00Z');
    assert.throws(() => {
      clock.moveTo(Date.parse('2026-12-10T09:59:00Z'));
    }, /^RangeError: the clock stands at 2026-12-10T10:00.* and is only moved forward, not to 2026-12-10T09:59:00\.000Z/);
  });

  it('may be told the last move again, also by the next start', async () => {
    const instant = Date.parse('2026-12-10T10:00:00Z');
    (await open('2026-12-07T08:00:00Z')).moveTo(instant);
    const clock = await open(null);
    const before = clock.now();
    clock.moveTo(instant);
    assert.ok(clock.now() >= before);
    assert.throws(() => {
      clock.moveTo(instant - 1);
    }, RangeError);
  });

  it('continues from the saved time, whatever the next start asks for', async () => {
    const clock = await open('2026-12-07T08:00:00Z');
    clock.moveTo(Date.parse('2026-12-10T10:00:00Z'));
    assertStandsAt((await open('2026-01-01T00:00:00Z')).now(), '2026-12-10T10:00:00Z');
  });

  it('follows the machine’s time when it was never moved', async () => {
    (await open(null)).save();
    assertStandsAt((await open(null)).now(), new Date(Date.now() - 1000).toISOString());
    assertStandsAt((await open('2026-12-07T08:00:00Z')).now(), '2026-12-07T08:00:00Z');
  });

  for (const text of ['', 'noon', '{"moved":"yes","at":1}']) {
    it(`refuses a damaged file, ${JSON.stringify(text)}, and names it`, async () => {
      const file = write('clock.json', text);
      await assert.rejects(open(null), {
        name: 'InputError',
        message: `${file}: is damaged; expected the product’s clock as it was saved`,
      });
      assert.equal(await readFile(file, 'utf8'), text);
    });
  }
});
