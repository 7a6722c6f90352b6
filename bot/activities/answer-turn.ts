import { Unavailable } from '../../core/shared/unavailable.ts';
import { wordsFor } from '../../core/words/languages.ts';
import { isUnreachable } from '../framework/messenger.ts';
import { answerInWords } from '../framework/replies.ts';
import { handleActivity } from './handle-activity.ts';
import type { Pace } from './pace.ts';
import { showWork } from './show-work.ts';
import { isTooFast } from './too-fast.ts';
import type { Turn } from '../turn.ts';

/**
 * Answers one activity that was let in. When storage does not answer, whoever wrote or pressed a button is told so, and what
 * that means for them.
 * @param waited milliseconds since it came
 * @throws every other failure
 */
export async function answerTurn(turn: Turn, pace: Pace, waited: number): Promise<void> {
  try {
    if (turn.activity.type === 'conversationUpdate') await handleActivity(turn);
    else
      await showWork(turn, waited, async () => {
        if (!(await isTooFast(turn, pace))) await handleActivity(turn);
      });
  } catch (error) {
    // The chat is gone, so nobody can be told. That is no failure, and repeating would not help.
    if (isUnreachable(error)) return;
    if (!(error instanceof Unavailable) || !isAsked(turn)) throw error;
    turn.log('not answered', { neighbour: error.neighbour, mayHaveChanged: error.mayHaveChanged });
    const { away } = wordsFor(turn.activity.locale ?? 'en');
    const words = error.mayHaveChanged ? away.unsure : away.nothingChanged;
    await answerInWords(turn.replies, turn.activity, words);
  }
}

/** Whether somebody wrote or pressed a button. Teams sends other activities again when they fail. */
function isAsked({ activity: { type } }: Turn): boolean {
  return type === 'message' || type === 'invoke';
}
