import { askForMissing } from '../outstanding/ask-for-missing.ts';
import type { Ports } from '../ports/ports.ts';
import { lastMeetingEnd, nextMeeting, type PairingRecord } from '../records/pairing.ts';
import { type Repair, repair, type Revision } from '../records/repair.ts';
import { isToClose, type Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import { existingScheme } from '../schemes/find-scheme.ts';
import { change } from '../shared/change.ts';
import { carryOutRepair } from './carry-out-repair.ts';
import { decideRepair } from './decide-repair.ts';
import { finishRepair } from './finish-repair.ts';
import { type GatheredSituation, gatherSituation, type Scope } from './gather-situation.ts';

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
  if (isToClose(round, ports.now())) return;

  // 1. Finish a repair that was interrupted.
  const repairs = await finishRepair(ports, round);

  // 2. Gather, decide, store, act. When two workers decide at once, the first to store wins and the other looks again.
  const readAt = ports.now();
  const looked = await lookAndRepair(ports, scheme, { ...round, repairs }, scope);
  // Somebody is left alone, and company may be found in any pairing of the round.
  if (looked.kind === 'widen') return lookAfterRound(ports, schemeId, roundId);

  // 3. Queue what is still to be booked or told.
  const missing = await askForMissing(ports, key);
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
  | { readonly kind: 'widen' };

async function lookAndRepair(ports: Ports, scheme: Scheme, round: Round, scope: Scope): Promise<Looked> {
  const gathered = await gatherSituation(ports, scheme, round, scope);
  // When the time to close the round has come meanwhile, closing decides what becomes of it.
  const wanted = isToClose(round, ports.now()) ? null : decideRepair(gathered.situation);
  if (scope === 'soon' && wanted !== null && wanted.placements.length > 0) return { kind: 'widen' };
  const stored = wanted === null ? null : await ports.storage.repairs.putFirst(wanted);
  if (stored !== null) {
    await carryOutRepair(ports, stored);
    // A stored record has its fields in the order of its schema.
    if (JSON.stringify(stored) !== JSON.stringify(repair.parse(wanted))) {
      await ports.queue.put([{ kind: 'look-after', scheme: round.scheme, round: round.round }]);
    }
  }
  return { kind: 'done', repair: wanted?.number ?? null, pairings: pairingsAfter(gathered, stored) };
}

/** The pairings of the round once a repair is carried out. */
function pairingsAfter({ others, situation }: GatheredSituation, repair: Repair | null): PairingRecord[] {
  const pairingsIn = (revisions: readonly Revision[] = []) => revisions.map(({ pairing }) => pairing);
  const all = [...others, ...situation.pairings, ...pairingsIn(repair?.changed)];
  const latest = new Map(all.map((pairing) => [pairing.pairing, pairing]));
  return [...latest.values(), ...pairingsIn(repair?.made)];
}
