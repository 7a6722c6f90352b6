import type { Caller } from '../../core/enrolment/caller.ts';
import { wordsFor } from '../../core/words/languages.ts';
import { writeReference } from '../framework/conversation-reference.ts';
import { isUnreachable } from '../framework/messenger.ts';
import { callerOf, isPersonal } from '../framework/activity.ts';
import { answerInWords } from '../framework/replies.ts';
import { install } from './install.ts';
import { invoke } from './invoke.ts';
import { message } from './message.ts';
import type { Turn } from '../turn.ts';

/** The kinds of activity that are answered. */
const kinds = ['message', 'invoke', 'installationUpdate', 'conversationUpdate'] as const;

/** Handles one activity that was let in: remembers how to reach the person, then answers by the kind of activity. */
export async function handleActivity(turn: Turn): Promise<void> {
  const { activity, operations, log } = turn;
  if (!isPersonal(activity)) return answerGroup(turn);
  const caller = callerOf(activity, turn.tenant);
  // What comes from outside is not logged as it is.
  log('activity', { type: kinds.find((kind) => kind === activity.type) ?? 'other', known: caller !== null });
  if (caller === null) return;

  if (activity.type === 'installationUpdate' && activity.action === 'remove') {
    await operations.forgetConversation(caller.id);
    return;
  }
  const isHeard = activity.type === 'message' || activity.type === 'invoke';
  const known = await operations.remember(caller, writeReference(activity, turn.tenant), isHeard);
  try {
    await answerPersonal(turn, known);
  } catch (error) {
    // They blocked the app while we answered. That is no failure, and repeating would not help.
    if (!isUnreachable(error)) throw error;
    await operations.forgetConversation(caller.id);
  }
}

async function answerPersonal(turn: Turn, caller: Caller): Promise<void> {
  const { replies, activity, operations } = turn;
  switch (activity.type) {
    case 'message':
      await replies.card(await message(turn, caller));
      return;
    case 'invoke':
      await replies.invoke(await invoke(turn, caller));
      return;
    case 'installationUpdate':
    case 'conversationUpdate': {
      const welcome = await install(operations, caller, activity);
      if (welcome === null) return;
      await replies.card(welcome);
      await operations.confirmWelcome(caller.id);
      return;
    }
  }
}

/** In a group chat or a team, tells somebody who talks to the bot where it works. */
async function answerGroup({ replies, activity }: Turn): Promise<void> {
  await answerInWords(replies, activity, wordsFor(activity.locale ?? 'en').personalOnly);
}
