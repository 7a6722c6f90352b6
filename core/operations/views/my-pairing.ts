import type { MyPairing } from '../../api/schemas.ts';
import type { PersonId } from '../../people/person.ts';
import type { Ports } from '../../ports/ports.ts';
import type { PairingRecord } from '../../rounds/records.ts';
import type { Scheme } from '../../schemes/scheme.ts';
import type { PairingView } from '../conversation.ts';
import { allSchemes } from '../schemes.ts';

/** The person's pairing whose meeting week is not over, the soonest when there are several; null when there is none. */
export async function currentPairing(
  ports: Ports,
  person: PersonId,
): Promise<{ readonly scheme: Scheme; readonly pairing: PairingRecord } | null> {
  const now = ports.now();
  const found: { scheme: Scheme; pairing: PairingRecord; weekEnd: string }[] = [];
  for (const scheme of await allSchemes(ports)) {
    for await (const { value: round } of ports.storage.rounds.list({ scheme: scheme.id })) {
      if (round.stage === 'closed' || Date.parse(round.weekEnd) <= now) continue;
      const placement = await ports.storage.placements.get({ ...round, person });
      if (!placement?.value.pairing) continue;
      const pairing = await ports.storage.pairings.get({ ...round, pairing: placement.value.pairing });
      if (pairing !== null) found.push({ scheme, pairing: pairing.value, weekEnd: round.weekEnd });
    }
  }
  return found.sort((a, b) => a.weekEnd.localeCompare(b.weekEnd))[0] ?? null;
}

/** For the tab. */
export async function myPairing(ports: Ports, person: PersonId): Promise<MyPairing> {
  const current = await currentPairing(ports, person);
  if (current === null) return null;
  const { scheme, pairing } = current;
  return {
    scheme: scheme.id,
    schemeName: scheme.name,
    round: pairing.round,
    pairing: pairing.pairing,
    state: pairing.state,
    slot: pairing.slot,
    joinUrl: pairing.joinUrl,
    myAnswer: pairing.answers[person] ?? 'none',
    partners: partnersOf(pairing, person).map((partner) => ({
      ...partner,
      answer: pairing.answers[partner.id] ?? 'none',
    })),
    lastMet: pairing.lastMet,
  };
}

/** For the bot. */
export async function myPairingView(ports: Ports, person: PersonId): Promise<PairingView | null> {
  const current = await currentPairing(ports, person);
  if (current === null) return null;
  const { scheme, pairing } = current;
  return {
    scheme: scheme.id,
    schemeName: scheme.name,
    round: pairing.round,
    pairing: pairing.pairing,
    partners: partnersOf(pairing, person),
    slot: pairing.state === 'booked' ? pairing.slot : null,
    joinUrl: pairing.joinUrl,
    lastMet: pairing.lastMet,
  };
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
