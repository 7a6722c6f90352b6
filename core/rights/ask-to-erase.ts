import type { AskedToErase, Confirmed } from '../api/data.ts';
import { leave } from '../enrolment/leave.ts';
import type { Ports } from '../ports/ports.ts';
import {
  type Erasure,
  type PersonAct,
  type PersonId,
  withoutActs,
  withoutPostponed,
} from '../records/person.ts';
import { actDelay } from '../records/work.ts';
import { meetingsAhead } from '../rounds/meetings-ahead.ts';
import { allSchemes } from '../schemes/find-scheme.ts';
import { change } from '../shared/change.ts';
import { toIso } from '../time/instant.ts';
import { hour } from '../time/interval.ts';
import { draftsNaming } from './named-in.ts';

/** How long somebody may take to confirm, in milliseconds. Later they are told again what would happen. */
export const timeToConfirm = hour;

type ErasureAhead = Omit<Extract<AskedToErase, { kind: 'asked' }>, 'kind' | 'token'>;

/**
 * The first step of erasing: records that somebody asked, and says what would happen.
 * @returns `token`: confirms that this person has read this, within an hour. `confirmed`: they confirmed before.
 */
export async function askToErase(ports: Ports, person: PersonId): Promise<AskedToErase> {
  const ahead = await lookAhead(ports, person);
  if (ahead === null) return { kind: 'nothing-kept' };
  const now = ports.now();
  const stored = await change(ports.storage.erasures, person, (current): Erasure | null =>
    current?.state === 'confirmed' ? null : { person, state: 'asked', at: now },
  );
  if (stored?.state === 'confirmed') return { kind: 'confirmed', staysUntil: ahead.staysUntil };
  return { kind: 'asked', token: toIso(now), ...ahead };
}

/**
 * The second step: takes somebody out of all schemes, which tells their partners as usual. The next tick erases the rest, or
 * the first one after their rounds are closed (`finishErasures`). May be repeated.
 * @param token from the first step
 */
export async function confirmErasure(
  ports: Ports,
  person: PersonId,
  token: string,
): Promise<ConfirmedErasure> {
  const now = ports.now();
  const stored = await change(ports.storage.erasures, person, (current): Erasure | null => {
    if (current?.state !== 'asked') return null;
    const isRead = toIso(current.at) === token && now < current.at + timeToConfirm;
    return isRead ? { person, state: 'confirmed', at: now } : null;
  });
  if (stored?.state !== 'confirmed') return { kind: 'too-late' };
  await leaveEverything(ports, person, stored.at);
  ports.log('erasure confirmed', { person });
  return { kind: 'confirmed', staysUntil: isoOrNull(await openUntil(ports, person)) };
}

/**
 * Takes somebody out of every scheme in which they take part or pause. What they asked for before and is still to be done is
 * dropped: it might bring them back.
 * @param at when they confirmed that they want to be erased: epoch milliseconds
 */
export async function leaveEverything(ports: Ports, person: PersonId, at: number): Promise<void> {
  const isDropped = ({ dueAt }: PersonAct) => dueAt <= at + actDelay;
  await change(
    ports.storage.people,
    person,
    (current) => {
      if (!current?.acts?.some(isDropped) && !current?.postponed?.some(({ since }) => since <= at))
        return null;
      const record = withoutPostponed(current, ({ since }) => since <= at);
      return withoutActs(record, isDropped);
    },
    'leave-out',
  );
  for (const { id: scheme } of await allSchemes(ports)) {
    const status = (await ports.storage.participants.get({ scheme, person }))?.value.status;
    if (status === 'active' || status === 'paused') await leave(ports, { id: person, name: '' }, scheme);
  }
}

/**
 * When the last round ends that has a place for somebody, or may be about to give them one, as a draft does that names them (epoch milliseconds); null: all
 * these are closed.
 */
export async function openUntil(ports: Ports, person: PersonId): Promise<number | null> {
  const ends: number[] = [];
  for (const { id: scheme } of await allSchemes(ports)) {
    for await (const { value } of ports.storage.rounds.list({ scheme })) {
      const { round, stage, weekEnd } = value;
      if (stage === 'closed') continue;
      let isIn = stage === 'pairing';
      const place = await ports.storage.placements.get({ scheme, round, person }, () => (isIn = true));
      isIn ||= (await draftsNaming(ports, value, person)).length > 0;
      if (isIn || place !== null) ends.push(weekEnd);
    }
  }
  return ends.length === 0 ? null : Math.max(...ends);
}

/** What erasing somebody would do; null when nothing is kept about them. */
async function lookAhead(ports: Ports, person: PersonId): Promise<ErasureAhead | null> {
  const schemes: string[] = [];
  let isKnown = (await ports.storage.people.get(person, () => (isKnown = true))) !== null;
  for (const { id: scheme, name } of await allSchemes(ports)) {
    const stored = await ports.storage.participants.get({ scheme, person });
    if (stored === null) continue;
    isKnown = true;
    if (stored.value.status === 'active' || stored.value.status === 'paused') schemes.push(name);
  }
  if (!isKnown) return null;
  const meetings = await meetingsAhead(ports, person);
  return { schemes, meetings, staysUntil: isoOrNull(await openUntil(ports, person)) };
}

const isoOrNull = (at: number | null) => (at === null ? null : toIso(at));

export type ConfirmedErasure = Confirmed | { readonly kind: 'too-late' };
