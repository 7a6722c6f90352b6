/**
 * Finds the word that somebody meant: the known one that is one slip away, or two in a word of eight letters or more. A
 * slip is a letter too many, too few, another one, or two that changed places.
 * @param known words by how often they are used; of equally near ones the most used wins
 * @returns the word itself when it is known or too short, or nothing is near
 */
export function spellingOf(known: ReadonlyMap<string, number>): (word: string) => string {
  const byLength = new Map<number, string[]>();
  for (const word of known.keys()) byLength.set(word.length, [...(byLength.get(word.length) ?? []), word]);
  return (word) => {
    if (known.has(word) || word.length < 4 || word.length > 40) return word;
    const most = word.length < 8 ? 1 : 2;
    let best = word;
    let fewest = most + 1;
    for (let length = word.length - most; length <= word.length + most; length += 1) {
      for (const candidate of byLength.get(length) ?? []) {
        if (candidate.length < 4) continue;
        const slips = distance(word, candidate);
        if (slips < fewest || (slips === fewest && (known.get(candidate) ?? 0) > (known.get(best) ?? 0))) {
          best = candidate;
          fewest = slips;
        }
      }
    }
    return fewest <= most ? best : word;
  };
}

/** Slips between two words: optimal string alignment. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const other = a[i - 1] === b[j - 1] ? 0 : 1;
      let slips = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + other);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) slips = Math.min(slips, (before[j - 2] ?? 0) + 1);
      row.push(slips);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
