// node bench/matching/main.ts [--json] [--sizes 10000,100000,1000000]
import { parseArgs } from 'node:util';
import { exact } from './exact.ts';
import { oddGroups } from './odd-groups.ts';
import { scale } from './scale.ts';
import { seasons } from './seasons.ts';
import { silos } from './silos.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    sizes: { type: 'string', default: '10000,100000,200000,500000,1000000' },
  },
});
const figures = {
  node: process.version,
  exact: exact(),
  seasons: seasons([12, 18, 30, 50], 5),
  oddGroups: oddGroups(
    Array.from({ length: 19 }, (_, i) => 5 + 2 * i),
    3,
  ),
  silos: silos(
    [
      [300, 10],
      [2000, 71],
    ],
    10,
  ),
  scale: scale(values.sizes.split(',').map(Number)),
  /** Of this whole process with all inputs, in megabytes. */
  peakMemoryMb: process.resourceUsage().maxRSS / 1024,
};

if (values.json) console.log(JSON.stringify(figures, null, 2));
else {
  const round = (value: number): number => Number(value.toPrecision(3));
  console.log('Exact, 400 people');
  console.table(
    figures.exact.map((row) => ({
      costs: row.costs,
      'engine ms': round(row.engineMs),
      'edmonds-blossom ms': round(row.edmondsBlossomMs),
      'times faster': round(row.timesFaster),
      'same cost': row.engineCost === row.edmondsBlossomCost,
    })),
  );
  console.log('Pairs who meet again in n − 1 rounds of the same n people, on average');
  console.table(figures.seasons.map(({ people, rounds, repeats }) => ({ people, rounds, ...repeats })));
  console.log(
    'Rounds without a repeat in odd groups that stay the same, beside the counting bound n(n − 1) / (n + 3)',
  );
  console.table(figures.oddGroups.map((row) => ({ ...row, countingBound: round(row.countingBound) })));
  console.log('Rounds until pairs of departments have met, 80 % of the pairings meeting, on average');
  console.table(
    figures.silos.map(({ people, departments, percent, rounds }) => ({
      people,
      departments,
      percent,
      ...rounds,
    })),
  );
  console.log('Scale, 24 rounds of history');
  console.table(
    figures.scale.map((row) => ({
      people: row.people,
      'shuffle ms': round(row.shuffleMs),
      'engine ms': round(row.engineMs),
      'prefer-new ms': round(row.preferNewMs),
      ratio: round(row.ratio),
      'per doubling': row.perDoubling === null ? '' : round(row.perDoubling),
      cost: Object.values(row.engine.cost).join(' '),
      bound: Object.values(row.engine.bound).join(' '),
    })),
  );
  console.log(
    `Peak memory of this process, with the organisations of all sizes: ${Math.round(figures.peakMemoryMb)} MB`,
  );
  console.log('The same for others: pairs without any time in common, repeats, closeness');
  console.table(
    figures.scale.flatMap(({ people, shuffle, preferNew }) => [
      { people, who: 'shuffle', ...shuffle },
      { people, who: 'prefer new', ...preferNew },
    ]),
  );
}
