// The outer form of iCalendar (RFC 5545, section 3.1): folded content lines inside components.
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
  /** Upper case: VEVENT, VTIMEZONE, … Empty for the file as a whole. */
  readonly name: string;
  readonly line: number;
  readonly lines: ContentLine[];
  readonly components: Component[];
}

const parts = /^BEGIN:(VCALENDAR|VEVENT|VFREEBUSY|VTIMEZONE|VTODO|VJOURNAL|VALARM)\s*$/im;
/** What is in no other component than a calendar. */
const outer = new Set(['VCALENDAR', 'VEVENT', 'VFREEBUSY', 'VTIMEZONE']);
/** Parts that say when somebody is busy. */
const busyParts = new Set(['VEVENT', 'VFREEBUSY', 'VTIMEZONE', 'STANDARD', 'DAYLIGHT']);
/** What is around such a part. */
const around = new Set(['', 'VCALENDAR', 'VTIMEZONE']);
/** Properties whose value decides when something takes place. */
const timed =
  /^(DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|RECURRENCE-ID|FREEBUSY|TZOFFSETFROM|TZOFFSETTO)\b/i;

/**
 * Reads the components of a file.
 * @returns the file itself, with the components outside a calendar, and its calendars; `broken` where it is not certain which
 * component a line belongs to; and the lines that could not be read, and on which nothing depends
 * @throws InputError when there is none: the file is no calendar
 */
export function parseComponents(
  text: string,
  file: string,
): { calendars: Component[]; broken: InputError | null; passedOver: InputError[] } {
  const expected = 'an iCalendar file that starts with BEGIN:VCALENDAR';
  if (text.trim() === '') throw new InputError({ file }, { problem: 'the file is empty', expected });
  if (!parts.test(text)) {
    const value = text.trimStart().split(/[\r\n]/, 1)[0];
    throw new InputError({ file, line: 1 }, { value, problem: 'begins no calendar', expected });
  }
  const lines = unfolded(text.replaceAll('\uFEFF', ''));
  const whole: Component = { name: '', line: 1, lines: [], components: [] };
  const open = [whole];
  const passedOver: InputError[] = [];
  let broken: InputError | null = null;
  let before = '';
  for (const entry of lines) {
    const { line, name, text: content } = entry;
    const inside = open.at(-1) ?? whole;
    const fault = (problem: string, wanted: string) =>
      new InputError({ file, line }, { value: content, problem, expected: wanted });
    const part = /^(?:BEGIN|END):(.*)/i.exec(content)?.[1]?.trim().toUpperCase() ?? '';
    if (name === 'BEGIN') {
      const isNested =
        outer.has(part) && !(inside === whole || (inside.name === 'VCALENDAR' && part !== 'VCALENDAR'));
      if (isNested) broken ??= fault(`stands inside a ${inside.name}`, `END:${inside.name} before it`);
      const component = { name: part, line, lines: [], components: [] };
      inside.components.push(component);
      open.push(component);
    } else if (name === 'END') {
      const error = fault('ends what is not open', `END:${inside.name}`);
      const at = open.findLastIndex((each, i) => i > 0 && each.name === part);
      if (at > 0) open.length = at;
      // Where the beginning of an event is lost, the event is.
      if (at > 0 ? inside.name !== part : busyParts.has(part)) broken ??= error;
      else if (at < 0) passedOver.push(error);
    } else if (timed.test(name) && around.has(inside.name)) {
      broken ??= fault('stands outside an event', 'BEGIN:VEVENT before it');
    } else if (name !== '' && inside !== whole) {
      inside.lines.push(entry);
    } else {
      const problem = inside === whole ? 'stands outside a calendar' : 'is not a line of a calendar';
      const error = fault(problem, 'NAME:value or NAME;PARAMETER=…:value inside a calendar');
      // It may be the rest of the line above, which was not folded as it must be.
      if (timed.test(before) && /[,;=:]\n|\n[,;=:]/.test(`${before}\n${content}`)) broken ??= error;
      else passedOver.push(error);
    }
    before = content;
  }
  const unclosed = open.at(-1) ?? whole;
  if (unclosed !== whole) {
    const { line, name } = unclosed;
    broken ??= new InputError(
      { file, line },
      { value: `BEGIN:${name}`, problem: 'is never ended', expected: `END:${name} before the file ends` },
    );
  }
  return {
    calendars: [whole, ...whole.components.filter(({ name }) => name === 'VCALENDAR')],
    broken,
    passedOver,
  };
}

/**
 * Content lines with the numbers of their first lines. Blank lines are skipped, even before the rest of a folded line. The
 * name of a line that cannot be read is empty.
 */
function unfolded(text: string): ContentLine[] {
  const lines: { line: number; pieces: string[] }[] = [];
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    if (raw.trim() === '') continue;
    const last = lines.at(-1);
    if (last && /^[ \t]/.test(raw)) last.pieces.push(raw.slice(1));
    else lines.push({ line: index + 1, pieces: [raw] });
  }
  return lines.map(({ line, pieces }) => {
    const joined = pieces.join('');
    return { line, text: joined, name: /^([A-Z0-9-]+)[:;]/i.exec(joined)?.[1]?.toUpperCase() ?? '' };
  });
}

/** All properties of one name within a component, in order. */
export function linesNamed({ lines }: Component, name: string): ContentLine[] {
  return lines.filter((line) => line.name === name);
}

/** The trimmed text of a property; undefined when it is absent or cannot be read. */
export function textOf({ lines }: Component, name: string): string | undefined {
  const line = lines.find((each) => each.name === name);
  const value = line && partsOf(line)?.value;
  return value
    ?.replaceAll(/\\([\\;,nN])/g, (_, escaped: string) => (/n/i.test(escaped) ? '\n' : escaped))
    .trim();
}

/** What a line says. Parameters are by name in upper case, without quotes. Null for a line that cannot be read. */
export function partsOf({
  name,
  text,
}: ContentLine): { parameters: Map<string, string>; value: string } | null {
  const colon = /^(?:"[^"]*"|[^":])*:/.exec(text)?.[0].length;
  if (colon === undefined) return null;
  // A zone may have a colon in its name; a time has none.
  const cut = timed.test(name) && text.slice(0, colon).includes(';') ? text.lastIndexOf(':') + 1 : colon;
  const found = text.slice(name.length, cut - 1).matchAll(/;\s*([^=;"]+)=("[^"]*"|[^;"]*)/g);
  const parameters = new Map<string, string>();
  let length = name.length + 1;
  for (const [all, key = '', value = ''] of found) {
    parameters.set(key.trim().toUpperCase(), value.replaceAll('"', '').trim());
    length += all.length;
  }
  return length === cut ? { parameters, value: text.slice(cut) } : null;
}
