// `npm start` ends with one clear sentence and status 2 when its input cannot be used, and starts nothing.
import { strict as assert } from 'node:assert';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endAll, runStart } from './command.ts';

const csv = {
  'good.csv': 'mail,name\nann@council.example,Ann\nbob@council.example,Bob\n',
  'empty.csv': 'mail,name\n',
  'no-mail.csv': 'name,office\nAnn,London\n',
  'twice.csv': 'mail\nann@council.example\nAnn@council.example\n',
  'zone.csv': 'mail,timeZone\nann@council.example,Mars/Phobos\n',
  'hours.csv': 'mail,workStart\nann@council.example,9am\n',
  'round.csv': 'round,a,b\n-1,ann@council.example,bob@council.example\n',
};
const brokenCalendar =
  'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART:tomorrow\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';

describe('npm start with bad input', function () {
  this.timeout(120_000);
  let folder: string;
  const at = (name: string) => join(folder, name);

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'unmentoring-bad-'));
    for (const [name, text] of Object.entries(csv)) await writeFile(at(name), text);
    await mkdir(at('broken'));
    await mkdir(at('one'));
    await writeFile(at('one/ann@council.example.ics'), 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n');
    await writeFile(at('broken/ann@council.example.ics'), brokenCalendar);
  });
  after(async () => {
    endAll();
    await rm(folder, { recursive: true, force: true });
  });

  const refused: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['an unknown option', ['--poeple', 'x.csv'], /^unknown option '--poeple'/],
    ['an argument that belongs to nothing', ['people.csv'], /too many arguments/],
    ['a missing file', ['--people', '@/none.csv'], /none\.csv: .*expected/],
    ['a CSV without its column', ['--people', '@/no-mail.csv'], /no-mail\.csv, line 1.*mail.*expected/],
    [
      'two people with one mail',
      ['--people', '@/twice.csv'],
      /twice\.csv, line 3, column mail: "Ann@council\.example".*line 2/,
    ],
    [
      'an unknown time zone',
      ['--people', '@/zone.csv'],
      /zone\.csv, line 2, column timeZone: "Mars\/Phobos".*expected/,
    ],
    [
      'a bad time of day',
      ['--people', '@/hours.csv'],
      /hours\.csv, line 2, column workStart: "9am".*expected/,
    ],
    [
      'a bad round',
      ['--people', '@/good.csv', '--history', '@/round.csv'],
      /round\.csv, line 2, column round: "-1".*expected/,
    ],
    [
      'a broken calendar',
      ['--people', '@/good.csv', '--calendars', '@/broken'],
      /ann@council\.example\.ics, line 4, column DTSTART: "DTSTART:tomorrow".*expected/,
    ],
    [
      'a missing folder of calendars',
      ['--people', '@/good.csv', '--calendars', '@/none'],
      /none: .*expected/,
    ],
    [
      'a person without a calendar',
      ['--people', '@/good.csv', '--calendars', '@/one'],
      /bob@council\.example\.ics: "bob@council\.example" has no calendar; expected one <mail>\.ics/,
    ],
    ['an empty directory', ['--people', '@/empty.csv'], /empty\.csv: names nobody; expected at least one/],
    ['a bad instant', ['--now', '2026-12-07'], /--now.*'2026-12-07'.*Expected an instant/],
    ['a bad port', ['--port', '0'], /--port.*'0'.*Expected a port/],
    ['a bad seed', ['--seed', '-3'], /--seed.*'-3'|argument missing/],
    [
      'a coordinator who is not in the directory',
      ['--people', '@/good.csv', '--coordinator', 'eve@council.example'],
      /"eve@council\.example" is nobody in the directory/,
    ],
  ];
  for (const [what, args, sentence] of refused) {
    it(`refuses ${what}`, async () => {
      const data = at('data');
      const here = args.map((arg) => arg.replace('@/', `${folder}/`));
      const { status, output, errors } = await runStart([...here, '--data', data]);
      assert.match(errors, sentence);
      assert.equal(errors.trim().split('\n').length, 1, 'one sentence, and no stack');
      assert.equal(status, 2);
      assert.equal(output, '');
      assert.ok(!existsSync(join(data, 'unmentoring.json')), 'nothing is begun');
    });
  }

  it('says which port is in use', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        resolve();
      });
    });
    const { port } = server.address() as AddressInfo;
    const { status, errors } = await runStart(['--people', at('good.csv'), '--port', `${port}`]);
    server.close();
    assert.match(
      errors,
      new RegExp(`^Port ${port} is in use by another program; choose another one with --port.$`, 'm'),
    );
    assert.equal(status, 2);
  });

  describe('in the data folder', () => {
    const manifest = {
      format: 4,
      employees: [
        {
          ...{ oid: '8d3d2b0e-6a8f-4b43-9d8a-0b7c5a1e2f30', mail: 'ann@council.example', name: 'Ann' },
          ...{ timeZone: 'Europe/London', workStart: '09:00', workEnd: '17:00', workDays: ['Mon'] },
        },
      ],
      coordinators: ['ann@council.example'],
      seed: null,
    };
    const damaged: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
      [
        'files of somebody else',
        { 'thesis.txt': 'mine' },
        /holds other files and no unmentoring\.json; expected/,
      ],
      [
        'a damaged beginning',
        { 'unmentoring.json': '{"format": 4, "emplo' },
        /unmentoring\.json: is damaged; expected/,
      ],
      [
        'data of an earlier version',
        { 'unmentoring.json': '{"format": 1}' },
        /unmentoring\.json: was written by an earlier version of this product; expected/,
      ],
      [
        'a beginning of another kind',
        { 'unmentoring.json': '{"format": 4}' },
        /unmentoring\.json: is damaged; expected/,
      ],
      [
        'damaged tables',
        {
          'unmentoring.json': JSON.stringify(manifest),
          'azurite/__azurite_db_table__.json': '{"filename": ',
        },
        /__azurite_db_table__\.json: is damaged; expected/,
      ],
      [
        'a damaged clock',
        { 'unmentoring.json': JSON.stringify(manifest), 'clock.json': 'noon' },
        /clock\.json: is damaged; expected/,
      ],
      [
        'a damaged chat',
        { 'unmentoring.json': JSON.stringify(manifest), 'teams/teams.jsonl': '{"at":\n{}\n' },
        /teams\.jsonl.*expected/,
      ],
      [
        'a damaged calendar',
        { 'unmentoring.json': JSON.stringify(manifest), 'calendars/ann@council.example.ics': brokenCalendar },
        /ann@council\.example\.ics, line 4.*expected/,
      ],
    ];
    it('names a part that is missing', async () => {
      const data = await mkdtemp(join(folder, 'data-'));
      await writeFile(join(data, 'unmentoring.json'), JSON.stringify(manifest));
      await writeFile(join(data, 'clock.json'), JSON.stringify({ moved: false, at: 0 }));
      const { status, errors } = await runStart(['--data', data]);
      assert.match(errors, /azurite: is not there; expected everything that this product kept/);
      assert.equal(status, 2);
    });

    it('refuses a people file without somebody who was in it before', async () => {
      const data = await mkdtemp(join(folder, 'data-'));
      await writeFile(join(data, 'unmentoring.json'), JSON.stringify(manifest));
      await writeFile(join(data, 'clock.json'), JSON.stringify({ moved: false, at: 0 }));
      await mkdir(join(data, 'azurite'));
      await writeFile(at('bob-alone.csv'), 'mail\nbob@council.example\n');
      const { status, errors } = await runStart(['--data', data, '--people', at('bob-alone.csv')]);
      assert.match(
        errors,
        /bob-alone\.csv: lacks ann@council\.example, whom the data folder knows; expected/,
      );
      assert.equal(status, 2);
    });

    for (const [what, files, sentence] of damaged) {
      it(`names ${what} and overwrites nothing`, async () => {
        const data = await mkdtemp(join(folder, 'data-'));
        await mkdir(join(data, 'calendars'));
        await mkdir(join(data, 'azurite'));
        await writeFile(join(data, 'clock.json'), JSON.stringify({ moved: false, at: 0 }));
        for (const [name, text] of Object.entries(files)) {
          await mkdir(join(data, name, '..'), { recursive: true });
          await writeFile(join(data, name), text);
        }
        await cp(data, `${data}.before`, { recursive: true });
        const { status, errors } = await runStart(['--data', data]);
        assert.match(errors, sentence);
        assert.equal(errors.trim().split('\n').length, 1);
        assert.equal(status, 2);
        for (const name of Object.keys(files)) {
          const [before, now] = await Promise.all([
            readFile(join(`${data}.before`, name), 'utf8'),
            readFile(join(data, name), 'utf8'),
          ]);
          assert.equal(now, before, `${name} was overwritten`);
        }
      });
    }
  });
});
