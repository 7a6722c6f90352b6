import { CloudAdapterBase, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { InvokeResponse, Activity as BotActivity, TurnContext } from 'botbuilder';
import * as z from 'zod';
import { activitySchema, tenantOf } from './activity.ts';
import type { Activity } from './activity.ts';
import { connectorHttpClient } from './connector-client.ts';
import { tokenCredentials } from './credentials.ts';
import type { ConnectorToken } from './credentials.ts';
import { repliesIn } from './replies.ts';
import type { InvokeAnswer, Replies } from './replies.ts';

/** Who must sign an activity, and for whom our own tokens are. It differs between clouds. */
export interface ChannelAuthentication {
  /** `iss` of the tokens that come with activities. */
  readonly issuer: string;
  /** Where that issuer publishes its keys. */
  readonly openIdMetadata: string;
  /** The scope of the bot's own tokens. */
  readonly scope: string;
}

export interface DoorOptions {
  readonly appId: string;
  readonly tenants: readonly string[];
  readonly authentication: ChannelAuthentication;
  readonly token: ConnectorToken;
  readonly wait: (milliseconds: number) => Promise<void>;
}

type Entry =
  | { readonly kind: 'in'; readonly activity: Activity; readonly tenant: string; readonly run: Run }
  | { readonly kind: 'refused'; readonly status: 400 | 401 | 403; readonly reason: string };

/** Runs one turn of the conversation. Returns the answer to an invoke, undefined for other activities. */
type Run = (turn: (replies: Replies) => Promise<void>) => Promise<InvokeAnswer | undefined>;

class Adapter extends CloudAdapterBase {
  /** Like `processActivityDirect`, but returns the answer to an invoke and does not catch errors. */
  async runTurn(
    authentication: Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>,
    activity: BotActivity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authentication, activity, turn);
  }
}

export interface Door {
  readonly adapter: CloudAdapterBase;
  /**
   * Lets an activity in that is signed by the channel for this app and this service URL, comes from Teams, and belongs
   * to an allowed tenant. Nothing of it but the service URL is looked at before the signature was checked.
   * @throws when the issuer's keys cannot be read
   */
  enter(authorization: string | undefined, body: unknown): Promise<Entry>;
}

/** @throws without an app id or a tenant: with an empty app id, botbuilder would let everybody in */
export function createDoor(options: DoorOptions): Door {
  if (options.appId.trim() === '')
    throw new Error('The bot needs its app id: without one nothing would be checked.');
  if (options.tenants.length === 0) throw new Error('The bot needs at least one tenant that may use it.');
  const { issuer, openIdMetadata, scope } = options.authentication;
  const authentication = new ConfigurationBotFrameworkAuthentication(
    {
      ToChannelFromBotOAuthScope: scope,
      ToBotFromChannelTokenIssuer: issuer,
      ToBotFromChannelOpenIdMetadataUrl: openIdMetadata,
      ToBotFromEmulatorOpenIdMetadataUrl: openIdMetadata,
    },
    tokenCredentials(options.appId, options.token),
    undefined,
    undefined,
    { httpClient: connectorHttpClient(options.wait) },
  );
  const adapter = new Adapter(authentication);
  const tenants = new Set(options.tenants.map((tenant) => tenant.toLowerCase()));

  return {
    adapter,
    async enter(authorization, body) {
      const trusted = await verify(authentication, body, authorization ?? '', issuer);
      if (trusted === null) return refused(401, 'The request is not signed for this bot.');
      const read = activitySchema.safeParse(body);
      if (!read.success) return refused(400, 'The body is not an activity of Microsoft Teams.');
      const activity = read.data;
      const tenant = tenantOf(activity);
      if (tenant === null || !tenants.has(tenant)) {
        return refused(403, 'This bot does not work in that tenant.');
      }
      const run: Run = (turn) =>
        adapter.runTurn(trusted, toBot(activity), (context) => turn(repliesIn(context)));
      return { kind: 'in', activity, tenant, run };
    },
  };
}

/** The part of an activity that the signature covers. */
const signedSchema = z.object({ serviceUrl: z.string() });

/** Whether a header has a token whose head and claims are JSON objects: botbuilder fails on others. */
function isToken(authorization: string): boolean {
  const parts = /^Bearer ([\w-]+)\.([\w-]+)\.[\w-]*$/.exec(authorization)?.slice(1) ?? [];
  return parts.length === 2 && parts.every((part) => z.object({}).safeParse(json(part)).success);
}

/** The JSON in a part of a token; null when there is none. */
function json(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return null;
  }
}

async function verify(
  authentication: ConfigurationBotFrameworkAuthentication,
  body: unknown,
  authorization: string,
  issuer: string,
) {
  if (!isToken(authorization)) return null;
  // The schema comes after the signature, and refuses all channels but Teams and a body without a service URL.
  const signed = { channelId: 'msteams', serviceUrl: signedSchema.safeParse(body).data?.serviceUrl };
  try {
    const result = await authentication.authenticateRequest(signed as BotActivity, authorization);
    // botbuilder also trusts the emulator and other bots, which have other issuers. Only the channel may talk to us.
    return result.claimsIdentity.getClaimValue('iss') === issuer ? result : null;
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

/**
 * botbuilder marks a refusal by `statusCode` 401. The library below it that checks signatures only names its errors.
 */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('statusCode' in error && error.statusCode === 401) return true;
  return ['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError'].includes(error.name);
}

/** As botbuilder's type, which demands fields that it does not need, and dates as Date objects. */
function toBot(activity: Activity): BotActivity {
  const { timestamp, ...rest } = activity;
  return {
    ...rest,
    ...(timestamp !== undefined && { timestamp: new Date(timestamp) }),
  } as unknown as BotActivity;
}

function refused(status: 400 | 401 | 403, reason: string): Entry {
  return { kind: 'refused', status, reason };
}
