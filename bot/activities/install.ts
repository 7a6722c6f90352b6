import type { ConversationOperations } from '../../core/conversation/operations.ts';
import type { Caller } from '../../core/enrolment/caller.ts';
import type { AdaptiveCard } from '../cards/card.ts';
import { welcomeCard } from '../cards/sign-up/welcome-card.ts';
import type { Activity } from '../framework/activity.ts';
import { withStanding } from '../with-standing.ts';

/**
 * The welcome card after the app was added. Teams reports that in two events: the second gets null, and so does every
 * other activity.
 */
export async function install(
  operations: ConversationOperations,
  caller: Caller,
  activity: Activity,
): Promise<AdaptiveCard | null> {
  if (!isInstall(activity) || !(await operations.claimWelcome(caller.id, activity.id ?? activity.type)))
    return null;
  return withStanding(operations, caller, welcomeCard);
}

function isInstall(activity: Activity): boolean {
  if (activity.type === 'installationUpdate') return activity.action === 'add';
  // Both end in the app's id, a GUID, which does not tell cases apart.
  const bot = activity.recipient.id.toLowerCase();
  return activity.membersAdded?.some(({ id }) => id?.toLowerCase() === bot) ?? false;
}
