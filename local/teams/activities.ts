import { findIana } from 'windows-iana';
import { Temporal } from 'temporal-polyfill';
import type { WireActivity } from './chat-log.ts';
import type { Member } from './roster.ts';

/** What all activities of one Teams share. */
export interface Channel {
  readonly tenant: string;
  readonly appId: string;
  readonly botName: string;
  readonly serviceUrl: string;
}

/** The bot's account in Teams. */
export function botAccount({ appId, botName }: Channel): { id: string; name: string } {
  return { id: `28:${appId}`, name: botName };
}

/** Teams' two events when somebody adds the app, in the order in which they usually arrive. */
export function installActivities(channel: Channel, member: Member, at: number): WireActivity[] {
  return [
    { ...base(channel, member, at), type: 'installationUpdate', action: 'add' },
    {
      ...base(channel, member, at),
      type: 'conversationUpdate',
      membersAdded: [
        { id: botAccount(channel).id },
        { id: member.account, aadObjectId: member.employee.oid },
      ],
    },
  ];
}

export function uninstallActivity(channel: Channel, member: Member, at: number): WireActivity {
  return { ...base(channel, member, at), type: 'installationUpdate', action: 'remove' };
}

export function textActivity(channel: Channel, member: Member, at: number, text: string): WireActivity {
  return { ...base(channel, member, at), type: 'message', text, textFormat: 'plain' };
}

/** An `Action.Submit`: a message without text, with the button's data. */
export function submitActivity(channel: Channel, member: Member, at: number, data: unknown): WireActivity {
  return { ...base(channel, member, at), type: 'message', value: data };
}

/** An `Action.Execute`. */
export function executeActivity(
  channel: Channel,
  member: Member,
  at: number,
  action: { verb?: string | undefined; data: unknown },
): WireActivity {
  return {
    ...base(channel, member, at),
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', ...action }, trigger: 'manual' },
  };
}

/** A pressed button of a file's offer. `uploadInfo`: where the file may be put, if it is allowed. */
export function consentActivity(
  channel: Channel,
  member: Member,
  at: number,
  { offer, ...pressed }: { offer: string; action: string; context: unknown; uploadInfo?: unknown },
): WireActivity {
  return {
    ...base(channel, member, at),
    type: 'invoke',
    name: 'fileConsent/invoke',
    replyToId: offer,
    value: { type: 'fileUpload', ...pressed },
  };
}

/**
 * An activity that another client made, changed to what our Teams would send: our chat, our clock, the person's own
 * language and zone.
 */
export function adopted(channel: Channel, member: Member, at: number, activity: WireActivity): WireActivity {
  const mine = base(channel, member, at);
  return { ...activity, ...mine, id: activity.id ?? mine.id };
}

function base(channel: Channel, member: Member, at: number): WireActivity {
  const { employee, account, conversation } = member;
  const zone = ianaZone(employee.timeZone);
  const instant = Temporal.Instant.fromEpochMilliseconds(at);
  return {
    id: crypto.randomUUID(),
    timestamp: instant.toString(),
    localTimestamp: instant.toString({ timeZone: zone }),
    localTimezone: zone,
    channelId: 'msteams',
    serviceUrl: channel.serviceUrl,
    from: { id: account, name: employee.name, aadObjectId: employee.oid },
    conversation: { id: conversation, conversationType: 'personal', tenantId: channel.tenant },
    recipient: botAccount(channel),
    locale: employee.language ?? 'en-GB',
    entities: [{ type: 'clientInfo', locale: employee.language ?? 'en-GB', platform: 'Web', timezone: zone }],
    channelData: { tenant: { id: channel.tenant } },
  };
}

/** The IANA name of a zone: the directory may contain a Windows name, which clients do not know. */
function ianaZone(zone: string): string {
  return findIana(zone)[0] ?? zone;
}
