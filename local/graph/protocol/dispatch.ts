import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import type { Mailboxes } from '../mailboxes/mailboxes.ts';
import { checkAccess, type Subject } from './access.ts';
import type { Answer, GraphRequest, Route } from './call.ts';
import { badRequest, ConnectionCut, errorBody, GraphError, noSuchResource } from './errors.ts';
import type { Faults, Refusal } from '../control/faults.ts';
import { type Limits, throttled } from './limits.ts';
import type { RequestLog } from '../control/request-log.ts';
import type { Found } from './routes.ts';
import { requireZone } from './times.ts';

export interface Dispatcher {
  readonly route: (method: string, path: string) => Found;
  readonly mailboxes: Mailboxes;
  readonly limits: Limits;
  readonly faults: Faults;
  readonly log: RequestLog;
  /** Epoch milliseconds of the product's clock. */
  readonly now: () => number;
}

/**
 * Answers one request, over HTTP or from a batch, in Graph's order: route, limits, access, faults, the handler.
 * @throws ConnectionCut when that fault was asked for
 */
export async function dispatch(parts: Dispatcher, request: GraphRequest): Promise<Answer> {
  const ids = { request: randomUUID(), client: request.headers.get('client-request-id') ?? randomUUID() };
  let template = request.path;
  let status = 0;
  try {
    const found = parts.route(request.method, request.path);
    template = found.route.template;
    const answer = await serve(parts, request, found);
    status = answer.status;
    return {
      ...answer,
      headers: { ...answer.headers, 'request-id': ids.request, 'client-request-id': ids.client },
    };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    status = error.status;
    return {
      status,
      body: errorBody(error, ids, parts.now()),
      headers: { ...error.headers, 'request-id': ids.request, 'client-request-id': ids.client },
    };
  } finally {
    parts.log.add({
      method: request.method,
      template,
      caller: request.caller.kind,
      batch: request.batchSize,
      status,
    });
  }
}

async function serve(parts: Dispatcher, request: GraphRequest, { route, params }: Found): Promise<Answer> {
  const calendar = route.needs.kind === 'schedule' || route.needs.kind === 'events';
  const found = parts.mailboxes.find(params[0] ?? '');
  const limited = request.caller.kind === 'app' && calendar && found !== undefined;
  const leave = limited ? parts.limits.enter(found.owner.mail) : null;
  try {
    checkAccess(request.caller, route.needs, subjectOf(route, params, found));
    const refusal = limited ? parts.faults.refusal(found.owner.mail) : null;
    if (refusal !== null) throw mailboxRefuses(refusal);
    const fault =
      request.caller.kind === 'local'
        ? null
        : parts.faults.choose(request.method, route.template, request.path);
    if (fault?.effect === 'throttle') throw throttled(fault.retryAfter, 'requested');
    if (fault?.effect === 'fail') throw outage(request.path);

    const mailbox = (): Mailbox => {
      if (found !== undefined) return found;
      throw noSuchResource(params[0] ?? '');
    };
    const body = request.method === 'GET' || request.method === 'DELETE' ? undefined : await request.body();
    // A request counts until the next turn of the event loop, so that more than four at once are noticed.
    if (leave !== null) await nextTurn();
    const { zone, headers } = preferences(request.headers);
    const answer = await route.handle({
      request,
      params,
      body,
      zone,
      now: parts.now(),
      withoutOnlineMeeting: fault?.effect === 'no-online-meeting',
      mailbox,
    });

    if (fault?.effect === 'cut') throw new ConnectionCut();
    if (fault?.effect === 'after-504') {
      throw new GraphError(504, 'GatewayTimeout', 'The gateway did not receive a response in time.');
    }
    return { ...answer, headers: { ...headers, ...answer.headers } };
  } finally {
    leave?.();
  }
}

function subjectOf(route: Route, params: readonly string[], mailbox: Mailbox | undefined): Subject {
  if (route.needs.kind === 'chat') return { oid: chatPartner(params[0] ?? '') ?? '' };
  // For somebody unknown the handler answers 404, which is the same for every caller.
  return mailbox === undefined ? 'everybody' : { owner: mailbox.owner };
}

/** The person in `19:{person}_{bot}@unq.gbl.spaces`, the id of a chat with the bot; null for any other chat. */
export function chatPartner(chat: string): string | null {
  return /^19:([0-9a-f-]{36})_([^@_]+)@unq\.gbl\.spaces$/i.exec(chat)?.[1] ?? null;
}

function mailboxRefuses(refusal: Refusal): GraphError {
  return refusal === 'off'
    ? new GraphError(
        404,
        'MailboxNotEnabledForRESTAPI',
        'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
      )
    : new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
}

function outage(path: string): GraphError {
  const outages = [
    new GraphError(500, 'InternalServerError', 'An internal server error occurred.'),
    new GraphError(502, 'BadGateway', 'The upstream service did not answer.'),
    new GraphError(503, 'ServiceUnavailable', 'The service is temporarily unavailable.', {
      headers: { 'retry-after': '1' },
    }),
  ] as const;
  return outages[path.length % 3] ?? outages[0];
}

/** Reads the `Prefer` header. Unknown preferences are ignored, as RFC 7240 demands. */
function preferences(headers: Headers): { zone: string; headers: Record<string, string> } {
  const prefer = headers.get('prefer') ?? '';
  const zone = /outlook\.timezone\s*=\s*"([^"]*)"/i.exec(prefer)?.[1];
  const idType = /IdType\s*=\s*"([^"]*)"/i.exec(prefer)?.[1];
  if (zone !== undefined) requireZone(zone);
  if (idType !== undefined && !/^(ImmutableId|RestId)$/i.test(idType)) {
    throw badRequest(`The IdType '${idType}' is not valid.`, 'ErrorInvalidRequest');
  }
  const applied = [
    ...(zone === undefined ? [] : [`outlook.timezone="${zone}"`]),
    ...(idType === undefined ? [] : [`IdType="${idType}"`]),
  ];
  return {
    zone: zone ?? 'UTC',
    headers: applied.length === 0 ? {} : { 'preference-applied': applied.join(', ') },
  };
}
