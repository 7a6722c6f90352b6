import { decodeHTML } from 'entities';
import type { CommandName, HalfDay } from '../../core/words/en/typed.ts';
import { languages } from '../../core/words/languages.ts';
import type { Words } from '../../core/words/words.ts';
import type { Command } from './command.ts';
import { readDate } from './read-date.ts';

/**
 * Reads a typed command in the person's language or in English, in any case, with or without a full stop or a mention
 * of the bot. A day without a year is counted from `today`, an ISO date.
 * @example readTyped('Pause until 14 January', en, '2026-12-07') → { kind: 'pause', scheme: null, until: '2027-01-14'
 * }
 */
export function readTyped(text: string, words: Words, today: string | null): Command {
  const said = tidy(text);
  for (const spoken of new Set([words, languages[0]])) {
    const command = readIn(said, spoken, today);
    if (command !== null) return command;
  }
  return { kind: 'unknown' };
}

function readIn(said: string, words: Words, today: string | null): Command | null {
  for (const hours of ['morning', 'afternoon', 'either'] satisfies HalfDay[]) {
    if (words.typed[hours].includes(said)) return { kind: 'prefer', scheme: null, hours };
  }
  for (const kind of commandNames) {
    for (const phrase of words.typed[kind]) {
      if (said !== phrase && !said.startsWith(`${phrase} `)) continue;
      const command = readArguments(kind, said.slice(phrase.length).trim(), words, today);
      if (command !== null) return command;
    }
  }
  return null;
}

const commandNames: readonly CommandName[] = [
  'my-pairing',
  'other-times',
  'settings',
  'help',
  'join',
  'pause',
  'leave',
];

function readArguments(kind: CommandName, rest: string, words: Words, today: string | null): Command | null {
  switch (kind) {
    case 'help':
    case 'my-pairing':
    case 'other-times':
    case 'settings':
      return rest === '' ? { kind } : null;
    case 'join':
    case 'leave': {
      if (rest === '') return { kind, scheme: null };
      return isSchemeId(rest) ? { kind, scheme: rest } : null;
    }
    case 'pause':
      return readPause(rest, words, today);
  }
}

/** Reads `[scheme] [until] [date]`. Everything after "until" must be a date. */
function readPause(rest: string, words: Words, today: string | null): Command | null {
  if (rest === '') return { kind: 'pause', scheme: null, until: null };
  // "pause" is a word of many languages, so English may follow it in any of them.
  const until = [...words.typedUntil, ...languages[0].typedUntil]
    .sort((a, b) => b.length - a.length)
    .map((word) => `${word} `);
  const [first = '', ...others] = rest.split(' ');
  const second = others.join(' ');

  if (until.includes(`${rest} `)) return { kind: 'date-unclear' };
  const direct = until.find((word) => rest.startsWith(word));
  if (direct !== undefined) return pauseUntil(null, rest.slice(direct.length), today);
  const date = readDate(rest, today);
  if (date !== null) return { kind: 'pause', scheme: null, until: date };

  if (!isSchemeId(first)) return { kind: 'date-unclear' };
  if (second === '') return { kind: 'pause', scheme: first, until: null };
  const later = until.find((word) => second.startsWith(word));
  return pauseUntil(first, later === undefined ? second : second.slice(later.length), today);
}

function pauseUntil(scheme: string | null, written: string, today: string | null): Command {
  const until = readDate(written, today);
  return until === null ? { kind: 'date-unclear' } : { kind: 'pause', scheme, until };
}

function isSchemeId(text: string): boolean {
  return /^[a-z][a-z0-9-]{0,39}$/.test(text);
}

/**
 * The words alone: in lower case, with single spaces and plain hyphens, without HTML, mention, invisible characters,
 * Markdown, quotes and closing punctuation. Each step takes time in proportion to the text.
 */
function tidy(text: string): string {
  const words = decodeHTML(text)
    .normalize()
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/<(?!\/?at\b)[^<>]*>/gi, ' ')
    .replace(/<at\b[^<>]*>[^<>]*<\/at>/gi, ' ')
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/["'“”„‟‘’‚‛«»‹›「」『』`´*_~#<>()[\]\\]/g, '')
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[-+•· ]+/, '');
  return withoutClosing(words).toLowerCase();
}

const closing = new Set(' .,:;!?…');

/** Without spaces and punctuation at the end. A single question mark stays: it asks for help. */
function withoutClosing(words: string): string {
  let end = words.length;
  while (end > 1 && closing.has(words.charAt(end - 1))) end -= 1;
  return words.slice(0, end);
}
