// node bench/desk/main.ts [--sizes 1000,10000] [--json]: what a coordinator reads of a round in its meeting week, with Azurite
import { TableClient } from '@azure/data-tables';
import { ContainerClient } from '@azure/storage-blob';
import { parseArgs } from 'node:util';
import { blobStorage } from '../../adapters/blobs/storage.ts';
import { tableNames, tableStorage } from '../../adapters/tables/storage.ts';
import { readToday } from '../../core/operating/read-today.ts';
import type { Storage } from '../../core/ports/storage.ts';
import { personId, stranger } from '../../core/records/person.ts';
import { pairingMessageKey } from '../../core/records/keys.ts';
import type { PlannedPairing } from '../../core/records/plans/plan.ts';
import { defaultScheme } from '../../core/records/scheme.ts';
import { concurrently } from '../../core/shared/concurrently.ts';
import { inPartsOf } from '../../core/shared/in-parts.ts';
import { minute } from '../../core/time/interval.ts';
import { slotAt } from '../../core/time/slot.ts';
import { readPairings } from '../../core/views/desk/pairings.ts';
import { readPeople } from '../../core/views/desk/people.ts';
import { readPeopleFile } from '../../core/views/desk/people-file.ts';
import { readRound } from '../../core/views/rounds.ts';
import { startAzurite } from '../../local/host/azurite.ts';
import { staffOf, tenant } from '../booking/organisation.ts';

const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '1000,10000' }, json: { type: 'boolean' } },
});

const key = { scheme: 'unmentoring', round: '2026-12-14' } as const;
const weekStart = Date.parse('2026-12-14T00:00:00Z');
const tuesday = weekStart + 24 * 60 * minute;
/** Meetings in everybody's history. */
const historyLength = 24;
/** The pages of the tab. */
const limit = 500;
const turns = 5;

/** What left storage. */
const traffic = { requests: 0, bytes: 0 };
const azurite = await startAzurite(null);
try {
  for (const people of values.sizes.split(',').map(Number)) {
    const storage = await emptyStorage(`n${people}`);
    await store(storage, people);
    const found = await measure(storage, people);
    if (values.json) console.log(JSON.stringify({ node: process.version, people, found }));
    else {
      console.log(`\n${people} people`);
      console.table(found);
    }
  }
} finally {
  await azurite.stop();
}

async function emptyStorage(name: string): Promise<Storage> {
  const { connectionString } = azurite;
  const counting = {
    name: 'counting',
    async sendRequest(request: never, next: (request: never) => Promise<{ bodyAsText?: string | null }>) {
      const answer = await next(request);
      traffic.requests += 1;
      traffic.bytes += answer.bodyAsText?.length ?? 0;
      return answer;
    },
  };
  const options = {
    allowInsecureConnection: true,
    additionalPolicies: [{ policy: counting as never, position: 'perCall' as const }],
  };
  const tables = new Map(
    tableNames.map((of) => [of, TableClient.fromConnectionString(connectionString, `${name}${of}`, options)]),
  );
  await Promise.all([...tables.values()].map((table) => table.createTable()));
  const blobs = new ContainerClient(connectionString, `rounds-${name}`);
  await blobs.create();
  const table = (of: (typeof tableNames)[number]) => {
    const found = tables.get(of);
    if (found === undefined) throw new Error(`there is no table "${of}"`);
    return found;
  };
  return {
    ...tableStorage(table, () => undefined),
    ...blobStorage(
      () => blobs,
      () => undefined,
    ),
  };
}

/** Stores the round: everybody is paired, booked and told; a third accepted, and one of a hundred was not reached. */
async function store(storage: Storage, people: number): Promise<void> {
  const staff = staffOf(people).map(({ oid, ...one }) => ({ ...one, id: personId(tenant, oid) }));
  await storage.schemes.insert(defaultScheme(0));
  const at = weekStart - 4 * 24 * 60 * minute;
  await storage.rounds.insert({
    ...key,
    number: historyLength + 1,
    stage: 'meeting',
    seed: 1,
    weekStart,
    weekEnd: weekStart + 7 * 24 * 60 * minute,
    answersCheckedAt: tuesday,
    lookedAheadAt: tuesday,
    directoryReadAt: at,
    nextMeetingAt: null,
    lastMeetingEndsAt: null,
    nextMessageAt: null,
    closeAt: null,
    repairs: 0,
  });
  const pairs = inPartsOf(2, staff);
  const planned = pairs.map((members, i): PlannedPairing => ({
    id: `p${String(i + 1).padStart(5, '0')}`,
    members: members.map(({ id }) => id),
    minutes: 30,
    slots: [0, 1, 2, 3, 4].map((n) => slotAt(tuesday + ((i * 7 + n) % 96) * 15 * minute, 30)),
    lastMet: null,
    closeness: 0,
    newLink: null,
  }));
  const cost = { unplaced: 0, trios: 0, repeats: 0, closeness: 0, coverage: 0 };
  const plan = { ...key, number: historyLength + 1, seed: 1, pairings: planned, unplaced: [] };
  await storage.plans.putFirst({ ...plan, cost, bound: cost, optimal: true });
  const changes = planned.map(({ id: pairing, ...one }, i) => {
    const [slot] = one.slots;
    if (slot === undefined) throw new Error('every pairing has a slot');
    const event = {
      kind: 'made',
      id: `AAMkAD-${pairing}`.padEnd(150, 'x'),
      slot,
      members: one.members,
      joinUrl: 'https://teams.microsoft.com/l/meetup-join/19%3ameeting'.padEnd(180, 'y'),
    } as const;
    const messages = one.members.map((person, nth) => ({
      ...key,
      key: pairingMessageKey({ ...key, pairing, revision: 0 }, person),
      person,
      pairing,
      revision: 0,
      said: { kind: 'pairing', news: 'booked', because: null, insteadOf: null, passedOver: false } as const,
      state: (2 * i + nth) % 100 === 0 ? ('unreachable' as const) : ('sent' as const),
      at,
      notBefore: null,
      activity: '1607594400000',
    }));
    const [first = ''] = one.members;
    const value = {
      ...key,
      ...one,
      pairing,
      organiser: 'coffee0@council.example',
      event,
      readAt: at,
      revision: 0,
      choicesSince: 0,
      generation: 0,
      moves: 0,
      handled: {},
      nudged: [],
      followUps: {},
      state: 'booked' as const,
      answers: i % 3 === 0 ? { [first]: 'accepted' as const } : {},
    };
    return { value, version: null, messages };
  });
  await storage.pairings.writeWith(changes);
  await storage.placements.insertMissing(
    planned.flatMap(({ id: pairing, members }) =>
      members.map((person) => ({ ...key, person, pairing, reason: null, repair: 0, changedAt: null })),
    ),
  );
  await storage.participants.insertMissing(
    staff.map(({ id: person }, i) => ({
      scheme: key.scheme,
      person,
      status: 'active' as const,
      pausedUntil: null,
      withdrewAt: null,
      joinedAt: 0,
      meetings: Array.from({ length: historyLength }, (_, n) => ({
        number: n + 1,
        round: '2026-11-09',
        with: [planned[(i + n) % planned.length]?.members[0] ?? person],
        met: true,
        spent: true,
      })),
      preferences: null,
      awkward: 0,
    })),
  );
  await concurrently(inPartsOf(100, staff), (part) =>
    storage.people.write(
      part.map(({ id, name, mail, department, office, timeZone }) => ({
        value: {
          ...stranger,
          id,
          name,
          conversation: `a:${id}`,
          reachable: true,
          work: {
            name,
            mail,
            ...(department !== undefined && { department }),
            ...(office !== undefined && { office }),
            language: 'en',
            zone: timeZone,
          },
        },
        version: null,
      })),
    ),
  );
}

interface Found {
  /** Milliseconds, the least of some turns. */
  readonly ms: number;
  readonly kB: number;
  readonly 'storage requests': number;
  readonly 'kB from storage': number;
}

async function measure(storage: Storage, people: number): Promise<Record<string, Found>> {
  const { scheme, round } = key;
  const now = () => tuesday + 10 * 60 * minute;
  const none = async () => 0;
  const poison = { counts: async () => [], list: async () => [], retry: none, remove: none };
  const ports = { storage, now, poison, organisers: ['coffee0@council.example'] };
  const middle = async () => {
    const first = await readPeople(ports, scheme, round, { limit: Math.min(1000, people / 2) });
    return first?.next ?? '';
  };
  const cursor = await middle();
  const reads = {
    today: () => readToday(ports, scheme, true),
    round: () => readRound(ports, scheme, round),
    'people, first page': () => readPeople(ports, scheme, round, { limit }),
    'people, a later page': () => readPeople(ports, scheme, round, { limit, cursor }),
    'pairings, first page': () => readPairings(ports, scheme, round, { limit }),
    'people, all pages': async () => {
      const rows: unknown[] = [];
      let next: string | null = null;
      do {
        const page = await readPeople(ports, scheme, round, {
          limit,
          ...(next !== null && { cursor: next }),
        });
        rows.push(...(page?.entries ?? []));
        next = page?.next ?? null;
      } while (next !== null);
      if (rows.length !== people) throw new Error(`${rows.length} people instead of ${people}`);
      return rows;
    },
    'people as a file': async () => (await readPeopleFile(ports, scheme, round, 'nobody'))?.csv,
  };
  const found: Record<string, Found> = {};
  for (const [name, read] of Object.entries(reads)) {
    const times: number[] = [];
    let bytes = 0;
    for (let turn = 0; turn < turns; turn++) {
      Object.assign(traffic, { requests: 0, bytes: 0 });
      const begun = performance.now();
      const answer = JSON.stringify(await read());
      times.push(performance.now() - begun);
      bytes = Buffer.byteLength(answer);
    }
    found[name] = {
      ms: Math.round(Math.min(...times)),
      kB: Math.round(bytes / 1000),
      'storage requests': traffic.requests,
      'kB from storage': Math.round(traffic.bytes / 1000),
    };
  }
  return found;
}
