import type { ConversationOperations } from '../../core/conversation/operations.ts';
import { answerKey, type DueAct } from '../../core/conversation/postponed.ts';
import type { Log } from '../../core/ports/ports.ts';
import type { AnswerWork } from '../../core/records/work.ts';
import { plainCard } from '../cards/answer-cards.ts';
import type { AdaptiveCard } from '../cards/card.ts';
import { withKey } from '../cards/message-card.ts';
import { readingOf } from '../cards/reading.ts';
import type { SendCard } from '../framework/messenger.ts';
import { runCommand } from './run-command.ts';

/**
 * Does what somebody asked for in the chat and could not be done at once, and tells them, once. As long as it fails it is put
 * back; after a day it says that it could not be done. Work that was done before, or is not wanted any more, has no effect.
 * @throws when it cannot even be put back
 */
export async function answerLater(
  operations: ConversationOperations,
  send: SendCard,
  log: Log,
  work: AnswerWork,
): Promise<void> {
  try {
    const due = await operations.dueAct(work);
    if (due === null) return;
    const card = await resultOf(operations, due);
    const claimed = due.conversation === null ? 'told' : await operations.claimAnswer(work);
    if (claimed === 'busy') {
      await operations.tryAgain(work);
      return;
    }
    if (claimed === 'mine' && due.conversation !== null)
      await send(due.conversation, withKey(card, answerKey(work.activity)));
    await operations.settle(work);
  } catch (error) {
    log('postponed act waits', {
      person: work.person,
      tries: work.tries,
      reason: error instanceof Error ? error.name : 'unknown',
    });
    await operations.tryAgain(work);
  }
}

async function resultOf(
  operations: ConversationOperations,
  { caller, act, isOver }: DueAct,
): Promise<AdaptiveCard> {
  if (!isOver) return runCommand(operations, caller, act);
  const reading = readingOf({ language: caller.language ?? 'en', zone: 'UTC' }, operations.about.teamsApp);
  return plainCard(reading.words.away.gaveUp, reading);
}
