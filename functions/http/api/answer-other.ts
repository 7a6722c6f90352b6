import type { HttpRequest, HttpResponseInit } from '@azure/functions';
import type { Endpoint } from '../../../core/api/endpoints/endpoint.ts';
import { endpoints } from '../../../core/api/endpoints/endpoints.ts';
import type { Product } from '../../compose.ts';
import type { TabUser } from '../../identity/tab-user.ts';
import { answerHeaders } from '../secure-headers.ts';
import { jsonAnswer } from './json-answer.ts';
import { problemAnswer } from './problem.ts';
import { readCall } from './read-call.ts';
import type { HandledName, Handlers, Reply } from './reply.ts';

type Loaded<Name extends HandledName> = () => Promise<Pick<Handlers<HandledName>, Name>>;

const meetings = async () => (await import('./answers/meetings.ts')).meetings;
const acts = async () => (await import('./answers/acts.ts')).acts;
const settings = async () => (await import('./answers/settings.ts')).settings;
const people = async () => (await import('./answers/people.ts')).people;
const data = async () => (await import('./answers/data.ts')).data;
const schemes = async () => (await import('./answers/schemes.ts')).schemes;
const desk = async () => (await import('./answers/desk.ts')).desk;
const draft = async () => (await import('./answers/draft.ts')).draft;
const operators = async () => (await import('./answers/operators.ts')).operators;

/** Loads the handler of each address. */
const load: { readonly [Name in HandledName]: Loaded<Name> } = {
  now: meetings,
  'my-pairing': meetings,
  'my-history': meetings,
  'my-meeting': meetings,
  'change-my-meeting': meetings,
  'my-times': meetings,
  'take-act': acts,
  'my-act': acts,
  'withdraw-act': acts,
  again: people,
  'change-again': people,
  'never-with': people,
  'change-never-with': people,
  colleagues: people,
  photo: people,
  'my-settings': settings,
  'change-my-settings': settings,
  settings,
  'change-settings': settings,
  'my-data': data,
  'my-data-page': data,
  erase: data,
  schemes,
  figures: schemes,
  rounds: schemes,
  round: schemes,
  'make-scheme': desk,
  'scheme-dates': desk,
  today: desk,
  people: desk,
  'people-file': desk,
  pairings: desk,
  'pairing-times': desk,
  'take-desk-act': desk,
  draft,
  'change-draft': draft,
  'self-check': operators,
  poison: operators,
  'move-poison': operators,
};

/** Answers a call of somebody who may make it. */
export async function answerOther(
  product: Product,
  name: HandledName,
  user: TabUser,
  request: HttpRequest,
): Promise<HttpResponseInit> {
  const endpoint: Endpoint = endpoints[name];
  const read = await readCall(request, endpoint);
  if ('refusal' in read) return read.refusal;
  const handlers = (await load[name]()) as Partial<Handlers<HandledName>>;
  const call = { ...read.call, product, ports: product.ports, user, headers: request.headers };
  // `readCall` has parsed each part by the endpoint's own schema, so the call is what this handler takes.
  const handle = handlers[name] as (call: unknown) => Promise<Reply<HandledName>>;
  return answerOf(await handle(call), endpoint, request.url);
}

function answerOf(reply: Reply<HandledName>, endpoint: Endpoint, url: string): HttpResponseInit {
  const { missing = '', reasons = {}, status, versioned } = endpoint;
  switch (reply?.kind) {
    case undefined:
      return problemAnswer('not-found', missing);
    case 'refused':
      return problemAnswer('refused', reasons[reply.reason] ?? '', { reason: reply.reason });
    case 'stale': {
      const detail = 'It was changed meanwhile: read it again, and send your change with its ETag.';
      return problemAnswer('stale', detail, {}, { ETag: `"${reply.version}"` });
    }
    case 'other':
      return { body: reply.body, headers: { ...answerHeaders, ...reply.headers } };
    case 'shown': {
      const { body, next = null } = reply;
      return jsonAnswer(body, status, {
        ...(versioned && { ETag: `"${(body as { readonly version: string }).version}"` }),
        ...(next !== null && { Link: `<${nextPage(url, next)}>; rel="next"` }),
      });
    }
  }
}

/** The address of the next page, relative to the host. */
function nextPage(url: string, cursor: string): string {
  const { pathname, searchParams } = new URL(url);
  searchParams.set('cursor', cursor);
  return `${pathname}?${searchParams.toString()}`;
}
