import type { ConversationOperations } from '../../core/conversation/operations.ts';
import type { Caller } from '../../core/enrolment/caller.ts';
import type { Act } from '../../core/records/person.ts';
import { Unavailable } from '../../core/shared/unavailable.ts';
import { plainCard } from '../cards/answer-cards.ts';
import type { AdaptiveCard } from '../cards/card.ts';
import { readingOf } from '../cards/reading.ts';
import type { Command } from '../commands/command.ts';
import { runCommand } from './run-command.ts';

/** The commands after which something may be stored. */
const changing: readonly Command['kind'][] = [
  ...(['join', 'leave', 'pause', 'prefer', 'save-settings', 'choose', 'erase'] as const),
  ...(['keep-apart', 'take-back', 'invite-person', 'decline-invitation'] as const),
  ...(['coming', 'met', 'feedback', 'call-answer', 'still-in', 'says-coming', 'says-met'] as const),
];

/**
 * Carries out a command at once, or has it done later when Microsoft Graph does not answer. Returns the card that answers.
 * @throws Unavailable when storage does not answer; it says whether the command may have changed something
 */
export async function answerCommand(
  operations: ConversationOperations,
  caller: Caller,
  command: Command,
): Promise<AdaptiveCard> {
  try {
    return await now(operations, caller, command);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    const mayHaveChanged = changing.includes(command.kind);
    throw new Unavailable(error.neighbour, error.message, { cause: error, mayHaveChanged });
  }
}

async function now(
  operations: ConversationOperations,
  caller: Caller,
  command: Command,
): Promise<AdaptiveCard> {
  try {
    const card = await runCommand(operations, caller, command);
    await operations.overtake(caller, command.kind);
    return card;
  } catch (error) {
    const act = actOf(command);
    if (!(error instanceof Unavailable) || error.neighbour !== 'graph' || act === null) throw error;
    await operations.postpone(caller, act);
    const reading = readingOf({ language: caller.language ?? 'en', zone: 'UTC' }, operations.about.teamsApp);
    return plainCard(reading.words.away.postponed, reading);
  }
}

/**
 * What is done later of a command that needs Microsoft Graph; null: it needs none. Somebody who cannot come, or did not meet yet, wants
 * other times.
 */
function actOf(command: Command): Act | null {
  switch (command.kind) {
    case 'join':
    case 'other-times':
    case 'choose':
      return command;
    case 'cannot':
      return { kind: 'other-times' };
    case 'met':
    case 'says-met':
      return command.said === 'not-yet' ? { kind: 'other-times' } : null;
    default:
      return null;
  }
}
