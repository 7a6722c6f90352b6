import type { DraftView } from '../../../../core/api/draft.ts';
import type { Saying } from './saying.ts';

type Pairing = DraftView['pairings'][number];

const day = 86_400_000;
/** From so many weeks on a time is said in months. */
const fewMonths = 9;
const daysInMonth = 30.44;

/**
 * Why people of a draft are paired, as sentences.
 * @param draft its round, and whether people meet again because it cannot be avoided
 */
export function reasonsOf(
  pairing: Pairing,
  draft: Pick<DraftView, 'round' | 'repeatsForced'>,
  { said, words }: Saying,
): string[] {
  const { members, newLink, shared } = pairing;
  const again = agoOf(pairing, draft.round);
  const size = members.length === 3 ? 'three' : 'two';
  return [
    ...(size === 'three' ? [said.trio] : []),
    ...(again === null ? [] : [said.again[again.unit]({ size, n: again.n })]),
    // A coordinator chose who is locked.
    ...(again !== null && draft.repeatsForced && !pairing.locked ? [said.forced] : []),
    ...(newLink === null ? [] : [words.chat.pairing.newLink({ one: newLink[0], other: newLink[1] })]),
    ...shared.map((what) => said.shared[what]),
    ...(shared.length === 0 && again === null && newLink === null ? [said.apart] : []),
    ...(pairing.allPress === true ? [said.allPress] : []),
  ];
}

/** How long before the round two of them last met; null: never. By rounds, where no date is known. */
function agoOf(
  { lastMet, lastMetOn }: Pairing,
  round: string,
): { unit: keyof Saying['said']['again']; n: number } | null {
  if (lastMet === null) return null;
  if (lastMetOn === null) return { unit: 'rounds', n: lastMet };
  const days = (Date.parse(round) - Date.parse(lastMetOn)) / day;
  const weeks = Math.round(days / 7);
  return weeks < fewMonths
    ? { unit: 'weeks', n: weeks }
    : { unit: 'months', n: Math.round(days / daysInMonth) };
}
