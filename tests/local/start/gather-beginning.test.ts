import assert from 'node:assert/strict';
import type { Beginning, DataFolder } from '../../../local/data/data-folder.ts';
import { InputError } from '../../../local/input/input-error.ts';
import { gatherBeginning } from '../../../local/start/gather-beginning.ts';
import { readOptions, UsageError } from '../../../local/start/options.ts';
import { employee } from '../../support/emulated-graph.ts';
import { useFolder } from '../../support/folder.ts';

const two = 'mail,name\nann@council.example,Ann\nbob@council.example,Bob\n';
const calendar = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n';
const people = ['--people', '@/people.csv'];

describe('gatherBeginning', () => {
  const { at, write } = useFolder();

  /** @param beginning what the data folder started with; null for a new one */
  function gather(args: readonly string[], beginning: Beginning | null = null) {
    const options = readOptions(args.map((arg) => arg.replace('@/', `${at()}/`)));
    assert.ok(options);
    const data: DataFolder = {
      path: at(),
      beginning,
      at,
      keep: async () => undefined,
      release: async () => undefined,
    };
    return gatherBeginning(options, data);
  }

  const refused: readonly (readonly [string, readonly string[], Readonly<Record<string, string>>, RegExp])[] =
    [
      ['a missing file', people, {}, /people\.csv: .*expected/],
      [
        'a directory of nobody',
        people,
        { 'people.csv': 'mail\n' },
        /people\.csv: names nobody; expected at least/,
      ],
      [
        'an unknown time zone',
        people,
        { 'people.csv': 'mail,timeZone\nann@council.example,Mars/Phobos\n' },
        /people\.csv, line 2, column timeZone: "Mars\/Phobos".*expected/,
      ],
      [
        'a bad round',
        [...people, '--history', '@/round.csv'],
        { 'people.csv': two, 'round.csv': 'round,a,b\n-1,ann@council.example,bob@council.example\n' },
        /round\.csv, line 2, column round: "-1".*expected/,
      ],
      [
        'a file that is no calendar',
        [...people, '--calendars', '@/calendars'],
        { 'people.csv': two, 'calendars/ann@council.example.ics': 'tomorrow' },
        /ann@council\.example\.ics, line 1: "tomorrow" begins no calendar; expected/,
      ],
      [
        'a missing folder of calendars',
        [...people, '--calendars', '@/none'],
        { 'people.csv': two },
        /none: .*expected/,
      ],
      [
        'a person without a calendar',
        [...people, '--calendars', '@/calendars'],
        { 'people.csv': two, 'calendars/ann@council.example.ics': calendar },
        /bob@council\.example\.ics: "bob@council\.example" has no calendar; expected one <mail>\.ics/,
      ],
      [
        'a coordinator who is nobody',
        [...people, '--coordinator', 'eve@council.example'],
        { 'people.csv': two },
        /"eve@council\.example" is nobody in the directory/,
      ],
    ];
  for (const [what, args, files, sentence] of refused) {
    it(`refuses ${what}`, async () => {
      for (const [name, text] of Object.entries(files)) write(name, text);
      await assert.rejects(gather(args), (error) => {
        assert.ok(error instanceof InputError || error instanceof UsageError, String(error));
        assert.match(error.message, sentence);
        return !error.message.includes('\n');
      });
    });
  }

  it('takes a calendar that cannot be read, and says so', async () => {
    write('people.csv', 'mail\nann@council.example\n');
    write(
      'calendars/ann@council.example.ics',
      calendar.replace('END:', 'BEGIN:VEVENT\r\nDTSTART:tomorrow\r\nEND:VEVENT\r\nEND:'),
    );
    const { organisation, warnings } = await gather([...people, '--calendars', '@/calendars']);
    assert.match(
      organisation.calendars.get('ann@council.example')?.calendar.unreadable ?? '',
      /line 4, column DTSTART/,
    );
    assert.match(
      warnings.join('\n'),
      /line 4, column DTSTART: "DTSTART:tomorrow".*; the calendar of ann@council\.example is unreadable/,
    );
  });

  const before = { employees: [employee('Ann')], coordinators: ['ann@contoso.example'], seed: 7 };

  it('refuses a people file without somebody who was in it before', async () => {
    write('people.csv', two);
    await assert.rejects(
      gather(people, before),
      /people\.csv: lacks ann@contoso\.example, whom the data folder knows; expected/,
    );
  });

  it('refuses a damaged calendar in the data folder', async () => {
    write('calendars/ann@contoso.example.ics', 'hello');
    await assert.rejects(gather([], before), /ann@contoso\.example\.ics, line 1.*expected/);
  });
});
