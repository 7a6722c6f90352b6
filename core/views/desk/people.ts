import type { PersonRow } from '../../api/desk.ts';
import type { Ports } from '../../ports/ports.ts';
import { answersOf, slotOf } from '../../records/pairing.ts';
import type { Scheme } from '../../records/scheme.ts';
import { findRound, type SchemePorts } from '../../schemes/find-scheme.ts';
import type { Page, PageWanted } from '../../shared/page.ts';
import { shownSlot } from '../../words/pairing-view.ts';
import { readNames } from './names.ts';
import { readPeoplePart } from './read-people.ts';
import { detailOf, type PersonInRound } from './person-in-round.ts';
import { readTold } from './told.ts';

/** What became of the people of a round, a page of them in the order of their ids; null when there is no such round. */
export async function readPeople(
  ports: SchemePorts,
  schemeId: string,
  roundId: string,
  wanted: PageWanted,
): Promise<Page<PersonRow> | null> {
  const found = await findRound(ports, schemeId, roundId);
  if (found === null) return null;
  const { entries, next } = await readPeoplePart(ports, found.scheme, found.round, wanted);
  return { entries: await personRows(ports, found.scheme, entries, readTold(ports.storage, entries)), next };
}

/**
 * Rows for people, in the same order.
 * @param telling whether messages reached them
 */
export async function personRows(
  { storage }: Pick<Ports, 'storage'>,
  scheme: Scheme,
  people: readonly PersonInRound[],
  telling: ReturnType<typeof readTold>,
): Promise<PersonRow[]> {
  const ids = people.flatMap(({ person, pairing }) => [person, ...(pairing?.members ?? [])]);
  const [told, named] = await Promise.all([telling, readNames(storage, scheme, ids)]);
  return people.map((one) => {
    const { person, step, pairing, reason, outcome } = one;
    const slot = pairing && slotOf(pairing);
    return {
      ...named(person),
      step,
      with: (pairing?.members ?? [])
        .filter((id) => id !== person)
        .map((id) => ({ id, name: named(id).name })),
      pairing: pairing?.pairing ?? null,
      slot: slot && shownSlot(slot),
      answer: slot ? (answersOf(pairing)[person] ?? 'none') : null,
      outcome,
      reason,
      detail: detailOf(one),
      told: told.get(person) ?? 'sent',
    };
  });
}
