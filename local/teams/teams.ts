import { join } from 'node:path';
import type { Hono } from 'hono';
import type { Employee } from '../organisation/employee.ts';
import type { Channel } from './activities.ts';
import { openChatLog } from './chat-log.ts';
import type { Entry, WireActivity } from './chat-log.ts';
import { createClient } from './client.ts';
import type { Client, Deliver } from './client.ts';
import { connectorApp } from './connector.ts';
import { controlApp } from './control.ts';
import { createDrive } from './drive/drive.ts';
import { keyOf } from './message-key.ts';
import { rateLimit } from './rate-limits.ts';
import { createRoster } from './roster.ts';
import type { Member, Roster } from './roster.ts';

export interface TeamsOptions {
  /** The folder that keeps state between runs; null keeps nothing. */
  readonly dir: string | null;
  readonly employees: readonly Employee[];
  readonly tenant: string;
  readonly appId: string;
  /** Where `connector` is mounted, without a final slash. Activities carry it as `serviceUrl`. */
  readonly serviceUrl: string;
  readonly deliver: Deliver;
  readonly channelToken: (serviceUrl: string) => Promise<string>;
  readonly verifyConnectorToken: (token: string) => Promise<boolean>;
  /** Epoch milliseconds on the product's clock. */
  readonly now: () => number;
  /** The clock of Teams' rate limits, in milliseconds; without one there are no limits. */
  readonly rateLimitClock?: (() => number) | null;
}

interface Attachment {
  readonly contentType: string;
  readonly content: unknown;
  /** A file's. */
  readonly name?: string;
  readonly contentUrl?: string;
}

/** A message as the emulated Graph reads it. */
interface TeamsMessage {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly from: { readonly kind: 'bot' | 'user'; readonly id: string; readonly name: string };
  readonly text: string;
  readonly attachments: readonly Attachment[];
}

/** Another client that shows somebody's chat. It is called with each message of the bot. */
type Screen = (member: Member, activity: WireActivity, id: string) => Promise<void>;

/** A message that the product sent to somebody on its own initiative. */
export interface Initiative {
  /** The reader's mail. */
  readonly user: string;
  /** ISO 8601 instant on the product's clock. */
  readonly at: string;
  /** Under which the product recorded it. */
  readonly key: string;
}

export interface Teams {
  /** The Bot Connector, mounted at `serviceUrl`. */
  readonly connector: Hono;
  /** `/local/inbox`, `/local/install`, `/local/uninstall`, `/local/say`. */
  readonly control: Hono;
  readonly chats: { messages(oid: string): readonly TeamsMessage[] };
  readonly client: Client;
  readonly roster: Roster;
  readonly channel: Channel;
  isInstalled(oid: string): boolean;
  /** Adds a screen. There is at most one: a new one replaces it. */
  showOn(screen: Screen): void;
  /** Calls `seen` with each message that the product sends on its own initiative, until the returned function is called. */
  onInitiative(seen: (message: Initiative) => void): () => void;
}

/** @throws InputError when the state in `dir` cannot be read */
export function createTeams(options: TeamsOptions): Teams {
  const { tenant, appId, serviceUrl, now } = options;
  const channel: Channel = { tenant, appId, serviceUrl, botName: 'UnMentoring' };
  const roster = createRoster(options.employees);
  const log = openChatLog(options.dir === null ? null : join(options.dir, 'teams.jsonl'));
  const drive = createDrive(`${serviceUrl}/drive`);
  const client = createClient({
    channel,
    log,
    drive,
    now,
    deliver: options.deliver,
    channelToken: options.channelToken,
  });
  const clock = options.rateLimitClock ?? null;
  let screen: Screen = () => Promise.resolve();
  const watchers = new Set<(message: Initiative) => void>();
  const taken: Screen = (member, activity, id) => {
    const key = keyOf(activity);
    const at = new Date(now()).toISOString();
    if (key !== null) for (const seen of watchers) seen({ user: member.employee.mail, at, key });
    return screen(member, activity, id);
  };

  return {
    channel,
    roster,
    client,
    connector: connectorApp({
      channel,
      roster,
      log,
      drive,
      now,
      verify: options.verifyConnectorToken,
      limit: clock === null ? null : rateLimit(clock),
      taken,
    }),
    control: controlApp({ roster, log, client }),
    chats: { messages: (oid) => log.entries(oid).map((entry) => messageOf(entry, channel, roster)) },
    isInstalled: (oid) => log.isInstalled(oid),
    showOn(next) {
      screen = next;
    },
    onInitiative(seen) {
      watchers.add(seen);
      return () => watchers.delete(seen);
    },
  };
}

function messageOf(entry: Entry, channel: Channel, roster: Roster): TeamsMessage {
  const { id, at, from, oid, activity } = entry;
  const name = roster.byOid(oid)?.employee.name ?? '';
  const attachments: unknown = activity.attachments;
  return {
    id,
    at,
    from:
      from === 'bot'
        ? { kind: 'bot', id: channel.appId, name: channel.botName }
        : { kind: 'user', id: oid, name },
    text: typeof activity.text === 'string' ? activity.text : '',
    attachments: Array.isArray(attachments) ? attachments.filter(isAttachment) : [],
  };
}

function isAttachment(value: unknown): value is Attachment {
  return (
    typeof value === 'object' &&
    value !== null &&
    'contentType' in value &&
    typeof value.contentType === 'string' &&
    'content' in value
  );
}
