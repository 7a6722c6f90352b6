import type { Calendars } from './calendars.ts';
import type { Directory } from './directory.ts';
import type { Installer } from './installer.ts';
import type { Meetings } from './meetings.ts';
import type { ChatHistory, Messenger } from './messenger.ts';
import type { Photos } from './photos.ts';
import type { PoisonQueues } from './poison.ts';
import type { WorkQueue } from './queue.ts';
import type { Storage } from './storage.ts';

/**
 * Writes one structured log line: ids, counts, codes and durations; never a name, a mail address, a subject, a wish or
 * anything else that somebody wrote.
 */
export type Log = (
  event: string,
  fields?: Readonly<Record<string, string | number | boolean | null>>,
) => void;

/** Everything that core needs of the outside world. `functions/compose.ts` makes it. */
export interface Ports {
  readonly storage: Storage;
  readonly queue: WorkQueue;
  readonly poison: PoisonQueues;
  readonly directory: Directory;
  readonly calendars: Calendars;
  readonly meetings: Meetings;
  readonly messenger: Messenger;
  readonly chats: ChatHistory;
  readonly installer: Installer;
  readonly photos: Photos;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** A fresh seed: a non-negative integer below 2^31. */
  readonly seed: (scheme: string, round: string) => number;
  /** The mail addresses of the service mailboxes that invite; at least one. */
  readonly organisers: readonly string[];
  /** Milliseconds after which a started send, or a hold of a mailbox, counts as interrupted. */
  readonly lease: number;
  /** Where people ask for help: a mail address or an https URL. */
  readonly support: string;
  /** The host of the product's public pages, such as `coffee.azurewebsites.net`; null: it is not known. */
  readonly host: string | null;
  /** The bot's app id, which links of Teams to its chat name. */
  readonly bot: string;
  /** The app's id in the organisation's catalogue, which links of Teams to its tab name; null: it is not known. */
  readonly teamsApp: string | null;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly log: Log;
}
