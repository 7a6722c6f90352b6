import { wordsFor } from '../../core/words/languages.ts';
import { callerOf, isPersonal } from '../framework/activity.ts';
import { writeReference } from '../framework/conversation-reference.ts';
import { answerInWords } from '../framework/replies.ts';
import type { Turn } from '../turn.ts';
import type { Pace } from './pace.ts';

/**
 * Whether the sender of an activity wrote or pressed too much in this minute. Then it is answered here: the first time by
 * a kind word, and later only where a pressed button waits for an answer.
 */
export async function isTooFast(turn: Turn, pace: Pace): Promise<boolean> {
  const { activity, tenant, replies, log } = turn;
  if (activity.type !== 'message' && activity.type !== 'invoke') return false;
  const caller = callerOf(activity, tenant);
  const allowed = pace(caller?.id ?? activity.from.id);
  if (allowed === 'within') return false;
  if (allowed === 'last') log('too many messages', { person: caller?.id ?? null });
  if (allowed === 'last' || activity.type === 'invoke')
    await answerInWords(replies, activity, wordsFor(await languageOf(turn)).tooFast);
  return true;
}

/** The sender's language: as the activity says, else as it is known from before. */
async function languageOf({ activity, tenant, operations }: Turn): Promise<string> {
  const caller = callerOf(activity, tenant);
  if (caller === null || caller.language !== undefined || !isPersonal(activity))
    return activity.locale ?? 'en';
  return (await operations.remember(caller, writeReference(activity, tenant))).language ?? 'en';
}
