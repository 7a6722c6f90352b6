import { takeAct } from '../../../../core/acts/take-act.ts';
import { readPairingTimes } from '../../../../core/stepping-in/pairing-times.ts';
import { type Handlers, orMissing, shown } from '../reply.ts';
import { askerOf } from './acts.ts';

/** What coordinators read and do. */
export const desk: Handlers<
  | 'make-scheme'
  | 'scheme-dates'
  | 'today'
  | 'people'
  | 'people-file'
  | 'pairings'
  | 'pairing-times'
  | 'take-desk-act'
> = {
  'make-scheme': async ({ ports, user, body }) => {
    const result = await makeScheme(ports, user.id, body.settings);
    return result.kind === 'made' ? shown(result.stored) : result;
  },
  'scheme-dates': async ({ ports, body }) => shown(nextDates(body, ports)),
  today: async () => null,
  people: async () => null,
  'people-file': async () => null,
  pairings: async () => null,
  'pairing-times': async ({ ports, params }) => orMissing(await readPairingTimes(ports, params)),
  'take-desk-act': async ({ ports, user, params, key, body, headers }) => {
    if (body.scheme !== params.scheme || (await ports.storage.schemes.get(params.scheme)) === null)
      return null;
    const result = await takeAct(ports, askerOf(user, headers), key, body);
    return result.kind === 'taken' ? shown(result.act) : result;
  },
};
