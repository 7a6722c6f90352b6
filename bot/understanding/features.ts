/**
 * What the classifier sees of a sentence's words: each word, neighbours, pieces of three and four letters (they survive
 * typos and endings), and the words that a "not" may turn round.
 */
export function featuresOf(
  words: readonly string[],
  negations: ReadonlySet<string>,
  pieces: (word: string) => readonly string[] = piecesOf,
): readonly string[] {
  const features = new Set<string>();
  const isNegated = words.some((word) => negations.has(word));
  words.forEach((word, i) => {
    features.add(`w ${word}`);
    features.add(`p ${words[i - 1] ?? '^'} ${word}`);
    if (i > 1) features.add(`s ${words[i - 2] ?? ''} ${word}`);
    if (isNegated && !negations.has(word)) features.add(`n ${word}`);
    for (const piece of pieces(word)) features.add(piece);
  });
  features.add(`p ${words.at(-1) ?? '^'} $`);
  return [...features];
}

/** Pieces of a word, kept for the next time: examples have many words in common. */
export function rememberedPieces(): (word: string) => readonly string[] {
  const kept = new Map<string, readonly string[]>();
  return (word) => {
    const pieces = kept.get(word) ?? piecesOf(word);
    kept.set(word, pieces);
    return pieces;
  };
}

function piecesOf(word: string): string[] {
  const framed = `<${word}>`;
  const pieces: string[] = [];
  for (const length of [3, 4])
    for (let at = 0; at + length <= framed.length; at += 1) pieces.push(`c ${framed.slice(at, at + length)}`);
  return pieces;
}
