import type { Ports } from '../ports/ports.ts';
import { nudgeKey, pairingMessageKey, remindKey } from '../records/keys.ts';
import type { OutboxRecord } from '../records/outbox.ts';
import type { PairingRecord } from '../records/pairing.ts';
import { concurrently } from '../shared/concurrently.ts';
import { leaveOut } from '../shared/leave-out.ts';
import type { ToTell } from './messages-of.ts';

/** Cards refreshed at once. */
const atOnce = 4;

/**
 * Has the earlier cards about a pairing in its reader's chat say that they do not hold any more, once a later message was sent.
 * First messages have none. A repeat does no harm, and a card that cannot be refreshed stays as it is.
 */
export async function refreshCards(ports: Ports, sent: readonly ToTell[]): Promise<void> {
  const later = sent.filter(({ record: { value }, conversation }) => conversation !== null && isLater(value));
  if (later.length === 0) return;
  const pairings = await ports.storage.pairings.getMany(
    later.flatMap(({ record: { value } }) =>
      value.pairing === null ? [] : [{ scheme: value.scheme, round: value.round, pairing: value.pairing }],
    ),
    leaveOut,
  );
  const pairingOf = new Map(pairings.map(({ value }) => [value.pairing, value]));
  const wanted = later.flatMap(({ record: { value } }) => {
    const pairing = pairingOf.get(value.pairing ?? '');
    return pairing === undefined ? [] : earlierKeys(value, pairing).map((key) => ({ ...value, key }));
  });
  const found = await ports.storage.outbox.getMany(wanted, leaveOut);
  const failed = await concurrently(
    later,
    (told) =>
      refreshFor(
        ports,
        told,
        found.map(({ value }) => value),
      ),
    atOnce,
  );
  const count = failed.reduce((one, other) => one + other, 0);
  if (count > 0) ports.log('cards not refreshed', { count });
}

/** Whether an earlier card about the same pairing may not hold any more. A reminder changes nothing of it. */
function isLater({ pairing, revision, said }: OutboxRecord): boolean {
  if (pairing === null || said.kind === 'before' || said.kind === 'remind') return false;
  return revision > 0 || said.kind !== 'pairing';
}

/** The keys of all other messages about a pairing that its reader may have got. */
function earlierKeys({ key: own, person }: OutboxRecord, pairing: PairingRecord): string[] {
  return [
    ...Array.from({ length: pairing.revision + 1 }, (_, revision) =>
      pairingMessageKey({ ...pairing, revision }, person),
    ),
    ...pairing.nudged.map(({ nudge, start }) => nudgeKey(nudge, pairing, { start, person })),
    ...(pairing.remindedAt === undefined ? [] : [remindKey(pairing, pairing.remindedAt, person)]),
  ].filter((key) => key !== own);
}

/** Refreshes the earlier cards of one reader. Gives how many could not be refreshed. */
async function refreshFor(
  { messenger }: Ports,
  { record: { value }, reader, message, conversation }: ToTell,
  all: readonly OutboxRecord[],
): Promise<number> {
  let failed = 0;
  for (const { key, pairing, person, state, activity, at } of all) {
    const isTheirs = pairing === value.pairing && person === value.person && key !== value.key;
    if (!isTheirs || conversation === null || state !== 'sent' || activity === null || at > value.at)
      continue;
    try {
      await messenger.update(conversation, activity, reader, message, key);
    } catch {
      failed += 1;
    }
  }
  return failed;
}
