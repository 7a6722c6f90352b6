import { mayTakePart } from '../pairing/gather-people.ts';
import type { Ports } from '../ports/ports.ts';
import { memberOf, type PersonId, type PersonRecord, stranger } from '../records/person.ts';
import { allSchemes } from '../schemes/find-scheme.ts';
import { change } from '../shared/change.ts';

/**
 * Invites a colleague who never took part, once and for all. Where they do not have the app it is installed for them, and the
 * invitation is sent when the app reports that (`tellInvited`). May be repeated.
 * @param since an invitation of theirs from this instant on (epoch milliseconds) is this one, begun before
 * @returns `not-again`: they were invited before, by anybody, or take part or took part already. It does not say which.
 */
export async function invite(
  ports: Ports,
  person: PersonId,
  colleague: PersonId,
  since = Infinity,
): Promise<InviteResult> {
  if (colleague === person) return { kind: 'refused', reason: 'yourself' };
  const known = (await ports.directory.people([colleague])).get(colleague);
  if (!known || !mayTakePart(known)) return { kind: 'refused', reason: 'cannot-take-part' };
  if (await tookPart(ports, colleague)) return { kind: 'refused', reason: 'not-again' };

  const stored = await change(ports.storage.people, colleague, (current): PersonRecord | null =>
    current?.invited === undefined
      ? {
          ...(current ?? { ...stranger, id: colleague, name: known.name }),
          invited: { by: person, at: ports.now(), state: 'open' },
        }
      : null,
  );
  const { by, at = 0, state } = stored?.invited ?? {};
  const isBegun = since < Infinity && (state === 'sending' || at >= since);
  if (by !== person || (state !== 'open' && !isBegun)) return { kind: 'refused', reason: 'not-again' };
  const isWithoutApp = state === 'open' && stored?.conversation === null;
  if (isWithoutApp && (await ports.installer.install(colleague)) === 'not-allowed') {
    await takeBack(ports, colleague);
    return { kind: 'refused', reason: 'not-possible' };
  }
  const told = await tellInvited(ports, colleague);
  ports.log('invite', { person });
  return { kind: 'invited', name: known.name, ...(told === 'busy' && { isBusy: true }) };
}

/** Whether somebody takes part, took part, or is about to be erased. */
async function tookPart({ storage }: Ports, person: PersonId): Promise<boolean> {
  if ((await storage.erasures.get(person)) !== null) return true;
  for (const { id: scheme } of await allSchemes({ storage })) {
    const status = (await storage.participants.get({ scheme, person }))?.value.status ?? 'not-in';
    if (status !== 'not-in') return true;
  }
  return false;
}

/** The tenant does not let the app be installed for others: nothing came of the invitation. */
async function takeBack({ storage }: Ports, person: PersonId): Promise<void> {
  const left = await change(storage.people, person, (current) => {
    if (current?.invited?.state !== 'open') return null;
    const rest = { ...current };
    delete rest.invited;
    return rest;
  });
  // Somebody who used the tab has more in their row.
  const isNew = Object.keys(left ?? {}).length === Object.keys({ ...stranger, id: '', name: '' }).length;
  if (isNew && left?.conversation === null && left.welcome === null) await storage.people.remove(person);
}

/**
 * Sends somebody their invitation, once, if they have one and can be reached. It takes the place of the welcome.
 * @returns `busy` while another worker may be sending it
 * @throws when it may not have arrived; the next call looks for it in the chat first
 */
export async function tellInvited(ports: Ports, person: PersonId): Promise<'busy' | 'told' | 'nothing'> {
  const { people } = ports.storage;
  const claim: { isMine: boolean; isRepeat: boolean } = { isMine: false, isRepeat: false };
  const claimed = await change(people, person, (current) => {
    const now = ports.now();
    const state = current?.invited?.state;
    claim.isRepeat = state === 'sending';
    const isFree = state === 'open' || (claim.isRepeat && now - (current?.invited?.at ?? 0) >= ports.lease);
    claim.isMine = isFree && current?.conversation != null;
    if (!claim.isMine || !current?.invited) return null;
    const invited = { ...current.invited, at: now, state: 'sending' } as const;
    return { ...current, invited, welcome: current.welcome ?? { activity: 'invitation', said: true } };
  });
  if (!claim.isMine || !claimed?.conversation) return claim.isRepeat ? 'busy' : 'nothing';
  const key = `invited:${person}`;
  const { by = null } = claimed.invited ?? {};
  const inviter = by === null ? null : ((await ports.directory.people([by])).get(by) ?? null);
  const { name, language, zone } = memberOf(person, claimed, 'UTC');
  const reader = { id: person, name, language, zone };
  const message = { kind: 'invited', by: inviter?.name ?? '' } as const;
  try {
    const earlier = claim.isRepeat ? await ports.chats.find(person, key) : null;
    if (earlier === null) await ports.messenger.send(claimed.conversation, reader, message, key);
  } catch (error) {
    await setState(ports, person, { state: 'sending', at: 0 });
    throw error;
  }
  await setState(ports, person, { state: 'told', at: ports.now() });
  return 'told';
}

async function setState(
  { storage }: Ports,
  person: PersonId,
  next: { readonly state: 'sending' | 'told'; readonly at: number },
): Promise<void> {
  await change(storage.people, person, (current) =>
    current?.invited?.state === 'sending' ? { ...current, invited: { ...current.invited, ...next } } : null,
  );
}

/** Somebody says no, thanks, for good. The person who invited them is not told. */
export async function declineInvitation(
  { storage }: Pick<Ports, 'storage'>,
  person: PersonId,
): Promise<void> {
  await change(storage.people, person, (current): PersonRecord | null =>
    current?.invited === undefined || current.invited.state === 'declined'
      ? null
      : { ...current, invited: { ...current.invited, state: 'declined' } },
  );
}

export type InviteResult =
  /** `isBusy`: another worker sends the invitation, or died of it. A repeat after its lease sees to it that it arrives. */
  | { readonly kind: 'invited'; readonly name: string; readonly isBusy?: true }
  | {
      readonly kind: 'refused';
      /** `not-possible`: the tenant does not let the app be installed for others. */
      readonly reason: 'yourself' | 'cannot-take-part' | 'not-again' | 'not-possible';
    };
