import assert from 'node:assert/strict';
import sinon from 'sinon';
import { InputError } from '../../../local/input/input-error.ts';
import { readPeople } from '../../../local/files/people.ts';
import { objectIdOf } from '../../../local/organisation/object-id.ts';
import { useFolder } from '../../support/folder.ts';

const options = { defaultZone: 'Europe/London' };

describe('readPeople', () => {
  const { at, write } = useFolder();

  it('fills in the defaults', async () => {
    const path = write('people.csv', 'mail\nann@example.org\n');
    assert.deepEqual(await readPeople(path, options), {
      employees: [
        {
          oid: objectIdOf('ann@example.org'),
          mail: 'ann@example.org',
          name: 'ann@example.org',
          timeZone: 'Europe/London',
          workStart: '09:00',
          workEnd: '17:00',
          workDays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'],
        },
      ],
      warnings: [],
    });
  });

  it('reads every column, in any order, and ignores unknown columns', async () => {
    const path = write(
      'people.csv',
      '\uFEFFshoeSize,language,workDays,workEnd,workStart,timeZone,manager,office,department,name,mail\r\n' +
        '43,pt-br,Sun;Mon,06:00,22:00,W. Europe Standard Time,BO@example.org,"Oslo, 2nd floor",Parks,"Ann ""Annie"" Lee",ann@example.org\r\n' +
        '\r\n' +
        '38,,,,,,,,,Bo,bo@example.org\r\n',
    );
    const { employees, warnings } = await readPeople(path, options);
    assert.deepEqual(warnings, []);
    assert.deepEqual(employees[0], {
      oid: objectIdOf('ann@example.org'),
      mail: 'ann@example.org',
      name: 'Ann "Annie" Lee',
      department: 'Parks',
      office: 'Oslo, 2nd floor',
      manager: 'bo@example.org',
      timeZone: 'W. Europe Standard Time',
      workStart: '22:00',
      workEnd: '06:00',
      workDays: ['Sun', 'Mon'],
      language: 'pt-BR',
    });
    assert.equal(employees[1]?.name, 'Bo');
  });

  const said = 'mail,name,workDays\r\nann@example.org,Ann,Mon;Tue\r\nbo@example.org,Bo,\r\n';
  const forms: [what: string, csv: string | Buffer][] = [
    ['commas', said],
    ['semicolons', 'mail;name;workDays\r\nann@example.org;Ann;"Mon;Tue"\r\nbo@example.org;Bo;\r\n'],
    ['tabs', said.replaceAll(',', '\t')],
    ['a line that names the separator', `sep=|\r\n${said.replaceAll(',', '|')}`],
    ['such a line in a file of commas', `sep=,\n${said}`],
    ['UTF-16, little endian', Buffer.from(`\uFEFF${said}`, 'utf16le')],
    ['UTF-16, big endian', Buffer.from(`\uFEFF${said}`, 'utf16le').swap16()],
    ['rows of empty cells', `\n${said},,\r\n,\t, \r\n,,,,,\r\n`],
    [
      'names of columns in other case and with blanks',
      said.replace('mail,name,workDays', 'Mail, NAME ,"Work\u00a0days"'),
    ],
    [
      'names of columns with hyphens and underscores',
      said.replace('mail,name,workDays', 'MAIL,name,work_days'),
    ],
    ['characters that nobody sees', said.replace('ann@', '\u200B\u202Aann@').replace('mail,', '\u200Bmail,')],
  ];
  for (const [what, csv] of forms) {
    it(`reads ${what}`, async () => {
      const { employees } = await readPeople(write('people.csv', csv), options);
      assert.deepEqual(
        employees.map(({ mail, name, workDays }) => [mail, name, workDays.length]),
        [
          ['ann@example.org', 'Ann', 2],
          ['bo@example.org', 'Bo', 5],
        ],
      );
    });
  }

  it('warns once about a manager without a row, and keeps the manager', async () => {
    const path = write('people.csv', 'mail,manager\na@x.org,Gone@x.org\nb@x.org,gone@x.org\n');
    const { employees, warnings } = await readPeople(path, options);
    assert.deepEqual(
      employees.map(({ manager }) => manager),
      ['gone@x.org', 'gone@x.org'],
    );
    assert.deepEqual(warnings, [
      `${path}, line 2, column manager: "gone@x.org" has no row of their own in this file`,
    ]);
  });

  it('reads twenty thousand rows and reports its progress', async () => {
    const rows = Array.from({ length: 20_001 }, (_, i) => `p${i}@example.org`);
    const onProgress = sinon.spy();
    const path = write('people.csv', `mail\n${rows.join('\n')}\n`);
    const { employees } = await readPeople(path, { ...options, onProgress });
    assert.equal(employees.length, 20_001);
    assert.deepEqual(onProgress.args, [[10_000], [20_000], [20_001]]);
  });

  const refused: [
    what: string,
    csv: string | Buffer,
    line: number | undefined,
    column: string | undefined,
    says: RegExp,
  ][] = [
    ['an empty file', '', undefined, undefined, /the file is empty; expected a header row with mail/],
    ['no mail column', 'name\nAnn\n', 1, 'mail', /the column is not in the header/],
    [
      'cells between bars',
      'mail|name\na@x.org|A\n',
      1,
      'mail',
      /expected a header row with mail, separated by commas, semicolons or tabs/,
    ],
    ['one column under two names', 'mail,Work days,workDays\na@x.org,,\n', 1, 'workDays', /is there twice/],
    [
      'UTF-16 without a byte order mark',
      Buffer.from('mail\na@x.org\n', 'utf16le'),
      undefined,
      undefined,
      /is UTF-16 without a byte order mark/,
    ],
    [
      'a fault below a line that names the separator',
      'sep=;\nmail;name\na;A\n',
      3,
      'mail',
      /"a" is not a mail address/,
    ],
    ['a column that is there twice', 'mail,name,mail\na@x.org,A,b@x.org\n', 1, 'mail', /is there twice/],
    ['no mail', 'mail,name\n,Ann\n', 2, 'mail', /"" is not a mail address/],
    [
      'a bad mail',
      'mail\nann\n',
      2,
      'mail',
      /"ann" is not a mail address; expected one such as ann@example.org/,
    ],
    [
      'two people with one mail',
      'mail\na@x.org\nb@x.org\nA@X.org\n',
      4,
      'mail',
      /"A@X.org" stands on line 2 already/,
    ],
    ['a bad manager', 'mail,manager\na@x.org,Bo\n', 2, 'manager', /"Bo" is not a mail address/],
    ['a bad time', 'mail,workStart\na@x.org,9:00\n', 2, 'workStart', /"9:00" is not a time; expected HH:MM/],
    ['a time past midnight', 'mail,workEnd\na@x.org,24:00\n', 2, 'workEnd', /"24:00" is not a time/],
    ['bad days', 'mail,workDays\na@x.org,Mon;Tues\n', 2, 'workDays', /"Mon;Tues" is not a list of weekdays/],
    ['days with commas', 'mail,workDays\na@x.org,"Mon,Tue"\n', 2, 'workDays', /semicolons/],
    [
      'an unknown zone',
      'mail,timeZone\na@x.org,Mars/Phobos\n',
      2,
      'timeZone',
      /"Mars\/Phobos" is not a time zone; expected an IANA name such as Europe\/Paris or a Windows name such as W\. Europe Standard Time/,
    ],
    [
      'a bad language',
      'mail,language\na@x.org,english!\n',
      2,
      'language',
      /"english!" is not a language tag/,
    ],
    [
      'a quote that is never closed',
      'mail,name\na@x.org,A\nb@x.org,"B\nc@x.org,C\n',
      3,
      undefined,
      /a quote is opened or closed in the wrong place/,
    ],
    ['a quote in the middle', 'mail,name\na@x.org,A "the" B\n', 2, undefined, /a quote is opened or closed/],
    [
      'a row that is too short',
      'mail,name\na@x.org\n',
      2,
      undefined,
      /another number of cells than the header/,
    ],
    ['another encoding', Buffer.from('mail,name\na@x.org,M\xFCller\n', 'latin1'), 2, 'name', /is not UTF-8/],
    [
      'a fault after cells with line breaks',
      'mail,name\r\na@x.org,"A\r\nB\r\nC"\r\n\r\nb,B\r\n',
      6,
      'mail',
      /"b"/,
    ],
  ];
  for (const [what, csv, line, column, says] of refused) {
    it(`refuses ${what}`, async () => {
      const path = write('people.csv', csv);
      const error = await readPeople(path, options).catch((caught: unknown) => caught);
      assert.ok(error instanceof InputError, String(error));
      assert.deepEqual([error.file, error.line, error.column], [path, line, column]);
      assert.match(error.message, says);
      assert.doesNotMatch(error.message, /\n/);
    });
  }

  it('says what is wrong with a file that cannot be read', async () => {
    const missing = at('nobody-made-this.csv');
    await assert.rejects(readPeople(missing, options), {
      name: 'InputError',
      message: `${missing}: there is no such file; expected a CSV file`,
    });
    await assert.rejects(readPeople(at(), options), {
      message: `${at()}: is a directory; expected a CSV file`,
    });
  });
});

describe('objectIdOf', () => {
  it('is a GUID, the same for a mail in any case', () => {
    // Checked with Python: uuid.uuid5(uuid.NAMESPACE_URL, 'mailto:ann@example.org')
    assert.equal(objectIdOf('Ann@Example.org'), 'a94bbf94-1bfa-58f8-901e-adb560c44851');
  });
});
