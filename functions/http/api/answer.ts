import type { HttpRequest, HttpResponseInit } from '@azure/functions';
import { addresses, type CallerKind } from '../../../core/api/addresses.ts';
import { isParticipant, looksAfter, readMe } from '../../../core/views/me.ts';
import type { Product } from '../../compose.ts';
import type { TabUser } from '../../identity/tab-user.ts';
import { jsonAnswer } from './json-answer.ts';
import { problemAnswer } from './problem.ts';
import type { CheckedName } from './reply.ts';

/**
 * Answers one call of the API. Who may call is decided before anything else of the call is looked at. The tab asks for `me` first, which
 * waits for nothing else to load.
 */
export async function answerApi(
  product: Product,
  name: CheckedName,
  request: HttpRequest,
): Promise<HttpResponseInit> {
  try {
    const user = await product.tabUser(request.headers.get('authorization'));
    if (user === null)
      return problemAnswer('unauthorised', 'Sign in through Teams.', {}, { 'WWW-Authenticate': 'Bearer' });
    if (!(await mayCall(product, user, name, request.params.scheme)))
      return problemAnswer('forbidden', `This is for: ${addresses[name].callers.join(', ')}.`);
    if (name === 'me') return jsonAnswer(await readMe(product.ports, user));
    const { answerOther } = await import('./answer-other.ts');
    return await answerOther(product, name, user, request);
  } catch (error) {
    const { logFailure } = await import('./log-failure.ts');
    logFailure(product.ports, name, error);
    return problemAnswer('unavailable', 'This cannot be done just now. Try again in a moment.');
  }
}

/** @param scheme the one that the address is about; undefined: none */
async function mayCall(
  { ports }: Product,
  user: TabUser,
  name: CheckedName,
  scheme: string | undefined,
): Promise<boolean> {
  const callers: readonly CallerKind[] = addresses[name].callers;
  if (callers.includes('member')) return true;
  if (callers.includes('coordinator')) {
    if (user.coordinator) return true;
    if (scheme !== undefined && (await looksAfter(ports, user.id, scheme))) return true;
  }
  return callers.includes('participant') && isParticipant(ports, user.id);
}
