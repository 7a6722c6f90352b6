import { RestError } from '@azure/data-tables';
import { z } from 'zod';

/** Null when the neighbour answers with a status that is expected; every other failure is thrown. */
export async function unless<R>(
  expected: number | readonly number[],
  call: () => Promise<R>,
): Promise<R | null> {
  try {
    return await call();
  } catch (error) {
    const status = error instanceof RestError && !isTableMissing(error) ? error.statusCode : undefined;
    if (status !== undefined && [expected].flat().includes(status)) return null;
    throw error;
  }
}

const tableMissing = z.object({ odataError: z.object({ code: z.literal('TableNotFound') }) });

/** A missing table answers 404 as a missing row does, and is no empty table: the infrastructure makes them all. */
function isTableMissing({ details }: RestError): boolean {
  return tableMissing.safeParse(details).success;
}
