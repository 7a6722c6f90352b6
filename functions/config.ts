import * as z from 'zod';

/** In lower case, as they are in tokens. */
const guid = z.guid('expected a GUID').toLowerCase();
const url = z.url('expected a URL').transform((value) => value.replace(/\/$/, ''));
/** Access tokens are sent there, so it is never reached without TLS. */
const secureUrl = z
  .url({ protocol: /^https$/, error: 'expected a URL that begins with https://' })
  .transform((value) => value.replace(/\/$/, ''));
const mails = z
  .string()
  .transform((value) => value.split(',').map((item) => item.trim()))
  .refine((items) => items.every((item) => item !== ''), 'expected mail addresses, separated by commas');

/**
 * The product's settings, one environment variable each. Those with a default fit Microsoft's public cloud; sovereign
 * clouds set them to their own addresses.
 */
const settings = z.object({
  /** The tenant whose staff take part. */
  TENANT_ID: guid,
  /** The app registration of bot, tab and Graph access. */
  APP_ID: guid,
  /** The user-assigned managed identity that the app registration trusts. */
  MANAGED_IDENTITY_CLIENT_ID: guid,
  /** The service mailboxes that send the invitations. */
  ORGANISER_MAILBOXES: mails,
  /** The storage account of records, work and plans, and where its services are. */
  STORAGE_ACCOUNT: z.string().regex(/^[a-z0-9]{3,24}$/, 'expected the name of a storage account'),
  TABLES_URL: secureUrl.optional(),
  QUEUES_URL: secureUrl.optional(),
  BLOBS_URL: secureUrl.optional(),
  /** Where the tenant's tokens come from. */
  AUTHORITY_URL: secureUrl
    .refine((value) => new URL(value).origin === value, 'expected a URL without a path')
    .default('https://login.microsoftonline.com'),
  /** The resource of the managed identity's token that the app registration trusts. */
  EXCHANGE_RESOURCE: url.default('api://AzureADTokenExchange'),
  /** Where Microsoft Graph is, and the resource that tokens for it are meant for. */
  GRAPH_URL: url.default('https://graph.microsoft.com'),
  GRAPH_RESOURCE: url.default('https://graph.microsoft.com'),
  /** Who signs the tokens of the tab's users, and the keys they are signed with. */
  TOKEN_ISSUER: url.optional(),
  TOKEN_KEYS_URL: url.optional(),
  /** Who signs the requests of the Bot Framework, and the keys they are signed with. */
  BOT_TOKEN_ISSUER: url.default('https://api.botframework.com'),
  BOT_OPENID_METADATA_URL: url.default('https://login.botframework.com/v1/.well-known/openidconfiguration'),
  /** The resource that the bot's own requests are meant for. */
  BOT_RESOURCE: url.default('https://api.botframework.com'),
});

type Settings = z.infer<typeof settings>;
export type Config = Readonly<{ [Name in keyof Settings]-?: NonNullable<Settings[Name]> }>;

/**
 * Reads the settings.
 * @throws Error that names every setting that is missing or unusable, and what was expected
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = settings.safeParse(environment);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => {
      const name = String(path[0]);
      return environment[name] === undefined ? `${name} is not set` : `${name}: ${message}`;
    });
    throw new Error(`The settings of this function app are not usable. ${faults.join('; ')}.`);
  }
  const { data } = parsed;
  const storage = (service: string) => `https://${data.STORAGE_ACCOUNT}.${service}.core.windows.net`;
  const tenant = `${data.AUTHORITY_URL}/${data.TENANT_ID}`;
  return {
    ...data,
    TABLES_URL: data.TABLES_URL ?? storage('table'),
    QUEUES_URL: data.QUEUES_URL ?? storage('queue'),
    BLOBS_URL: data.BLOBS_URL ?? storage('blob'),
    TOKEN_ISSUER: data.TOKEN_ISSUER ?? `${tenant}/v2.0`,
    TOKEN_KEYS_URL: data.TOKEN_KEYS_URL ?? `${tenant}/discovery/v2.0/keys`,
  };
}
