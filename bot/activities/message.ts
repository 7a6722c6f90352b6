import type { ConversationOperations } from '../../core/conversation/operations.ts';
import type { Caller } from '../../core/enrolment/caller.ts';
import { wordsFor } from '../../core/words/languages.ts';
import type { AdaptiveCard } from '../cards/card.ts';
import { type Command, readPressed } from '../commands/command.ts';
import { readTyped } from '../commands/read-typed.ts';
import { type Activity, dateOf, textOf } from '../framework/activity.ts';
import { answerCommand } from './answer-command.ts';

/**
 * Answers typed text, or a button pressed in a client without Action.Execute: that arrives as a message with `value`.
 */
export async function message(
  operations: ConversationOperations,
  caller: Caller,
  activity: Activity,
): Promise<AdaptiveCard> {
  return answerCommand(operations, caller, commandIn(caller, activity));
}

function commandIn(caller: Caller, activity: Activity): Command {
  const text = textOf(activity);
  if (text.trim() === '') return readPressed(activity.value) ?? { kind: 'unknown' };
  return readTyped(text, wordsFor(caller.language ?? 'en'), dateOf(activity));
}
