import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { z } from 'zod';
import type { ListedStore, Storage, Versioned } from '../../core/ports/storage.ts';
import { mailboxRecord } from '../../core/records/mailbox.ts';
import { isOpen, type OutboxRecord, outboxRecord } from '../../core/records/outbox.ts';
import { type PairingRecord, pairingRecord } from '../../core/records/pairing.ts';
import { participant } from '../../core/records/participant.ts';
import { personRecord } from '../../core/records/person.ts';
import { placement } from '../../core/records/placement.ts';
import { plan } from '../../core/records/plan.ts';
import { repair } from '../../core/records/repair.ts';
import { round } from '../../core/records/round.ts';
import { scheme } from '../../core/records/scheme.ts';
import { sendingOf } from '../../core/records/mailbox.ts';
import type { FreeBusy } from '../../core/time/free-busy.ts';

interface InRound {
  readonly scheme: string;
  readonly round: string;
}

/**
 * An empty storage in memory. A contract test holds it to the same promises as the storage on Azure. It stores JSON text, so
 * that no object is shared with it, and reads by the product's schemas. Each call takes one turn of the event loop, so that
 * other calls come in between.
 */
export function memoryStorage(): Storage {
  const people = records<null, string, z.infer<typeof personRecord>>(personRecord, [], 'id');
  const pairings = records<InRound, InRound & { readonly pairing: string }, PairingRecord>(
    pairingRecord,
    ['scheme', 'round'],
    'pairing',
  );
  const outbox = records<InRound, InRound & { readonly key: string }, OutboxRecord>(
    outboxRecord,
    ['scheme', 'round'],
    'key',
  );
  const plans = writtenOnce((stored) => plan.parse(stored));
  const repairs = writtenOnce((stored) => repair.parse(stored));
  const weeks = writtenOnce((stored) => stored as [string, FreeBusy][]);
  const inRound = (key: InRound) => `${key.scheme}/${key.round}`;
  const numbered = (key: InRound & { readonly number: number }) => `${inRound(key)}/${key.number}`;
  return {
    schemes: records(scheme, [], 'id'),
    people: {
      ...people,
      getMany: async (ids) => new Map((await people.getMany(ids)).map(({ value }) => [value.id, value])),
      getManyVersioned: people.getMany,
    },
    participants: records(participant, ['scheme'], 'person'),
    rounds: records(round, ['scheme'], 'round'),
    pairings: {
      ...pairings,
      async *toSend({ organiser, sending, ...round }) {
        for await (const found of pairings.list(round)) {
          if (found.value.organiser === organiser && sendingOf(found.value) === sending) yield found;
        }
      },
      async writeWith(changes) {
        await nextTurn();
        return changes.map(({ value, version, messages }) => {
          if (messages.some(outbox.has)) return null;
          const written = pairings.put(value, version);
          if (written !== null) for (const message of messages) outbox.put(message, null);
          return written;
        });
      },
    },
    placements: records(placement, ['scheme', 'round'], 'person'),
    outbox: {
      ...outbox,
      async *open({ pairings, people, ...round }) {
        const isWanted = ({ pairing, person }: OutboxRecord) =>
          pairing === null ? people?.includes(person) === true : pairings?.includes(pairing) === true;
        const isAll = pairings === undefined && people === undefined;
        for await (const found of outbox.list(round)) {
          if (isOpen(found.value) && (isAll || isWanted(found.value))) yield found;
        }
      },
    },
    mailboxes: records(mailboxRecord, [], 'mailbox'),
    plans: {
      get: (key) => plans.get(inRound(key)),
      putFirst: (value) => plans.putFirst(inRound(value), value),
    },
    repairs: {
      get: (key) => repairs.get(numbered(key)),
      putFirst: (value) => repairs.putFirst(numbered(value), value),
    },
    availability: {
      async get(key) {
        const week = await weeks.get(inRound(key));
        return week && new Map(week);
      },
      putFirst: async (key, read) =>
        new Map(await weeks.putFirst(inRound(key), [...read].map(withoutEntries))),
      remove: (key) => weeks.remove(inRound(key)),
    },
  };
}

/** Keys that Table storage accepts. */
const safe = /^[^/\\#?\p{Cc}]+$/u;

interface Records<Group, Key, T> extends ListedStore<Group, Key, T> {
  /** Writes at once; as `insert` and `replace`. */
  put(value: T, version: string | null): string | null;
  has(value: T): boolean;
}

/**
 * Records of one kind.
 * @param groupBy the fields of a record, and of its key, that name its group
 * @param id the field that is unique within the group; a text key is this field alone
 */
function records<Group, Key, T extends object>(
  schema: z.ZodType<T>,
  groupBy: readonly (keyof T & string)[],
  id: keyof T & string,
): Records<Group, Key, T> {
  const rows = new Map<string, { readonly text: string; readonly version: string }>();
  let versions = 0;

  /** The name of a group, with a slash at its end. */
  const groupOf = (of: Group | Key | T) => `${groupBy.map((field) => String((of as T)[field])).join(':')}/`;
  const nameOf = (of: Key | T) => {
    const key = typeof of === 'string' ? of : String((of as T)[id]);
    assert.match(key, safe, 'Table storage does not take this key');
    return groupOf(of) + key;
  };
  const read = (name: string): Versioned<T> | null => {
    const row = rows.get(name);
    return row ? { value: schema.parse(JSON.parse(row.text)), version: row.version } : null;
  };
  /** @param version the expected version; null: the record must not exist */
  const put = (value: T, version: string | null): string | null => {
    const name = nameOf(value);
    if ((rows.get(name)?.version ?? null) !== version) return null;
    versions += 1;
    rows.set(name, { text: JSON.stringify(value), version: `v${versions}` });
    return `v${versions}`;
  };

  return {
    put,
    has: (value) => rows.has(nameOf(value)),
    async get(key) {
      await nextTurn();
      return read(nameOf(key));
    },
    async insert(value) {
      await nextTurn();
      return put(value, null);
    },
    async replace(value, version) {
      await nextTurn();
      return put(value, version);
    },
    async *list(group) {
      await nextTurn();
      const names = [...rows.keys()].filter((name) => name.startsWith(groupOf(group))).sort();
      for (const found of names.map(read)) if (found) yield found;
    },
    async getMany(keys) {
      await nextTurn();
      // Any order is allowed. Reversed, so that a caller that relies on an order fails.
      return [...new Set(keys.map(nameOf))].reverse().flatMap((name) => read(name) ?? []);
    },
    async insertMissing(values) {
      await nextTurn();
      for (const value of values) put(value, null);
    },
    async write(changes) {
      await nextTurn();
      return changes.map(({ value, version }) => put(value, version));
    },
  };
}

/** Values that are never changed. */
function writtenOnce<T>(parse: (stored: unknown) => T) {
  const texts = new Map<string, string>();
  const get = async (name: string): Promise<T | null> => {
    await nextTurn();
    const text = texts.get(name);
    return text === undefined ? null : parse(JSON.parse(text));
  };
  return {
    get,
    /** Gives the stored value: the first one written. */
    async putFirst(name: string, value: T): Promise<T> {
      await nextTurn();
      const text = texts.get(name) ?? JSON.stringify(value);
      texts.set(name, text);
      return parse(JSON.parse(text));
    },
    async remove(name: string): Promise<void> {
      await nextTurn();
      texts.delete(name);
    },
  };
}

/** Without the number of entries, which is not stored. */
function withoutEntries([person, read]: readonly [string, FreeBusy]): [string, FreeBusy] {
  return [person, read.kind === 'read' ? { kind: 'read', view: read.view, hours: read.hours } : read];
}
