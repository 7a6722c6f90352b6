import { z } from 'zod';

/** In lower case, as they are in tokens. */
const guid = z.guid('expected a GUID').toLowerCase();
const url = z.url('expected a URL').transform((value) => value.replace(/\/$/, ''));
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
  /** The storage account of records, work and plans. */
  STORAGE_ACCOUNT: z.string().regex(/^[a-z0-9]{3,24}$/, 'expected the name of a storage account'),
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

export type Config = Readonly<Omit<z.infer<typeof settings>, 'TOKEN_ISSUER' | 'TOKEN_KEYS_URL'>> & {
  readonly TOKEN_ISSUER: string;
  readonly TOKEN_KEYS_URL: string;
};

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
  const issuer = `https://login.microsoftonline.com/${parsed.data.TENANT_ID}`;
  return {
    ...parsed.data,
    TOKEN_ISSUER: parsed.data.TOKEN_ISSUER ?? `${issuer}/v2.0`,
    TOKEN_KEYS_URL: parsed.data.TOKEN_KEYS_URL ?? `${issuer}/discovery/v2.0/keys`,
  };
}
