/** The most sentences that are made of one pattern. */
const most = 4;

/**
 * The sentences of a pattern such as "[please|] pause [me|my chats]". A few of all that there are: each choice is in one
 * of them where there are not too many.
 */
export function expand(pattern: string): readonly string[] {
  const parts = pattern.split(/[[\]]/).map((part, i) => (i % 2 === 0 ? [part] : part.split('|')));
  const choices = parts.filter((_, i) => i % 2 === 1);
  const all = choices.reduce((product, { length }) => product * length, 1);
  const sentences = new Set<string>();
  for (let turn = 0; sentences.size < Math.min(all, most) && turn < 4 * most; turn += 1) {
    let slot = 0;
    const texts = parts.map((part) => {
      if (part.length > 1) slot += 1;
      return part[(turn + (slot - 1) * Math.floor(turn / part.length)) % part.length] ?? '';
    });
    sentences.add(texts.join('').replace(/\s+/g, ' ').replace(/ ,/g, ',').trim());
  }
  return [...sentences];
}
