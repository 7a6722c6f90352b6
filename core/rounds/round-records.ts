import type { Ports } from '../ports/ports.ts';
import type { Versioned } from '../ports/storage.ts';
import type { PairingRecord } from '../records/pairing.ts';
import type { PersonId } from '../records/person.ts';
import type { Placement } from '../records/placement.ts';
import { firstOf } from '../shared/page.ts';
import type { Interval } from '../time/interval.ts';

/** Records of a round, as far as they were read. */
export interface RoundRecords {
  /** The pairings that can be read, in the order of their ids. */
  readonly pairings: readonly Versioned<PairingRecord>[];
  /** The pairings that cannot be read. */
  readonly lost: ReadonlySet<string>;
  /**
   * What the round has for each participant. Those whose placement, or the pairing that it names, cannot be read have the
   * reason `record-unreadable`: they may have a meeting, so nobody else is looked for.
   */
  readonly placements: ReadonlyMap<PersonId, Placement>;
  /** The people whose placement cannot be read. Theirs cannot be changed. */
  readonly unreadable: ReadonlySet<PersonId>;
}

type StoragePort = Pick<Ports, 'storage'>;
type Group<T> = AsyncIterable<Versioned<T>> | readonly Versioned<T>[];

interface InRound {
  readonly scheme: string;
  readonly round: string;
}

/** Reads all pairings and placements of a round. */
export async function readRoundRecords({ storage }: StoragePort, round: InRound): Promise<RoundRecords> {
  const reading = new Reading(round);
  await Promise.all([
    reading.addPairings(storage.pairings.list(reading.key, reading.onLost)),
    reading.addPlacements(storage.placements.list(reading.key, reading.onUnreadable)),
  ]);
  return reading.records();
}

/**
 * Reads the records of a round with which a look begins: pairings, the placements of people whom looks consider and of
 * members of failed pairings, and the pairings in which these people are.
 * @param within only pairings that every look reads and those whose meeting starts within; null: all pairings
 */
export async function readWatchedRecords(
  ports: StoragePort,
  round: InRound,
  within: Interval | null,
): Promise<RoundRecords> {
  const { pairings, placements } = ports.storage;
  const reading = new Reading(round);
  await reading.addPairings(
    within === null
      ? pairings.list(reading.key, reading.onLost)
      : pairings.toLookAt(reading.key, within, reading.onLost),
  );
  await reading.addPlacements(placements.watched(reading.key, reading.onUnreadable));
  const read = reading.records();
  const failed = read.pairings.filter(({ value }) => value.state === 'failed');
  return withPlacesOf(
    ports,
    round,
    read,
    failed.flatMap(({ value }) => value.members),
  );
}

/**
 * Reads what a round has for the people whose ids come after one, in the order of their ids, without pairings.
 * @param most how many people at most
 */
export async function readPlacesAfter(
  { storage }: StoragePort,
  round: InRound,
  person: PersonId | null,
  most: number,
): Promise<RoundRecords> {
  const reading = new Reading(round);
  const after = storage.placements.after({ ...reading.key, person }, most, reading.onUnreadable);
  await reading.addPlacements(firstOf(after, most));
  return reading.records();
}

/** Adds the pairings that some people's placements name. */
export async function withTheirPairings(
  { storage }: StoragePort,
  round: InRound,
  records: RoundRecords,
  people: ReadonlySet<PersonId>,
): Promise<RoundRecords> {
  const reading = new Reading(round, records);
  const named = new Set(
    [...records.placements.values()].flatMap(({ person, pairing }) =>
      people.has(person) && pairing !== null ? [pairing] : [],
    ),
  );
  const keys = [...named].map((pairing) => ({ ...reading.key, pairing }));
  await reading.addPairings(await storage.pairings.getMany(keys, reading.onLost));
  return reading.records();
}

/** Adds the placements of some people, and the pairings in which they and the others are. */
export async function withPlacesOf(
  { storage }: StoragePort,
  round: InRound,
  records: RoundRecords,
  people: readonly PersonId[],
): Promise<RoundRecords> {
  const reading = new Reading(round, records);
  const missing = new Set(people.filter((person) => !records.placements.has(person)));
  const keys = [...missing].map((person) => ({ ...reading.key, person }));
  if (keys.length > 0)
    await reading.addPlacements(await storage.placements.getMany(keys, reading.onUnreadable));
  const named = reading.missingPairings().map((pairing) => ({ ...reading.key, pairing }));
  if (named.length > 0) await reading.addPairings(await storage.pairings.getMany(named, reading.onLost));
  return reading.records();
}

/** Adds the pairings that are stored together with some. */
export async function withNeighbours(
  { storage }: StoragePort,
  round: InRound,
  records: RoundRecords,
  ids: readonly string[],
): Promise<RoundRecords> {
  const reading = new Reading(round, records);
  const added = new Set<string>();
  for (const pairing of ids) {
    if (added.has(pairing)) continue;
    const neighbours: Versioned<PairingRecord>[] = [];
    for await (const one of storage.pairings.storedWith({ ...reading.key, pairing }, reading.onLost)) {
      neighbours.push(one);
      added.add(one.value.pairing);
    }
    await reading.addPairings(neighbours);
  }
  return reading.records();
}

/** Collects records of a round. */
class Reading {
  readonly key: InRound;
  readonly #pairings: Map<string, Versioned<PairingRecord>>;
  readonly #lost: Set<string>;
  readonly #placements: Map<PersonId, Placement>;
  readonly #unreadable: Set<PersonId>;

  constructor({ scheme, round }: InRound, before?: RoundRecords) {
    this.key = { scheme, round };
    this.#pairings = new Map(before?.pairings.map((one) => [one.value.pairing, one]));
    this.#lost = new Set(before?.lost);
    this.#placements = new Map(before?.placements);
    this.#unreadable = new Set(before?.unreadable);
  }

  readonly onLost = (pairing: string): void => {
    this.#lost.add(pairing);
  };

  readonly onUnreadable = (person: PersonId): void => {
    this.#unreadable.add(person);
  };

  async addPairings(found: Group<PairingRecord>): Promise<void> {
    for await (const one of found)
      if (!this.#pairings.has(one.value.pairing)) this.#pairings.set(one.value.pairing, one);
  }

  async addPlacements(found: Group<Placement>): Promise<void> {
    for await (const { value } of found) this.#placements.set(value.person, value);
  }

  /** The pairings in which people are, and which were not read yet. */
  missingPairings(): string[] {
    const named = [...this.#placements.values()].flatMap(({ pairing, reason }) =>
      pairing === null || reason !== null || this.#pairings.has(pairing) || this.#lost.has(pairing)
        ? []
        : [pairing],
    );
    return [...new Set(named)];
  }

  records(): RoundRecords {
    const reason = 'record-unreadable';
    const placements = new Map<PersonId, Placement>(
      [...this.#placements].map(([person, value]) => {
        const isLost = value.pairing !== null && value.reason === null && this.#lost.has(value.pairing);
        return [person, isLost ? { ...value, reason } : value] as const;
      }),
    );
    for (const person of this.#unreadable) {
      placements.set(person, { ...this.key, person, pairing: null, reason, repair: 0, changedAt: null });
    }
    return {
      pairings: [...this.#pairings.values()].sort((a, b) => (a.value.pairing < b.value.pairing ? -1 : 1)),
      lost: this.#lost,
      placements,
      unreadable: this.#unreadable,
    };
  }
}
