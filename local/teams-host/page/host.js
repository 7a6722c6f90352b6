// Speaks to the framed tab as Teams does. ../README.md lists the messages that it answers.
import { asked, isRecord, knownTheme, partOf } from './asked.js';
import { describeUser, fetchToken } from './person.js';

/**
 * A message of teams-js to its parent window (its `serializeMessageRequest`).
 * @typedef {{ id: number, uuidAsString?: string, func: string, args?: unknown[] }} Request
 */

/** The id of the app in Teams' links. */
const app = '11111111-2222-4333-8444-555555555555';

/** @type {NodeListOf<HTMLButtonElement>} */
const themeButtons = document.querySelectorAll('#themes button');
/** @type {HTMLInputElement | null} */
const refusal = document.querySelector('#refuses');
const opened = document.querySelector('#opened ol');

let { theme, part } = asked;
/** Where the tab is shown: where one is added to a channel, until it is saved, or as a tab. */
let frameContext = asked.isConfiguring ? 'settings' : 'content';

const frame = document.createElement('iframe');
frame.title = 'UnMentoring';
// As the manifest asks: Teams fills in what it knows.
const hints = new URLSearchParams({ theme });
if (asked.locale !== null) hints.set('locale', asked.locale);
const start = asked.isInChannel && !asked.isConfiguring ? '#/channel' : '';
frame.src = `/tab?${hints.toString()}${location.hash || start}`;

/** Saves the configuration of a tab. Teams has such a button, and enables it when the page says so. */
const save = document.createElement('button');
save.textContent = 'Save';
save.disabled = true;
save.addEventListener('click', () => {
  send({ func: 'settings.save', args: [{}] });
});
if (frameContext === 'settings') document.querySelector('header')?.append(save);

/** The address of the tab that is saved. */
let contentUrl = '';

/** What teams-js learns about the host: version 4 of its runtime, with the features that are answered here. */
const runtime = JSON.stringify({
  apiVersion: 4,
  isNAAChannelRecommended: false,
  hostVersionsInfo: {},
  isLegacyTeams: false,
  // Outlook and Microsoft 365 have no chats of their own.
  supports: { pages: { config: {} }, ...(asked.host === 'Teams' && { chat: {} }) },
});

/** @type {Record<string, (args: unknown[]) => unknown[] | Promise<unknown[]>>} */
const answers = {
  initialize: () => [frameContext, 'web', runtime, '2.0.0'],
  getContext: async () => [await contextOfUser()],
  'authentication.getAuthToken': async () => {
    if (refusal?.checked) return [false, 'CancelledByUser'];
    try {
      return [true, await fetchToken(asked.user)];
    } catch (error) {
      return [false, error instanceof Error ? error.message : 'no token'];
    }
  },
  executeDeepLink: ([link]) => {
    open(String(link));
    return [true];
  },
  'chat.openChat': ([wanted]) => {
    const { members, message } = isRecord(wanted) ? wanted : {};
    const query = new URLSearchParams({ users: String(members) });
    if (typeof message === 'string') query.set('message', message);
    const link = `https://teams.microsoft.com/l/chat/0/0?${query.toString()}`;
    record(link);
    window.open(link, '_blank', 'noopener');
    return [true];
  },
  'settings.setValidityState': ([valid]) => {
    save.disabled = valid !== true;
    return [];
  },
  'settings.setSettings': ([settings]) => {
    contentUrl = isRecord(settings) ? String(settings.contentUrl) : '';
    return [true];
  },
  'settings.save.success': () => {
    frameContext = 'content';
    save.remove();
    load(contentUrl);
    return [];
  },
};

window.addEventListener('message', (event) => {
  if (event.source !== frame.contentWindow || event.origin !== location.origin) return;
  /** @type {unknown} */
  const message = event.data;
  if (!isRequest(message)) return;
  const { id, uuidAsString, func, args } = message;
  const answer = answers[func];
  if (answer === undefined) return;
  void Promise.resolve(answer(args ?? [])).then((given) => {
    send({ id, uuidAsString, args: given });
  });
});

for (const button of themeButtons) {
  button.addEventListener('click', () => {
    showTheme(knownTheme(button.value));
    send({ func: 'themeChange', args: [theme] });
  });
}

if (refusal !== null) refusal.checked = asked.isTokenRefused;
if (asked.isBare) document.querySelector('header')?.setAttribute('hidden', '');
showTheme(theme);
document.querySelector('main')?.append(frame);

/** @param {object} message */
function send(message) {
  frame.contentWindow?.postMessage(message, location.origin);
}

/** @param {import('./asked.js').Theme} next */
function showTheme(next) {
  theme = next;
  document.documentElement.dataset.theme = next;
  for (const button of themeButtons) {
    button.setAttribute('aria-pressed', String(button.value === next));
  }
}

/** Opens a link as Teams does: a part of this app in the frame, anything else in a window of its own. @param {string} link */
function open(link) {
  record(link);
  const tab = partOf(link);
  if (tab?.app === app) {
    part = tab.part;
    load('/tab');
  } else window.open(link, '_blank', 'noopener');
}

/** Loads an address anew, even where only the part after its hash differs. @param {string} address */
function load(address) {
  frame.src = 'about:blank';
  frame.addEventListener('load', () => (frame.src = address), { once: true });
}

/** Adds to the list of links that the tab has opened. @param {string} link */
function record(link) {
  const item = document.createElement('li');
  item.textContent = link;
  opened?.append(item);
  document.getElementById('opened')?.removeAttribute('hidden');
}

/** The parts of Teams' context on which the tab may rely. Without a token they are about nobody in particular. */
async function contextOfUser() {
  const known = await describeUser(asked.user).catch(() => null);
  say(known === null ? `No sign-in for ${asked.user || 'nobody'}` : `Signed in as ${known.name}`);
  const locale = asked.locale ?? known?.language ?? 'en-GB';
  return {
    locale,
    theme,
    entityId: asked.isInChannel ? 'channel' : 'home',
    subEntityId: part,
    appId: app,
    frameContext,
    hostClientType: 'web',
    hostName: asked.host,
    sessionId: '',
    userObjectId: known?.oid ?? '',
    tid: known?.tid ?? '',
    userPrincipalName: asked.user,
    loginHint: asked.user,
    ...(asked.shortTime !== null && {
      osLocaleInfo: { platform: 'windows', regionalFormat: locale, shortTime: asked.shortTime },
    }),
    ...(asked.isInChannel && {
      teamId: '19:team@thread.tacv2',
      channelId: '19:channel@thread.tacv2',
      channelName: 'General',
    }),
  };
}

/**
 * @param {unknown} message
 * @returns {message is Request}
 */
function isRequest(message) {
  return isRecord(message) && typeof message.id === 'number' && typeof message.func === 'string';
}

/** @param {string} sentence */
function say(sentence) {
  const who = document.getElementById('who');
  if (who !== null) who.textContent = sentence;
}
