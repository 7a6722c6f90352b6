import { z } from 'zod';
import { quarter, type Interval } from '../../core/time/interval.ts';

/** Epoch milliseconds, from what `Prefer: outlook.timezone="UTC"` has come: `2026-12-15T10:00:00.0000000`. */
const instant = z
  .object({ dateTime: z.string(), timeZone: z.literal('UTC') })
  .transform(({ dateTime }) => Date.parse(`${dateTime.slice(0, 19)}Z`))
  .pipe(z.number());

/** When an entry of somebody's calendar lies, and whether it takes time. What it is called, and where, is not looked at. */
export const scheduleItem = z.object({ status: z.string(), start: instant, end: instant });

/** Of Graph's `freeBusyStatus`; tentative, busy, oof, unknown and whatever else there may be take time. */
const takesNoTime: ReadonlySet<string> = new Set(['free', 'workingElsewhere']);

/**
 * For every quarter of an hour of the window, how many entries that take time touch it: one digit, 9 for nine and more.
 * @example countEntries([{ busy 00:10–00:20 }, { tentative 00:15–00:45 }], 00:00–01:00) → '1210'
 */
export function countEntries(items: readonly z.infer<typeof scheduleItem>[], window: Interval): string {
  const counts = new Uint8Array(Math.ceil((window.end - window.start) / quarter));
  for (const { status, start, end } of items) {
    if (takesNoTime.has(status) || end <= start) continue;
    const first = Math.max(0, Math.floor((start - window.start) / quarter));
    const last = Math.min(counts.length, Math.ceil((end - window.start) / quarter));
    for (let at = first; at < last; at += 1) counts[at] = Math.min(9, (counts[at] ?? 0) + 1);
  }
  return counts.join('');
}
