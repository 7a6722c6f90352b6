import { z } from 'zod';

const failure = z.object({ error: z.object({ code: z.string() }) });

/** The error code in the body of an answer, such as `ErrorAccessDenied`; null when there is none. */
export function graphCode(body: unknown): string | null {
  const parsed = failure.safeParse(body);
  return parsed.success ? parsed.data.error.code : null;
}

/** @param doing what was being done, for the message: "reading people of the directory" */
export function graphFailure(doing: string, status: number, body: unknown): Error {
  return new Error(`Microsoft Graph refused ${doing}: ${status} ${graphCode(body) ?? ''}`.trim());
}
