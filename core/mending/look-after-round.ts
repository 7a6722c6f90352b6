import { askForMissing } from '../outstanding/ask-for-missing.ts';
import { isTold } from '../outstanding/outstanding-work.ts';
import type { Ports } from '../ports/ports.ts';
import { nextMeeting } from '../records/pairing.ts';
import type { Repair } from '../records/repair.ts';
import { isLookWaiting, isToClose, type Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import { existingScheme } from '../schemes/find-scheme.ts';
import { change } from '../shared/change.ts';
import { toldAbout } from '../telling/claim-messages.ts';
import { carryOutRepair } from './carry-out-repair.ts';
import type { Situation } from './cases/situation.ts';
import { decideRepair } from './decide-repair.ts';
import { type GatheredSituation, gatherSituation, type Scope } from './gather-situation.ts';

/**
 * Looks after a round from booking until it is to be closed: reads the answers, mends what fell apart, and asks for
 * whatever is still to be booked or told. A repair is stored before anything is done about it, so that one that was
 * interrupted is finished first. May run any number of times.
 * @param scope `ahead`: only what is about to begin, where every quarter of an hour counts
 */
export async function lookAfterRound(
  ports: Ports,
  schemeId: string,
  roundId: string,
  scope: Scope = 'all',
): Promise<void> {
  const scheme = await existingScheme(ports, schemeId);
  const key = { scheme: scheme.id, round: roundId };
  const found = await ports.storage.rounds.get(key);
  if (found === null) throw new Error(`round ${roundId} of scheme "${schemeId}" is not there`);
  const round = found.value;
  if (round.stage === 'pairing' || round.stage === 'closed') return;
  if (isToClose(round, ports.now()) || isLookWaiting(round, ports.now())) return;

  // 1. Finish what was begun.
  const begun = await ports.storage.repairs.get({ ...key, number: round.repairs + 1 });
  if (begun !== null) await carryOutRepair(ports, begun);

  // 2. Gather, decide, store, act. Whoever stores first wins; the other looks again.
  const readAt = ports.now();
  const upToDate = { ...round, repairs: begun?.number ?? round.repairs };
  const looked = await lookAndRepair(ports, scheme, upToDate, scope, readAt);
  if (looked.kind === 'wait') return comeBack(ports, key, looked.until);
  // Somebody is to be left alone, and company may be found anywhere.
  if (looked.kind === 'widen') return lookAfterRound(ports, schemeId, roundId);

  // 3. Ask for what is missing.
  const { missing } = await askForMissing(ports, key);
  const lookedAt = new Date(readAt).toISOString();
  const { next } = looked;
  await change(
    ports.storage.rounds,
    key,
    (current) =>
      current && {
        ...current,
        lookedAheadAt: lookedAt,
        // Somebody may have chosen a sooner time meanwhile.
        ...(current.nextMeetingAt === round.nextMeetingAt && { nextMeetingAt: next }),
        ...(scope === 'all' && { answersCheckedAt: lookedAt }),
      },
  );
  ports.log('looked after', { ...key, scope, repair: looked.repair, missing });
}

type Looked =
  | {
      readonly kind: 'done';
      /** The number of the repair that was wanted. */
      readonly repair: number | null;
      /** When the next meeting starts, null: there is none. */
      readonly next: string | null;
    }
  /** What was looked at is not enough. */
  | { readonly kind: 'widen' }
  | Extract<GatheredSituation, { readonly kind: 'wait' }>;

/** @param readAt no later than the answers are read, in epoch milliseconds */
async function lookAndRepair(
  ports: Ports,
  scheme: Scheme,
  round: Round,
  scope: Scope,
  readAt: number,
): Promise<Looked> {
  const gathered = await gatherSituation(ports, scheme, round, scope);
  if (gathered.kind === 'wait') return gathered;
  // Its time to be closed may have come meanwhile: that is done by what was known then.
  const wanted = isToClose(round, ports.now()) ? null : await decide(ports, gathered.situation);
  if (scope === 'ahead' && wanted !== null && wanted.placements.length > 0) return { kind: 'widen' };
  const stored = wanted === null ? null : await ports.storage.repairs.putFirst(wanted);
  const next = nextMeetingOf(gathered, stored, readAt);
  if (stored !== null) {
    await carryOutRepair(ports, stored);
    if (JSON.stringify(stored) !== JSON.stringify(wanted)) {
      await ports.queue.put([{ kind: 'look-after', scheme: round.scheme, round: round.round }]);
    }
  }
  return { kind: 'done', repair: wanted?.number ?? null, next };
}

/** That a meeting stays where it is, is news for some of its members: it waits until all were told what was before it. */
async function decide(ports: Ports, situation: Situation): Promise<Repair | null> {
  const wanted = decideRepair(situation);
  const ids = new Set(wanted?.changed.flatMap(({ news, pairing }) => (news === 'kept' ? pairing : [])));
  if (ids.size === 0) return wanted;
  const before = situation.pairings.filter(({ pairing }) => ids.has(pairing));
  const told = await toldAbout(ports, before);
  const untold = before.filter((pairing) => !isTold(pairing, told)).map(({ pairing }) => pairing);
  return untold.length === 0 ? wanted : decideRepair({ ...situation, untold: new Set(untold) });
}

/**
 * When the next meeting starts once a repair is carried out; null: there is none.
 * @param readAt no later than the answers were read, in epoch milliseconds
 */
function nextMeetingOf(
  { others, situation }: Extract<GatheredSituation, { readonly kind: 'ready' }>,
  repair: Repair | null,
  readAt: number,
): string | null {
  const all = [...others, ...situation.pairings, ...(repair?.changed ?? [])];
  const latest = new Map(all.map((pairing) => [pairing.pairing, pairing]));
  return nextMeeting([...latest.values(), ...(repair?.made ?? [])], readAt);
}

/**
 * Has the round looked after again when a mailbox is free: once, however many looks wait for it. Where somebody else
 * changes the round at the same time, the next tick asks.
 * @param until epoch milliseconds
 */
async function comeBack(
  ports: Ports,
  key: { readonly scheme: string; readonly round: string },
  until: number,
): Promise<void> {
  const now = ports.now();
  const found = await ports.storage.rounds.get(key);
  if (found === null || isLookWaiting(found.value, now)) return;
  const waiting = { ...found.value, lookWaitsUntil: new Date(until).toISOString() };
  if ((await ports.storage.rounds.replace(waiting, found.version)) === null) return;
  // A second more: the clock of whoever takes it up may be behind.
  await ports.queue.put([{ kind: 'look-after', ...key }], Math.max(0, Math.ceil((until - now) / 1000)) + 1);
}
