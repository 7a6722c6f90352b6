import { listAgain, setAgain } from '../../../../core/rights/again.ts';
import { findColleagues, listNeverWith, setNeverWith } from '../../../../core/rights/never-with.ts';
import type { ListResult } from '../../../../core/rights/people-list.ts';
import { readPhoto } from '../../../../core/views/photo.ts';
import { type Handlers, shown } from '../reply.ts';

/** The most colleagues that a name gives. */
const mostFound = 10;

/** How long a browser keeps a picture, in seconds. */
const keptFor = 3600;

/** Colleagues: whom somebody wishes to meet or not, and how they look. */
export const people: Handlers<
  'again' | 'change-again' | 'never-with' | 'change-never-with' | 'colleagues' | 'photo'
> = {
  again: async ({ ports, user }) => shown(await listAgain(ports, user.id)),
  'change-again': async ({ ports, user, version, body }) =>
    replyOf(await setAgain(ports, user.id, version, body.people)),
  'never-with': async ({ ports, user }) => shown(await listNeverWith(ports, user.id)),
  'change-never-with': async ({ ports, user, version, body }) =>
    replyOf(await setNeverWith(ports, user.id, version, body.people)),
  colleagues: async ({ ports, user, query }) => {
    const found = await findColleagues(ports, user.id, query.name);
    return shown(
      found.slice(0, mostFound).map(({ id, name, department = null }) => ({ id, name, department })),
    );
  },
  photo: async ({ ports, user, params }) => {
    const photo = await readPhoto(ports, user, params.person);
    if (photo === null) return null;
    const headers = {
      'Content-Type': photo.type,
      'Cache-Control': `max-age=${keptFor}, private`,
      Vary: 'Authorization',
    };
    return { kind: 'other', body: Buffer.from(photo.base64, 'base64'), headers };
  },
};

/** The reply to a change of a list. */
function replyOf<Reason>(result: ListResult<Reason>) {
  switch (result.kind) {
    case 'changed':
      return shown(result.people);
    case 'stale':
      return { kind: 'stale', version: result.people.version } as const;
    case 'refused':
      return result;
    case 'unknown':
      return null;
  }
}
