import { askForMissing } from '../outstanding/ask-for-missing.ts';
import { isTold } from '../outstanding/outstanding-work.ts';
import type { Ports } from '../ports/ports.ts';
import { lastMeetingEnd, nextMeeting, type PairingRecord } from '../records/pairing.ts';
import type { Repair } from '../records/repair.ts';
import { isLookWaiting, isToClose, type Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import { existingScheme } from '../schemes/find-scheme.ts';
import { change } from '../shared/change.ts';
import { toldAbout } from '../telling/claim-messages.ts';
import { carryOutRepair } from './carry-out-repair.ts';
import { decideRepair } from './decide-repair.ts';
import { type GatheredSituation, gatherSituation, type Scope } from './gather-situation.ts';
import type { Situation } from './situation/situation.ts';

/**
 * Looks after a round from booking until it is to be closed: reads the answers, mends what fell apart, and queues what is
 * still to be booked or told. A repair is stored before anything is done about it. One that was interrupted is finished
 * first. May run any number of times.
 * @param scope `soon` every quarter of an hour while a meeting is about to begin, `all` every hour
 * @throws when the scheme or the round is not there
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

  // 1. Finish a repair that was interrupted.
  const begun = await ports.storage.repairs.get({ ...key, number: round.repairs + 1 });
  if (begun !== null) await carryOutRepair(ports, begun);

  // 2. Gather, decide, store, act. When two workers decide at once, the first to store wins and the other looks again.
  const readAt = ports.now();
  const upToDate = { ...round, repairs: begun?.number ?? round.repairs };
  const looked = await lookAndRepair(ports, scheme, upToDate, scope);
  if (looked.kind === 'wait') return comeBack(ports, key, looked.until);
  // Somebody is left alone, and company may be found in any pairing of the round.
  if (looked.kind === 'widen') return lookAfterRound(ports, schemeId, roundId);

  // 3. Queue what is still to be booked or told.
  const { missing } = await askForMissing(ports, key);
  const next = nextMeeting(looked.pairings, readAt);
  await change(
    ports.storage.rounds,
    key,
    (current) =>
      current && {
        ...current,
        lookedAheadAt: readAt,
        // A member who chose a sooner time meanwhile has set it already.
        ...(current.nextMeetingAt === round.nextMeetingAt && { nextMeetingAt: next }),
        lastMeetingEndsAt: lastMeetingEnd(looked.pairings),
        ...(scope === 'all' && { answersCheckedAt: readAt }),
      },
  );
  ports.log('looked after', { ...key, scope, repair: looked.repair, missing });
}

type Looked =
  | {
      readonly kind: 'done';
      /** The number of the repair that was decided; null when there was nothing to repair. */
      readonly repair: number | null;
      /** All pairings of the round, as they are once the repair is carried out. */
      readonly pairings: readonly PairingRecord[];
    }
  /** The scope was too narrow: look at the whole round. */
  | { readonly kind: 'widen' }
  | Extract<GatheredSituation, { readonly kind: 'wait' }>;

async function lookAndRepair(ports: Ports, scheme: Scheme, round: Round, scope: Scope): Promise<Looked> {
  const gathered = await gatherSituation(ports, scheme, round, scope);
  if (gathered.kind === 'wait') return gathered;
  // When the time to close the round has come meanwhile, closing decides what becomes of it.
  const wanted = isToClose(round, ports.now()) ? null : await decide(ports, gathered.situation);
  if (scope === 'soon' && wanted !== null && wanted.placements.length > 0) return { kind: 'widen' };
  const stored = wanted === null ? null : await ports.storage.repairs.putFirst(wanted);
  if (stored !== null) {
    await carryOutRepair(ports, stored);
    if (JSON.stringify(stored) !== JSON.stringify(wanted)) {
      await ports.queue.put([{ kind: 'look-after', scheme: round.scheme, round: round.round }]);
    }
  }
  return { kind: 'done', repair: wanted?.number ?? null, pairings: pairingsAfter(gathered, stored) };
}

/** Decides the repair. The news that a meeting stays where it is waits until all members know the revision before it. */
async function decide(ports: Ports, situation: Situation): Promise<Repair | null> {
  const wanted = decideRepair(situation);
  const ids = new Set(wanted?.changed.flatMap(({ news, pairing }) => (news === 'kept' ? pairing : [])));
  if (ids.size === 0) return wanted;
  const before = situation.pairings.filter(({ pairing }) => ids.has(pairing));
  const told = await toldAbout(ports, before);
  const untold = before.filter((pairing) => !isTold(pairing, told)).map(({ pairing }) => pairing);
  return untold.length === 0 ? wanted : decideRepair({ ...situation, untold: new Set(untold) });
}

/** The pairings of the round once a repair is carried out. */
function pairingsAfter(
  { others, situation }: Extract<GatheredSituation, { readonly kind: 'ready' }>,
  repair: Repair | null,
): PairingRecord[] {
  const all = [...others, ...situation.pairings, ...(repair?.changed ?? [])];
  const latest = new Map(all.map((pairing) => [pairing.pairing, pairing]));
  return [...latest.values(), ...(repair?.made ?? [])];
}

/**
 * Queues one more look for when a mailbox is free, also when several looks wait for it. When another worker changes the
 * round at the same time, the next tick queues the look instead.
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
  const waiting = { ...found.value, lookWaitsUntil: until };
  if ((await ports.storage.rounds.replace(waiting, found.version)) === null) return;
  // One second later: the clock of the worker that takes the message may be behind.
  await ports.queue.put([{ kind: 'look-after', ...key }], Math.max(0, Math.ceil((until - now) / 1000)) + 1);
}
