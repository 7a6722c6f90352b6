import type { ContainerClient } from '@azure/storage-blob';
import type { Repairs } from '../../core/ports/storage.ts';
import { repair, type Repair } from '../../core/records/repair.ts';
import { jsonFormat, writtenOnce } from './written-once.ts';

/** Repairs of rounds, one blob each: `scheme/round/repair-<number>.json`. */
export function blobRepairs(container: ContainerClient): Repairs {
  const blobs = writtenOnce(container, jsonFormat(repair));
  const nameOf = ({ scheme, round, number }: Pick<Repair, 'scheme' | 'round' | 'number'>) =>
    `${scheme}/${round}/repair-${number}.json`;
  return {
    get: (key) => blobs.get(nameOf(key)),
    putFirst: (value) => blobs.putFirst(nameOf(value), value),
  };
}
