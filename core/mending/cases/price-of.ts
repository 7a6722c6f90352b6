import { match } from '../../matching/index.ts';
import type { PersonId } from '../../records/person.ts';
import { meetingsOf } from '../../pairing/match-people.ts';
import type { Member } from '../../records/plan.ts';
import type { PairingRecord } from '../../records/pairing.ts';
import type { PersonNow, Situation } from './situation.ts';

/** What two or three people are to each other, as the matching engine counts it. */
export interface Price extends Pick<PairingRecord, 'lastMet' | 'closeness'> {
  readonly repeats: number;
}

/** What changes of a pairing when some of its members alone go on with it: at least two. */
export function reducedTo(
  situation: Situation,
  pairing: PairingRecord,
  stays: (member: Member) => boolean,
): Pick<PairingRecord, 'members' | 'answers' | 'lastMet' | 'closeness'> {
  const members = pairing.members.filter(stays);
  const ids = members.map(({ id }) => id);
  const { lastMet, closeness } = priceOf(situation, ids);
  const answers = Object.fromEntries(Object.entries(pairing.answers).filter(([id]) => ids.includes(id)));
  return { members, answers, lastMet, closeness };
}

/** One start that suits everybody: only what they are to each other is asked for. */
const anyStart = Uint32Array.of(1);

/** The terms on which people of the scheme meet in the round. */
export function priceOf({ people, round }: Situation, ids: readonly PersonId[]): Price {
  const members = ids.flatMap((id): PersonNow[] => {
    const person = people.get(id);
    return person === undefined ? [] : [person];
  });
  const lastRound = { round: round.number - 1, a: '', b: '', met: true };
  const { pairings } = match({
    people: members.map(({ id, directory }) => ({
      id,
      starts: anyStart,
      ...(directory?.department !== undefined && { department: directory.department }),
      ...(directory?.office !== undefined && { office: directory.office }),
      ...(directory?.manager !== undefined && { manager: directory.manager }),
    })),
    excluded: [],
    history: [...meetingsOf(members), lastRound],
    seed: 0,
  });
  const [pairing] = pairings;
  if (pairing === undefined) throw new Error(`${ids.length} people make no pairing`);
  const { lastMet, closeness, repeats } = pairing;
  return { lastMet: lastMet?.rounds ?? null, closeness, repeats };
}
