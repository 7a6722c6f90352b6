// What is kept about somebody, as stored, made readable.

/** A stored value: a text, or named values inside it. */
export type Shown =
  | { readonly kind: 'text'; readonly name: string; readonly text: string }
  | { readonly kind: 'group'; readonly name: string; readonly inside: readonly Shown[] };

interface Reading {
  /** The names of people by their ids. */
  readonly names: Readonly<Record<string, string>>;
  /** BCP 47. */
  readonly locale: string;
  readonly yes: string;
  readonly no: string;
}

const none = '–';

/**
 * The values of a record, with names in place of ids, and instants in words.
 * @example shownOf({ joinedAt: '2026-11-02T09:00:00.000Z', with: ['t.b'] }, { names: { 't.b': 'Bo' }, … })
 *   → joined at: 2 November 2026 at 09:00 UTC · with: Bo
 */
export function shownOf(record: unknown, reading: Reading): Shown[] {
  if (typeof record !== 'object' || record === null) {
    return [{ kind: 'text', name: '', text: textOf(record, reading) }];
  }
  return Object.entries(record).map(([name, value]: [string, unknown]) =>
    oneShown(Array.isArray(record) ? '' : label(name, reading), value, reading),
  );
}

function oneShown(name: string, value: unknown, reading: Reading): Shown {
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object' || one === null)) {
    const text = value.map((one) => textOf(one, reading)).join(', ');
    return { kind: 'text', name, text: text === '' ? none : text };
  }
  if (typeof value !== 'object' || value === null) {
    return { kind: 'text', name, text: textOf(value, reading) };
  }
  const inside = shownOf(value, reading);
  return inside.length === 0 ? { kind: 'text', name, text: none } : { kind: 'group', name, inside };
}

/** `joinedAt` → `joined at`. A name that is somebody's id becomes theirs. */
function label(name: string, { names }: Reading): string {
  return (
    names[name] ??
    name.replaceAll(/([a-z\d])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)
  );
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z$/;

function textOf(value: unknown, { names, locale, yes, no }: Reading): string {
  if (value === null || value === undefined || value === '') return none;
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value !== 'string') return JSON.stringify(value);
  if (!instant.test(value)) return names[value] ?? value;
  const written = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  return `${written.format(new Date(value))} UTC`;
}
