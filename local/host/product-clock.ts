import { renameSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { InputError } from '../input/input-error.ts';

const stored = z.object({ moved: z.boolean(), at: z.number(), movedTo: z.number().nullable().default(null) });

/** The product's clock. It starts at any instant, runs as fast as the machine's clock, and can be moved forward. */
export interface Clock {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /**
   * Moves the clock and saves it, so that no start finds work that was done later than its own clock says. Repeating the
   * last move changes nothing: it may have been interrupted.
   * @throws RangeError when `instant` is before the clock's time
   */
  moveTo(instant: number): void;
  /** Saves the clock's time for the next start. */
  save(): void;
}

/**
 * @param file where the clock is saved; a saved clock takes precedence over `start`
 * @param start epoch milliseconds; null for the machine's time
 */
export async function openClock(file: string, start: number | null): Promise<Clock> {
  const kept = await read(file);
  const from = kept?.moved ? kept.at : start;
  let ahead = from === null ? 0 : from - Date.now();
  let moved = from !== null;
  let movedTo = kept?.movedTo ?? null;
  const now = () => Date.now() + ahead;
  const save = () => {
    writeFileSync(`${file}.new`, JSON.stringify({ moved, at: now(), movedTo }));
    renameSync(`${file}.new`, file);
  };
  return {
    now,
    save,
    moveTo(instant) {
      if (instant < now()) {
        if (instant === movedTo) return;
        throw new RangeError(
          `the clock stands at ${new Date(now()).toISOString()} and is only moved forward, not to ${new Date(instant).toISOString()}`,
        );
      }
      ahead = instant - Date.now();
      moved = true;
      movedTo = instant;
      save();
    },
  };
}

async function read(file: string): Promise<z.infer<typeof stored> | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  try {
    return stored.parse(JSON.parse(text));
  } catch (cause) {
    throw new InputError(
      { file },
      { problem: 'is damaged', expected: 'the product’s clock as it was saved' },
      { cause },
    );
  }
}
