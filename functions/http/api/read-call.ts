import type { HttpRequest, HttpResponseInit } from '@azure/functions';
import type * as z from 'zod';
import type { Endpoint } from '../../../core/api/endpoints/endpoint.ts';
import type { Problem } from '../../../core/api/problem.ts';
import { bodyText, jsonIn } from './json-body.ts';
import { problemAnswer } from './problem.ts';

interface ReadCall {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly version: string;
  readonly key: string;
}

/** Reads what a call brings, as its endpoint says. Gives a refusal where something is not as it says. */
export async function readCall(
  request: HttpRequest,
  { params, query, body, versioned, keyed, missing = '' }: Endpoint,
): Promise<{ readonly call: ReadCall } | { readonly refusal: HttpResponseInit }> {
  const { headers } = request;
  const inPath = params?.safeParse(request.params);
  if (inPath?.success === false) return { refusal: problemAnswer('not-found', missing) };

  const isChange = request.method === 'PUT' || request.method === 'PATCH';
  const version = versioned && isChange ? versionIn(headers.get('if-match')) : '';
  if (version === null) {
    const detail = 'If-Match: expected the ETag of what you read, one, in quotes.';
    return { refusal: problemAnswer('unversioned', detail) };
  }
  const key = keyed ? /^[\w-]{8,64}$/.exec(headers.get('idempotency-key') ?? '')?.[0] : '';
  if (key === undefined) {
    const detail = 'Idempotency-Key: expected 8 to 64 letters, digits, - or _.';
    return { refusal: problemAnswer('bad-request', detail) };
  }
  const inQuery = query?.safeParse(Object.fromEntries(request.query));
  if (inQuery?.success === false) {
    const faults = inQuery.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    return { refusal: problemAnswer('bad-request', faults.join('; ')) };
  }
  const call = { params: inPath?.data, query: inQuery?.data, version, key };
  if (body === undefined) return { call: { ...call, body: undefined } };

  const text = await bodyText(request);
  if (text === null) return { refusal: problemAnswer('too-large', 'The body is longer than 256 kB.') };
  const parsed = body.safeParse(jsonIn(text));
  if (parsed.success) return { call: { ...call, body: parsed.data } };
  const errors = errorsOf(parsed.error);
  const detail = errors.map((one) => `body${one.pointer.replaceAll('/', '.')}: ${one.detail}`).join('; ');
  return { refusal: problemAnswer('bad-request', detail, { errors }) };
}

/** The version in an ETag; null where there is not exactly one. Proxies that compress an answer write `W/` before it. */
function versionIn(header: string | null): string | null {
  return /^\s*(?:W\/)?"([^"]+)"\s*$/.exec(header ?? '')?.[1] ?? null;
}

/** Each fault of a body, with its place as a JSON pointer (RFC 6901). */
function errorsOf({ issues }: z.ZodError): NonNullable<Problem['errors']> {
  return issues.map(({ path, message }) => ({
    pointer: path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    detail: message,
  }));
}
