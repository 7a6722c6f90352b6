import { z } from 'zod';
import type { CommandName } from '../../core/messages/words/words.ts';

/**
 * What somebody asks the bot to do. `scheme` null: the one there is. `until`: ISO date, the first day back; null: no
 * date was given.
 */
export type Command =
  | { readonly kind: 'help' | 'my-pairing' }
  | { readonly kind: 'join' | 'leave'; readonly scheme: string | null }
  | { readonly kind: 'pause'; readonly scheme: string | null; readonly until: string | null }
  /** A date that nobody can read, or that does not exist. */
  | { readonly kind: 'date-unclear' }
  /** Pressed, not typed: asks until when. */
  | { readonly kind: 'pause-ask'; readonly scheme: string | null }
  | { readonly kind: 'unknown' };

/** What a card's button may say of itself: the command, the scheme it is meant for, and what was filled in. */
export type Verb = CommandName | 'pause-ask';

const pressed = z.object({
  verb: z.enum(['help', 'join', 'pause', 'pause-ask', 'leave', 'my-pairing']),
  scheme: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .nullish(),
  until: z.string().nullish(),
});

/**
 * The command in a button's data, which comes from outside like everything else: null when it is none of ours.
 * An empty date field means that no date was given.
 */
export function readPressed(data: unknown): Command | null {
  const read = pressed.safeParse(data);
  if (!read.success) return null;
  const { verb } = read.data;
  const scheme = read.data.scheme ?? null;
  switch (verb) {
    case 'help':
    case 'my-pairing':
      return { kind: verb };
    case 'join':
    case 'leave':
    case 'pause-ask':
      return { kind: verb, scheme };
    case 'pause': {
      const until = read.data.until?.trim() ?? '';
      if (until === '') return { kind: 'pause', scheme, until: null };
      return z.iso.date().safeParse(until).success
        ? { kind: 'pause', scheme, until }
        : { kind: 'date-unclear' };
    }
  }
}
