import type { HttpResponseInit } from '@azure/functions';
import { answerHeaders } from '../secure-headers.ts';

/** Written by hand: Azure Functions sends an empty body for `jsonBody: null`, and null is an answer of this API. */
export function jsonAnswer(
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): HttpResponseInit {
  return {
    status,
    body: JSON.stringify(body),
    headers: { ...answerHeaders, 'Content-Type': 'application/json', ...headers },
  };
}
