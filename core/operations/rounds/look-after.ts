import type { Ports } from '../../ports/ports.ts';
import { decideRepair } from '../../rounds/decide-repair.ts';
import { change } from '../change.ts';
import { findScheme } from '../schemes.ts';
import { carryOutRepair } from './carry-out-repair.ts';
import { gatherSituation } from './gather-situation.ts';
import { missingWork } from './missing-work.ts';

/**
 * Looks after a round from booking to the end of its meeting week: reads the answers, mends what fell apart, and asks for
 * whatever is still to be booked or told. A repair is stored before anything is done about it, so that one that was
 * interrupted is finished first. May run any number of times.
 */
export async function lookAfterRound(ports: Ports, schemeId: string, roundId: string): Promise<void> {
  const scheme = await findScheme(ports, schemeId);
  if (scheme === null) throw new Error(`scheme "${schemeId}" is not there`);
  const key = { scheme: scheme.id, round: roundId };
  const found = await ports.storage.rounds.get(key);
  if (found === null) throw new Error(`round ${roundId} of scheme "${schemeId}" is not there`);
  const round = found.value;
  if (round.stage === 'pairing' || round.stage === 'closed') return;

  // 1. Finish what was begun.
  const begun = await ports.storage.repairs.get({ ...key, number: round.repairs + 1 });
  if (begun !== null) await carryOutRepair(ports, begun);

  // 2. Gather, decide, store, act. Whoever stores first wins; the other looks again.
  const gathered = await gatherSituation(ports, scheme, {
    ...round,
    repairs: begun?.number ?? round.repairs,
  });
  if (gathered.kind === 'wait') {
    const delay = Math.max(1, Math.ceil((gathered.until - ports.now()) / 1000));
    await ports.queue.put([{ kind: 'look-after', ...key }], delay);
    return;
  }
  const wanted = gathered.kind === 'ready' ? decideRepair(gathered.situation) : null;
  if (wanted !== null) {
    const standing = await ports.storage.repairs.putFirst(wanted);
    await carryOutRepair(ports, standing);
    if (JSON.stringify(standing) !== JSON.stringify(wanted)) {
      await ports.queue.put([{ kind: 'look-after', ...key }]);
    }
  }

  // 3. Ask for what is missing.
  const { work } = await missingWork(ports, key);
  await ports.queue.put(work);
  const now = new Date(ports.now()).toISOString();
  await change(ports.storage.rounds, key, (current) => current && { ...current, answersCheckedAt: now });
  ports.log('looked after', { ...key, repair: wanted?.number ?? null, missing: work.length });
}
