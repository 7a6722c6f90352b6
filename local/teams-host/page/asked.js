// What the address asks of this stand-in for Teams. ../README.md lists it.

/**
 * @typedef {'default' | 'dark' | 'contrast'} Theme
 * @typedef {'Teams' | 'Outlook' | 'Office'} HostName
 */

/** @type {readonly Theme[]} */
const themes = ['default', 'dark', 'contrast'];

/** As teams-js names them; `Office` is Microsoft 365. @type {readonly HostName[]} */
const hosts = ['Teams', 'Outlook', 'Office'];

const query = new URLSearchParams(location.search);

export const asked = {
  /** Mail. */
  user: query.get('user') ?? '',
  theme: knownTheme(query.get('theme')),
  /** BCP 47; null: the person's own language. */
  locale: query.get('locale'),
  host: hosts.find((known) => known === query.get('host')) ?? 'Teams',
  /** Where the tab is. A tab that is being added is in a channel already. */
  isInChannel: query.get('frame') === 'channel' || location.hash === '#/channel' || query.has('configure'),
  isConfiguring: query.has('configure'),
  /** How the system writes times; null: it does not say. */
  shortTime: { 12: 'h:mm tt', 24: 'HH:mm' }[query.get('clock') ?? ''] ?? null,
  isBare: query.has('bare'),
  isTokenRefused: query.get('token') === 'refused',
  /** The deep link that was followed to the tab: its part of the tab, or undefined. */
  part: partOf(query.get('link') ?? '')?.part,
};

/**
 * @param {string | null} value
 * @returns {Theme}
 */
export function knownTheme(value) {
  return themes.find((known) => known === value) ?? 'default';
}

/**
 * Reads a deep link of Teams to a tab: `https://teams.microsoft.com/l/entity/APP/TAB?context={"subEntityId":"PART"}`.
 * @param {string} link
 * @returns {{ app: string, part: string | undefined } | null} null for any other link
 */
export function partOf(link) {
  const url = URL.canParse(link) ? new URL(link) : null;
  const app = /^\/l\/entity\/([^/]+)\//.exec(url?.pathname ?? '')?.[1];
  if (url?.host !== 'teams.microsoft.com' || app === undefined) return null;
  /** @type {unknown} */
  const context = JSON.parse(url.searchParams.get('context') ?? '{}');
  const part = isRecord(context) ? context.subEntityId : undefined;
  return { app, part: typeof part === 'string' ? part : undefined };
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export function isRecord(value) {
  return typeof value === 'object' && value !== null;
}
