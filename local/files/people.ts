import { isZone } from '../../core/time/zones.ts';
import type { Employee } from '../organisation/employee.ts';
import { objectIdOf } from '../organisation/object-id.ts';
import { readLanguage, readMail, readTime, readWorkDays, readZone } from './cells.ts';
import { readTable, type Row } from './csv-table.ts';
import { InputError } from '../input/input-error.ts';

const columns = [
  'mail',
  'name',
  'department',
  'office',
  'manager',
  'timeZone',
  'workStart',
  'workEnd',
  'workDays',
  'language',
] as const;
type Column = (typeof columns)[number];

const progressEvery = 10_000;

export interface PeopleOptions {
  /** For rows without a zone: an IANA or a Windows name. */
  readonly defaultZone: string;
  /** Called now and then, and at the end, with the number of rows read. */
  readonly onProgress?: (rows: number) => void;
}

/**
 * Reads `people.csv`: everybody in the order of the file, with defaults filled in. A manager's mail is given as in
 * the manager's own row. A manager without a row is kept, with one warning: people leave, but those who shared a
 * manager still do.
 * @throws InputError
 */
export async function readPeople(
  path: string,
  { defaultZone, onProgress }: PeopleOptions,
): Promise<{ employees: Employee[]; warnings: string[] }> {
  if (!isZone(defaultZone)) throw new RangeError(`"${defaultZone}" is not a time zone`);
  const employees: Employee[] = [];
  /** The line and spelling of every mail, by mail in lower case. */
  const seen = new Map<string, { line: number; mail: string }>();
  const managers = new Map<string, number>();
  for await (const row of readTable(path, columns, ['mail'])) {
    const employee = readEmployee(path, row, defaultZone);
    const key = employee.mail.toLowerCase();
    const before = seen.get(key);
    if (before) {
      throw new InputError(
        { file: path, line: row.line, column: 'mail' },
        {
          value: employee.mail,
          problem: `stands on line ${before.line} already`,
          expected: 'one row for each person',
        },
      );
    }
    seen.set(key, { line: row.line, mail: employee.mail });
    const manager = employee.manager?.toLowerCase();
    if (manager !== undefined && !managers.has(manager)) managers.set(manager, row.line);
    employees.push(employee);
    if (employees.length % progressEvery === 0) onProgress?.(employees.length);
  }
  onProgress?.(employees.length);
  const warnings = [...managers]
    .filter(([manager]) => !seen.has(manager))
    .map(
      ([manager, line]) =>
        `${path}, line ${line}, column manager: "${manager}" has no row of their own in this file`,
    );
  return { employees: employees.map((employee) => withManager(employee, seen)), warnings };
}

function readEmployee(file: string, { line, cells }: Row<Column>, defaultZone: string): Employee {
  const read = <T>(
    column: Column,
    reader: (place: { file: string; line: number; column: Column }, value: string) => T,
  ) => (cells[column] === '' ? undefined : reader({ file, line, column }, cells[column]));
  const mail = readMail({ file, line, column: 'mail' }, cells.mail);
  const manager = read('manager', readMail);
  const language = read('language', readLanguage);
  return {
    oid: objectIdOf(mail),
    mail,
    name: cells.name || mail,
    ...(cells.department && { department: cells.department }),
    ...(cells.office && { office: cells.office }),
    ...(manager !== undefined && { manager }),
    timeZone: read('timeZone', readZone) ?? defaultZone,
    workStart: read('workStart', readTime) ?? '09:00',
    workEnd: read('workEnd', readTime) ?? '17:00',
    workDays: read('workDays', readWorkDays) ?? ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'],
    ...(language !== undefined && { language }),
  };
}

function withManager(employee: Employee, seen: ReadonlyMap<string, { mail: string }>): Employee {
  if (employee.manager === undefined) return employee;
  const manager = employee.manager.toLowerCase();
  return { ...employee, manager: seen.get(manager)?.mail ?? manager };
}
