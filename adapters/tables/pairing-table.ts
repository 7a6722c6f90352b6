import { odata, type TableClient } from '@azure/data-tables';
import type { Log } from '../../core/ports/ports.ts';
import type { Storage } from '../../core/ports/storage.ts';
import { isOpen, type OutboxRecord, outboxRecord } from '../../core/records/outbox.ts';
import { isInEveryLook, type PairingRecord, pairingRecord, slotOf } from '../../core/records/pairing.ts';
import { isSettled } from '../../core/records/mailbox.ts';
import { concurrently } from '../../core/shared/concurrently.ts';
import { toIso } from '../../core/time/instant.ts';
import { inRound, partOfPeople } from './partitions.ts';
import { columnsOf, inPartition, inPartitionsOf } from './read-rows.ts';
import { submitWholes, tableStore } from './table-store.ts';

type InRound = Parameters<Storage['outbox']['list']>[0];
type PairingKey = Parameters<Storage['pairings']['get']>[0];
type MessageKey = Parameters<Storage['outbox']['get']>[0];

/**
 * The pairings of rounds and the messages about them, in one table, so that a pairing and its messages are written in one
 * transaction.
 *
 * | rows | partition | row | properties for filters |
 * | --- | --- | --- | --- |
 * | pairings | scheme:round:pairing without its last two digits | `pairing` and the pairing | `toSend`, `starts`, `inEveryLook` |
 * | messages about a pairing | the pairing's | `message` and the key | `open`, `unreachable` |
 * | messages to people without one | scheme:round:`none` and one of three parts of people | `message` and the key | `open`, `unreachable` |
 */
export function pairingTable(client: TableClient, log: Log): Pick<Storage, 'pairings' | 'outbox'> {
  const pairings = tableStore<InRound, PairingKey, PairingRecord>(client, log, {
    schema: pairingRecord,
    within: (round) => `${inPartitionsOf(inRound(round))} and ${isPairing}`,
    rowOf: (key) => ({ partitionKey: partitionOf(key, key.pairing), rowKey: `pairing ${key.pairing}` }),
    idOf: (rowKey) => rowKey.slice('pairing '.length),
    columns: (pairing) => {
      const slot = slotOf(pairing);
      return {
        ...(!isSettled(pairing) && { toSend: pairing.organiser }),
        ...(slot !== null && { starts: toIso(slot.start) }),
        ...(isInEveryLook(pairing) && { inEveryLook: 'yes' }),
      };
    },
  });
  const messages = tableStore<InRound, MessageKey, OutboxRecord>(client, log, {
    schema: outboxRecord,
    within: (round) => `${inPartitionsOf(inRound(round))} and ${isMessage}`,
    rowOf: (key) => ({
      partitionKey: key.pairing === null ? partitionOfPerson(key, key.person) : partitionOf(key, key.pairing),
      rowKey: `message ${key.key}`,
    }),
    idOf: (rowKey) => rowKey.slice('message '.length),
    columns: (message) => ({
      ...(isOpen(message) && { open: 'yes' }),
      ...(message.state === 'unreachable' && { unreachable: 'yes' }),
    }),
  });
  const openIn = (partitions: string) => messages.where(`${partitions} and ${isMessage} and open eq 'yes'`);

  return {
    pairings: {
      ...pairings,
      toSend: ({ organiser, ...round }) =>
        pairings.where(`${inPartitionsOf(inRound(round))} and ${odata`toSend eq ${organiser}`}`),
      toLookAt: (round, { start, end }, onUnreadable) =>
        pairings.where(
          `${inPartitionsOf(inRound(round))} and (inEveryLook eq 'yes' or (${odata`starts ge ${toIso(start)}`} and ${odata`starts lt ${toIso(end)}`}))`,
          onUnreadable,
        ),
      async *starts(round) {
        const filter = `${inPartitionsOf(inRound(round))} and ${isPairing}`;
        for await (const { rowKey = '', starts } of columnsOf(client, filter, ['RowKey', 'starts']))
          yield {
            pairing: rowKey.slice('pairing '.length),
            start: typeof starts === 'string' ? Date.parse(starts) : null,
          };
      },
      storedWith: (key, onUnreadable) =>
        pairings.where(`${inPartition(partitionOf(key, key.pairing))} and ${isPairing}`, onUnreadable),
      unsettled: (round) => pairings.where(`${inPartitionsOf(inRound(round))} and toSend gt ''`),
      async writeWith(changes) {
        const parts = [...Map.groupBy(changes, ({ value }) => partitionOf(value, value.pairing)).values()];
        const written = await concurrently(parts, (part) =>
          submitWholes(
            client,
            part.map(({ value, version, messages: theirs }) => [
              pairings.action({ value, version }),
              ...theirs.map((message) => messages.action({ value: message, version: null })),
            ]),
          ),
        );
        const versions = new Map(
          parts.flatMap((part, i) => part.map((change, j) => [change, written[i]?.[j] ?? null] as const)),
        );
        return changes.map((change) => versions.get(change) ?? null);
      },
    },
    outbox: {
      get: messages.get,
      getMany: messages.getMany,
      list: messages.list,
      notSent: (round, onUnreadable) =>
        messages.where(
          `${inPartitionsOf(inRound(round))} and ${isMessage} and (open eq 'yes' or unreachable eq 'yes')`,
          onUnreadable,
        ),
      insertMissing: messages.insertMissing,
      write: messages.write,
      remove: messages.remove,
      async *open({ pairings: ids, people, ...round }) {
        if (ids === undefined && people === undefined) {
          yield* openIn(inPartitionsOf(inRound(round)));
          return;
        }
        const [wanted, readers] = [new Set(ids), new Set(people)];
        const partitions = new Set([
          ...[...wanted].map((id) => partitionOf(round, id)),
          ...[...readers].map((person) => partitionOfPerson(round, person)),
        ]);
        for (const partition of partitions) {
          for await (const found of openIn(inPartition(partition))) {
            const { pairing, person } = found.value;
            if (pairing === null ? readers.has(person) : wanted.has(pairing)) yield found;
          }
        }
      },
    },
  };
}

/** Filters for the two kinds of rows. */
const isPairing = "RowKey ge 'pairing '";
const isMessage = "RowKey lt 'pairing '";

/** A hundred pairings share a partition. */
const partitionOf = (round: InRound, pairing: string) => `${inRound(round)}:${pairing.slice(0, -2)}`;

const partitionOfPerson = (round: InRound, person: string) =>
  `${inRound(round)}:none ${partOfPeople(person)}`;
