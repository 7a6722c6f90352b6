import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { InputError } from '../input/input-error.ts';

export interface Journal<Event> {
  readonly past: readonly Event[];
  /** @throws when the event cannot be written; the file is then as before */
  append(event: Event): void;
}

/**
 * Keeps events as JSON lines, or nowhere without a file. Each event is on disk before `append` returns, so none that
 * was answered is lost when the process is killed. A last line without its end was never answered: it is removed, with a
 * sentence on the console.
 * @throws InputError naming the line when the file cannot be read; nothing is written to it then
 */
export function openJournal<Event>(file: string | null, schema: z.ZodType<Event>): Journal<Event> {
  if (file === null) return { past: [], append: () => undefined };
  const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  let size = bytes.lastIndexOf('\n') + 1;
  const past = readLines(file, bytes.toString('utf8', 0, size), schema);
  mkdirSync(dirname(file), { recursive: true });
  if (size < bytes.length) {
    truncateSync(file, size);
    console.warn(
      `${file}, line ${past.length + 1}: the line was cut off while it was written, so it was removed.`,
    );
  }
  return {
    past,
    append: (event) => {
      const line = Buffer.from(`${JSON.stringify(event)}\n`);
      try {
        appendFileSync(file, line);
      } catch (error) {
        // A full disk takes a part of the line.
        if (existsSync(file)) truncateSync(file, size);
        throw error;
      }
      size += line.length;
    },
  };
}

function readLines<Event>(file: string, text: string, schema: z.ZodType<Event>): Event[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line, index) => {
      const read = schema.safeParse(parsed(file, line, index + 1));
      if (!read.success) throw broken(file, index + 1);
      return read.data;
    });
}

function parsed(file: string, line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw broken(file, number, error);
  }
}

function broken(file: string, line: number, cause?: unknown): InputError {
  return new InputError(
    { file, line },
    {
      problem: 'this is not a line of the chats that an earlier start kept here',
      expected: 'one complete JSON event a line; choose another --data folder or restore the file',
    },
    { cause },
  );
}
