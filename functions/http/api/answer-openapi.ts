import type { HttpResponseInit } from '@azure/functions';
import { openApiDocument } from '../../../core/api/endpoints/openapi.ts';
import { answerHeaders } from '../secure-headers.ts';

let text: string | null = null;

/** `GET /api/openapi.json`: the description of the API, for anybody. */
export function answerOpenApi(): HttpResponseInit {
  text ??= JSON.stringify(openApiDocument());
  return { body: text, headers: { ...answerHeaders, 'Content-Type': 'application/json' } };
}
