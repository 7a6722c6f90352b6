/**
 * Everybody of 0 … n − 1 in a pair or a trio: each person's next in their group, in a circle. In a pair the next is the partner; a
 * trio a < b < c goes a → b → c → a. So equal divisions are equal arrays.
 */
export type Factor = Int32Array;

export function factorOf(count: number, groups: readonly (readonly number[])[]): Factor {
  const factor = new Int32Array(count).fill(-1);
  for (const group of groups) {
    const members = [...group].sort((a, b) => a - b);
    members.forEach((person, i) => (factor[person] = members[(i + 1) % members.length]!));
  }
  return factor;
}

/** The pairs and trios, each with its least member first. */
export function groupsOf(factor: Factor): number[][] {
  const groups: number[][] = [];
  factor.forEach((second, first) => {
    const third = factor[second]!;
    if (third === first) {
      if (first < second) groups.push([first, second]);
    } else if (first < second && first < third) groups.push([first, second, third]);
  });
  return groups;
}

/** The members of the trio; none when all are in pairs. */
export function trioOf(factor: Factor): number[] {
  return groupsOf(factor).find((group) => group.length === 3) ?? [];
}

/** A 32-bit number made of people's groups, whatever their order (FNV-1a over the sorted pairs). */
export function fingerprint(pairs: readonly (readonly number[])[]): number {
  let hash = 0x811c9dc5;
  const sorted = pairs.map(([a, b]) => Math.min(a!, b!) * 4096 + Math.max(a!, b!)).sort((p, q) => p - q);
  for (const pair of sorted) hash = Math.imul(hash ^ pair, 0x01000193);
  return hash >>> 0;
}
