import type { MyPairing } from '../../api/schemas.ts';
import { meetingWeek } from '../../availability/meeting-week.ts';
import type { PersonId } from '../../people/person.ts';
import type { Ports } from '../../ports/ports.ts';
import { isBeyond, mayHaveBeyond } from '../../rounds/beyond-week.ts';
import type { Slot } from '../../rounds/plan.ts';
import type { PairingRecord } from '../../rounds/records.ts';
import { endsAfter, isToCome } from '../../rounds/repairs/situation.ts';
import type { Round } from '../../rounds/round.ts';
import type { Scheme } from '../../schemes/scheme.ts';
import type { PairingView } from '../conversation.ts';
import { allSchemes } from '../schemes.ts';

/** A pairing of a round whose meeting week is not over, or whose meeting was moved beyond it and is not. */
export interface CurrentPairing {
  readonly scheme: Scheme;
  readonly round: Round;
  readonly pairing: PairingRecord;
}

/**
 * The person's pairings whose meeting week is not over, and those whose meeting was moved beyond it and is not: the soonest
 * first, then those whose meeting is over, and those that were cancelled last.
 */
export async function currentPairings(ports: Ports, person: PersonId): Promise<CurrentPairing[]> {
  const now = ports.now();
  const found: CurrentPairing[] = [];
  for (const scheme of await allSchemes(ports)) {
    for await (const { value: round } of ports.storage.rounds.list({ scheme: scheme.id })) {
      const isUnderWay = round.stage !== 'closed' && now < Date.parse(round.weekEnd);
      if (!isUnderWay && !mayHaveBeyond(round, now)) continue;
      const placement = await ports.storage.placements.get({ ...round, person });
      if (!placement?.value.pairing) continue;
      const pairing = await ports.storage.pairings.get({ ...round, pairing: placement.value.pairing });
      if (pairing?.value.members.some(({ id }) => id === person) !== true) continue;
      if (isUnderWay || isBeyond(pairing.value, round, now))
        found.push({ scheme, round, pairing: pairing.value });
    }
  }
  return found.sort((a, b) => rankOf(a, now) - rankOf(b, now) || whenOf(a) - whenOf(b));
}

/** What is to come is shown before what is over, and that before what was cancelled. */
function rankOf({ pairing }: CurrentPairing, now: number): number {
  if (pairing.state === 'cancelled') return 2;
  const slot = slotOf(pairing);
  return slot !== null && !endsAfter(slot, now) ? 1 : 0;
}

/** When the meeting begins; while that is not fixed, when its week ends. */
function whenOf({ round, pairing }: CurrentPairing): number {
  return Date.parse(slotOf(pairing)?.start ?? round.weekEnd);
}

/** For the tab: the soonest; null when there is none. */
export async function myPairing(ports: Ports, person: PersonId): Promise<MyPairing> {
  const [current] = await currentPairings(ports, person);
  if (current === undefined) return null;
  const { scheme, pairing } = current;
  return {
    scheme: scheme.id,
    schemeName: scheme.name,
    round: pairing.round,
    pairing: pairing.pairing,
    state: pairing.state,
    slot: slotOf(pairing),
    offer: offerOf(pairing, ports.now()),
    joinUrl: joinUrlOf(pairing),
    myAnswer: pairing.answers[person] ?? 'none',
    partners: partnersOf(pairing, person).map((partner) => ({
      ...partner,
      answer: pairing.answers[partner.id] ?? 'none',
    })),
    lastMet: pairing.lastMet,
  };
}

/** For the bot: the soonest; null when there is none. */
export async function myPairingView(ports: Ports, person: PersonId): Promise<PairingView | null> {
  const [current] = await currentPairings(ports, person);
  return current === undefined ? null : pairingView(current, person, ports.now());
}

/** A pairing as the bot shows it to a member. */
export function pairingView(
  { scheme, pairing }: Pick<CurrentPairing, 'scheme' | 'pairing'>,
  person: PersonId,
  now: number,
): PairingView {
  const slot = slotOf(pairing);
  return {
    scheme: scheme.id,
    schemeName: scheme.name,
    round: pairing.round,
    pairing: pairing.pairing,
    partners: partnersOf(pairing, person),
    state: pairing.state,
    revision: pairing.revision,
    answers: pairing.answers,
    offer: offerOf(pairing, now),
    slot,
    isAfterWeek: slot !== null && endsAfter(slot, meetingWeek(pairing.round, scheme.zone).end),
    joinUrl: joinUrlOf(pairing),
    lastMet: pairing.lastMet,
  };
}

/** Where the meeting stands, or is to stand. */
function slotOf({ state, slot }: PairingRecord): Slot | null {
  return state === 'planned' || state === 'booked' ? slot : null;
}

function joinUrlOf({ state, event }: PairingRecord): string | null {
  return state === 'planned' || state === 'booked' ? (event?.joinUrl ?? null) : null;
}

/** What can still be chosen of what was offered. */
function offerOf({ offer }: PairingRecord, now: number): Slot[] | null {
  return offer?.filter((slot) => isToCome(slot, now)) ?? null;
}

/** The others, without their mail addresses. */
function partnersOf(pairing: PairingRecord, person: PersonId) {
  return pairing.members
    .filter(({ id }) => id !== person)
    .map(({ id, name, zone, department, office }) => ({
      id,
      name,
      zone,
      ...(department !== undefined && { department }),
      ...(office !== undefined && { office }),
    }));
}
