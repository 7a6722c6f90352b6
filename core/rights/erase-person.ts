import type { Ports } from '../ports/ports.ts';
import type { ListedStore, Versioned } from '../ports/storage.ts';
import type { OutboxRecord } from '../records/outbox.ts';
import type { PairingRecord } from '../records/pairing.ts';
import type { Participant } from '../records/participant.ts';
import { formerColleague, type PersonId, type PersonRecord, withoutActs } from '../records/person.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import { allSchemes } from '../schemes/find-scheme.ts';
import { leaveOut } from '../shared/leave-out.ts';
import { draftsNaming, isNamed, names } from './named-in.ts';
import { withList } from './people-list.ts';

/**
 * Erases somebody whose rounds are all closed: their own rows go, and in what is kept about others they become "a former
 * colleague" without an id. Plans, drafts and repairs that name them go whole: nothing reads them once their round is closed. May be
 * repeated, also after a process died anywhere in it. The wish to be erased goes last.
 */
export async function erasePerson(ports: Ports, person: PersonId): Promise<void> {
  const { storage } = ports;
  await rewrite(storage.schemes, null, person, (scheme): Scheme => ({
    ...scheme,
    coordinators: scheme.coordinators.filter((id) => id !== person),
  }));
  for (const { id: scheme } of await allSchemes(ports)) {
    await rewrite(storage.participants, { scheme }, person, (other): Participant | null =>
      other.person === person ? null : withoutId(other, person),
    );
    await rewrite(storage.rounds, { scheme }, person, (round): Round => withoutId(round, person));
    for await (const { value } of storage.rounds.list({ scheme })) {
      await eraseMessages(ports, value, person);
      if (value.stage === 'closed') await eraseFromRound(ports, value, person);
    }
    await storage.participants.remove({ scheme, person });
  }
  await eraseFromPeople(ports, person);
  await storage.people.remove(person);
  await storage.erasures.remove(person);
  ports.log('erased', {});
}

/**
 * Removes the person from other people's wishes whom to meet and whom never to meet, from the invitations that the person
 * sent, and from what others asked for in the tab.
 */
async function eraseFromPeople({ storage }: Ports, person: PersonId): Promise<void> {
  await rewrite(storage.people, null, person, (other): PersonRecord | null => {
    if (other.id === person) return null;
    const without = (ids: readonly PersonId[] = []) => ids.filter((id) => id !== person);
    const others = withList(other, 'neverWith', without(other.neverWith));
    const kept = withoutActs(withList(others, 'again', without(other.again)), (act) => names(act, person));
    return kept.invited?.by === person ? { ...kept, invited: { ...kept.invited, by: null } } : kept;
  });
}

async function eraseFromRound({ storage }: Ports, round: Round, person: PersonId): Promise<void> {
  const key = { scheme: round.scheme, round: round.round };
  await rewrite(storage.pairings, key, person, (pairing): PairingRecord => withoutId(pairing, person));
  if (await isNamed(person, (odd) => storage.plans.get(key, odd))) await storage.plans.remove(key);
  for (const draft of await draftsNaming({ storage }, key, person))
    await storage.drafts.remove({ ...key, draft });
  // One more may have been stored than was carried out.
  for (let number = 1; number <= round.repairs + 1; number++) {
    const repair = { ...key, number };
    if (await isNamed(person, (odd) => storage.repairs.get(repair, odd)))
      await storage.repairs.remove(repair);
  }
  await storage.availability.remove(key);
  await storage.placements.remove({ ...key, person });
}

/**
 * Removes the messages to the person, and their id from messages to others. Coordinators, and people who were
 * called before it, have some in rounds in which they have no place. Of a closed round nobody reads the words any more with
 * which coordinators called meetings off, and they may be about anybody.
 */
async function eraseMessages({ storage }: Ports, round: Round, person: PersonId): Promise<void> {
  const toThem = new Map<string, OutboxRecord>();
  const isConcerned = (message: OutboxRecord) =>
    names(message, person) || (round.stage === 'closed' && wordIn(message) !== '');
  const key = { scheme: round.scheme, round: round.round };
  const decide = (message: OutboxRecord): OutboxRecord | null => {
    if (message.person !== person)
      return withoutId(round.stage === 'closed' ? withoutWord(message) : message, person);
    toThem.set(message.key, message);
    return null;
  };
  await rewrite(storage.outbox, key, person, decide, isConcerned);
  for (const message of toThem.values()) await storage.outbox.remove(message);
}

const attempts = 8;

/** The word with which a coordinator called a meeting off; empty: there is none. */
function wordIn({ said }: OutboxRecord): string {
  return said.kind === 'called-off' ? (said.by?.word ?? '') : '';
}

function withoutWord(message: OutboxRecord): OutboxRecord {
  const { said } = message;
  if (said.kind !== 'called-off' || said.by === undefined) return message;
  return { ...message, said: { ...said, by: { ...said.by, word: '' } } };
}

/**
 * Rewrites the records of a group that name somebody. Those that cannot be read are left out.
 * @param decide gives the record without them; null leaves it as it is
 * @param isConcerned whether a record is rewritten; by default it names them
 * @throws when others changed some of these records eight times in a row
 */
async function rewrite<Group, T>(
  store: Pick<ListedStore<Group, never, T>, 'list' | 'write'>,
  group: Group,
  person: PersonId,
  decide: (value: T) => T | null,
  isConcerned: (value: T) => boolean = (value) => names(value, person),
): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const changes: Versioned<T>[] = [];
    for await (const { value, version } of store.list(group, leaveOut)) {
      const wanted = isConcerned(value) ? decide(value) : null;
      if (wanted !== null) changes.push({ value: wanted, version });
    }
    const written = await store.write(changes);
    if (!written.includes(null)) return;
  }
  throw new Error(`records were changed by others ${attempts} times in a row`);
}

/** The record with somebody's id replaced wherever it occurs. */
function withoutId<T>(value: T, person: PersonId): T {
  return JSON.parse(JSON.stringify(value).replaceAll(person, formerColleague)) as T;
}
