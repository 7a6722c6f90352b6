import type { PairingRecord } from '../../records/pairing.ts';
import type { PlacementReason } from '../../records/placement.ts';
import type { Member } from '../../records/plan.ts';
import { isToCome, type Slot } from '../../records/slot.ts';
import type { WeekLoad } from '../../slots/week-load.ts';
import { offerOf } from './answers.ts';
import { reducedTo } from './price-of.ts';
import { absence, revised, type Situation } from './situation.ts';

/** A pairing after somebody could not take part any more, or did not come, and what becomes of its members. */
export interface Departure {
  readonly changed: PairingRecord;
  readonly absent: readonly { readonly member: Member; readonly reason: PlacementReason }[];
  /** Those who still take part and have nobody to meet; told by the changed pairing unless somebody else is found. */
  readonly left: readonly Member[];
}

/**
 * A pairing ahead of which a member left, paused over its slot, is gone from the directory or cannot be reached: two
 * others still meet, or choose when to, one alone does not. After the week nobody else is found for them. Null when
 * everybody can take part.
 */
export function repairDeparture(
  situation: Situation,
  pairing: PairingRecord,
  load: WeekLoad,
): Departure | null {
  const { people, scheme, week, now } = situation;
  const at = Date.parse((pairing.slot ?? pairing.offer?.[0] ?? pairing.slots[0])?.start ?? pairing.round);
  const absent = pairing.members.flatMap((member) => {
    const reason = absence(people.get(member.id), scheme.zone, Math.max(at, week.start, now));
    return reason === null ? [] : [{ member, reason }];
  });
  return absent.length === 0 ? null : withoutAbsent(situation, pairing, absent, load);
}

/**
 * A pairing without some of its members: what the others were to do they still do, where they are two.
 * @param absent at least one
 */
export function withoutAbsent(
  situation: Situation,
  pairing: PairingRecord,
  absent: Departure['absent'],
  load: WeekLoad,
): Departure {
  const first = absent[0]?.member.id ?? null;
  const gone = new Set(absent.map(({ member }) => member.id));
  const members = pairing.members.filter(({ id }) => !gone.has(id));
  if (members.length < 2) {
    const changed = revised(pairing, 'cancelled', first, {
      state: 'cancelled',
      tell: members.map(({ id }) => id),
      endedBecause: situation.now >= situation.week.end ? 'nobody-found' : null,
    });
    return { changed, absent, left: members };
  }
  const others = reducedTo(situation, pairing, ({ id }) => !gone.has(id));
  const changed =
    pairing.state === 'suggested'
      ? revised(pairing, 'member-left', first, {
          ...others,
          offer: offerTo(situation, pairing, members, load),
        })
      : revised(pairing, 'member-left', first, { ...others, state: 'planned' });
  return { changed, absent, left: [] };
}

/** What was offered to more, as far as it is still to come; else what suits those who stay. */
function offerTo(
  situation: Situation,
  pairing: PairingRecord,
  members: readonly Member[],
  load: WeekLoad,
): Slot[] {
  const still = pairing.offer?.filter((slot) => isToCome(slot, situation.now)) ?? [];
  if (still.length > 0) return still;
  const people = members.flatMap(({ id }) => situation.people.get(id) ?? []);
  return offerOf(situation, pairing, people, load);
}
