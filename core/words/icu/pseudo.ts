import type { Catalogue } from './text.ts';

/**
 * A catalogue of a language that does not exist, made of English: with accents, a third longer, in brackets that show where
 * a text is cut off, and read from right to left. What looks like plain English on a page comes from no catalogue.
 */
export function pseudo<const Texts extends Catalogue>(texts: Texts): Texts {
  return pseudoText(texts) as Texts;
}

function pseudoText(texts: Catalogue): Catalogue {
  if (texts === true) return true;
  if (typeof texts === 'string') return `${mark}[${disguise(texts)}${padding(texts)}]${mark}`;
  if (isList(texts)) return texts.map(pseudoText);
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, pseudoText(text)]));
}

function isList(texts: Catalogue): texts is readonly Catalogue[] {
  return Array.isArray(texts);
}

/** The right-to-left mark. First in a text, it tells a client that knows no direction which one the text has. */
const mark = '\u200f';

function padding(text: string): string {
  const words = text.replace(/\{[^{}]*\}/g, '');
  return ' ~~~~'.repeat(Math.ceil(words.length / 15));
}

/** Puts accents on the words alone: not on parameters, nor on the names of cases, nor on placeholders and addresses. */
function disguise(text: string): string {
  let inCases: boolean[] = [false];
  return text
    .split(
      /(\{\w+, (?:plural|select|selectordinal), |\{\w+(?:, number)?\}|\$\{\{\w+\}\}|https?:[^\s)]*|[{}])/,
    )
    .map((part) => {
      if (/^\{\w+, (?:plural|select)/.test(part)) inCases = [...inCases, true];
      else if (part === '{') inCases = [...inCases, false];
      else if (part === '}') inCases = inCases.slice(0, -1);
      else if (!/^(\{|\$\{\{|https?:)/.test(part) && inCases.at(-1) === false) return accented(part);
      return part;
    })
    .join('');
}

const accents: Readonly<Record<string, string>> = {
  ...{ a: 'á', c: 'ç', e: 'é', i: 'í', n: 'ñ', o: 'ö', s: 'š', u: 'ü', y: 'ý', z: 'ž' },
  ...{ A: 'Å', C: 'Ç', E: 'É', I: 'Î', N: 'Ñ', O: 'Ö', S: 'Š', U: 'Ü', Y: 'Ý', Z: 'Ž' },
};

function accented(words: string): string {
  return Array.from(words, (character) => accents[character] ?? character).join('');
}
