// Changes to texts and JSON values. Most are small, so that much of what is made gets past the first check.
import type { Chance } from './chance.ts';

/** What has broken programs before. */
const oddTexts: readonly string[] = [
  ...['', ' ', '0', '-1', '1e999', 'null', 'NaN', 'x'.repeat(600), 'ü'.repeat(40_000)],
  ...['\u0000', '\u200b', '\u00a0', '\ud800', '𝒳', '\u202eabc', 'e\u0301', '\r\n', '\t', '!'.repeat(5_000)],
  ...[
    '/',
    '\\',
    '#',
    '?',
    '%',
    '%00',
    '%2f',
    '..',
    "' or '1' eq '1",
    '"',
    '{{x}}',
    '<b>&nbsp;</b>',
    '[a](b:c)',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'Mars/Phobos',
    'Europe/Berlin',
    'W. Europe Standard Time',
    'UTC',
  ],
  ...['0001-01-01T00:00:00Z', '9999-12-31T23:59:59.9999999Z', '2026-02-30', '2026-12-14T10:00:00+05:30'],
  ...[
    '2026-12-14',
    '24:00',
    '00:00:00.0000000',
    'de',
    'de-DE',
    'xx-yyyyyyyyy',
    'i-default',
    'ANN@CONTOSO.EXAMPLE',
  ],
];

const oddValues: readonly unknown[] = [
  ...[null, true, false, 0, -1, 0.5, 1e308, 2 ** 53, [], {}, [[]], [null], { a: {} }],
  ...oddTexts,
];

/** The value with one to three changes. */
export function mutateJson(chance: Chance, value: unknown): unknown {
  let changed = value;
  for (let left = 1 + chance.below(6) / 2; left >= 1; left -= 1) changed = changeOne(chance, changed);
  return changed;
}

/** The text with one to three changes. @param words what may be put in, besides what has broken programs before */
export function mutateText(chance: Chance, text: string, words: readonly string[] = []): string {
  let changed = text;
  for (let left = 1 + chance.below(6) / 2; left >= 1; left -= 1) changed = changeText(chance, changed, words);
  return changed;
}

type Path = readonly (string | number)[];

function changeOne(chance: Chance, value: unknown): unknown {
  return changedAt(chance, value, chance.oneOf(pathsIn(value)));
}

/** The paths of all values inside a value; that of the value itself when it has none inside. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  const inside = entriesOf(value).flatMap(([key, one]) => [[...path, key], ...pathsIn(one, [...path, key])]);
  return path.length === 0 && inside.length === 0
    ? [path]
    : inside.filter(({ length }) => length > path.length);
}

function entriesOf(value: unknown): [string | number, unknown][] {
  if (Array.isArray(value)) return value.map((one, i) => [i, one]);
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function changedAt(chance: Chance, value: unknown, path: Path): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return changeValue(chance, value);
  const leave = rest.length === 0 ? chance.below(8) : 8;
  if (Array.isArray(value)) {
    const at = Number(key);
    const items: unknown[] = value;
    if (leave === 0) return items.filter((_, i) => i !== at);
    if (leave === 1) return items.flatMap((one, i) => (i === at ? [one, one] : [one]));
    return items.map((one, i) => (i === at ? changedAt(chance, one, rest) : one));
  }
  const fields = Object.entries(value as object);
  if (leave === 0) return Object.fromEntries(fields.filter(([name]) => name !== key));
  if (leave === 1) return Object.fromEntries([...fields, [chance.oneOf(oddTexts), chance.oneOf(oddValues)]]);
  return Object.fromEntries(
    fields.map(([name, one]: [string, unknown]) => [name, name === key ? changedAt(chance, one, rest) : one]),
  );
}

function changeValue(chance: Chance, value: unknown): unknown {
  if (chance.below(4) === 0) return chance.oneOf(oddValues);
  if (typeof value === 'string') return changeText(chance, value, []);
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return chance.oneOf([value + 1, value - 1, -value, value / 3, value * 1000]);
  return Array.isArray(value) ? [] : chance.oneOf(oddValues);
}

function changeText(chance: Chance, text: string, words: readonly string[]): string {
  const at = chance.below(text.length + 1);
  const put = () => chance.oneOf(chance.below(2) === 0 && words.length > 0 ? words : oddTexts);
  switch (chance.below(10)) {
    case 0:
      return put();
    case 1:
      return text.slice(0, at) + put() + text.slice(at);
    case 2:
      return text.slice(0, at) + text.slice(at + 1 + chance.below(8));
    case 3:
      return text.slice(0, at) + String.fromCharCode(chance.below(0x250)) + text.slice(at + 1);
    case 4:
      return chance.oneOf([text.toUpperCase(), text.toLowerCase(), ` ${text} `, `${text}.`, `"${text}"`]);
    case 5:
      return text.replace(/\d+/, () => chance.oneOf(['0', '1', '-1', '7', '31', '99', '2147483648']));
    default:
      return changeLines(chance, text, words);
  }
}

/** Removes, repeats, moves or changes a line, or one of its words. */
function changeLines(chance: Chance, text: string, words: readonly string[]): string {
  const lines = text.split(/(?<=\n)/);
  const at = chance.below(lines.length);
  const line = lines[at] ?? '';
  switch (chance.below(lines.length > 1 ? 5 : 1)) {
    case 0: {
      const parts = line.split(/(?<=[\s,;:=.-])/);
      const part = chance.below(parts.length);
      const end = /[\s,;:=.-]$/.exec(parts[part] ?? '')?.[0] ?? '';
      parts[part] = chance.oneOf(words.length > 0 ? words : oddTexts) + end;
      return [...lines.slice(0, at), parts.join(''), ...lines.slice(at + 1)].join('');
    }
    case 1:
      return [...lines.slice(0, at), ...lines.slice(at + 1)].join('');
    case 2:
      return [...lines.slice(0, at), line, ...lines.slice(at)].join('');
    case 3: {
      const to = chance.below(lines.length);
      const others = [...lines.slice(0, at), ...lines.slice(at + 1)];
      return [...others.slice(0, to), line, ...others.slice(to)].join('');
    }
    default: {
      const changed = changeText(chance, line.trimEnd(), words);
      return [...lines.slice(0, at), changed, line.slice(line.trimEnd().length), ...lines.slice(at + 1)].join(
        '',
      );
    }
  }
}
