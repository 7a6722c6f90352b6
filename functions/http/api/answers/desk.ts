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
  'make-scheme': async () => null,
  'scheme-dates': async () => shown([]),
  today: async () => null,
  people: async () => null,
  'people-file': async () => null,
  pairings: async () => null,
  'pairing-times': async () => null,
  'take-desk-act': async () => null,
};
