import { z } from 'zod';
import {
  adopted,
  botAccount,
  consentActivity,
  executeActivity,
  installActivities,
  submitActivity,
  textActivity,
  uninstallActivity,
} from './activities.ts';
import type { Channel } from './activities.ts';
import type { ChatLog, Entry, WireActivity } from './chat-log.ts';
import { consentAction, type ConsentAction, type Drive, offerIn } from './drive/drive.ts';
import type { Member } from './roster.ts';

/** The bot's answer to an activity over HTTP. */
interface BotAnswer {
  readonly status: number;
  /** Parsed JSON; undefined when there was none. */
  readonly body: unknown;
}

/**
 * Posts an activity to the bot with the Bot Connector's token. It may repeat it, so the bot may get the same id
 * twice.
 * @throws when the bot cannot be reached for good
 */
export type Deliver = (activity: WireActivity, token: string) => Promise<BotAnswer>;

/** What somebody did and how the bot replied. `status` is the highest of the bot's HTTP statuses. */
export interface Done {
  readonly status: number;
  readonly replies: readonly Entry[];
  /** The bot's HTTP answer to a pressed button. */
  readonly response?: unknown;
}

/** What people do in Teams. */
export interface Client {
  install(member: Member): Promise<Done>;
  uninstall(member: Member): Promise<Done>;
  say(member: Member, text: string): Promise<Done>;
  /** `action`: an Action.Execute or Action.Submit of a card, or only its data, or a button of a file's offer. */
  press(member: Member, action: Readonly<Record<string, unknown>>): Promise<Done>;
  /** Sends an activity that another client made for this person. */
  relay(member: Member, activity: WireActivity): Promise<Done>;
}

export interface ClientOptions {
  readonly channel: Channel;
  readonly log: ChatLog;
  readonly drive: Drive;
  readonly now: () => number;
  readonly deliver: Deliver;
  readonly channelToken: (serviceUrl: string) => Promise<string>;
}

export function createClient({ channel, log, drive, now, deliver, channelToken }: ClientOptions): Client {
  async function send(member: Member, activity: WireActivity): Promise<Done> {
    const answer = await deliver(activity, await channelToken(channel.serviceUrl));
    const { oid } = member.employee;
    const shown = cardIn(answer.body);
    if (activity.type === 'invoke' && shown !== null) {
      log.add({
        id: crypto.randomUUID(),
        oid,
        from: 'bot',
        at: now(),
        activity: shownCard(channel, member, activity, shown),
      });
    }
    return {
      status: answer.status,
      replies: log
        .entries(oid)
        .filter(({ from, activity: { replyToId } }) => from === 'bot' && replyToId === activity.id),
      ...(activity.type === 'invoke' && { response: answer.body }),
    };
  }

  /** Keeps a person's message, and sends it to the bot. */
  function write(member: Member, activity: WireActivity, at: number): Promise<Done> {
    log.add({ id: String(activity.id), oid: member.employee.oid, from: 'user', at, activity });
    return send(member, activity);
  }

  /** What a client sends that presses a button of the newest offer of that file. */
  function consentTo(member: Member, { action, name }: ConsentAction): WireActivity {
    const { id, activity } = log
      .entries(member.employee.oid)
      .findLast((entry) => offerIn(entry.activity)?.name === name) ?? { id: 'gone', activity: {} };
    const content = offerIn(activity)?.content;
    const pressed =
      action === 'accept'
        ? { context: content?.acceptContext, uploadInfo: drive.allow(name) }
        : { context: content?.declineContext };
    return consentActivity(channel, member, now(), { offer: id, action, ...pressed });
  }

  return {
    async relay(member, activity) {
      const at = now();
      const mine = adopted(channel, member, at, activity);
      return typeof mine.text === 'string' ? write(member, mine, at) : send(member, mine);
    },
    async install(member) {
      const at = now();
      log.setInstalled(member.employee.oid, true, at);
      const done: Done[] = [];
      for (const activity of installActivities(channel, member, at)) done.push(await send(member, activity));
      return {
        status: Math.max(...done.map(({ status }) => status)),
        replies: done.flatMap(({ replies }) => replies),
      };
    },
    async uninstall(member) {
      const at = now();
      log.setInstalled(member.employee.oid, false, at);
      return send(member, uninstallActivity(channel, member, at));
    },
    async say(member, text) {
      const at = now();
      return write(member, textActivity(channel, member, at, text), at);
    },
    async press(member, action) {
      const { data: consent } = consentAction.safeParse(action);
      return send(
        member,
        consent === undefined ? pressActivity(channel, member, now(), action) : consentTo(member, consent),
      );
    },
  };
}

function pressActivity(
  channel: Channel,
  member: Member,
  at: number,
  action: Readonly<Record<string, unknown>>,
): WireActivity {
  if (action.type === 'Action.Submit') return submitActivity(channel, member, at, action.data);
  if (action.type !== 'Action.Execute' && action.data === undefined) {
    return executeActivity(channel, member, at, { data: action });
  }
  const verb = typeof action.verb === 'string' ? action.verb : undefined;
  return executeActivity(channel, member, at, { verb, data: action.data ?? {} });
}

const cardAnswer = z.object({
  statusCode: z.literal(200),
  type: z.literal('application/vnd.microsoft.card.adaptive'),
  value: z.record(z.string(), z.unknown()),
});

function cardIn(body: unknown): object | null {
  const read = cardAnswer.safeParse(body);
  return read.success ? read.data.value : null;
}

/** The card that replaces the pressed one in the chat. */
function shownCard(channel: Channel, member: Member, pressed: WireActivity, content: object): WireActivity {
  return {
    type: 'message',
    from: botAccount(channel),
    recipient: { id: member.account, name: member.employee.name, aadObjectId: member.employee.oid },
    conversation: { id: member.conversation, conversationType: 'personal', tenantId: channel.tenant },
    replyToId: pressed.id,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
  };
}
