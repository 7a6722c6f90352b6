import { fold } from './plain-words.ts';
import { people } from './tables.ts';

/**
 * The name in a sentence, as written, without titles: "never pair me with Dr Anna Müller" → "Anna Müller". Names after a
 * word such as "with" come before others, and so do capital letters. Null when there is none.
 */
export function readPerson(said: string): string | null {
  const words = said.match(/[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*/gu) ?? [];
  const plain = words.map((word) => fold(word).replace(/-/g, ''));
  const isTitle = (at: number) => people.titles.includes(plain[at] ?? '');
  const isNone = (at: number) => people.roles.includes(plain[at] ?? '');
  const isEnd = (at: number) => isNone(at) || people.after.includes(plain[at] ?? '');
  const isCapital = (at: number) => /^\p{Lu}/u.test(words[at] ?? '');

  function nameFrom(start: number, needsCapital: boolean): string | null {
    let at = start;
    while (at < words.length && (isTitle(at) || isNone(at))) at += 1;
    const name: string[] = [];
    for (; at < words.length && name.length < 4; at += 1) {
      if (isTitle(at)) continue;
      const isParticle =
        name.length > 0 &&
        /^(van|von|de|der|den|di|da|la|le|al|el|zu)$/.test(words[at] ?? '') &&
        isCapital(at + 1);
      if (!isParticle && (isEnd(at) || (needsCapital && !isCapital(at)))) break;
      name.push(words[at] ?? '');
    }
    return name.length === 0 ? null : name.join(' ');
  }

  const starts = words.flatMap((_, at) => (people.before.includes(plain[at] ?? '') ? [at + 1] : []));
  const titled = words.flatMap((_, at) => (isTitle(at) ? [at] : []));
  for (const needsCapital of [true, false]) {
    for (const start of [...titled, ...starts]) {
      const name = nameFrom(start, needsCapital);
      if (name !== null) return name;
    }
    // "Tom and I do not get on", "Thomas Berger ausschließen"
    for (let start = 0; needsCapital && start < words.length; start += 1) {
      const isVerb = start === 0 && people.before.includes(plain[0] ?? '');
      if (!isVerb && isCapital(start) && !isEnd(start) && (start > 0 || isCapital(1) || isEnd(1))) {
        const name = nameFrom(start, true);
        if (name !== null) return name;
      }
    }
  }
  return null;
}
