import fc from 'fast-check';
import type { Storage } from '../../core/ports/storage.ts';
import { pairingMessageKey, unplacedMessageKey } from '../../core/records/keys.ts';
import type { OutboxRecord } from '../../core/records/outbox.ts';
import type { PairingRecord } from '../../core/records/pairing.ts';
import type { Participant } from '../../core/records/participant.ts';
import type { Placement } from '../../core/records/placement.ts';
import { defaultScheme } from '../../core/records/scheme.ts';
import {
  bookedPairing,
  cancelledPairing,
  december,
  eventOn,
  failedPairing,
  message,
  pairing,
  participant,
  personRecord,
  placement,
  round,
  suggestedPairing,
  tenOn,
} from './records.ts';

/** What a few people of a round have of it. */
export const groupKinds = [
  'planned',
  'moving',
  'booked',
  'accepted',
  'met',
  'missed',
  'trio',
  'trio-left',
  'suggested',
  'refused',
  'nobody-chose',
  'cancelled',
  'replaced',
  'unplaced',
  'unreadable',
  'withdrew',
  'late',
  'outside',
] as const;
type GroupKind = (typeof groupKinds)[number];

/** Groups of a round, each with how its messages fared. */
export const groups = fc.array(
  fc.tuple(
    fc.constantFrom(...groupKinds),
    fc.constantFrom<OutboxRecord['state'][]>('sent', 'unsent', 'doubtful', 'unreachable'),
  ),
  { maxLength: 25 },
);

interface Stored {
  readonly pairings: readonly PairingRecord[];
  readonly placements: readonly Placement[];
  readonly participants: readonly Participant[];
}

/** Stores the round of December with these groups, as after its Tuesday meetings. */
export async function storeMixedRound(
  storage: Storage,
  some: readonly (readonly [GroupKind, OutboxRecord['state']])[],
): Promise<void> {
  await storage.schemes.insert({ ...defaultScheme(0), preview: 'none' });
  await storage.rounds.insert(round({ stage: 'meeting' }));
  const groups = some.map(([kind, state], n) => ({ state, ...groupOf(kind, n) }));
  const messages = groups.flatMap(({ state, pairings, placements }) =>
    placements.flatMap((one) => messagesTo(one, pairings, state)),
  );
  await storage.pairings.writeWith(
    groups
      .flatMap(({ pairings }) => pairings)
      .map((value) => ({
        value,
        version: null,
        messages: messages.filter((one) => one.pairing === value.pairing),
      })),
  );
  await storage.outbox.insertMissing(messages.filter((one) => one.pairing === null));
  await storage.placements.insertMissing(groups.flatMap(({ placements }) => placements));
  const participants = groups.flatMap((group) => group.participants);
  await storage.participants.insertMissing(participants);
  for (const { person } of participants)
    await storage.people.insert(personRecord(person, { name: person.toUpperCase() }));
}

/** The messages to somebody: the first one was sent, and the latest fared as said. */
function messagesTo(
  one: Placement,
  pairings: readonly PairingRecord[],
  state: OutboxRecord['state'],
): OutboxRecord[] {
  if (one.pairing === null) {
    if (one.reason === null) return [];
    const said = { kind: 'unplaced', reason: 'alone' } as const;
    return [message(unplacedMessageKey(one), one.person, { pairing: null, said, state })];
  }
  const named = pairings.find(({ pairing: id }) => id === one.pairing);
  const last = named?.revision ?? 0;
  return Array.from({ length: last + 1 }, (_, revision) =>
    message(
      pairingMessageKey({ ...december, pairing: one.pairing ?? '', revision }, one.person),
      one.person,
      {
        pairing: one.pairing,
        revision,
        state: revision === last ? state : 'sent',
      },
    ),
  );
}

function groupOf(kind: GroupKind, n: number): Stored {
  const id = `p${String(n).padStart(5, '0')}`;
  const digits = String((n * 7919) % 65_536).padStart(5, '0');
  const idOf = (letter: string) => `t.${'09af'.charAt(n % 4)}${digits}${letter}`;
  const [ann, ben, cem] = [idOf('a'), idOf('b'), idOf('c')];
  const two = [ann, ben];
  const three = [ann, ben, cem];
  const enrolled = (...people: readonly string[]) => people.map((person) => participant(person));
  const placed = (people: readonly string[], more: Partial<Placement> = { pairing: id }) =>
    people.map((person) => placement(person, more));
  const of = (value: PairingRecord, members: readonly string[], ...others: readonly Placement[]): Stored => ({
    pairings: [value],
    placements: [...placed(members), ...others],
    participants: enrolled(...members, ...others.map(({ person }) => person)),
  });
  const alone = (one: Placement): Stored => ({
    pairings: [],
    placements: [one],
    participants: enrolled(one.person),
  });
  const saying = (said: 'yes' | 'no') => ({ [ann]: { said, start: tenOn(15).start, at: tenOn(15).end } });
  switch (kind) {
    case 'planned':
      return of(pairing(id, two), two);
    case 'moving':
      return of(pairing(id, two, { event: eventOn(id, two), slot: tenOn(17), revision: 1 }), two);
    case 'booked':
      return of(bookedPairing(id, two, { event: eventOn(id, two, { slot: tenOn(18) }) }), two);
    case 'accepted':
      return of(
        bookedPairing(id, two, {
          event: eventOn(id, two, { slot: tenOn(18) }),
          answers: { [ann]: 'accepted', [ben]: 'declined' },
        }),
        two,
      );
    case 'met':
      return of(bookedPairing(id, two, { followUps: saying('yes') }), two);
    case 'missed':
      return of(bookedPairing(id, two, { followUps: saying('no') }), two);
    case 'trio':
      return of(bookedPairing(id, three, { event: eventOn(id, three, { slot: tenOn(18) }) }), three);
    case 'trio-left':
      return of(
        bookedPairing(id, two, { revision: 1 }),
        two,
        placement(cem, { pairing: id, reason: 'withdrew', repair: 1, changedAt: 1 }),
      );
    case 'suggested':
      return of(suggestedPairing(id, two, { offer: [tenOn(18)] }), two);
    case 'refused':
      return of(failedPairing(id, two, { reason: 'refused-by-outlook' }), two);
    case 'nobody-chose':
      return of(failedPairing(id, two, { reason: 'nobody-chose' }), two);
    case 'cancelled':
      return of(
        cancelledPairing(id, two, { because: ann, isOver: true, revision: 1 }),
        [ben],
        placement(ann, { pairing: id, reason: 'withdrew', repair: 1, changedAt: 1 }),
      );
    case 'replaced':
      return of(
        bookedPairing(id, [ben, cem], { revision: 1, event: eventOn(id, two, { slot: tenOn(18) }) }),
        [ben, cem],
        placement(ann, { pairing: id, reason: 'unreachable', repair: 1, changedAt: 1 }),
      );
    case 'unplaced':
      return alone(placement(ann, { reason: 'no-common-slot' }));
    case 'unreadable':
      return alone(placement(ann, { reason: 'calendar-unreadable', detail: 'ErrorAccessDenied' }));
    case 'withdrew':
      return alone(placement(ann, { reason: 'withdrew', repair: 1 }));
    case 'late':
      return alone(placement(ann));
    case 'outside':
      return { pairings: [], placements: [], participants: enrolled(ann) };
  }
}
