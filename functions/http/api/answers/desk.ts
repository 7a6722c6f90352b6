import { makeScheme } from '../../../../core/schemes/make-scheme.ts';
import { nextDates } from '../../../../core/schemes/scheme-dates.ts';
import { takeAct } from '../../../../core/acts/take-act.ts';
import { readPairingTimes } from '../../../../core/stepping-in/pairing-times.ts';
import { askerOf } from './acts.ts';
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
  'make-scheme': async ({ ports, user, body }) => {
    const result = await makeScheme(ports, user.id, body.settings);
    return result.kind === 'made' ? shown(result.stored) : result;
  },
  'scheme-dates': async ({ ports, body }) => shown(nextDates(body, ports)),
  'pairing-times': async ({ ports, params }) => orMissing(await readPairingTimes(ports, params)),
  'take-desk-act': async ({ ports, user, params, key, body, headers }) => {
    if (body.scheme !== params.scheme || (await ports.storage.schemes.get(params.scheme)) === null)
      return null;
    const result = await takeAct(ports, askerOf(user, headers), key, body);
    return result.kind === 'taken' ? shown(result.act) : result;
  },
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
};
