import { gunzipSync, gzipSync } from 'node:zlib';
import type { Storage } from '../../core/ports/storage.ts';
import type { StorageSpace } from './azurite.ts';

/** Why a stored record cannot be read: half of it is missing, a later release wrote it, or it is something else. */
export const oddities = ['torn', 'newer', 'foreign'] as const;
export type Oddity = (typeof oddities)[number];

/** Makes records unreadable whose row or blob has a name with this end. */
export type Spoil = (kind: keyof Storage, end: string, oddity: Oddity) => Promise<void>;

/** JSON text of a value and its version, made unreadable. */
export function spoilText(text: string, oddity: Oddity): string {
  if (oddity === 'torn') return text.slice(0, text.length / 2);
  return oddity === 'newer' ? text.replace('{"v":1,', '{"v":2,') : '{"v":1,"value":{"colour":"red"}}';
}

/** The same for such a text in a blob, which may be compressed. */
export function spoilBytes(bytes: Buffer, oddity: Oddity): Buffer {
  const isCompressed = bytes[0] === 0x1f;
  const text = (isCompressed ? gunzipSync(bytes) : bytes).toString('utf8');
  const odd = Buffer.from(spoilText(text, oddity));
  return isCompressed ? gzipSync(odd) : odd;
}

/** Makes records on Azurite unreadable. */
export function spoilIn({ table, blobs }: StorageSpace): Spoil {
  const spoilBlobs = async (end: string, oddity: Oddity) => {
    for await (const { name } of blobs.listBlobsFlat()) {
      if (!name.endsWith(end)) continue;
      const client = blobs.getBlockBlobClient(name);
      const odd = spoilBytes(await client.downloadToBuffer(), oddity);
      await client.upload(odd, odd.length);
    }
  };
  return async (kind, end, oddity) => {
    switch (kind) {
      case 'plans':
        return spoilBlobs('plan.json', oddity);
      case 'repairs':
        return spoilBlobs(`repair-${end}.json`, oddity);
      case 'drafts':
        return spoilBlobs(`draft-${end}.json`, oddity);
      case 'availability':
        return spoilBlobs('availability.json.gz', oddity);
      default: {
        const tables = { outbox: 'pairings', erasures: 'people' } as const;
        const client = table(kind === 'outbox' || kind === 'erasures' ? tables[kind] : kind);
        for await (const row of client.listEntities()) {
          const { partitionKey = '', rowKey = '' } = row;
          if (!rowKey.endsWith(end)) continue;
          const record = String(row.record);
          const odd = {
            torn: { record: record.slice(0, record.length / 2) },
            newer: { v: 2 },
            foreign: { record: '{"colour":"red"}' },
          }[oddity];
          await client.updateEntity({ partitionKey, rowKey, ...odd }, 'Merge');
        }
      }
    }
  };
}
