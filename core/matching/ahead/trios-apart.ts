/** Steps of the search before it gives up. */
const PATIENCE = 2000;

export function haveNobodyInCommon(one: readonly number[], other: readonly number[]): boolean {
  return !one.some((person) => other.includes(person));
}

/**
 * Whether the trios of the rounds to come can be put in an order in which nobody is in two running, after the given one: a path through all
 * of them. Trios with the fewest ways on are tried first (Warnsdorff 1823). False also when none was found in time.
 */
export function canComeApart(first: readonly number[], rest: readonly (readonly number[])[]): boolean {
  let steps = PATIENCE;
  const goOn = (from: readonly number[], left: readonly (readonly number[])[]): boolean => {
    if (left.length === 0) return true;
    if (steps-- <= 0) return false;
    const waysOn = (trio: readonly number[]): number =>
      left.filter((other) => haveNobodyInCommon(trio, other)).length;
    return left
      .filter((trio) => haveNobodyInCommon(from, trio))
      .map((trio) => ({ trio, ways: waysOn(trio) }))
      .sort((a, b) => a.ways - b.ways)
      .some(({ trio }) =>
        goOn(
          trio,
          left.filter((other) => other !== trio),
        ),
      );
  };
  return goOn(first, rest);
}
