import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { InputError } from '../input/input-error.ts';

export interface Journal<Event> {
  readonly past: readonly Event[];
  append(event: Event): void;
}

/**
 * Keeps events as JSON lines, or nowhere without a file. Each event is on disk before `append` returns, so none that
 * was answered is lost when the process is killed.
 * @throws InputError naming the line when the file cannot be read; nothing is written to it then
 */
export function openJournal<Event>(file: string | null, schema: z.ZodType<Event>): Journal<Event> {
  if (file === null) return { past: [], append: () => undefined };
  const past = existsSync(file) ? readLines(file, schema) : [];
  mkdirSync(dirname(file), { recursive: true });
  return {
    past,
    append: (event) => {
      appendFileSync(file, `${JSON.stringify(event)}\n`);
    },
  };
}

function readLines<Event>(file: string, schema: z.ZodType<Event>): Event[] {
  const text = readFileSync(file, 'utf8');
  if (text !== '' && !text.endsWith('\n')) throw broken(file, text.split('\n').length);
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
