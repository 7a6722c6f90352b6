import type { MyData } from '../../../core/api/data.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import { languageOf, type PersonId } from '../../../core/records/person.ts';
import { readMyData } from '../../../core/rights/my-data.ts';
import { leaveOut } from '../../../core/shared/leave-out.ts';
import { escapeHtml } from '../../../core/words/escape-html.ts';
import { wordsFor } from '../../../core/words/languages.ts';
import { styleHeaders } from './answer-page.ts';
import { pageStyle } from './page-style.ts';

type Names = MyData['names'];

/** All that is kept about somebody as a whole HTML document, in their language. Every text in it is escaped. */
export async function myDataPage(ports: Ports, person: PersonId): Promise<string> {
  const known = await ports.storage.people.get(person, leaveOut);
  const language = (known && languageOf(known.value)) ?? 'en';
  return renderMyData(await readMyData(ports, person, language), language);
}

export const myDataPageHeaders = { ...styleHeaders, 'Content-Type': 'text/html; charset=utf-8' };

function renderMyData({ title, about, parts, names, elsewhere }: MyData, tag: string): string {
  const { rights, language, direction } = wordsFor(tag);
  const words = rights.myData;
  return [
    '<!doctype html>',
    `<html lang="${language}" dir="${direction}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${pageStyle}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${escapeHtml(title)}</h1>`,
    `<p class="lead">${escapeHtml(about)}</p>`,
    ...parts.map((part) =>
      section(part.title, [
        `<p>${escapeHtml(part.about)}</p>`,
        ...(part.records.length === 0
          ? [`<p>${escapeHtml(words.nothing)}</p>`]
          : [listOf(part.records, names)]),
      ]),
    ),
    ...(Object.keys(names).length === 0 ? [] : [section(words.names, [valueOf(names, {})])]),
    section(words.elsewhereTitle, [listOf(elsewhere, {})]),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function section(heading: string, inside: readonly string[]): string {
  return ['<section>', `<h2>${escapeHtml(heading)}</h2>`, ...inside, '</section>'].join('\n');
}

/** A value as HTML: what has fields as a list of names and values, an id with the name of its person. */
function valueOf(value: unknown, names: Names): string {
  if (Array.isArray(value) && value.length > 0) return listOf(value, names);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return textOf(value, names);
  const fields = Object.entries(value).map(
    ([name, one]: [string, unknown]) => `<dt>${textOf(name, names)}</dt>\n<dd>${valueOf(one, names)}</dd>`,
  );
  return fields.length === 0 ? '–' : ['<dl>', ...fields, '</dl>'].join('\n');
}

function listOf(values: readonly unknown[], names: Names): string {
  return ['<ul>', ...values.map((one) => `<li>${valueOf(one, names)}</li>`), '</ul>'].join('\n');
}

function textOf(value: unknown, names: Names): string {
  if (value === null || Array.isArray(value)) return '–';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const name = Object.hasOwn(names, text) ? names[text] : undefined;
  return escapeHtml(name === undefined ? text : `${name} (${text})`);
}
