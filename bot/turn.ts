import type { ConversationOperations } from '../core/conversation/operations.ts';
import type { Log } from '../core/ports/ports.ts';
import type { Activity } from './framework/activity.ts';
import type { Replies } from './framework/replies.ts';

/** An activity that was let in, and what is needed to answer it. */
export interface Turn {
  readonly replies: Replies;
  readonly activity: Activity;
  readonly tenant: string;
  readonly operations: ConversationOperations;
  readonly log: Log;
}
