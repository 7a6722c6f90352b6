import type { HttpRequest, HttpResponseInit } from '@azure/functions';
import { checkTenant } from '../../../core/operating/check-tenant.ts';
import { listPoison, movePoison, poisonAct } from '../../../core/operating/poison.ts';
import type { Product } from '../../compose.ts';
import { type Answer, asCoordinator, ok, refusal, signedIn } from './answer.ts';
import { bodyText, jsonIn } from './json-body.ts';

const answers = {
  'self-check': async ({ ports, probes }, { id }) => ok(await checkTenant(ports, await probes(), id)),
  poison: async ({ ports }) => ok(await listPoison(ports)),
  'move-poison': async ({ ports }, _, request) => {
    const text = await bodyText(request);
    if (text === null) return refusal(413, 'bad-request', 'The body is longer than 256 kB.');
    const { data } = poisonAct.safeParse(jsonIn(text));
    if (data === undefined) return refusal(400, 'bad-request', 'body.act: expected "retry" or "aside"');
    const { queue = '', id = '' } = request.params;
    return ok({ moved: await movePoison(ports, data.act, queue, id === 'all' ? null : id) });
  },
} satisfies Record<string, Answer>;

export type OperatorsFunction = keyof typeof answers;

/** Answers one call of the operators' addresses, which are for coordinators alone. */
export function answerOperator(
  product: Product,
  name: OperatorsFunction,
  request: HttpRequest,
): Promise<HttpResponseInit> {
  return signedIn(asCoordinator(answers[name]), product, request);
}
