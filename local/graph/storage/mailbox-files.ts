import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as changesTogether } from 'node:timers/promises';
import pMap from 'p-map';
import { InputError } from '../../input/input-error.ts';
import type { CalendarEvent } from '../mailboxes/event.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import { fromCalendar, toCalendar, toVevent } from './icalendar.ts';

/** How many files are written at once. */
const atOnce = 16;

/** Keeps the changes of mailboxes between runs, in `<dir>/<mail>.ics`, as real iCalendar. */
export interface MailboxFiles {
  /** The saved events of a mailbox. @throws InputError naming a file that cannot be read; nothing is written then */
  load(mail: string): readonly CalendarEvent[];
  /** To be called after every change. The file is replaced as a whole. */
  changed(mailbox: Mailbox): void;
  /** Waits until every change so far is on disk. */
  written(): Promise<void>;
  /** The mailbox as iCalendar's VEVENTs. */
  vevents(mailbox: Mailbox): readonly string[];
  /** Waits until everything is on disk. @throws the error of the first failed write */
  close(): Promise<void>;
}

/** Without `dir` nothing is kept. */
export function createMailboxFiles(dir: string | null): MailboxFiles {
  const kept = dir === null ? new Set<string>() : listing(dir);
  const dirty = new Set<Mailbox>();
  // Events are never changed in place, so the text of each is made once.
  const texts = new WeakMap<CalendarEvent, string>();
  let writing: Promise<void> | null = null;
  let failure: { readonly error: unknown } | null = null;

  const vevents = (mailbox: Mailbox): readonly string[] =>
    mailbox.events().map((event) => {
      const text = texts.get(event) ?? toVevent(event);
      texts.set(event, text);
      return text;
    });

  const write = async (folder: string): Promise<void> => {
    while (dirty.size > 0) {
      await changesTogether();
      await pMap(
        [...dirty],
        (mailbox) => {
          dirty.delete(mailbox);
          return replace(join(folder, fileName(mailbox.owner.mail)), vevents(mailbox));
        },
        { concurrency: atOnce },
      );
    }
  };

  return {
    load(mail) {
      if (dir === null || !kept.has(fileName(mail))) return [];
      const file = join(dir, fileName(mail));
      try {
        return fromCalendar(readFileSync(file, 'utf8'));
      } catch (error) {
        throw new InputError(
          { file },
          {
            problem: `cannot be read as a calendar that the emulated Graph kept (${reason(error)})`,
            expected: 'the file as it was written, or none',
          },
          { cause: error },
        );
      }
    },
    changed(mailbox) {
      if (dir === null) return;
      dirty.add(mailbox);
      writing ??= write(dir)
        .catch((error: unknown) => {
          failure ??= { error };
          process.emitWarning(`The emulated Graph could not keep its calendars: ${reason(error)}`);
        })
        .finally(() => {
          writing = null;
        });
    },
    vevents,
    async written() {
      await writing;
    },
    async close() {
      await writing;
      if (failure !== null)
        throw new Error('The emulated Graph could not keep its calendars.', { cause: failure.error });
    },
  };
}

function listing(dir: string): Set<string> {
  mkdirSync(dir, { recursive: true });
  return new Set(readdirSync(dir));
}

/** A mailbox without events needs no file. */
async function replace(file: string, vevents: readonly string[]): Promise<void> {
  if (vevents.length === 0) {
    await rm(file, { force: true });
    return;
  }
  await writeFile(`${file}.new`, toCalendar(vevents));
  await rename(`${file}.new`, file);
}

/** @example fileName('a/b@example.org') → 'a%2Fb@example.org.ics' */
function fileName(mail: string): string {
  return `${encodeURIComponent(mail.toLowerCase()).replaceAll('%40', '@')}.ics`;
}

function reason(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '').slice(0, 200) : 'unknown';
}
