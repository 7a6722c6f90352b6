import assert from 'node:assert/strict';
import { gunzipSync } from 'node:zlib';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { z } from 'zod';
import { planFormat, weekFormat } from '../../adapters/blobs/storage.ts';
import { type Format, jsonFormat, readJson, toJson } from '../../adapters/blobs/written-once.ts';
import type { ListedStore, OnUnreadable, Storage, Versioned } from '../../core/ports/storage.ts';
import { mailboxRecord } from '../../core/records/mailbox.ts';
import { isOpen, type OutboxRecord, outboxRecord } from '../../core/records/outbox.ts';
import { isInEveryLook, type PairingRecord, pairingRecord, slotOf } from '../../core/records/pairing.ts';
import { type Participant, participant } from '../../core/records/participant.ts';
import { erasureRecord, personRecord } from '../../core/records/person.ts';
import { isWatched, type Placement, placement } from '../../core/records/placement.ts';
import { draft } from '../../core/records/plans/draft.ts';
import { repair } from '../../core/records/repair.ts';
import { round } from '../../core/records/round.ts';
import { scheme } from '../../core/records/scheme.ts';
import { isSettled } from '../../core/records/mailbox.ts';
import { type Oddity, type Spoil, spoilBytes, spoilText } from './oddities.ts';

interface InRound {
  readonly scheme: string;
  readonly round: string;
}

interface InScheme {
  readonly scheme: string;
  readonly person: string;
}

/**
 * An empty storage in memory. A contract test holds it to the same promises as the storage on Azure. It stores JSON text, so
 * that no object is shared with it, and reads by the product's schemas. Each call takes one turn of the event loop, so that
 * other calls come in between. `texts` gives all that it holds, by kind and key.
 */
export function memoryStorage(): Storage & { readonly spoil: Spoil; readonly texts: () => string[] } {
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
  const placements = records<InRound, InRound & { readonly person: string }, Placement>(
    placement,
    ['scheme', 'round'],
    'person',
  );
  const participants = records<{ readonly scheme: string }, InScheme, Participant>(
    participant,
    ['scheme'],
    'person',
  );
  const plans = writtenOnce(planFormat);
  const drafts = writtenOnce(jsonFormat(draft));
  const repairs = writtenOnce(jsonFormat(repair));
  const weeks = writtenOnce(weekFormat);
  const inRound = (key: InRound) => `${key.scheme}/${key.round}`;
  const draftOf = (key: InRound & { readonly draft: number }) => `${inRound(key)}/${key.draft}`;
  const numbered = (key: InRound & { readonly number: number }) => `${inRound(key)}/${key.number}`;
  const others = {
    schemes: records(scheme, [], 'id'),
    participants: {
      ...participants,
      backBy: ({ scheme, date }: { readonly scheme: string; readonly date: string }) =>
        those(participants.list({ scheme }), ({ backOn }) => backOn !== undefined && backOn <= date),
      async *enrolments({ scheme, after }: { readonly scheme: string; readonly after: string | null }) {
        for await (const { value } of participants.list({ scheme })) {
          const { person, status, pausedUntil, inRound } = value;
          const enrolment = { person, status, pausedUntil, ...(inRound !== undefined && { inRound }) };
          if (after === null || person > after) yield enrolment;
        }
      },
    },
    rounds: records(round, ['scheme'], 'round'),
    erasures: records<null, string, z.infer<typeof erasureRecord>>(erasureRecord, [], 'person'),
    placements: {
      ...placements,
      watched: (key: InRound, onUnreadable?: OnUnreadable) =>
        those(placements.list(key, onUnreadable), isWatched),
      after: (
        { person, ...key }: InRound & { readonly person: string | null },
        _: number,
        onUnreadable?: OnUnreadable,
      ) => those(placements.list(key, onUnreadable), (one) => person === null || one.person > person),
    },
    mailboxes: records(mailboxRecord, [], 'mailbox', true),
  };
  const kept = {
    ...others,
    placements,
    people,
    pairings,
    outbox,
    plans,
    drafts,
    repairs,
    availability: weeks,
  };
  return {
    ...others,
    texts: () =>
      Object.entries(kept).flatMap(([kind, { texts }]) => texts().map((text) => `${kind} ${text}`)),
    spoil: async (kind, end, oddity) => {
      kept[kind].spoil(end, oddity);
    },
    people: {
      ...people,
      getMany: async (ids, onUnreadable) =>
        new Map((await people.getMany(ids, onUnreadable)).map(({ value }) => [value.id, value])),
      getManyVersioned: people.getMany,
    },
    pairings: {
      ...pairings,
      toSend: ({ organiser, ...round }) =>
        those(pairings.list(round), (pairing) => pairing.organiser === organiser && !isSettled(pairing)),
      unsettled: (round) => those(pairings.list(round), (pairing) => !isSettled(pairing)),
      toLookAt: (round, { start, end }, onUnreadable) =>
        those(pairings.list(round, onUnreadable), (pairing) => {
          const at = slotOf(pairing)?.start ?? end;
          return isInEveryLook(pairing) || (at >= start && at < end);
        }),
      async *starts(round) {
        for await (const { value } of pairings.list(round))
          yield { pairing: value.pairing, start: slotOf(value)?.start ?? null };
      },
      storedWith: (key, onUnreadable) =>
        those(
          pairings.list(key, onUnreadable),
          ({ pairing }) => pairing.slice(0, -2) === key.pairing.slice(0, -2),
        ),
      async writeWith(changes) {
        await nextTurn();
        return changes.map(({ value, version, messages }) => {
          if (messages.some((message) => outbox.has(message))) return null;
          const written = pairings.put(value, version);
          if (written !== null) for (const message of messages) outbox.put(message, null);
          return written;
        });
      },
    },
    outbox: {
      ...outbox,
      notSent: (round, onUnreadable) =>
        those(
          outbox.list(round, onUnreadable),
          (message) => isOpen(message) || message.state === 'unreachable',
        ),
      async *open({ pairings, people, ...round }) {
        const isWanted = ({ pairing, person }: OutboxRecord) =>
          pairing === null ? people?.includes(person) === true : pairings?.includes(pairing) === true;
        const isAll = pairings === undefined && people === undefined;
        for await (const found of outbox.list(round)) {
          if (isOpen(found.value) && (isAll || isWanted(found.value))) yield found;
        }
      },
    },
    plans: {
      get: (key, onUnreadable) => plans.get(inRound(key), onUnreadable),
      putFirst: (value) => plans.putFirst(inRound(value), value),
      remove: (key) => plans.remove(inRound(key)),
    },
    drafts: {
      get: (key, onUnreadable) => drafts.get(draftOf(key), onUnreadable),
      async numbers(key) {
        await nextTurn();
        const prefix = `${inRound(key)}/`;
        const names = drafts.names().filter((name) => name.startsWith(prefix));
        return names.map((name) => Number(name.slice(prefix.length))).sort((a, b) => a - b);
      },
      putFirst: (value) => drafts.putFirst(draftOf(value), value),
      remove: (key) => drafts.remove(draftOf(key)),
    },
    repairs: {
      get: (key, onUnreadable) => repairs.get(numbered(key), onUnreadable),
      putFirst: (value) => repairs.putFirst(numbered(value), value),
      remove: (key) => repairs.remove(numbered(key)),
    },
    availability: {
      get: (key) => weeks.get(inRound(key), weeks.forget),
      putFirst: (key, read) => weeks.putFirst(inRound(key), read),
      remove: (key) => weeks.remove(inRound(key)),
    },
  };
}

async function* those<T>(
  all: AsyncIterable<Versioned<T>>,
  which: (value: T) => boolean,
): AsyncIterable<Versioned<T>> {
  for await (const found of all) if (which(found.value)) yield found;
}

/** Keys that Table storage accepts. */
const safe = /^[^/\\#?\p{Cc}]+$/u;

interface Records<Group, Key, T> extends ListedStore<Group, Key, T> {
  /** Writes at once; as `insert` and `replace`. */
  put(value: T, version: string | null): string | null;
  has(value: T): boolean;
  spoil(end: string, oddity: Oddity): void;
  readonly texts: () => string[];
}

/**
 * Records of one kind.
 * @param groupBy the fields of a record, and of its key, that name its group
 * @param id the field that is unique within the group; a text key is this field alone
 * @param beginsAnew whether `get` removes a record that cannot be read
 */
function records<Group, Key, T extends object>(
  schema: z.ZodType<T>,
  groupBy: readonly (keyof T & string)[],
  id: keyof T & string,
  beginsAnew = false,
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
  const read = (name: string, onUnreadable?: OnUnreadable): Versioned<T> | null => {
    const row = rows.get(name);
    if (row === undefined) return null;
    const found = readJson(schema, row.text);
    if (found.kind === 'read') return { value: found.value, version: row.version };
    onUnreadable?.(name.slice(name.indexOf('/') + 1));
    return null;
  };
  /** @param version the expected version; null: the record must not exist */
  const put = (value: T, version: string | null): string | null => {
    const name = nameOf(value);
    if ((rows.get(name)?.version ?? null) !== version) return null;
    versions += 1;
    rows.set(name, { text: toJson(value), version: `v${versions}` });
    return `v${versions}`;
  };

  return {
    put,
    texts: () => [...rows].map(([name, { text }]) => `${name} ${text}`),
    has: (value) => rows.has(nameOf(value)),
    spoil(end, oddity) {
      for (const [name, { text, version }] of rows) {
        if (name.endsWith(end)) rows.set(name, { text: spoilText(text, oddity), version });
      }
    },
    async get(key, onUnreadable = fail) {
      await nextTurn();
      return read(nameOf(key), beginsAnew ? () => rows.delete(nameOf(key)) : onUnreadable);
    },
    async insert(value) {
      await nextTurn();
      return put(value, null);
    },
    async replace(value, version) {
      await nextTurn();
      return put(value, version);
    },
    async remove(key) {
      await nextTurn();
      rows.delete(nameOf(key));
    },
    async *list(group, onUnreadable) {
      await nextTurn();
      const names = [...rows.keys()].filter((name) => name.startsWith(groupOf(group))).sort();
      for (const found of names.map((name) => read(name, onUnreadable))) if (found) yield found;
    },
    async getMany(keys, onUnreadable) {
      await nextTurn();
      // Any order is allowed. Reversed, so that a caller that relies on an order fails.
      return [...new Set(keys.map(nameOf))].reverse().flatMap((name) => read(name, onUnreadable) ?? []);
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

function fail(id: string): never {
  throw new Error(`record ${id} cannot be read`);
}

/** Values that are never changed, as blobs keep them. */
function writtenOnce<T>(format: Format<T>) {
  const blobs = new Map<string, Buffer>();
  const get = async (name: string, onUnreadable: OnUnreadable = fail): Promise<T | null> => {
    await nextTurn();
    const bytes = blobs.get(name);
    if (bytes === undefined) return null;
    const found = format.read(bytes, () => undefined);
    if (found.kind === 'read') return found.value;
    onUnreadable(name);
    return null;
  };
  const forget = (name: string) => {
    blobs.delete(name);
  };
  return {
    get,
    forget,
    names: () => [...blobs.keys()],
    texts: () => [...blobs].map(([name, bytes]) => `${name} ${readable(bytes)}`),
    spoil(end: string, oddity: Oddity): void {
      for (const [name, bytes] of blobs) if (name.endsWith(end)) blobs.set(name, spoilBytes(bytes, oddity));
    },
    /** Gives the stored value: the first one written. */
    async putFirst(name: string, value: T): Promise<T> {
      if (blobs.has(name)) return (await get(name)) ?? value;
      blobs.set(name, format.write(value));
      await nextTurn();
      return value;
    },
    async remove(name: string): Promise<void> {
      await nextTurn();
      forget(name);
    },
  };
}

/** The text of a blob, which may be compressed. */
function readable(bytes: Buffer): string {
  return (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8');
}
