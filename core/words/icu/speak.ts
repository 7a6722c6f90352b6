import { IntlMessageFormat } from 'intl-messageformat';
import type { Catalogue, Spoken } from './text.ts';

/**
 * Makes a catalogue speak. A text is parsed when it is first said.
 * @param tag BCP 47: the language whose plurals and numbers the texts use
 */
export function speak<const Texts extends Catalogue>(texts: Texts, tag: string): Spoken<Texts> {
  return spoken(texts, tag) as Spoken<Texts>;
}

function spoken(texts: Catalogue, tag: string): unknown {
  if (texts === true) return true;
  if (isParsed(texts)) return sentence(texts.parsed, tag);
  if (typeof texts === 'string') return texts.includes('{') ? sentence(texts, tag) : texts;
  if (Array.isArray(texts)) return texts.map((text: Catalogue) => spoken(text, tag));
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, spoken(text, tag)]));
}

/** A text with parameters as it is in the tab, whose texts are parsed when it is built. */
interface Parsed {
  readonly parsed: ReturnType<IntlMessageFormat['getAst']>;
}

function isParsed(texts: Catalogue | Parsed): texts is Parsed {
  return typeof texts === 'object' && 'parsed' in texts;
}

function sentence(
  text: string | Parsed['parsed'],
  tag: string,
): (values: Record<string, string | number>) => string {
  let format: IntlMessageFormat | undefined;
  return (values) => {
    // No tags: a name may have a "<" in it, and HTML is escaped where HTML is made.
    format ??= new IntlMessageFormat(text, tag, undefined, { ignoreTag: true });
    return String(format.format(values));
  };
}
