// The outer form of iCalendar (RFC 5545, section 3.1): folded content lines inside components. `ical.js` reads each
// property, but does not know line numbers; this file keeps them.
import { InputError } from '../input/input-error.ts';

/** One unfolded line within a component. */
export interface ContentLine {
  /** Upper case. */
  readonly name: string;
  readonly text: string;
  /** The line of the file on which it starts, counted from 1. */
  readonly line: number;
}

export interface Component {
  /** Upper case: VEVENT, VTIMEZONE, … */
  readonly name: string;
  readonly line: number;
  readonly lines: ContentLine[];
  readonly components: Component[];
}

/**
 * Reads the calendars of a file.
 * @throws InputError with the line, when the text is not iCalendar
 */
export function parseComponents(text: string, file: string): Component[] {
  const calendars: Component[] = [];
  const open: Component[] = [];
  for (const content of contentLines(text, file)) {
    const { name, line } = content;
    const inside = open.at(-1);
    if (name === 'BEGIN') {
      const component = { name: valueOf(content), line, lines: [], components: [] };
      if (!inside && component.name !== 'VCALENDAR') throw notACalendar(file, content);
      (inside?.components ?? calendars).push(component);
      open.push(component);
    } else if (!inside) {
      throw notACalendar(file, content);
    } else if (name === 'END') {
      if (valueOf(content) !== inside.name) {
        throw new InputError(
          { file, line },
          { value: content.text, problem: 'ends what is not open', expected: `END:${inside.name}` },
        );
      }
      open.pop();
    } else {
      inside.lines.push(content);
    }
  }
  const unclosed = open.at(-1);
  if (unclosed) {
    throw new InputError(
      { file, line: unclosed.line },
      {
        value: `BEGIN:${unclosed.name}`,
        problem: 'is never ended',
        expected: `END:${unclosed.name} before the file ends`,
      },
    );
  }
  if (calendars.length === 0) {
    throw new InputError(
      { file },
      { problem: 'the file is empty', expected: 'an iCalendar file that starts with BEGIN:VCALENDAR' },
    );
  }
  return calendars;
}

function notACalendar(file: string, { line, text }: ContentLine): InputError {
  return new InputError(
    { file, line },
    { value: text, problem: 'stands outside a calendar', expected: 'BEGIN:VCALENDAR (iCalendar, RFC 5545)' },
  );
}

function valueOf({ text }: ContentLine): string {
  return text
    .slice(text.indexOf(':') + 1)
    .trim()
    .toUpperCase();
}

function* contentLines(text: string, file: string): Generator<ContentLine> {
  const physical = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  let current = '';
  let start = 0;
  for (const [index, raw] of [...physical.entries(), [physical.length, ''] as const]) {
    if (/^[ \t]/.test(raw) && current !== '') {
      current += raw.slice(1);
      continue;
    }
    if (current.trim() !== '') yield contentLine(current, start, file);
    current = raw;
    start = index + 1;
  }
}

function contentLine(text: string, line: number, file: string): ContentLine {
  const name = /^([A-Za-z0-9-]+)(?=[:;])/.exec(text)?.[1];
  if (name === undefined || !text.includes(':')) {
    throw new InputError(
      { file, line },
      {
        value: text,
        problem: 'is not a line of a calendar',
        expected: 'NAME:value or NAME;PARAMETER=…:value',
      },
    );
  }
  return { name: name.toUpperCase(), text, line };
}
