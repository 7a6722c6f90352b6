import { decodeHTML } from 'entities/lib/decode.js';

/**
 * The text that somebody typed, without what Teams puts around it: HTML, the mention of the bot, invisible characters,
 * Markdown and quotes. Each step takes time in proportion to the text.
 */
export function tidy(text: string): string {
  return decodeHTML(text)
    .normalize()
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/<(?!\/?at\b|3)[^<>]*>/gi, ' ')
    .replace(/<at\b[^<>]*>[^<>]*<\/at>/gi, ' ')
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/["“”„‟«»‹›「」『』*_~#[\]\\]/g, '')
    .replace(/[‘’‚‛`´]/g, "'")
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s+/g, ' ')
    .trim();
}
