import type { Caller } from '../../core/enrolment/caller.ts';
import type { AdaptiveCard } from '../cards/card.ts';
import type { Command } from '../commands/command.ts';
import { readPressed } from '../commands/read-pressed.ts';
import { commandFor } from '../commands/command-for.ts';
import { type Activity, sentAt, textOf } from '../framework/activity.ts';
import { answerWithFile } from './data-file.ts';
import type { Turn } from '../turn.ts';

/**
 * Answers typed text, or a button pressed in a client without Action.Execute: that arrives as a message with `value`.
 */
export async function message(turn: Turn, caller: Caller): Promise<AdaptiveCard> {
  return answerWithFile(turn, caller, await commandIn(caller, turn.activity));
}

async function commandIn({ language = 'en', zone = 'UTC' }: Caller, activity: Activity): Promise<Command> {
  const text = textOf(activity);
  const isPressed = activity.value !== undefined && activity.value !== null;
  if (text.trim() === '' && isPressed) return readPressed(activity.value) ?? { kind: 'unknown' };
  // An emoji, a picture or a sticker alone.
  if (!/[\p{L}\p{N}?]/u.test(text)) return { kind: 'kind-word', about: 'emoji' };
  // Only typed text needs this.
  const [{ saysComing }, { understand }] = await Promise.all([
    import('../commands/says-coming.ts'),
    import('../understanding/understand.ts'),
  ]);
  if (saysComing(text)) return { kind: 'says-coming' };
  return commandFor(understand(text, { language, now: sentAt(activity), zone }));
}
