import { type MeasuredMonth, stages } from './month.ts';
import { added, type Counts, type CountsByWork, total } from './request-counts.ts';

/** A figure of a month, and its goal where there is one. */
interface Figure {
  readonly name: string;
  readonly of: (month: MeasuredMonth) => number;
  readonly goal?: number;
  /** Whether the goal is for this size; for all when left out. */
  readonly concerns?: (month: MeasuredMonth) => boolean;
}

const requests = ({ graph }: MeasuredMonth) => total(added(...stages.map((stage) => graph[stage])));
const inAll = (counts: CountsByWork) => total(added(...Object.values(counts)));
const limits = ({ limitSeconds }: MeasuredMonth) => limitSeconds.invitations + limitSeconds.messages;
const isLarge = ({ people }: MeasuredMonth) => people >= 1_000;

const figures: readonly Figure[] = [
  { name: 'pairings', of: ({ pairings }) => pairings },
  { name: 'declined', of: ({ acts }) => acts.decline ?? 0 },
  { name: 'left', of: ({ acts }) => acts.leave ?? 0 },
  { name: 'accepted', of: ({ acts }) => acts.accept ?? 0 },
  { name: 'mailboxes', of: ({ mailboxes }) => mailboxes },
  {
    name: 'Graph requests a pairing, to book',
    of: ({ graph, pairings }) => total(graph.booking) / pairings,
    goal: 1.15,
  },
  {
    name: 'answer reads a mailbox',
    of: ({ graph, mailboxes }) => total(graph['answer reads']) / mailboxes,
    goal: 130,
  },
  {
    name: 'Graph requests a pairing, all together',
    of: (month) => requests(month) / month.pairings,
    goal: 3.5,
    concerns: isLarge,
  },
  { name: 'Graph requests', of: requests, goal: 300, concerns: (month) => !isLarge(month) },
  {
    name: 'storage requests a pairing, without messages',
    of: ({ storage, pairings }) => inAll(storage) / pairings,
    goal: 10,
  },
  {
    name: 'storage requests a message',
    of: ({ storageForMessages, messages }) => inAll(storageForMessages) / messages,
    goal: 4,
  },
  { name: 'storage requests with nobody in it', of: ({ storageOfNobody }) => inAll(storageOfNobody) },
  { name: 'messages a pairing', of: ({ messages, pairings }) => messages / pairings },
  { name: 'peak MB', of: ({ peakMemoryMb }) => peakMemoryMb, goal: 300 },
  { name: 'processor seconds', of: ({ ownSeconds }) => ownSeconds },
  { name: 'of which with nobody in it', of: ({ ownSecondsOfNobody }) => ownSecondsOfNobody },
  { name: 'seconds, neighbours included', of: ({ wallSeconds }) => wallSeconds },
  { name: 'seconds of the limit of invitations', of: ({ limitSeconds }) => limitSeconds.invitations },
  { name: 'seconds of the limit of messages', of: ({ limitSeconds }) => limitSeconds.messages },
  {
    name: 'own share of the limits, %',
    of: (month) => (100 * month.ownSeconds) / limits(month),
    goal: 10,
    concerns: isLarge,
  },
  { name: 'came back', of: ({ failures }) => failures },
];

/** Prints months, one column each. A figure beyond its goal is marked. */
export function printMonths(months: readonly MeasuredMonth[]): void {
  const row = (cell: (month: MeasuredMonth) => number | string) =>
    months.map((month) => [`${month.people} people`, cell(month)] as const);
  console.log('A month');
  console.table(
    Object.fromEntries(
      figures.map(({ name, of, goal, concerns = () => true }) => {
        const cells = row((month) => {
          const value = of(month);
          return goal !== undefined && concerns(month) && value > goal ? `${short(value)} !` : short(value);
        });
        return [name, Object.fromEntries([...cells, ['goal', goal ?? '']])];
      }),
    ),
  );

  console.log('Graph requests, a pairing, by stage and kind');
  printByKind(row, ({ graph }) => graph);
  console.log('Storage requests, a pairing, by work and kind, beyond a month with nobody in it');
  printByKind(row, ({ storage }) => storage);
  console.log('Storage requests for messages, a pairing, by work and kind');
  printByKind(row, ({ storageForMessages }) => storageForMessages);
  console.log('Storage requests of a month with nobody in it');
  printByKind(
    row,
    ({ storageOfNobody }) => storageOfNobody,
    () => 1,
  );

  function printByKind(
    columns: typeof row,
    countsOf: (month: MeasuredMonth) => CountsByWork,
    per: (month: MeasuredMonth) => number = ({ pairings }) => pairings,
  ): void {
    const flat = (month: MeasuredMonth): Counts =>
      Object.fromEntries(
        Object.entries(countsOf(month)).flatMap(([part, counts]) =>
          Object.entries(counts).map(([kind, count]) => [`${part} · ${kind}`, count] as const),
        ),
      );
    const kinds = [...new Set(months.flatMap((month) => Object.keys(flat(month))))].sort();
    console.table(
      Object.fromEntries(
        kinds.map((kind) => [
          kind,
          Object.fromEntries(columns((month) => short((flat(month)[kind] ?? 0) / per(month)))),
        ]),
      ),
    );
  }
}

function short(value: number): number {
  return Number(value.toPrecision(3));
}
