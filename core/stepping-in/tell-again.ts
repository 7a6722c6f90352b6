import type { DeskRefusal } from '../api/acts.ts';
import type { Ports } from '../ports/ports.ts';
import { pairingMessageKey, unplacedMessageKey } from '../records/keys.ts';
import { type OutboxRecord, unsentMessage } from '../records/outbox.ts';
import type { PersonId } from '../records/person.ts';
import type { Placement } from '../records/placement.ts';
import type { DeskAct } from '../records/work.ts';
import { isUnderWayRound } from '../rounds/possible-acts.ts';
import { change } from '../shared/change.ts';
import { leaveOut } from '../shared/leave-out.ts';

/**
 * Sends people once more the latest message about a round, where it did not reach them; those who lost their meeting because
 * of that are told so. They count as reached until Teams refuses it again. A repeat changes nothing.
 * @param askedAt when it was asked for, epoch milliseconds
 * @returns null: it is done
 */
export async function tellAgain(
  ports: Ports,
  act: Extract<DeskAct, { kind: 'tell-again' }>,
  askedAt: number,
): Promise<DeskRefusal | null> {
  const { storage } = ports;
  const key = { scheme: act.scheme, round: act.round };
  const round = await storage.rounds.get(key, leaveOut);
  if (round === null) return 'unknown';
  if (!isUnderWayRound(round.value)) return 'closed';
  const keys = [...new Set(act.people)].map((person) => ({ ...key, person }));
  const placements = await storage.placements.getMany(keys);
  const latest = await Promise.all(placements.map(({ value }) => latestMessage(ports, value)));
  // A repeat finds messages that are sent again, or were.
  const missed = latest.filter((one) => one !== null).filter(({ value }) => isMissed(value, askedAt));
  if (missed.length === 0) return 'all-told';

  const unreached = missed.filter(({ value }) => value.state === 'unreachable' && value.at < askedAt);
  await Promise.all(unreached.map(({ value }) => countAsReached(ports, value.person)));
  await storage.outbox.write(
    unreached.map(({ value, version }) => ({
      value: unsentMessage({ ...value, notBefore: null }, ports.now()),
      version,
    })),
  );
  const about = missed.map(({ value }) => value);
  const pairings = [...new Set(about.flatMap(({ pairing }) => pairing ?? []))];
  const people = about.filter(({ pairing }) => pairing === null).map(({ person }) => person);
  await ports.queue.put([{ kind: 'tell', ...key, pairings, people }]);
  return null;
}

/** A message, and the version under which it was read; null: it is not stored yet. */
interface Latest {
  readonly value: OutboxRecord;
  readonly version: string | null;
}

/** Whether a message did not arrive, may not have arrived, or was begun anew since an instant (epoch milliseconds). */
function isMissed({ state, at }: OutboxRecord, since: number): boolean {
  return state === 'unreachable' || state === 'doubtful' || at >= since;
}

/** The latest message about what a round has for somebody; null when there was none, or it cannot be read. */
async function latestMessage({ storage, now }: Ports, placement: Placement): Promise<Latest | null> {
  const { scheme, round, person, pairing: id, reason, repair } = placement;
  const key = unplacedMessageKey(placement);
  if (id === null || reason === 'unreachable') {
    const known = await storage.outbox.get({ scheme, round, pairing: null, person, key }, leaveOut);
    if (known !== null || id === null) return known;
    const said = { kind: 'unplaced', reason: 'unreachable' } as const;
    const wanted = { scheme, round, key, person, pairing: null, revision: repair, said };
    return { value: { ...unsentMessage(wanted, now()), state: 'unreachable', at: 0 }, version: null };
  }
  const pairing = (await storage.pairings.get({ scheme, round, pairing: id }, leaveOut))?.value;
  if (pairing === undefined) return null;
  const found = await storage.outbox.getMany(
    Array.from({ length: pairing.revision + 1 }, (_, revision) => ({
      scheme,
      round,
      pairing: id,
      person,
      key: pairingMessageKey({ ...pairing, revision }, person),
    })),
    leaveOut,
  );
  const sent = found.filter(({ value }) => value.state !== 'overtaken');
  return sent.sort((a, b) => b.value.revision - a.value.revision)[0] ?? null;
}

/** Somebody whom Teams refused is tried again. Who has no chat with the bot is not reached. */
async function countAsReached({ storage }: Ports, person: PersonId): Promise<void> {
  await change(
    storage.people,
    person,
    (current) =>
      current?.conversation != null && !current.reachable ? { ...current, reachable: true } : null,
    'leave-out',
  );
}
