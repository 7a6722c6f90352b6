import type { DraftChange, DraftView } from '../../../../core/api/draft.ts';
import { namesOf } from '../../../parts/names.ts';
import type { Person } from '../editing.ts';
import type { Saying } from './saying.ts';

/** Everybody whom drafts name, by their ids. */
export function peopleOf(...drafts: readonly DraftView[]): ReadonlyMap<string, Person> {
  const people = drafts.flatMap(({ pairings, unplaced, outside, forbidden }): Person[] => [
    ...outside,
    ...forbidden.flat(),
    ...unplaced,
    ...pairings.flatMap(({ members }) => members),
  ]);
  return new Map(people.map((person) => [person.id, person]));
}

/** What a change did, as a sentence. @param people by their ids: whom it may name */
export function sayChange(change: DraftChange, people: ReadonlyMap<string, Person>, saying: Saying): string {
  const said = saying.said.said;
  const name = (...ids: string[]): string =>
    namesOf(
      ids.map((id) => people.get(id) ?? { name: '' }),
      saying,
    );
  switch (change.kind) {
    case 'swap':
      return said.swap({ one: name(change.one), other: name(change.other) });
    case 'lock':
    case 'unlock':
      return said[change.kind]({ names: name(...change.members) });
    case 'forbid':
    case 'allow':
      return said[change.kind]({ one: name(change.pair[0]), other: name(change.pair[1]) });
    case 'leave-out':
    case 'put-in':
      return said[change.kind]({ name: name(change.person) });
    default:
      return said[change.kind];
  }
}

/** Whom a change is about first; null: everybody. */
export function subjectOf(change: DraftChange): string | null {
  switch (change.kind) {
    case 'swap':
      return change.one;
    case 'lock':
    case 'unlock':
      return change.members[0] ?? null;
    case 'forbid':
    case 'allow':
      return change.pair[0];
    case 'leave-out':
    case 'put-in':
      return change.person;
    default:
      return null;
  }
}
