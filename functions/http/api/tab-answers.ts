import type { HttpRequest, HttpResponseInit } from '@azure/functions';
import { readMe } from '../../../core/views/me.ts';
import type { Product } from '../../compose.ts';
import { ok, signedIn } from './answer.ts';
import type { otherAnswers } from './other-answers.ts';

export type TabFunction = 'me' | keyof typeof otherAnswers;

/** Answers one call of the tab's API: 401 without a valid token. The tab asks for `me` first, which waits for nothing else to load. */
export async function answerTab(
  product: Product,
  name: TabFunction,
  request: HttpRequest,
): Promise<HttpResponseInit> {
  if (name === 'me')
    return signedIn(async ({ ports }, user) => ok(await readMe(ports, user)), product, request);
  const { otherAnswers } = await import('./other-answers.ts');
  return signedIn(otherAnswers[name], product, request);
}
