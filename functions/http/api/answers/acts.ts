import type { HttpRequest } from '@azure/functions';
import { takeAct } from '../../../../core/acts/take-act.ts';
import { withdrawAct } from '../../../../core/acts/withdraw-act.ts';
import { readAct } from '../../../../core/views/acts.ts';
import type { Caller } from '../../../../core/enrolment/caller.ts';
import type { TabUser } from '../../../identity/tab-user.ts';
import { acceptedLanguages } from '../../pages/accepted-languages.ts';
import { type Handlers, orMissing, shown } from '../reply.ts';

/** Who asks for something, and in which language they read. */
export function askerOf({ id, name }: TabUser, headers: HttpRequest['headers']): Caller {
  const [language] = acceptedLanguages(headers.get('accept-language') ?? '');
  return { id, name, ...(language !== undefined && { language }) };
}

/** What people do that others notice. */
export const acts: Handlers<'take-act' | 'my-act' | 'withdraw-act'> = {
  'take-act': async ({ ports, user, key, body, headers }) => {
    const result = await takeAct(ports, askerOf(user, headers), key, body);
    return result.kind === 'taken' ? shown(result.act) : result;
  },
  'my-act': async ({ ports, user, params }) => orMissing(await readAct(ports, user.id, params.id)),
  'withdraw-act': async ({ ports, user, params }) => {
    const result = await withdrawAct(ports, user.id, params.id);
    if (result.kind === 'unknown') return null;
    return result.kind === 'withdrawn' ? shown(result.act) : { kind: 'refused', reason: 'too-late' };
  },
};
