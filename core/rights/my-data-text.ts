import type { MyData } from '../api/data.ts';
import { wordsFor } from '../words/languages.ts';

/**
 * What is kept about somebody as plain text.
 * @param language BCP 47, of the headings
 */
export function myDataText({ title, about, parts, names, elsewhere }: MyData, language: string): string {
  const { myData: words } = wordsFor(language).rights;
  const sections = parts.flatMap((part) => [
    heading(part.title),
    part.about,
    '',
    ...(part.records.length === 0 ? [words.nothing] : part.records.flatMap((one) => [...lines(one), ''])),
  ]);
  return [
    heading(title),
    about,
    ...sections,
    heading(words.names),
    ...Object.entries(names).map(([id, name]) => `${id}: ${name}`),
    heading(words.elsewhereTitle),
    ...elsewhere.map((sentence) => `- ${sentence}`),
    '',
  ].join('\n');
}

/** The content of a file: the plain text, and after it the same as JSON. */
export function myDataFile(data: MyData, language: string): string {
  const { json } = wordsFor(language).rights.myData;
  return [myDataText(data, language), heading(json), JSON.stringify(data, null, 2), ''].join('\n');
}

const heading = (text: string) => `\n${text}\n${'-'.repeat(text.length)}`;

/** A value as `name: value` lines, what is inside it further to the right. */
function lines(value: unknown, indent = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${indent}${textOf(value)}`];
  return Object.entries(value).flatMap(([name, one]: [string, unknown]) => {
    const label = Array.isArray(value) ? '-' : `${name}:`;
    if (typeof one !== 'object' || one === null) return [`${indent}${label} ${textOf(one)}`];
    const inside = lines(one, `${indent}  `);
    return inside.length === 0 ? [`${indent}${label} –`] : [`${indent}${label}`, ...inside];
  });
}

function textOf(value: unknown): string {
  if (value === null) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
