import type { ContainerClient } from '@azure/storage-blob';
import type { Storage } from '../../core/ports/storage.ts';
import { blobAvailability } from './availability.ts';
import { blobPlans } from './plans.ts';
import { blobRepairs } from './repairs.ts';

/** What the product keeps in Blob storage, everything of a round side by side in one container. */
export function blobStorage(container: ContainerClient): Pick<Storage, 'plans' | 'repairs' | 'availability'> {
  return {
    plans: blobPlans(container),
    repairs: blobRepairs(container),
    availability: blobAvailability(container),
  };
}
