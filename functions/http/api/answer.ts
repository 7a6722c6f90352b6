import type { HttpRequest, HttpResponseInit } from '@azure/functions';
import type * as z from 'zod';
import type { apiError } from '../../../core/api/problem.ts';
import type { Product } from '../../compose.ts';
import type { TabUser } from '../../identity/tab-user.ts';
import { answerHeaders } from '../secure-headers.ts';

type Code = z.infer<typeof apiError>['error']['code'];

/** What an address of the API answers to somebody. */
export type Answer = (product: Product, user: TabUser, request: HttpRequest) => Promise<HttpResponseInit>;

/** Answers those who sign in with a valid token; the others 401. */
export async function signedIn(
  answer: Answer,
  product: Product,
  request: HttpRequest,
): Promise<HttpResponseInit> {
  const user = await product.tabUser(request.headers.get('authorization'));
  return user === null
    ? refusal(401, 'unauthorised', 'Sign in through Teams.')
    : answer(product, user, request);
}

/** Answers those who have the coordinator role; the others 403. */
export function asCoordinator(answer: Answer): Answer {
  return async (product, user, request) =>
    user.coordinator
      ? answer(product, user, request)
      : refusal(403, 'forbidden', 'This is for people with the coordinator role.');
}

/** Written by hand: Azure Functions sends an empty body for `jsonBody: null`, and null is an answer of this API. */
export function ok(body: unknown): HttpResponseInit {
  return { body: JSON.stringify(body), headers: { ...answerHeaders, 'Content-Type': 'application/json' } };
}

export function refusal(status: number, code: Code, message: string): HttpResponseInit {
  return { status, jsonBody: { error: { code, message } }, headers: answerHeaders };
}
