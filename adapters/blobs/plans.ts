import { RestError, type ContainerClient } from '@azure/storage-blob';
import { z } from 'zod';
import type { Plans } from '../../core/ports/storage.ts';
import { plan as planSchema, type Plan } from '../../core/rounds/plan.ts';

interface InRound {
  readonly scheme: string;
  readonly round: string;
}

/** Round plans, one blob each (`scheme/round/plan.json`), written on the condition that none exists. */
export function blobPlans(container: ContainerClient): Plans {
  const blobOf = ({ scheme, round }: InRound) => container.getBlockBlobClient(`${scheme}/${round}/plan.json`);

  const get = async (key: InRound): Promise<Plan | null> => {
    try {
      const text = await blobOf(key).downloadToBuffer();
      return planSchema.parse(JSON.parse(text.toString('utf8')));
    } catch (error) {
      if (error instanceof RestError && error.statusCode === 404 && !isContainerMissing(error)) return null;
      throw error;
    }
  };

  return {
    get,
    async putFirst(plan) {
      const text = JSON.stringify(plan);
      try {
        await blobOf(plan).upload(text, Buffer.byteLength(text), {
          conditions: { ifNoneMatch: '*' },
          blobHTTPHeaders: { blobContentType: 'application/json' },
        });
        return plan;
      } catch (error) {
        // 409 BlobAlreadyExists (412 while another upload is under way): somebody was first.
        if (!(error instanceof RestError) || (error.statusCode !== 409 && error.statusCode !== 412))
          throw error;
        const standing = await get(plan);
        if (standing === null) throw error;
        return standing;
      }
    },
  };
}

const containerMissing = z.object({ errorCode: z.literal('ContainerNotFound') });

/** A missing container answers 404 as a missing blob does, and says nothing about plans: the infrastructure makes it. */
function isContainerMissing({ details }: RestError): boolean {
  return containerMissing.safeParse(details).success;
}
