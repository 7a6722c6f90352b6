import type { Directory } from '../directory/users.ts';
import type { Route } from '../protocol/call.ts';
import { chatPartner } from '../protocol/dispatch.ts';
import { GraphError } from '../protocol/errors.ts';
import { checkOptions, collection, page } from '../protocol/query.ts';
import { toStamp } from '../protocol/times.ts';

/** A message in somebody's chat with the bot, as `local/teams` keeps it. */
export interface ChatMessage {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly from: {
    readonly kind: 'bot' | 'user';
    /** App id or object id. */ readonly id: string;
    readonly name: string;
  };
  /** Empty for a message that is only a card. */
  readonly text: string;
  readonly attachments: readonly {
    readonly contentType: string;
    /** The card as it was sent. */
    readonly content: unknown;
    /** A file's. */
    readonly name?: string;
    readonly contentUrl?: string;
  }[];
}

export interface Chats {
  /** A person's chat with the bot, oldest message first; empty for somebody without one. */
  messages(oid: string): readonly ChatMessage[];
}

/** `GET /chats/{id}/messages`: the bot's chat with one person, newest message first. */
export function chatRoutes(chats: Chats, directory: Directory): Route[] {
  return [
    {
      method: 'GET',
      template: '/chats/{id}/messages',
      needs: { kind: 'chat' },
      handle: (call) => {
        const chat = call.params[0] ?? '';
        const { query } = call.request;
        checkOptions(query, ['$top', '$skiptoken']);
        const oid = chatPartner(chat);
        const person = oid === null ? undefined : directory.find(oid);
        if (person === undefined) throw new GraphError(404, 'NotFound', 'NotFound');
        const messages = chats.messages(person.id).toReversed();
        const context = `chats('${encodeURIComponent(chat)}')/messages`;
        const one = page(query, { default: 20, most: 50 });
        const body = collection(call.request, messages, one, context, (message) =>
          messageJson(message, chat),
        );
        return { status: 200, body };
      },
    },
  ];
}

function messageJson(message: ChatMessage, chatId: string): object {
  const { id, name, kind } = message.from;
  const attachments = message.attachments.map((attachment, index) => ({
    id: `${message.id}-${index}`,
    contentType: attachment.contentType,
    contentUrl: attachment.contentUrl ?? null,
    content: JSON.stringify(attachment.content),
    name: attachment.name ?? null,
    thumbnailUrl: null,
  }));
  const references = attachments
    .map((attachment) => `<attachment id="${attachment.id}"></attachment>`)
    .join('');
  return {
    id: message.id,
    replyToId: null,
    etag: message.id,
    messageType: 'message',
    createdDateTime: toStamp(message.at),
    lastModifiedDateTime: toStamp(message.at),
    lastEditedDateTime: null,
    deletedDateTime: null,
    subject: null,
    summary: null,
    chatId,
    importance: 'normal',
    locale: 'en-us',
    from: {
      application: kind === 'bot' ? { id, displayName: name, applicationIdentityType: 'bot' } : null,
      device: null,
      user: kind === 'user' ? { id, displayName: name, userIdentityType: 'aadUser' } : null,
    },
    body: { contentType: references === '' ? 'text' : 'html', content: `${message.text}${references}` },
    attachments,
    mentions: [],
    reactions: [],
  };
}
