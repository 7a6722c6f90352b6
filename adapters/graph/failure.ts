import { z } from 'zod';

const failure = z.object({ error: z.object({ code: z.string() }) });

/** Graph's error code of a body, such as `ErrorAccessDenied`; null when there is none. */
export function graphCode(body: unknown): string | null {
  const parsed = failure.safeParse(body);
  return parsed.success ? parsed.data.error.code : null;
}

/** An error that says what was being done and how Graph refused it. */
export function graphFailure(doing: string, status: number, body: unknown): Error {
  return new Error(`Microsoft Graph refused ${doing}: ${status} ${graphCode(body) ?? ''}`.trim());
}
