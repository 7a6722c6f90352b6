import type { Delivery } from '../ports/messenger.ts';
import type { Ports } from '../ports/ports.ts';
import type { OutboxRecord } from '../records/outbox.ts';
import { isIntroduction } from '../words/message.ts';
import type { MessageWork } from '../records/work.ts';
import { askToLookAfterRoundsOf } from '../rounds/ask-to-look-after.ts';
import { concurrently } from '../shared/concurrently.ts';
import { type Claim, claimMessages, isBeingSent } from './claim-messages.ts';
import { refreshCards } from './refresh-cards.ts';
import { markUnreachable } from './mark-unreachable.ts';
import { expectMessage } from '../rounds/expect-message.ts';
import { type Messages, messagesOf, type ToTell } from './messages-of.ts';

/** Messages sent at once: the connector takes fifty a second from an app in a tenant. */
const atOnce = 4;

/** The result of a send; `doubtful`: it may have arrived, and `cause` says what went wrong. */
type Outcome = Delivery | { readonly kind: 'doubtful'; readonly cause: unknown };

/**
 * Tells people about their round: each message once. The connector has no idempotency key, so a message is recorded
 * before it is sent; a send that was interrupted is looked up in the chat before it is repeated.
 * @throws when a message may not have arrived; what was sent is recorded before
 */
export async function tellPeople(ports: Ports, work: MessageWork): Promise<void> {
  // 1. Claim. Messages that another worker is sending are looked at again when its lease is over.
  const messages = await messagesOf(ports, work);
  const overtaken = messages.overtaken.filter(({ value }) => !isBeingSent(value, ports));
  await ports.storage.outbox.write(
    overtaken.map(({ value, version }) => ({ value: { ...value, state: 'overtaken' }, version })),
  );
  await putOff(ports, work, messages.later);
  const { mine: claimed, busy } = await claimMessages(ports, messages.toSend);
  if (busy.length > 0) await ports.queue.put([workFor(work, busy)], Math.ceil(ports.lease / 1000));
  if (claimed.length === 0) return;
  const mine = await withPhotos(ports, claimed);

  // 2. Send.
  const outcomes = await concurrently(mine, (claim) => send(ports, claim), atOnce);
  const of = (kind: Outcome['kind']) => mine.filter((_, i) => outcomes[i]?.kind === kind);

  // 3. Mark who cannot be reached, and have their pairings repaired: a partner would wait for them in vain.
  const unreachable = of('unreachable');
  for (const { reader } of unreachable) await markUnreachable(ports, reader.id);
  const members = unreachable.filter(({ message }) => 'pairing' in message);
  await askToLookAfterRoundsOf(
    ports,
    members.map(({ reader }) => reader.id),
  );

  // 4. Record.
  const versions = await ports.storage.outbox.write(
    mine.map(({ record }, i) => ({ value: recordOf(record.value, outcomes[i]), version: record.version })),
  );
  ports.log('told', {
    scheme: work.scheme,
    round: work.round,
    sent: of('sent').length,
    unreachable: unreachable.length,
    doubtful: of('doubtful').length,
    busy: busy.length,
    overtaken: overtaken.length,
    later: messages.later.length,
  });
  // 5. Earlier cards in the same chats do not hold any more.
  await refreshCards(ports, of('sent'));
  for (const outcome of outcomes) if (outcome.kind === 'doubtful') throw outcome.cause;
  const lost = mine.find((_, i) => (versions[i] ?? null) === null);
  if (lost) throw new Error(`the record of message ${lost.record.value.key} was changed by another worker`);
}

/** Adds pictures to the messages by which people hear of somebody new. They are read together. */
async function withPhotos({ photos }: Ports, claims: readonly Claim[]): Promise<Claim[]> {
  const whom = ({ message }: Claim) =>
    message.kind === 'pairing' && isIntroduction(message.news)
      ? message.pairing.partners.map(({ id }) => id)
      : [];
  const people = [...new Set(claims.flatMap(whom))];
  if (people.length === 0) return [...claims];
  const found = await photos.of(people);
  return claims.map((claim) => {
    const { message } = claim;
    if (message.kind !== 'pairing' || !isIntroduction(message.news)) return claim;
    const theirs = whom(claim).flatMap((id) => {
      const photo = found.get(id);
      return photo === undefined ? [] : [[id, photo] as const];
    });
    return theirs.length === 0 ? claim : { ...claim, message: { ...message, photos: new Map(theirs) } };
  });
}

/** Records when messages are to be sent that are not to be sent now, with their round, so that a tick sends them then. */
async function putOff(
  { storage }: Ports,
  { scheme, round }: MessageWork,
  later: Messages['later'],
): Promise<void> {
  if (later.length === 0) return;
  // The round first: nobody would look for a message that waits, should the process die in between.
  await expectMessage({ storage }, { scheme, round }, Math.min(...later.map(({ at }) => at)));
  await storage.outbox.write(
    later.map(({ record: { value, version }, at }) => ({ value: { ...value, notBefore: at }, version })),
  );
}

/** Sends a message; after an interrupted attempt, looks into the chat first. People who removed the app have no chat. */
async function send(
  ports: Ports,
  { record, reader, message, conversation, interrupted }: Claim,
): Promise<Outcome> {
  const { key } = record.value;
  try {
    if (conversation === null) return { kind: 'unreachable' };
    const earlier = interrupted ? await ports.chats.find(reader.id, key) : null;
    return earlier === null
      ? await ports.messenger.send(conversation, reader, message, key)
      : { kind: 'sent', activityId: earlier.activityId };
  } catch (cause) {
    // It may have arrived: the next attempt looks first, without waiting for the lease.
    return { kind: 'doubtful', cause };
  }
}

function recordOf(claimed: OutboxRecord, outcome: Outcome | undefined): OutboxRecord {
  return {
    ...claimed,
    state: outcome?.kind ?? 'doubtful',
    activity: outcome?.kind === 'sent' ? outcome.activityId : null,
  };
}

function workFor({ scheme, round }: MessageWork, messages: readonly ToTell[]): MessageWork {
  const records = messages.map(({ record }) => record.value);
  const pairings = new Set(records.flatMap(({ pairing }) => pairing ?? []));
  const people = records.filter(({ pairing }) => pairing === null).map(({ person }) => person);
  return { kind: 'tell', scheme, round, pairings: [...pairings], people };
}
