import type { Ports } from '../ports/ports.ts';
import { pairingMessageKey, unplacedMessageKey } from '../records/keys.ts';
import type { PairingRecord } from '../records/pairing.ts';
import type { PersonId } from '../records/person.ts';
import type { Placement } from '../records/placement.ts';
import type { MessageWork } from '../records/work.ts';
import { existingScheme } from '../schemes/find-scheme.ts';
import { nextRound } from '../schemes/round-times.ts';
import { meetingWeek } from '../time/meeting-week.ts';
import type { Message, Reader } from '../words/message.ts';
import { messageAbout, type RoundFacts } from './message-about.ts';

/** A message for one person. */
export interface ToTell {
  /** Makes a repeated send recognisable. */
  readonly key: string;
  readonly reader: Reader;
  readonly message: Message;
  /** Null when the reader has none. */
  readonly pairing: string | null;
}

/**
 * The messages that some work is about, by the latest revisions. Pairings that wait for the calendar give none.
 * @throws when a pairing or person has no record in the round
 */
export async function messagesOf(ports: Ports, work: MessageWork): Promise<ToTell[]> {
  const key = { scheme: work.scheme, round: work.round };
  const pairings = await ports.storage.pairings.getMany(
    work.pairings.map((pairing) => ({ ...key, pairing })),
  );
  const placements = await ports.storage.placements.getMany(
    work.people.map((person) => ({ ...key, person })),
  );
  const records = pairings.map(({ value }) => value);
  const known = new Set([
    ...records.map(({ pairing }) => pairing),
    ...placements.map(({ value }) => value.person),
  ]);
  const unknown = [...work.pairings, ...work.people].find((id) => !known.has(id));
  if (unknown !== undefined) throw new Error(`${unknown} has no place in round ${work.round}`);

  const facts = await factsOf(ports, key, records);
  return [
    ...records.flatMap((pairing) => toMembers(pairing, facts)),
    ...placements.flatMap(({ value }) => toUnplaced(value, facts)),
  ];
}

function toMembers(pairing: PairingRecord, facts: RoundFacts): ToTell[] {
  return pairing.members
    .filter(({ id }) => pairing.tell === null || pairing.tell.includes(id))
    .flatMap(({ id, name, language, zone }) => {
      const message = messageAbout(pairing, id, facts);
      if (message === null) return [];
      const reader = { id, name, language, zone };
      return [{ key: pairingMessageKey(pairing, id), reader, message, pairing: pairing.pairing }];
    });
}

/** Nothing for people who were placed in a pairing meanwhile, or who withdrew and so know. */
function toUnplaced(placement: Placement, { scheme, nextWeek }: RoundFacts): ToTell[] {
  const { person, name, language, zone, round, pairing, reason } = placement;
  if (pairing !== null || reason === null || reason === 'withdrew') return [];
  return [
    {
      key: unplacedMessageKey(placement),
      reader: { id: person, name, language, zone },
      message: { kind: 'unplaced', scheme, round, reason, nextWeek },
      pairing: null,
    },
  ];
}

async function factsOf(
  ports: Ports,
  key: { readonly scheme: string; readonly round: string },
  records: readonly PairingRecord[],
): Promise<RoundFacts> {
  const scheme = await existingScheme(ports, key.scheme);
  return {
    scheme: { id: scheme.id, name: scheme.name },
    zone: scheme.zone,
    nextWeek: nextRound(scheme, ports.now()).round,
    weekEnd: meetingWeek(key.round, scheme.zone).end,
    now: ports.now(),
    names: await namesOfLeavers(ports, records),
  };
}

/** Names of people who caused news of a pairing and are not its members any more. */
async function namesOfLeavers(
  ports: Ports,
  records: readonly PairingRecord[],
): Promise<ReadonlyMap<PersonId, string>> {
  const names = new Map<PersonId, string>();
  for (const { because, members } of records) {
    if (because === null || members.some(({ id }) => id === because)) continue;
    const person = await ports.storage.people.get(because);
    if (person !== null) names.set(because, person.value.name);
  }
  return names;
}
