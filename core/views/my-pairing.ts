import type { Ports } from '../ports/ports.ts';
import { type PairingRecord, slotOf } from '../records/pairing.ts';
import type { PersonId } from '../records/person.ts';
import { isToCome, type Slot } from '../records/slot.ts';
import { type CurrentPairing, currentPairings } from '../rounds/current-pairings.ts';
import type { MemberView } from '../words/message.ts';
import type { MyPairing } from './api-schemas.ts';

/** For the tab: the soonest; null when there is none. */
export async function readMyPairing(ports: Ports, person: PersonId): Promise<MyPairing> {
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
export async function readPairingView(ports: Ports, person: PersonId): Promise<PairingView | null> {
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
    joinUrl: joinUrlOf(pairing),
    lastMet: pairing.lastMet,
  };
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

/** A pairing as the bot shows it to a member, and what they may choose. */
export interface PairingView {
  readonly scheme: string;
  readonly schemeName: string;
  readonly round: string;
  readonly pairing: string;
  readonly partners: readonly MemberView[];
  readonly state: 'planned' | 'booked' | 'suggested' | 'failed' | 'cancelled';
  /** What a press of a button refers to: it counts while nothing changes of what could be chosen at this revision. */
  readonly revision: number;
  /** My own answer and the partners', by person. */
  readonly answers: Readonly<Record<string, 'none' | 'accepted' | 'tentative' | 'declined'>>;
  /** ISO 8601 instants, at most three; null: none are offered. */
  readonly offer: readonly { readonly start: string; readonly end: string }[] | null;
  /** Where the meeting stands, or is to stand once somebody has chosen; null while no time is fixed. */
  readonly slot: { readonly start: string; readonly end: string } | null;
  readonly joinUrl: string | null;
  readonly lastMet: number | null;
}
