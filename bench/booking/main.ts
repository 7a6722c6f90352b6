// node bench/booking/main.ts [--month] [--json] [--sizes 100,1000,10000] [--node='--max-old-space-size=256']: a whole month
// instead of pairing and booking; options of Node for the product's process, --node= for none
import { parseArgs } from 'node:util';
import { measureRound, type Measured } from './measure.ts';
import { type MeasuredMonth, measureMonth } from './month.ts';
import { printMonths } from './month-tables.ts';
import { type Counts, total } from './request-counts.ts';

const { values } = parseArgs({
  options: {
    month: { type: 'boolean' },
    json: { type: 'boolean' },
    sizes: { type: 'string', default: '100,1000,10000' },
    // With plenty of memory Node collects garbage late. This limit shows what the product needs.
    node: { type: 'string', default: '--max-old-space-size=116 --max-semi-space-size=16' },
  },
});
/** How many people one organiser's mailbox invites. */
const peopleAMailbox = 200;
const faults = { throttle: 0.05, fail: 0.01 };
const nodeOptions = values.node.split(' ').filter((option) => option !== '');

const sizes = values.sizes
  .split(',')
  .map(Number)
  .map((people) => ({ people, mailboxes: Math.ceil(people / peopleAMailbox), nodeOptions }));
const rounds: Measured[] = [];
const months: MeasuredMonth[] = [];
for (const size of sizes) {
  if (values.month) months.push(await measureMonth(size));
  else for (const some of [null, faults]) rounds.push(await measureRound({ ...size, faults: some }));
}

const results = values.month ? { months } : { rounds };
if (values.json) console.log(JSON.stringify({ node: process.version, ...results }, null, 2));
else if (values.month) printMonths(months);
else printRounds(rounds);

function printRounds(rounds: readonly Measured[]): void {
  const named = rounds.map((round) => ({
    round,
    name: `${round.people} people${round.faults === null ? '' : ', faults'}`,
  }));
  console.log('Rounds');
  console.table(
    Object.fromEntries(
      named.map(({ name, round }) => {
        const each = (count: number) => short(count / round.pairings);
        const told = total(round.storageToBook) + total(round.storageToTell);
        return [
          name,
          {
            pairings: round.pairings,
            mailboxes: round.mailboxes,
            'Graph requests a pairing': each(total(round.requests)),
            'HTTP round trips a pairing': each(total(round.roundTrips)),
            'storage requests a pairing, to book': each(total(round.storageToBook)),
            'and to tell': each(told),
            'peak MB': Math.round(round.peakMemoryMb),
            seconds: short(round.seconds),
            'of which Azurite': short(round.azuriteSeconds),
            'bare loop': short(round.bareSeconds),
            'times as long': short(timesAsLong(round, 0)),
            'and without Azurite': short(timesAsLong(round, round.azuriteSeconds)),
            'minutes waited': short(round.waitedMinutes),
            'answered 429': round.throttled,
            'answered 5xx': round.failed,
            'came back': round.failures,
          },
        ];
      }),
    ),
  );
  const byKind = (title: string, countsOf: (round: Measured) => Counts) => {
    console.log(`${title}, a pairing, by kind`);
    const kinds = [...new Set(rounds.flatMap((round) => Object.keys(countsOf(round))))].sort();
    const row = (kind: string) =>
      named.map(({ name, round }) => [
        name,
        Number(((countsOf(round)[kind] ?? 0) / round.pairings).toPrecision(3)),
      ]);
    console.table(
      Object.fromEntries(
        kinds.map((kind) => [kind, Object.fromEntries(row(kind)) as Record<string, number>]),
      ),
    );
  };
  byKind('Graph requests', ({ requests }) => requests);
  byKind('HTTP round trips to Graph', ({ roundTrips }) => roundTrips);
  byKind('Storage requests up to the last invitation', ({ storageToBook }) => storageToBook);
  byKind('Storage requests from there until everybody is told', ({ storageToTell }) => storageToTell);
}

function short(value: number | null): number | string {
  return value === null ? '' : Number(value.toPrecision(3));
}

/** A round's time divided by the bare loop's, leaving out `without` seconds. */
function timesAsLong({ seconds, bareSeconds }: Measured, without: number | null): number | null {
  return bareSeconds === null || without === null ? null : (seconds - without) / bareSeconds;
}
