import { readToday } from '../../../../core/operating/read-today.ts';
import { readPairings } from '../../../../core/views/desk/pairings.ts';
import { readPeopleFile } from '../../../../core/views/desk/people-file.ts';
import { readPeople } from '../../../../core/views/desk/people.ts';
import { type Handlers, orMissing, pageOrMissing, shown } from '../reply.ts';

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
  today: async ({ ports, user, params }) =>
    orMissing(await readToday(ports, params.scheme, user.coordinator)),
  people: async ({ ports, params: { scheme, round }, query }) =>
    pageOrMissing(await readPeople(ports, scheme, round, query)),
  'people-file': async ({ ports, user, params: { scheme, round } }) => {
    const file = await readPeopleFile(ports, scheme, round, user.id);
    return (
      file && {
        kind: 'other',
        body: file.csv,
        headers: {
          'Content-Type': 'text/csv; charset=utf-8',
          'Content-Disposition': `attachment;filename="${file.name}"`,
        },
      }
    );
  },
  pairings: async ({ ports, params: { scheme, round }, query }) =>
    pageOrMissing(await readPairings(ports, scheme, round, query)),
  'pairing-times': async () => null,
  'take-desk-act': async () => null,
};
