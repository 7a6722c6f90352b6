/** Groups of positions 0 … n − 1. */
type Round = readonly (readonly number[])[];

/**
 * Rounds for n positions, one trio in each when n is odd, in which no two positions are together twice: as many as there can be.
 * Even n: n − 1. Odd n: the whole part of n(n − 1) / (n + 3), for a round uses (n + 3) / 2 of the n(n − 1) / 2
 * pairs; but 1 for five positions and 3 for seven, which is found by trying all. None for n below 9 and odd.
 */
export function roundsOfPositions(n: number): Round[] {
  if (n % 2 === 0) return turning(n - 1, n, circle);
  if (n === 9 || n === 11) return (n === 9 ? NINE : ELEVEN).map(readRound);
  return n < 9 ? [] : turning(n - 4, n, circleWithTrio);
}

/** The first round turned about: positions below `turns` move on by one from round to round, the others stand still. */
function turning(turns: number, n: number, first: (turns: number, n: number) => Round): Round[] {
  const round = first(turns, n);
  return Array.from({ length: turns }, (_, k) =>
    round.map((positions) =>
      positions.map((position) => (position < turns ? (position + k) % turns : position)),
    ),
  );
}

/** The circle method (Kirkman 1847): the pairs −i, i have every distance once, and 0 meets the position that stands still. */
function circle(turns: number, n: number): Round {
  return [[n - 1, 0], ...symmetricPairs(turns, 1)];
}

/**
 * The same with four positions that stand still and one trio. Of the pairs −i, i those of 1, 2 and 3 have the distances 2, 4 and 6, as the
 * trio −3, −1, 3 has; the positions left, 0, 1, −2 and 2, meet the four that stand still. So every distance comes once, and n − 4 rounds
 * are without a repeat; the whole part of n(n − 1) / (n + 3) = n − 4 + 12 / (n + 3). Two trios have somebody in common when
 * their rounds are 2, 4 or 6 apart.
 */
function circleWithTrio(turns: number): Round {
  const stillMeet = [0, 1, turns - 2, 2].map((position, i) => [turns + i, position]);
  return [[turns - 3, turns - 1, 3], ...stillMeet, ...symmetricPairs(turns, 4)];
}

function symmetricPairs(turns: number, from: number): Round {
  const pairs: number[][] = [];
  for (let i = from; i <= (turns - 1) / 2; i++) pairs.push([turns - i, i]);
  return pairs;
}

/** Found by search. Six rounds use up all pairs; then some two trios running must share a person, as trying all shows. */
const NINE = ['457 06 13 28', '018 24 35 67', '236 07 15 48', '568 02 14 37', '127 05 38 46', '034 16 25 78'];

/** Found by search (turned about, any two trios of eleven would share a person): here none does with the next. */
const ELEVEN = [
  '16A 04 27 38 59',
  '457 06 18 2A 39',
  '019 25 37 46 8A',
  '678 05 12 34 9A',
  '249 0A 17 36 58',
  '135 07 26 4A 89',
  '028 14 3A 56 79',
];

function readRound(line: string): Round {
  return line
    .split(' ')
    .map((positions) => Array.from(positions, (position) => Number.parseInt(position, 16)));
}
