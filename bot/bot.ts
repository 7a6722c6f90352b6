import { setTimeout } from 'node:timers/promises';
import type { ConversationOperations } from '../core/conversation/operations.ts';
import type { Messenger } from '../core/ports/messenger.ts';
import type { Log } from '../core/ports/ports.ts';
import type { AnswerWork } from '../core/records/work.ts';
import { answerLater } from './activities/answer-later.ts';
import { answerTurn } from './activities/answer-turn.ts';
import { createPace } from './activities/pace.ts';
import type { ConnectorToken } from './framework/credentials.ts';
import { createDoor } from './framework/door.ts';
import type { ChannelAuthentication } from './framework/door.ts';
import { spaced } from './framework/spaced.ts';
import { createSender, createUpdater, messengerBy } from './framework/messenger.ts';

export interface BotOptions {
  /** The app registration's client id. The channel's tokens must be for it. */
  readonly appId: string;
  /** Tenants whose people may talk to the bot. */
  readonly tenants: readonly string[];
  readonly authentication: ChannelAuthentication;
  /** Gives access tokens for `authentication.scope`. */
  readonly token: ConnectorToken;
  readonly log: Log;
  /** The app's id in links of Teams to its tab; null: it is not known. */
  readonly teamsApp: string | null;
  /** Waits this number of milliseconds before a refused message is sent again. */
  readonly wait?: (milliseconds: number) => Promise<void>;
  /** Milliseconds between two messages on the product's own initiative; by default what Teams takes, and a little more. */
  readonly spacing?: number;
  /** Milliseconds of the clock by which a person's messages in a minute are counted; the machine's when absent. */
  readonly now?: () => number;
}

export interface BotRequest {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Parsed JSON. */
  readonly body: unknown;
}

export interface BotResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text, or empty. */
  readonly body: string;
}

export interface Bot {
  /**
   * Answers a request of the Bot Connector. 400, 401 and 403 are refusals.
   * @throws when it failed for another reason than a neighbour that is down: the host answers 500, and Teams may send the
   *   activity again
   */
  handle(request: BotRequest, operations: ConversationOperations): Promise<BotResponse>;
  /** Does what was postponed, and tells the person. @throws when it failed and could not be put back */
  answerLater(work: AnswerWork, operations: ConversationOperations): Promise<void>;
  /** Sends messages on the product's own initiative. */
  readonly messenger: Messenger;
}

/** Teams takes 50 messages a second of an app in a tenant. Two or three are left for answers. */
const usualSpacing = 21;

/** The bot of one app. Operations come with each request, because they in turn need the messenger. */
export function createBot(options: BotOptions): Bot {
  const door = createDoor({ wait: (milliseconds) => setTimeout(milliseconds), ...options });
  const now = options.now ?? (() => performance.now());
  const pace = createPace(now);
  const send = createSender(door.adapter, options.appId);
  const { log } = options;
  return {
    messenger: messengerBy(
      send,
      createUpdater(door.adapter, options.appId),
      spaced(options.spacing ?? usualSpacing, setTimeout),
      options.teamsApp,
    ),
    answerLater: (work, operations) => answerLater(operations, send, log, work),
    async handle(request, operations) {
      const came = now();
      const entry = await door.enter(request.headers.authorization, request.body);
      if (entry.kind === 'refused') {
        log('activity-refused', { status: entry.status });
        return json(entry.status, { error: { message: entry.reason } });
      }
      const { activity, tenant } = entry;
      const answer = await entry.run((replies) =>
        answerTurn({ replies, activity, tenant, operations, log }, pace, now() - came),
      );
      return json(answer?.status ?? 200, answer?.body);
    },
  };
}

function json(status: number, body: unknown): BotResponse {
  if (body === undefined) return { status, headers: {}, body: '' };
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  };
}
