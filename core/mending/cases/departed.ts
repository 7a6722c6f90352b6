import type { PairingRecord } from '../../records/pairing.ts';
import type { PlacementReason } from '../../records/placement.ts';
import type { Member } from '../../records/plan.ts';
import { isToCome, type Slot } from '../../records/slot.ts';
import type { WeekLoad } from '../../slots/week-load.ts';
import { keepMembers, revise, slotsToOffer } from '../situation/revise.ts';
import { absence, type Situation } from '../situation/situation.ts';

/** What becomes of a pairing, and of each member, when some of them cannot take part or did not come. */
export interface Departure {
  /** The pairing's next revision. */
  readonly pairing: PairingRecord;
  readonly absent: readonly { readonly member: Member; readonly reason: PlacementReason }[];
  /** Members who take part and have nobody to meet. The pairing's message tells them, unless company is found. */
  readonly leftAlone: readonly Member[];
}

/**
 * A member left, paused over the slot, is gone from the directory, or cannot be reached. Two others still meet, or choose
 * when to. One alone does not: the pairing is cancelled. Null when everybody can take part.
 * @param pairing its meeting has not begun
 */
export function repairDeparture(
  situation: Situation,
  pairing: PairingRecord,
  load: WeekLoad,
): Departure | null {
  const { people, scheme, week, now } = situation;
  const at = (pairing.slot ?? pairing.offer?.[0] ?? pairing.slots[0])?.start ?? week.start;
  const absent = pairing.members.flatMap((member) => {
    const reason = absence(people.get(member.id), scheme.zone, Math.max(at, week.start, now));
    return reason === null ? [] : [{ member, reason }];
  });
  return absent.length === 0 ? null : goOnWithout(situation, pairing, absent, load);
}

/**
 * Takes members out of a pairing. Two who stay go on with it; with fewer it is cancelled.
 * @param absent at least one
 */
export function goOnWithout(
  situation: Situation,
  pairing: PairingRecord,
  absent: Departure['absent'],
  load: WeekLoad,
): Departure {
  const first = absent[0]?.member.id ?? null;
  const gone = new Set(absent.map(({ member }) => member.id));
  const stay = pairing.members.filter(({ id }) => !gone.has(id));
  if (stay.length < 2) {
    const cancelled = revise(pairing, 'cancelled', first, {
      state: 'cancelled',
      tell: stay.map(({ id }) => id),
      // After the week nobody else is looked for.
      endedBecause: situation.now >= situation.week.end ? 'nobody-found' : null,
    });
    return { pairing: cancelled, absent, leftAlone: stay };
  }
  const pair = keepMembers(situation, pairing, ({ id }) => !gone.has(id));
  const next =
    pairing.state === 'suggested'
      ? revise(pair, 'member-left', first, { offer: offerToRest(situation, pair, load) })
      : revise(pair, 'member-left', first, { state: 'planned' });
  return { pairing: next, absent, leftAlone: [] };
}

/** The slots already offered that are still to come. When there are none: slots that suit those who stay. */
function offerToRest(situation: Situation, pair: PairingRecord, load: WeekLoad): Slot[] {
  const left = pair.offer?.filter((slot) => isToCome(slot, situation.now)) ?? [];
  return left.length > 0 ? left : slotsToOffer(situation, pair, load);
}
