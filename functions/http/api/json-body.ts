import type { HttpRequest } from '@azure/functions';

/** The most bytes of a body that are read. */
const mostBytes = 256 * 1024;

/** The text of a body. Null when it is longer than 256 kB: reading stops as soon as it is. */
export async function bodyText({ body }: Pick<HttpRequest, 'body'>): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array> | Uint8Array[]) {
    bytes += chunk.byteLength;
    // Leaving the loop cancels the rest.
    if (bytes > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** The value of JSON text; undefined for other text. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
