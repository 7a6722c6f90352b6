import type { ContainerClient } from '@azure/storage-blob';
import type { Plans } from '../../core/ports/storage.ts';
import { plan } from '../../core/records/plan.ts';
import { jsonFormat, writtenOnce } from './written-once.ts';

interface InRound {
  readonly scheme: string;
  readonly round: string;
}

/** Round plans, one blob each: `scheme/round/plan.json`. */
export function blobPlans(container: ContainerClient): Plans {
  const blobs = writtenOnce(container, jsonFormat(plan));
  const nameOf = ({ scheme, round }: InRound) => `${scheme}/${round}/plan.json`;
  return {
    get: (key) => blobs.get(nameOf(key)),
    putFirst: (value) => blobs.putFirst(nameOf(value), value),
  };
}
