import * as z from 'zod';
import { objectId, type PersonId } from '../../core/records/person.ts';
import type { ChatHistory } from '../../core/ports/messenger.ts';
import type { Graph } from './client.ts';

const message = z.object({
  id: z.string(),
  from: z.object({ application: z.unknown().optional() }).nullish(),
  attachments: z
    .array(
      z
        .object({ content: z.string().nullish().catch(null) })
        .nullish()
        .catch(null),
    )
    .nullish(),
});

/** How many messages to look at, newest first. The one looked for was sent minutes ago. */
const newest = 50;

/** The id of somebody's chat with the bot. */
export function chatWith(person: PersonId, botAppId: string): string {
  return `19:${objectId(person)}_${botAppId}@unq.gbl.spaces`;
}

/**
 * The chats of people with this bot (permission `Chat.Read.WhereInstalled`). Only messages that the bot sent are looked at.
 */
export function graphChats(graph: Graph, botAppId: string): ChatHistory {
  return {
    async find(person, key) {
      const chat = chatWith(person, botAppId);
      const page = z
        .object({ value: z.array(message.nullable().catch(null)) })
        .parse(await graph.get(`/chats/${encodeURIComponent(chat)}/messages?$top=${newest}`));
      const found = page.value.find(
        (one) =>
          one?.from?.application &&
          one.attachments?.some((attachment) => attachment?.content?.includes(JSON.stringify(key))),
      );
      return found ? { activityId: found.id } : null;
    },
  };
}
