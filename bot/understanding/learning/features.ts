/** What is known of words. */
export interface Vocabulary {
  readonly isNegation: (word: string) => boolean;
  /** Whether hardly any example has the word: then it may be about anything. */
  readonly isRare: (word: string) => boolean;
  /** Words with `@group` in the place of those that are in one (groups.ts). */
  readonly group: (words: readonly string[]) => readonly string[];
}

/** Letters of a piece of a word. Pieces survive typos and endings. */
const pieceLength = 5;

/**
 * What the classifier sees of a sentence: its words, those that a "not" may turn round, neighbours, pieces of words; the same of groups of
 * words, and each two groups that are in it; and how many words are rare.
 */
export function featuresOf(words: readonly string[], vocabulary: Vocabulary): readonly string[] {
  const features = new Set<string>();
  const isNegated = words.some(vocabulary.isNegation);
  let rare = 0;
  words.forEach((word, i) => {
    const last = words[i - 1] ?? '^';
    features.add(`w ${word}`);
    features.add(`p ${last} ${word}`);
    if (i > 1) features.add(`s ${words[i - 2] ?? ''} ${word}`);
    if (isNegated && !vocabulary.isNegation(word)) features.add(`n ${word}`);
    for (const piece of piecesOf(word)) features.add(piece);
    if (vocabulary.isRare(word)) {
      rare += 1;
      features.add(`r ${last}`);
    }
  });
  features.add(`p ${words.at(-1) ?? '^'} $`);
  if (rare > 0) features.add('rare');
  if (rare > 1) features.add('rare-twice');
  if (rare > 0 && rare * 2 >= words.length) features.add('rare-mostly');
  addGroups(features, vocabulary.group(words), isNegated);
  return [...features];
}

function addGroups(features: Set<string>, tokens: readonly string[], isNegated: boolean): void {
  const isGroup = (token: string) => token.startsWith('@');
  tokens.forEach((token, i) => {
    const last = tokens[i - 1] ?? '^';
    const before = tokens[i - 2];
    if (isGroup(token) || isGroup(last)) features.add(`gp ${last} ${token}`);
    if (before !== undefined && (isGroup(token) || isGroup(before))) features.add(`gs ${before} ${token}`);
    if (!isGroup(token)) return;
    features.add(`g ${token}`);
    if (isNegated) features.add(`gn ${token}`);
    for (const other of tokens.slice(0, i)) {
      if (!isGroup(other) || other === token) continue;
      features.add(`go ${other} ${token}`);
      features.add(`gg ${[other, token].sort().join(' ')}`);
    }
  });
}

function piecesOf(word: string): string[] {
  const framed = `<${word}>`;
  const pieces: string[] = [];
  for (let at = 0; at + pieceLength <= framed.length; at += 1)
    pieces.push(`c ${framed.slice(at, at + pieceLength)}`);
  return pieces;
}
