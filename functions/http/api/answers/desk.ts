import { makeScheme } from '../../../../core/schemes/make-scheme.ts';
import { nextDates } from '../../../../core/schemes/scheme-dates.ts';
import { type Handlers, shown } from '../reply.ts';

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
  'pairing-times': async () => null,
  'take-desk-act': async () => null,
};
