// `npm start` ends with one clear sentence and status 2 when its input cannot be used, and starts nothing.
import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { openDataFolder, storageFiles } from '../../local/data/data-folder.ts';
import { employee } from '../support/emulated-graph.ts';
import { useFolder } from '../support/folder.ts';
import { endAll, runStart } from './command.ts';

describe('npm start with bad input', () => {
  const { at, write } = useFolder();
  after(endAll);

  for (const [what, args, sentence] of [
    ['an unknown option', ['--poeple', 'x.csv'], /^unknown option '--poeple'/],
    ['a file without its column', ['--people', '@/people.csv'], /people\.csv, line 1.*mail.*expected/],
  ] as const) {
    it(`refuses ${what}`, async () => {
      write('people.csv', 'name,office\nAnn,London\n');
      const here = args.map((arg) => arg.replace('@', at()));
      const { status, output, errors } = await runStart([...here, '--data', at('data')]);
      assert.match(errors, sentence);
      assert.equal(errors.trim().split('\n').length, 1, 'one sentence, and no stack');
      assert.equal(status, 2);
      assert.equal(output, '');
      assert.ok(!existsSync(at('data/unmentoring.json')), 'nothing is begun');
    });
  }

  it('names what is damaged in the data folder, and overwrites nothing', async () => {
    const data = await openDataFolder(at('data'));
    await data.keep({ employees: [employee('Ann')], coordinators: ['ann@contoso.example'], seed: null });
    const kept = {
      ...Object.fromEntries(storageFiles.map((name) => [`data/azurite/${name}`, '{}'])),
      'data/calendars/none': '',
      'data/clock.json': JSON.stringify({ moved: false, at: 0 }),
      'data/teams/teams.jsonl': '{"at":\n{}\n',
    };
    for (const [name, text] of Object.entries(kept)) write(name, text);
    await data.release();
    const { status, errors } = await runStart(['--data', at('data')]);
    assert.match(errors, /^\S+teams\.jsonl.*expected.*\n$/);
    assert.equal(status, 2);
    for (const [name, text] of Object.entries(kept)) assert.equal(readFileSync(at(name), 'utf8'), text);
  });

  it('names a table file that is missing, and starts nothing', async () => {
    const data = await openDataFolder(at('data'));
    await data.keep({ employees: [employee('Ann')], coordinators: ['ann@contoso.example'], seed: null });
    write('data/clock.json', JSON.stringify({ moved: false, at: 0 }));
    for (const name of storageFiles.slice(1)) write(`data/azurite/${name}`, '{}');
    await data.release();
    const { status, errors } = await runStart(['--data', at('data')]);
    assert.match(errors, /^\S+__azurite_db_table__\.json: is not there; expected .*\n$/);
    assert.equal(status, 2);
    assert.ok(!existsSync(at('data/azurite/__azurite_db_table__.json')));
  });

  it('says which port is in use', async () => {
    write('people.csv', 'mail\nann@council.example\n');
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        resolve();
      });
    });
    const { port } = server.address() as AddressInfo;
    const { status, errors } = await runStart(['--people', at('people.csv'), '--port', `${port}`]);
    server.close();
    assert.match(
      errors,
      new RegExp(`^Port ${port} is in use by another program; choose another one with --port.$`, 'm'),
    );
    assert.equal(status, 2);
  });
});
