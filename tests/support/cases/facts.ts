import type { Scheme } from '../../../core/records/scheme.ts';
import type { Employee } from '../../../local/organisation/employee.ts';
import { employee, idOf } from '../emulated-graph.ts';
import { listed, type Sentence } from './sentences.ts';

/** What holds before anything happens. */
export interface Beginning {
  /** By first name. */
  readonly people: Map<string, Employee>;
  /** Names of those who add the app and join on Monday 7 December at 08:00. */
  readonly joined: string[];
  readonly met: { readonly one: string; readonly other: string; readonly roundsAgo: number }[];
  /** In how many rounds before the case somebody was silent, or could not be reached. */
  readonly before: { readonly name: string; readonly silent?: number; readonly unreached?: number }[];
  scheme: Partial<Scheme>;
  mailboxes: number;
}

function change(beginning: Beginning, name: string, more: Partial<Employee>): void {
  const person = beginning.people.get(name);
  if (person === undefined) throw new Error(`nobody is called ${name}`);
  beginning.people.set(name, { ...person, ...more });
}

function arrive({ people }: Beginning, names: string): void {
  for (const name of listed(names)) people.set(name, employee(name));
}

function takePart(beginning: Beginning, names: string): void {
  arrive(beginning, names);
  beginning.joined.push(...listed(names));
}

/** What `given` may say about people and the scheme. */
export const facts: readonly Sentence<Beginning>[] = [
  { says: 'NAMES take part', does: takePart },
  { says: 'NAME takes part', does: takePart },
  { says: 'NAMES have not joined yet', does: arrive },
  { says: 'NAME has not joined yet', does: arrive },
  {
    says: 'NAME works CLOCK to CLOCK in ZONE',
    does: (beginning, name = '', workStart = '', workEnd = '', timeZone = '') => {
      change(beginning, name, { workStart, workEnd, timeZone });
    },
  },
  {
    says: 'NAME has a name of NUMBER letters',
    does: (beginning, name = '', count) => {
      change(beginning, name, { name: name.padEnd(Number(count), 'x') });
    },
  },
  {
    says: 'the address of NAME is one that Outlook refuses',
    does: (beginning, name = '') => {
      change(beginning, name, { mail: `${name.toLowerCase()}@contoso` });
    },
  },
  {
    says: 'NAME met NAME in the last round',
    does: ({ met }, one = '', other = '') => void met.push({ one, other, roundsAgo: 1 }),
  },
  {
    says: 'NAME met NAME NUMBER rounds ago',
    does: ({ met }, one = '', other = '', ago) => void met.push({ one, other, roundsAgo: Number(ago) }),
  },
  {
    says: 'NAME is the coordinator',
    does: (beginning, name = '') => {
      const person = beginning.people.get(name);
      if (person === undefined) throw new Error(`nobody is called ${name}`);
      beginning.scheme = { ...beginning.scheme, coordinators: [idOf(person)] };
    },
  },
  {
    says: 'the members choose the time',
    does: (beginning) => {
      beginning.scheme = { ...beginning.scheme, booking: 'suggestions' };
    },
  },
  {
    says: 'the scheme asks each time',
    does: (beginning) => {
      beginning.scheme = { ...beginning.scheme, asking: 'each-time' };
    },
  },
  {
    says: 'rounds are shown before they go out',
    does: (beginning) => {
      beginning.scheme = { ...beginning.scheme, preview: 'timed' };
    },
  },
  {
    says: 'rounds wait for the coordinator',
    does: (beginning) => {
      beginning.scheme = { ...beginning.scheme, preview: 'waits' };
    },
  },
  {
    says: 'NAME was silent for NUMBER rounds',
    does: ({ before }, name = '', rounds) => void before.push({ name, silent: Number(rounds) }),
  },
  {
    says: 'NAME was out of reach for NUMBER rounds',
    does: ({ before }, name = '', rounds) => void before.push({ name, unreached: Number(rounds) }),
  },
  {
    says: 'the product chooses no time for them',
    does: (beginning) => {
      beginning.scheme = { ...beginning.scheme, booksForSilent: false };
    },
  },
  {
    says: 'there are NUMBER mailboxes',
    does: (beginning, count) => {
      beginning.mailboxes = Number(count);
    },
  },
];
