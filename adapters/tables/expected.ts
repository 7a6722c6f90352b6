import { RestError } from '@azure/data-tables';
import { z } from 'zod';

/** How often a call is made whose connection is cut while it is being sent. */
const sendings = 3;

/**
 * Null when the neighbour answers with a status that is expected; every other failure is thrown. Of cut connections the
 * client sees to those that were waiting for their answer, and this to those that had closed before all was sent.
 */
export async function unless<R>(
  expected: number | readonly number[],
  call: () => Promise<R>,
): Promise<R | null> {
  try {
    return await sent(call);
  } catch (error) {
    const status = error instanceof RestError && !isTableMissing(error) ? error.statusCode : undefined;
    if (status !== undefined && [expected].flat().includes(status)) return null;
    throw error;
  }
}

async function sent<R>(call: () => Promise<R>): Promise<R> {
  for (let sending = 1; ; sending++) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof RestError) || error.code !== 'EPIPE' || sending === sendings) throw error;
    }
  }
}

const tableMissing = z.object({ odataError: z.object({ code: z.literal('TableNotFound') }) });

/** A missing table answers 404 as a missing row does, and is no empty table: the infrastructure makes them all. */
function isTableMissing({ details }: RestError): boolean {
  return tableMissing.safeParse(details).success;
}
