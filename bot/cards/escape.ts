/**
 * Words as they are. Teams renders Markdown in text blocks, and names come from outside: none of them may become a link,
 * a date or a list. Marks are escaped.
 */
export function plain(words: string): string {
  return apart(words)
    .replace(/[\\`*_~<[\]]|&(?=#?\w+;)/g, '\\$&')
    .replace(/^[#>+-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** Words for places where it depends on the client whether Markdown is rendered: without marks. */
export function unmarked(words: string): string {
  return apart(words).replace(/[\\`*_~<>[\]]/g, '');
}

/** On one line, and with an invisible word joiner in whatever clients make links, dates or placeholders of. */
function apart(words: string): string {
  return words
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .trim()
    .replace(/[{$](?=\{)|\/(?=\/)|\.(?=\p{L})/gu, '$&\u2060')
    .replace(/@/g, '\u2060@');
}
