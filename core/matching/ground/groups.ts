/** The two or three pairs of people of a group. */
export function pairsOf(members: readonly number[]): (readonly [number, number])[] {
  return members.flatMap((a, i) => members.slice(i + 1).map((b) => [a, b] as const));
}
