import { z } from 'zod';
import { openJournal } from './journal.ts';

/** An activity as it went over the wire. */
export type WireActivity = Readonly<Record<string, unknown>>;

/** An entry of somebody's chat with the bot. */
export interface Entry {
  readonly id: string;
  readonly oid: string;
  readonly from: 'bot' | 'user';
  /** Epoch milliseconds on the product's clock. */
  readonly at: number;
  readonly activity: WireActivity;
}

const activity = z.record(z.string(), z.unknown());
const eventSchema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('installed'), oid: z.string(), at: z.number() }),
  z.object({ event: z.literal('uninstalled'), oid: z.string(), at: z.number() }),
  z.object({
    event: z.literal('message'),
    oid: z.string(),
    at: z.number(),
    id: z.string(),
    from: z.enum(['bot', 'user']),
    activity,
  }),
  z.object({ event: z.literal('updated'), oid: z.string(), at: z.number(), id: z.string(), activity }),
  z.object({ event: z.literal('deleted'), oid: z.string(), at: z.number(), id: z.string() }),
]);
type Event = z.infer<typeof eventSchema>;

export interface ChatLog {
  isInstalled(oid: string): boolean;
  /** Oldest first. */
  entries(oid: string): readonly Entry[];
  setInstalled(oid: string, installed: boolean, at: number): void;
  add(entry: Entry): void;
  /** False when there is no such message. */
  update(oid: string, id: string, activity: WireActivity, at: number): boolean;
  remove(oid: string, id: string, at: number): boolean;
}

/**
 * Keeps who has the app, and every message, in memory and in a journal.
 * @throws InputError when the journal cannot be read
 */
export function openChatLog(file: string | null): ChatLog {
  const journal = openJournal(file, eventSchema);
  const installed = new Set<string>();
  const chats = new Map<string, Entry[]>();
  for (const event of journal.past) apply(event);

  function apply(event: Event): void {
    const chat = chats.get(event.oid) ?? [];
    chats.set(event.oid, chat);
    switch (event.event) {
      case 'installed':
        installed.add(event.oid);
        return;
      case 'uninstalled':
        installed.delete(event.oid);
        return;
      case 'message':
        chat.push({ id: event.id, oid: event.oid, from: event.from, at: event.at, activity: event.activity });
        return;
      case 'updated':
        replace(chat, event.id, (entry) => [{ ...entry, activity: event.activity }]);
        return;
      case 'deleted':
        replace(chat, event.id, () => []);
        return;
    }
  }

  function record(event: Event): void {
    journal.append(event);
    apply(event);
  }

  function has(oid: string, id: string): boolean {
    return chats.get(oid)?.some((entry) => entry.id === id) ?? false;
  }

  return {
    isInstalled: (oid) => installed.has(oid),
    entries: (oid) => chats.get(oid) ?? [],
    setInstalled(oid, now, at) {
      record({ event: now ? 'installed' : 'uninstalled', oid, at });
    },
    add(entry) {
      record({ event: 'message', ...entry, activity: { ...entry.activity } });
    },
    update(oid, id, changed, at) {
      if (!has(oid, id)) return false;
      record({ event: 'updated', oid, at, id, activity: { ...changed } });
      return true;
    },
    remove(oid, id, at) {
      if (!has(oid, id)) return false;
      record({ event: 'deleted', oid, at, id });
      return true;
    },
  };
}

function replace(chat: Entry[], id: string, by: (entry: Entry) => Entry[]): void {
  const index = chat.findIndex((entry) => entry.id === id);
  const entry = chat[index];
  if (entry !== undefined) chat.splice(index, 1, ...by(entry));
}
