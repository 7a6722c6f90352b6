import type { Message } from '../../messages/message.ts';
import type { Conversation, Delivery } from '../../ports/messenger.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Versioned } from '../../ports/storage.ts';
import type { MessageWork } from '../../ports/work.ts';
import { messageKey } from '../../rounds/keys.ts';
import type { OutboxRecord, PairingRecord, Placement } from '../../rounds/records.ts';
import { nextRound } from '../../schemes/calendar.ts';
import type { Scheme } from '../../schemes/scheme.ts';
import { findScheme } from '../schemes.ts';
import { markUnreachable } from '../sign-up/reach.ts';

/**
 * Tells a person about their round, once. The connector has no idempotency key, so the message is recorded before it
 * is sent; a send that was interrupted is looked up in the chat before it is repeated.
 */
export async function tellPerson(ports: Ports, work: MessageWork): Promise<void> {
  const { scheme: schemeId, round, person } = work;
  const placement = await ports.storage.placements.get(work);
  if (placement === null) throw new Error(`${person} has no place in round ${round}`);
  const scheme = await findScheme(ports, schemeId);
  if (scheme === null) throw new Error(`scheme "${schemeId}" is not there`);
  const message = await messageFor(ports, scheme, placement.value);
  if (message === null) return;
  const key = messageKey(work, person, message.kind === 'booked' ? message.pairing : null);

  // 1. Claim. Who finds somebody else's fresh claim comes back when its holder must have ended.
  const claim = await claimOf(ports, work, key);
  if (claim === 'done') return;
  if (claim === 'busy') {
    await ports.queue.put([work], Math.ceil(ports.sendLease / 1000));
    return;
  }

  // 2. Send; where an earlier send may have arrived, look first. Who removed the app has no chat to look into.
  const known = await ports.storage.people.get(person);
  const conversation = known?.value.reachable ? known.value.conversation : null;
  const delivery: Delivery =
    conversation === null
      ? { kind: 'unreachable' }
      : ((claim.interrupted ? await earlierDelivery(ports, person, key) : null) ??
        (await send(ports, conversation, placement.value, message, key, claim.record)));

  // 3. Record.
  const done: OutboxRecord = {
    ...claim.record.value,
    state: delivery.kind,
    activity: delivery.kind === 'sent' ? delivery.activityId : null,
  };
  if ((await ports.storage.outbox.replace(done, claim.record.version)) === null) {
    throw new Error(`the record of message ${key} was changed by another worker`);
  }
  if (delivery.kind === 'unreachable') await markUnreachable(ports, person);
  ports.log('told', { scheme: schemeId, round, person, outcome: delivery.kind });
}

async function messageFor(ports: Ports, scheme: Scheme, placement: Placement): Promise<Message | null> {
  const about = { scheme: { id: scheme.id, name: scheme.name }, round: placement.round };
  const unplaced = (reason: NonNullable<Placement['reason']>): Message => ({
    kind: 'unplaced',
    ...about,
    reason,
    nextWeek: nextRound(scheme, ports.now()).round,
  });
  if (placement.pairing === null) return unplaced(placement.reason ?? 'no-common-slot');
  const found = await ports.storage.pairings.get({ ...placement, pairing: placement.pairing });
  if (found === null)
    throw new Error(`pairing ${placement.pairing} of round ${placement.round} is not there`);
  if (found.value.state === 'failed') return unplaced('not-booked');
  return bookedMessage(about, found.value, placement.person);
}

/** Null while the meeting is not booked. */
function bookedMessage(
  about: Pick<Message, 'scheme' | 'round'>,
  pairing: PairingRecord,
  reader: string,
): Message | null {
  if (pairing.state !== 'booked' || pairing.slot === null) return null;
  return {
    kind: 'booked',
    ...about,
    pairing: pairing.pairing,
    partners: pairing.members.filter(({ id }) => id !== reader),
    slot: pairing.slot,
    joinUrl: pairing.joinUrl,
    lastMet: pairing.lastMet,
  };
}

type Claim = { readonly record: Versioned<OutboxRecord>; readonly interrupted: boolean } | 'done' | 'busy';

async function claimOf(ports: Ports, { scheme, round, person }: MessageWork, key: string): Promise<Claim> {
  const { outbox } = ports.storage;
  const mine: OutboxRecord = {
    scheme,
    round,
    key,
    person,
    state: 'sending',
    at: new Date(ports.now()).toISOString(),
    activity: null,
  };
  const first = await outbox.insert(mine);
  if (first !== null) return { record: { value: mine, version: first }, interrupted: false };
  const standing = await outbox.get({ scheme, round, key });
  if (standing === null) throw new Error(`the record of message ${key} vanished`);

  const { state, at } = standing.value;
  if (state === 'sent' || state === 'unreachable') return 'done';
  if (state === 'sending' && ports.now() - Date.parse(at) < ports.sendLease) return 'busy';
  const taken = await outbox.replace(mine, standing.version);
  return taken === null ? 'busy' : { record: { value: mine, version: taken }, interrupted: true };
}

async function earlierDelivery(ports: Ports, person: string, key: string): Promise<Delivery | null> {
  const found = await ports.chats.find(person, key);
  return found && { kind: 'sent', activityId: found.activityId };
}

async function send(
  ports: Ports,
  conversation: Conversation,
  placement: Placement,
  message: Message,
  key: string,
  claim: Versioned<OutboxRecord>,
): Promise<Delivery> {
  const { person, name, language, zone } = placement;
  try {
    return await ports.messenger.send(conversation, { id: person, name, language, zone }, message, key);
  } catch (cause) {
    // It may have arrived: the next attempt looks first, without waiting for the lease.
    await ports.storage.outbox.replace({ ...claim.value, state: 'doubtful' }, claim.version);
    throw cause;
  }
}
