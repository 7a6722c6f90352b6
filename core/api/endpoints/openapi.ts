import * as z from 'zod';
import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { pairingView } from '../../words/pairing-view.ts';
import { actView, wantedAct } from '../acts.ts';
import { type AddressName, addresses, type CallerKind } from '../addresses.ts';
import { me, mySettings, now } from '../me.ts';
import { myMeeting } from '../meetings.ts';
import { people } from '../people.ts';
import { problem, type ProblemCode } from '../problem.ts';
import { refusals } from '../refusals.ts';
import { roundDetail } from '../rounds.ts';
import type { Endpoint } from './endpoint.ts';
import { endpoints } from './endpoints.ts';

/** Shapes that are written once, and referred to where they occur. */
const schemas = {
  Problem: problem,
  Me: me,
  Now: now,
  PairingView: pairingView,
  MyMeeting: myMeeting,
  MySettings: mySettings,
  WantedAct: wantedAct,
  ActView: actView,
  People: people,
  RoundDetail: roundDetail,
};

const title = 'UnMentoring';
const about = [
  'Everything under `/api` that the tab and the operators’ commands call. `POST /api/messages` is the Bot Framework’s own, and is not described here.',
  '`x-callers` says who may call an address; those of any of these kinds may. `anyone`: without a token too. `member`: with a valid access token of a person of the tenant for this app. `participant`: a member whom a scheme has an enrolment of, whatever its status. `coordinator`: a member with the app’s role `Coordinator`, and, where the path names a scheme, whom that scheme names as a coordinator. It is decided before body, `If-Match` and values of the path are looked at.',
  'Every refusal is a problem by RFC 9457. Instants are ISO 8601 in UTC, dates ISO.',
].join('\n\n');

/**
 * The API as OpenAPI 3.1 describes it. `npm run build` puts the document itself into the app in place of this file
 * (`scripts/app/plugins.ts`).
 */
export function openApiDocument() {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const name of Object.keys(addresses) as AddressName[]) {
    const { method, path } = addresses[name];
    const operations = (paths[`/api/${path}`] ??= {});
    operations[method.toLowerCase()] = operationOf(name);
  }
  const document: ZodOpenApiObject = {
    openapi: '3.1.1',
    info: { title, version: '1', description: about },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas,
      securitySchemes: { person: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
  return createDocument(document, {
    override: ({ jsonSchema }) => {
      plain(jsonSchema);
    },
  });
}

/** Answers may gain fields. What zod writes besides what a format says tells readers nothing. */
function plain(schema: {
  additionalProperties?: unknown;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
}): void {
  if (schema.additionalProperties === false) delete schema.additionalProperties;
  if (schema.format?.startsWith('date')) delete schema.pattern;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
}

function operationOf(name: AddressName): ZodOpenApiOperationObject {
  const { method, callers } = addresses[name];
  const endpoint: Endpoint = endpoints[name];
  const { summary, about, params, query, body } = endpoint;
  const headers = headersOf(method, endpoint);
  return {
    operationId: name,
    summary,
    ...(about !== undefined && { description: about }),
    'x-callers': callers,
    security: isOpen(callers) ? [] : [{ person: [] }],
    requestParams: {
      ...(params && { path: params }),
      ...(query && { query }),
      ...(Object.keys(headers).length > 0 && { header: z.object(headers) }),
    },
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: { ...answerOf(endpoint), ...refusalsOf(method, callers, endpoint) },
  };
}

const isOpen = (callers: readonly CallerKind[]) => callers.includes('anyone');
const isChange = (method: string) => method === 'PUT' || method === 'PATCH';

function headersOf(method: string, { versioned, keyed }: Endpoint): Record<string, z.ZodType> {
  return {
    ...(versioned && isChange(method) && { 'If-Match': z.string().describe('The `ETag` of what was read.') }),
    ...(keyed && { 'Idempotency-Key': z.string().regex(/^[\w-]{8,64}$/) }),
  };
}

function answerOf({ summary, answer, status, versioned, paged }: Endpoint): ZodOpenApiResponsesObject {
  const headers = {
    ...(versioned && { ETag: z.string().describe('The version of the answer, in quotes.') }),
    ...(paged && {
      Link: z.string().optional().describe('With `rel="next"`: the next page, where there is one.'),
    }),
  };
  const content =
    typeof answer === 'string'
      ? { [answer]: { schema: { type: 'string' as const } } }
      : { 'application/json': { schema: answer } };
  return { [status ?? 200]: { description: summary, headers: z.object(headers), content } };
}

/** The refusals of an address, by status: those that follow from what it takes, and its own. */
function refusalsOf(
  method: string,
  callers: readonly CallerKind[],
  { params, query, body, versioned, keyed, missing, reasons = {} }: Endpoint,
): ZodOpenApiResponsesObject {
  const isMember = callers.includes('member');
  const isVersioned = versioned && isChange(method);
  const all: Partial<Record<ProblemCode, string>> = {
    ...(!isOpen(callers) && { unauthorised: 'There is no valid token of a person of this tenant.' }),
    ...(!isOpen(callers) && !isMember && { forbidden: `Only for: ${callers.join(', ')}.` }),
    ...((query ?? body ?? keyed) && { 'bad-request': 'Something that was sent is not as described.' }),
    ...(body && { 'too-large': 'The body is longer than 256 kB.' }),
    ...((missing ?? params) !== undefined && { 'not-found': missing ?? 'There is no such thing.' }),
    ...(isVersioned && {
      stale: 'It was changed meanwhile. `ETag` has the present version.',
      unversioned: 'There is no `If-Match`.',
    }),
    ...(Object.keys(reasons).length > 0 && {
      refused: Object.entries(reasons)
        .map(([reason, sentence]) => `\`${reason}\`: ${sentence}`)
        .join(' '),
    }),
    ...(!isOpen(callers) && { unavailable: 'A neighbour of the product does not answer.' }),
  };
  return Object.fromEntries(
    (Object.keys(all) as ProblemCode[]).map((code) => [
      refusals[code].status,
      { description: all[code] ?? '', content: { 'application/problem+json': { schema: problem } } },
    ]),
  );
}
