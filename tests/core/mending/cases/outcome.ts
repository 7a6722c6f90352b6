import type { PersonNow } from '../../../../core/mending/situation/situation.ts';
import { answersOf, slotOf } from '../../../../core/records/pairing.ts';
import type { Repair, Revision } from '../../../../core/records/repair.ts';
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

/** Pairings that change or are new: by pairing, `what it is about: members`. */
export function outcome(repair: Repair | null): Record<string, string> {
  return Object.fromEntries(
    [...changedIn(repair), ...madeIn(repair)].map(({ pairing, members, news }) => [
      pairing,
      `${news}: ${members.join(' ')}`,
    ]),
  );
}

/** The pairings that a repair changes. */
export function changedIn(repair: Repair | null): Seen[] {
  return (repair?.changed ?? []).map(seen);
}

/** The new pairings of a repair. */
export function madeIn(repair: Repair | null): Seen[] {
  return (repair?.made ?? []).map(seen);
}

export type Seen = ReturnType<typeof seen>;

/** A revision in one flat record: the pairing, and what its members are told. */
function seen({ pairing, messages }: Revision) {
  const said = messages[0]?.said;
  const about = said?.kind === 'pairing' ? said : null;
  const to = messages.map(({ person }) => person);
  return {
    ...pairing,
    slot: slotOf(pairing),
    answers: answersOf(pairing),
    offer: pairing.state === 'suggested' ? pairing.offer : null,
    wishes: 'wishes' in pairing ? pairing.wishes : undefined,
    /** What it is about; the state where the members are told nothing about a meeting. */
    news: about?.news ?? pairing.state,
    because: pairing.state === 'cancelled' ? pairing.because : (about?.because ?? null),
    /** Who is told; null: all members. */
    tell: pairing.members.every((id) => to.includes(id)) ? null : to,
    insteadOf: Object.fromEntries(
      messages.flatMap(({ person, said }) =>
        said.kind === 'pairing' && said.insteadOf !== null ? [[person, said.insteadOf]] : [],
      ),
    ),
    passedOver: messages.flatMap(({ person, said }) =>
      said.kind === 'pairing' && said.passedOver ? [person] : [],
    ),
  };
}

/** Where the repair places people, and why: by person, `pairing reason`. */
export function places(repair: Repair | null): Record<string, string> {
  return Object.fromEntries(
    (repair?.placements ?? []).map(({ person: id, pairing, reason }) => [id, `${pairing} ${reason}`]),
  );
}
