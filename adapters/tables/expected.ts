import { RestError } from '@azure/data-tables';
import * as z from 'zod';

/** How often a call is sent at most when its connection closes during sending. */
const sendings = 3;

/**
 * Calls storage. A connection that closes while the request is being sent (EPIPE) makes it send again; the client itself
 * repeats requests whose connection closes later.
 * @param expected statuses that are no failure
 * @returns null when storage answers with an expected status
 * @throws every other failure
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

/** A missing table answers 404 like a missing row, but is a failure: the infrastructure makes the tables. */
function isTableMissing({ details }: RestError): boolean {
  return tableMissing.safeParse(details).success;
}
