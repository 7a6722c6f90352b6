/**
 * The product's settings, one environment variable each. Those with a default fit Microsoft's public cloud; sovereign
 * clouds set them to their own addresses.
 */
export interface Config {
  /** The tenant whose staff take part. */
  readonly TENANT_ID: string;
  /** The app registration of bot, tab and Graph access. */
  readonly APP_ID: string;
  /** The user-assigned managed identity that the app registration trusts. */
  readonly MANAGED_IDENTITY_CLIENT_ID: string;
  /** The service mailboxes that send the invitations. */
  readonly ORGANISER_MAILBOXES: readonly string[];
  /** The storage account of records, work and plans, and where its services are. */
  readonly STORAGE_ACCOUNT: string;
  readonly TABLES_URL: string;
  readonly QUEUES_URL: string;
  readonly BLOBS_URL: string;
  /** Where the tenant's tokens come from. */
  readonly AUTHORITY_URL: string;
  /** The resource of the managed identity's token that the app registration trusts. */
  readonly EXCHANGE_RESOURCE: string;
  /** Where people ask for help: a mail address or an https URL. The product's pages show it. */
  readonly SUPPORT_CONTACT: string;
  /** Who runs the product, as its pages name them. */
  readonly ORGANISATION_NAME?: string | undefined;
  /** The app's id in the organisation's catalogue of Teams apps. Without it nobody can invite a colleague, and no card links to the tab. */
  readonly TEAMS_APP_ID?: string | undefined;
  /** The host of the function app, which Azure sets. The bot links to the product's pages there. */
  readonly WEBSITE_HOSTNAME?: string | undefined;
  /** Where Microsoft Graph is, and the resource that tokens for it are meant for. */
  readonly GRAPH_URL: string;
  readonly GRAPH_RESOURCE: string;
  /** Who signs the tokens of the tab's users, and the keys they are signed with. */
  readonly TOKEN_ISSUER: string;
  readonly TOKEN_KEYS_URL: string;
  /** Who signs the requests of the Bot Framework, and the keys they are signed with. */
  readonly BOT_TOKEN_ISSUER: string;
  readonly BOT_OPENID_METADATA_URL: string;
  /** The resource that the bot's own requests are meant for. */
  readonly BOT_RESOURCE: string;
}

/** Reads a setting's text. Null for text that it cannot be. Written by hand: zod would take a third of a start's time. */
interface Kind<T> {
  readonly expected: string;
  readonly read: (text: string) => T | null;
}

/** In lower case, as they are in tokens. */
const guid: Kind<string> = {
  expected: 'a GUID',
  read: (text) => (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text) ? text.toLowerCase() : null),
};
const url: Kind<string> = {
  expected: 'a URL',
  read: (text) => (URL.canParse(text) ? text.replace(/\/$/, '') : null),
};
/** Access tokens are sent there, so it is never reached without TLS. */
const secureUrl: Kind<string> = {
  expected: 'a URL that begins with https://',
  read: (text) => (URL.parse(text)?.protocol === 'https:' ? url.read(text) : null),
};
const secureOrigin: Kind<string> = {
  expected: 'a URL that begins with https://, without a path',
  read: (text) => (secureUrl.read(text) === URL.parse(text)?.origin ? url.read(text) : null),
};
const account: Kind<string> = {
  expected: 'the name of a storage account',
  read: (text) => (/^[a-z\d]{3,24}$/.test(text) ? text : null),
};
const mails: Kind<readonly string[]> = {
  expected: 'mail addresses, separated by commas',
  read(text) {
    const items = text.split(',').map((item) => item.trim());
    return items.includes('') ? null : items;
  },
};
const contact: Kind<string> = {
  expected: 'a mail address or an https URL',
  read: (text) => (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(text) ? text : secureUrl.read(text)),
};
const host: Kind<string> = {
  expected: 'the name of a host',
  read: (text) => (/^[a-z\d.-]+$/i.test(text) ? text : null),
};
const name: Kind<string> = { expected: 'a name', read: (text) => text.trim() || null };

/**
 * Reads the settings.
 * @throws Error that names every setting that is missing or unusable, and what was expected
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = [];
  const read = <T>(setting: keyof Config, { expected, read }: Kind<T>, standard: T | null = null): T => {
    const text = environment[setting];
    const value = text === undefined ? standard : read(text);
    if (value === null)
      faults.push(text === undefined ? `${setting} is not set` : `${setting}: expected ${expected}`);
    // Null only with a fault, which is thrown below.
    return value as T;
  };
  const TENANT_ID = read('TENANT_ID', guid);
  const AUTHORITY_URL = read('AUTHORITY_URL', secureOrigin, 'https://login.microsoftonline.com');
  const STORAGE_ACCOUNT = read('STORAGE_ACCOUNT', account);
  const storage = (service: string) => `https://${STORAGE_ACCOUNT}.${service}.core.windows.net`;
  const tenant = `${AUTHORITY_URL}/${TENANT_ID}`;
  const config = {
    TENANT_ID,
    APP_ID: read('APP_ID', guid),
    MANAGED_IDENTITY_CLIENT_ID: read('MANAGED_IDENTITY_CLIENT_ID', guid),
    ORGANISER_MAILBOXES: read('ORGANISER_MAILBOXES', mails),
    STORAGE_ACCOUNT,
    TABLES_URL: read('TABLES_URL', secureUrl, storage('table')),
    QUEUES_URL: read('QUEUES_URL', secureUrl, storage('queue')),
    BLOBS_URL: read('BLOBS_URL', secureUrl, storage('blob')),
    AUTHORITY_URL,
    SUPPORT_CONTACT: read('SUPPORT_CONTACT', contact),
    ...(environment.ORGANISATION_NAME !== undefined && {
      ORGANISATION_NAME: read('ORGANISATION_NAME', name),
    }),
    ...(environment.TEAMS_APP_ID !== undefined && { TEAMS_APP_ID: read('TEAMS_APP_ID', guid) }),
    ...(environment.WEBSITE_HOSTNAME !== undefined && {
      WEBSITE_HOSTNAME: read('WEBSITE_HOSTNAME', host),
    }),
    EXCHANGE_RESOURCE: read('EXCHANGE_RESOURCE', url, 'api://AzureADTokenExchange'),
    GRAPH_URL: read('GRAPH_URL', url, 'https://graph.microsoft.com'),
    GRAPH_RESOURCE: read('GRAPH_RESOURCE', url, 'https://graph.microsoft.com'),
    TOKEN_ISSUER: read('TOKEN_ISSUER', url, `${tenant}/v2.0`),
    TOKEN_KEYS_URL: read('TOKEN_KEYS_URL', url, `${tenant}/discovery/v2.0/keys`),
    BOT_TOKEN_ISSUER: read('BOT_TOKEN_ISSUER', url, 'https://api.botframework.com'),
    BOT_OPENID_METADATA_URL: read(
      'BOT_OPENID_METADATA_URL',
      url,
      'https://login.botframework.com/v1/.well-known/openidconfiguration',
    ),
    BOT_RESOURCE: read('BOT_RESOURCE', url, 'https://api.botframework.com'),
  };
  if (faults.length > 0) {
    throw new Error(`The settings of this function app are not usable. ${faults.join('; ')}.`);
  }
  return config;
}
