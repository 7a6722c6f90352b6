import { askForMissing } from '../outstanding/ask-for-missing.ts';
import type { Ports } from '../ports/ports.ts';
import type { PairingRecord } from '../records/pairing.ts';
import { lastMeetingEnd, nextStart } from '../rounds/next-meeting.ts';
import type { Repair, Revision } from '../records/repair.ts';
import { isToClose, laterOf, lookBefore, type Round, soonerOf, withNextMessage } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import { existingScheme } from '../schemes/find-scheme.ts';
import { change } from '../shared/change.ts';
import { carryOutRepair } from './carry-out-repair.ts';
import { decideRepair } from './decide-repair.ts';
import { finishRepair } from './finish-repair.ts';
import { gatherSituation, isFirstLookOfDay, type Scope } from './gather-situation.ts';
import type { Situation } from './situation/situation.ts';

/**
 * Looks after a round from booking until it is to be closed: reads the answers, mends what fell apart, and queues what is
 * still to be booked or told. A repair is stored before anything is done about it. One that was interrupted is finished
 * first. May run any number of times.
 * @param scope which answers are read
 * @returns null when the round is not to be looked after
 * @throws when the scheme or the round is not there
 */
export async function lookAfterRound(
  ports: Ports,
  schemeId: string,
  roundId: string,
  scope: Scope = 'all',
): Promise<LookedAfter | null> {
  const scheme = await existingScheme(ports, schemeId);
  const key = { scheme: scheme.id, round: roundId };
  const found = await ports.storage.rounds.get(key);
  if (found === null) throw new Error(`round ${roundId} of scheme "${schemeId}" is not there`);
  const round = found.value;
  if (round.stage !== 'booking' && round.stage !== 'meeting') return null;
  if (isToClose(round, ports.now())) return null;

  // 1. Finish a repair that was interrupted.
  const repairs = await finishRepair(ports, round);

  // 2. Gather, decide, store, act. When two workers decide at once, the first to store wins and the other looks again.
  const readAt = ports.now();
  const isFirstOfDay = scope === 'all' && isFirstLookOfDay(scheme, round, readAt);
  const looked = await lookAndRepair(ports, scheme, { ...round, repairs }, scope, isFirstOfDay);

  // 3. Queue what is still to be booked or told; where nothing changed shortly before a meeting, the next hour does that.
  const isQuiet = scope === 'soon' && repairs === round.repairs && looked.repair === null && !looked.isNews;
  const { missing, nextMessageAt } = isQuiet
    ? { missing: 0, nextMessageAt: round.nextMessageAt }
    : await askForMissing(ports, key);
  const isWhole = scope === 'all';
  const lookedAheadAt = scope === 'none' ? round.lookedAheadAt : readAt;
  const next = nextStart(looked.pairings, (lookedAheadAt ?? 0) + lookBefore);
  const lastEnd = lastMeetingEnd(looked.pairings);
  const write = (current: Round | null): Round | null =>
    current && {
      ...withNextMessage(current, nextMessageAt, readAt),
      repairs: Math.max(current.repairs, looked.repair ?? repairs),
      ...(scope !== 'none' && { lookedAheadAt: readAt }),
      // A member who chose a sooner time meanwhile has set it already.
      ...(current.nextMeetingAt === round.nextMeetingAt && {
        nextMeetingAt: scope === 'none' ? soonerOf(next, current.nextMeetingAt) : next,
      }),
      lastMeetingEndsAt: isWhole ? lastEnd : laterOf(lastEnd, current.lastMeetingEndsAt),
      ...(isWhole && { answersCheckedAt: readAt, unreadableEvents: looked.unreadable }),
      ...(isFirstOfDay && { directoryReadAt: readAt }),
    };
  const now = await change(ports.storage.rounds, key, write, 'throw', found);
  ports.log('looked after', { ...key, scope, repair: looked.repair, missing });
  const isToCount = isFirstOfDay || looked.repair !== null;
  return { scheme, round: now ?? round, pairings: looked.pairings, isToCount };
}

/** A round, and its pairings as they are after a look. */
interface LookedAfter {
  readonly scheme: Scheme;
  readonly round: Round;
  /** Those that the look read: all, when it read all answers. */
  readonly pairings: readonly PairingRecord[];
  /** Whether to count people anew: something was repaired, or it was the first look of its day. */
  readonly isToCount: boolean;
}

interface Looked {
  /** The number of the repair that was decided; null when there was nothing to repair. */
  readonly repair: number | null;
  /** Whether an answer, a time or a link was recorded. */
  readonly isNews: boolean;
  /** How many events could not be read, or not whole. */
  readonly unreadable: number;
  /** The pairings that were read, as they are once the repair is carried out. */
  readonly pairings: readonly PairingRecord[];
}

async function lookAndRepair(
  ports: Ports,
  scheme: Scheme,
  round: Round,
  scope: Scope,
  isFirstOfDay: boolean,
): Promise<Looked> {
  const situation = await gatherSituation(ports, scheme, round, scope, isFirstOfDay);
  // When the time to close the round has come meanwhile, closing decides what becomes of it.
  const wanted = isToClose(round, ports.now()) ? null : decideRepair(situation);
  const stored = wanted === null ? null : await ports.storage.repairs.putFirst(wanted);
  if (stored !== null) {
    await carryOutRepair(ports, stored);
    if (stored !== wanted) {
      await ports.queue.put([{ kind: 'look-after', scheme: round.scheme, round: round.round }]);
    }
  }
  return {
    repair: wanted?.number ?? null,
    isNews: situation.isNews,
    unreadable: situation.unreadable.size,
    pairings: pairingsAfter(situation, stored),
  };
}

/** The pairings that were read, once a repair is carried out. */
function pairingsAfter({ others, pairings }: Situation, repair: Repair | null): PairingRecord[] {
  const pairingsIn = (revisions: readonly Revision[] = []) => revisions.map(({ pairing }) => pairing);
  const all = [...others, ...pairings, ...pairingsIn(repair?.changed)];
  const latest = new Map(all.map((pairing) => [pairing.pairing, pairing]));
  return [...latest.values(), ...pairingsIn(repair?.made)];
}
