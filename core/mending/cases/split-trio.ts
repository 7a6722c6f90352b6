import { memberOf } from '../../pairing/match-people.ts';
import type { PairingRecord } from '../../records/pairing.ts';
import type { Member } from '../../records/plan.ts';
import { isToCome } from '../../records/slot.ts';
import { lengthFor } from '../../slots/lengths.ts';
import { addToLoad, type WeekLoad } from '../../slots/week-load.ts';
import { givenUp, isSeen, slotsFor } from './free-slots.ts';
import { newPairing } from './new-pairing.ts';
import { reducedTo, priceOf } from './price-of.ts';
import { absence, type Seeker, type PersonNow, revised, type Situation } from './situation.ts';

/** Three people of whom one meets somebody who had nobody: two and two. */
export interface Split {
  /** The two who stay: they keep what the three had. */
  readonly rest: PairingRecord;
  /** Who went, and who had nobody. */
  readonly pair: PairingRecord;
  readonly goer: Member;
}

interface Option {
  readonly trio: PairingRecord;
  readonly goer: PersonNow;
  readonly repeats: number;
  readonly closeness: number;
}

/**
 * Takes a trio apart for somebody who has nobody to meet. Who goes is decided as in a round: the two new pairs repeat
 * as little as can be, then are as little close, and the new one has a slot. Null when nobody of any trio has time.
 * @param trios trios of which nobody has a question to settle, in the order in which they count among equals; those that
 *   have no time yet are left alone
 * @param i the how many-th new pairing of the repair this is, from 0
 * @param load where the scheme's pairings lie; the new one is added
 */
export function splitTrio(
  situation: Situation,
  orphan: Seeker,
  trios: readonly PairingRecord[],
  i: number,
  load: WeekLoad,
): Split | null {
  const minutesWith = (goer: PersonNow) => lengthFor(situation.scheme.minutes, [goer, orphan]);
  for (const { trio, goer } of optionsFor(situation, orphan, trios)) {
    if (!isSeen(goer)) continue;
    const minutes = minutesWith(goer);
    const slots = slotsFor(situation, [goer, orphan], minutes, load, {
      ownOf: ({ id }) => (id === goer.id ? (trio.event?.slot ?? null) : null),
      not: givenUp(trio).filter(({ start }) => start !== trio.slot?.start),
    });
    const [slot] = slots;
    if (slot === undefined) continue;
    addToLoad(load, slot);
    const { lastMet, closeness } = priceOf(situation, [goer.id, orphan.id]);
    const members = [memberOf(goer), memberOf(orphan)];
    const pair = newPairing(situation, i, { members, minutes, slots, lastMet, closeness });
    return { rest: restOf(situation, trio, goer), pair, goer: memberOf(goer) };
  }
  return null;
}

/** Who could go, the one whose going costs least first. */
function optionsFor(situation: Situation, orphan: Seeker, trios: readonly PairingRecord[]): Option[] {
  const { people, scheme, week, now } = situation;
  return trios
    .filter(({ slot }) => slot !== null && isToCome(slot, now))
    .flatMap((trio) =>
      trio.members.flatMap(({ id }): Option[] => {
        const goer = people.get(id);
        if (goer === undefined || absence(goer, scheme.zone, Math.max(week.start, now)) !== null) return [];
        const stay = trio.members.map((member) => member.id).filter((other) => other !== id);
        const [one, other] = [priceOf(situation, [id, orphan.id]), priceOf(situation, stay)];
        const repeats = one.repeats + other.repeats;
        return [{ trio, goer, repeats, closeness: one.closeness + other.closeness }];
      }),
    )
    .sort((a, b) => a.repeats - b.repeats || a.closeness - b.closeness);
}

/** The two who stay meet where the three were to. */
function restOf(situation: Situation, trio: PairingRecord, { id }: PersonNow): PairingRecord {
  const others = reducedTo(situation, trio, (member) => member.id !== id);
  return revised(trio, 'member-left', id, { ...others, state: 'planned' });
}
