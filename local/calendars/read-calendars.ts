import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeText } from '../input/decode-text.ts';
import { InputError } from '../input/input-error.ts';
import type { CalendarFile } from './calendar.ts';
import { parseCalendar } from './parse.ts';

const emptyText = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//UnMentoring//local//EN\r\nEND:VCALENDAR\r\n';

/** The first people without a calendar are named in warnings, up to this number; the others are counted. */
const named = 20;

/**
 * Reads everybody's calendar from a folder with one `<mail>.ics` each, in upper or lower case. Somebody without a
 * file gets an empty calendar and a warning. A file that belongs to nobody gives a warning too. Other files are
 * skipped. A calendar that is `unreadable` is among the others.
 * @returns calendars by mail in lower case, the mails of people without one, warnings about the folder (`warnings`) and
 * about lines of calendars (`ofLines`)
 * @throws InputError when the folder or a file cannot be used, when a file is no calendar at all, or when somebody has
 * two files
 */
export async function readCalendars(
  folder: string,
  employees: readonly { readonly mail: string; readonly timeZone: string }[],
) {
  const files = await filesByMail(folder);
  const calendars = new Map<string, CalendarFile>();
  const without: string[] = [];
  for (const { mail, timeZone } of employees) {
    const key = mail.toLowerCase();
    const name = files.get(key);
    if (name === undefined) without.push(mail);
    const path = join(folder, name ?? `${mail}.ics`);
    const text = name === undefined ? emptyText : await readText(path);
    calendars.set(key, { text, calendar: parseCalendar(text, path, { zone: timeZone, mail }) });
  }
  const nobodys = [...files].filter(([mail]) => !calendars.has(mail));
  return {
    calendars,
    without,
    ofLines: [...calendars].flatMap(
      ([
        mail,
        {
          calendar: { unreadable: why, warnings },
        },
      ]) => (why === null ? warnings : [...warnings, `${why}; the calendar of ${mail} is unreadable`]),
    ),
    warnings: [
      ...without
        .slice(0, named)
        .map(
          (mail) =>
            `${join(folder, `${mail}.ics`)}: there is no such file; ${mail} counts as free in working hours`,
        ),
      ...(without.length > named
        ? [`${folder}: ${without.length - named} more people have no calendar there`]
        : []),
      ...nobodys.map(
        ([mail, name]) => `${join(folder, name)}: ${mail} is not among the people; the file is not used`,
      ),
    ],
  };
}

async function filesByMail(folder: string): Promise<Map<string, string>> {
  const expected = 'a folder with one <mail>.ics for each person';
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (cause) {
    throw unreadable(folder, cause, expected);
  }
  const files = new Map<string, string>();
  for (const name of names.filter((each) => /\.ics$/i.test(each)).sort()) {
    const mail = name.slice(0, -'.ics'.length).toLowerCase();
    const other = files.get(mail);
    if (other !== undefined) {
      throw new InputError(
        { file: join(folder, name) },
        { problem: `${other} is the calendar of ${mail} too`, expected },
      );
    }
    files.set(mail, name);
  }
  return files;
}

async function readText(path: string): Promise<string> {
  try {
    return decodeText(await readFile(path), path);
  } catch (cause) {
    throw unreadable(path, cause, 'an iCalendar file');
  }
}

function unreadable(file: string, cause: unknown, expected: string): unknown {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const problems: Readonly<Record<string, string>> = {
    ENOENT: 'is not there',
    ENOTDIR: 'is not a folder',
    EISDIR: 'is a folder',
    EACCES: 'may not be read',
  };
  const problem = problems[code];
  return problem === undefined ? cause : new InputError({ file }, { problem, expected }, { cause });
}
