import type { PersonNow } from '../../../../core/mending/situation/situation.ts';
import type { Repair } from '../../../../core/records/repair.ts';
import { person } from './situations.ts';

export const [ann, ben, cem, dee, eve] = ['ann', 'ben', 'cem', 'dee', 'eve'].map((id) => person(id)) as [
  PersonNow,
  PersonNow,
  PersonNow,
  PersonNow,
  PersonNow,
];
/** Somebody who has left the scheme. */
export const left = (one: PersonNow): PersonNow => ({ ...one, status: 'left' });

/** Pairings that change or are new: by pairing, `news: members`. */
export function outcome(repair: Repair | null): Record<string, string> {
  const all = [...(repair?.changed ?? []), ...(repair?.made ?? [])];
  return Object.fromEntries(
    all.map(({ pairing, members, news }) => [pairing, `${news}: ${members.map(({ id }) => id).join(' ')}`]),
  );
}

/** Where the repair places people, and why: by person, `pairing reason`. */
export function places(repair: Repair | null): Record<string, string> {
  return Object.fromEntries(
    (repair?.placements ?? []).map(({ person: id, pairing, reason }) => [id, `${pairing} ${reason}`]),
  );
}
