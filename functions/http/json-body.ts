import type { HttpRequest } from '@azure/functions';

/** The body as JSON; undefined when it is not JSON. */
export async function jsonBody(request: HttpRequest): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return undefined;
  }
}
