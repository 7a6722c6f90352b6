import type { Ports } from '../ports/ports.ts';
import { coordinatorMessageKey } from '../records/keys.ts';
import { isOpen, unsentMessage } from '../records/outbox.ts';
import type { Report } from '../records/report.ts';
import type { Scheme } from '../records/scheme.ts';
import { toldTogether } from '../records/work.ts';
import { expectMessage } from '../rounds/expect-message.ts';
import { concurrently } from '../shared/concurrently.ts';
import { inPartsOf } from '../shared/in-parts.ts';
import { leaveOut } from '../shared/leave-out.ts';
import { minute } from '../time/interval.ts';

/** Less than the quarter of an hour between two ticks: milliseconds. */
const apart = 10 * minute;

/**
 * Tells every coordinator of a scheme what is reported of a round, each report once a round, however often it is decided. The
 * first is sent by a tick at least ten minutes from now, when coordinators have heard of their own meeting, and each other one
 * by a later tick. One that was stored and is still to be sent now is asked for again.
 */
export async function tellCoordinators(
  { storage, queue, now }: Pick<Ports, 'storage' | 'queue' | 'now'>,
  scheme: Scheme,
  round: string,
  reports: readonly Report[],
): Promise<void> {
  const at = now();
  const key = { scheme: scheme.id, round };
  const wanted = reports.flatMap((report, i) =>
    scheme.coordinators.map((person) =>
      unsentMessage(
        {
          ...key,
          key: coordinatorMessageKey(key, report, person),
          person,
          pairing: null,
          revision: 0,
          said: { kind: 'coordinator', report },
          notBefore: at + (i + 1) * apart,
        },
        at,
      ),
    ),
  );
  const stored = await concurrently(wanted, (message) => storage.outbox.get(message, leaveOut));
  const missing = wanted.filter((_, i) => stored[i] === null);
  if (missing.length > 0) {
    await expectMessage({ storage }, key, Math.min(...missing.map(({ notBefore }) => notBefore ?? at)));
    await storage.outbox.insertMissing(missing);
  }
  const open = stored.flatMap((found) => (found !== null && isOpen(found.value) ? [found.value] : []));
  const due = open.filter(({ notBefore }) => notBefore === null || notBefore <= at);
  const people = [...new Set(due.map(({ person }) => person))];
  await queue.put(
    inPartsOf(toldTogether, people).map((part) => ({ kind: 'tell', ...key, pairings: [], people: part })),
  );
}
