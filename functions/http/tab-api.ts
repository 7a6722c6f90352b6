import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';
import { me, myHistory, schemesFor } from '../../core/operations/views/me.ts';
import { myPairing } from '../../core/operations/views/my-pairing.ts';
import { roundDetail, roundsOf } from '../../core/operations/views/rounds.ts';
import type { apiError } from '../../core/api/schemas.ts';
import { z } from 'zod';
import type { Product } from '../compose.ts';
import type { TabUser } from '../identity/tab-user.ts';

/** A round is named by the Monday of its meeting week. */
const roundId = z.iso.date();

type Code = z.infer<typeof apiError>['error']['code'];
type Answer = (user: TabUser, request: HttpRequest) => Promise<HttpResponseInit>;

/** The tab's API. Every call carries a user's token; what somebody may see follows from it alone. */
export function registerTabApi({ ports, tabUser }: Product): void {
  const get = (name: string, route: string, answer: Answer) => {
    app.http(name, {
      route: `api/${route}`,
      methods: ['GET'],
      authLevel: 'anonymous',
      handler: async (request) => {
        const user = await tabUser(request.headers.get('authorization'));
        return user === null ? refusal(401, 'unauthorised', 'Sign in through Teams.') : answer(user, request);
      },
    });
  };
  const getAsCoordinator = (name: string, route: string, answer: Answer) => {
    get(name, route, async (user, request) =>
      user.coordinator
        ? answer(user, request)
        : refusal(403, 'forbidden', 'This is for people with the coordinator role.'),
    );
  };

  get('me', 'me', async (user) => ok(await me(ports, user)));
  get('my-pairing', 'me/pairing', async ({ id }) => ok(await myPairing(ports, id)));
  get('my-history', 'me/history', async ({ id }) => ok(await myHistory(ports, id)));
  get('schemes', 'schemes', async ({ id }) => ok(await schemesFor(ports, id)));
  getAsCoordinator('rounds', 'schemes/{scheme}/rounds', async (_, { params }) =>
    found(await roundsOf(ports, params.scheme ?? ''), 'There is no such scheme.'),
  );
  getAsCoordinator('round', 'schemes/{scheme}/rounds/{round}', async (_, { params }) => {
    const { data: round } = roundId.safeParse(params.round);
    const detail = round === undefined ? null : await roundDetail(ports, params.scheme ?? '', round);
    return found(detail, 'There is no such round.');
  });
}

/** Nobody but the person keeps what the API says. */
const headers = { 'Cache-Control': 'no-store' };

/** Written out here, because `jsonBody: null` is an empty body to Azure Functions, and null is an answer. */
function ok(body: unknown): HttpResponseInit {
  return { body: JSON.stringify(body), headers: { ...headers, 'Content-Type': 'application/json' } };
}

function found(body: unknown, otherwise: string): HttpResponseInit {
  return body === null ? refusal(404, 'not-found', otherwise) : ok(body);
}

function refusal(status: number, code: Code, message: string): HttpResponseInit {
  return { status, jsonBody: { error: { code, message } }, headers };
}
