// Speaks to the framed tab as Teams does. ../README.md lists the messages that it answers.

/**
 * A message of teams-js to its parent window (its `serializeMessageRequest`).
 * @typedef {{ id: number, uuidAsString?: string, func: string, args?: unknown[] }} Request
 * @typedef {'default' | 'dark' | 'contrast'} Theme
 */

/** @type {readonly Theme[]} */
const themes = ['default', 'dark', 'contrast'];

const asked = new URLSearchParams(location.search);
const user = asked.get('user') ?? '';
let theme = knownTheme(asked.get('theme'));

/** @type {NodeListOf<HTMLButtonElement>} */
const themeButtons = document.querySelectorAll('#themes button');

/** Where the tab is shown: where one is added to a channel, until it is saved, or as a tab. */
let frameContext = asked.has('configure') ? 'settings' : 'content';

const frame = document.createElement('iframe');
frame.title = 'UnMentoring';
// As the manifest asks: Teams fills in what it knows.
const hints = new URLSearchParams({ theme });
const locale = asked.get('locale');
if (locale !== null) hints.set('locale', locale);
frame.src = `/tab?${hints.toString()}${location.hash}`;

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
  supports: { pages: { config: {} } },
});

/** @type {Record<string, (args: unknown[]) => unknown[] | Promise<unknown[]>>} */
const answers = {
  initialize: () => [frameContext, 'web', runtime, '2.0.0'],
  getContext: async () => [await contextOfUser()],
  'authentication.getAuthToken': async () => {
    try {
      return [true, await fetchToken()];
    } catch (error) {
      return [false, error instanceof Error ? error.message : 'no token'];
    }
  },
  executeDeepLink: ([link]) => {
    window.open(String(link), '_blank', 'noopener');
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
    // Only the part after the hash may differ, and then the browser would not load the page again.
    frame.src = 'about:blank';
    frame.addEventListener('load', () => (frame.src = contentUrl), { once: true });
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

showTheme(theme);
document.querySelector('main')?.append(frame);

/** @param {object} message */
function send(message) {
  frame.contentWindow?.postMessage(message, location.origin);
}

/** @param {Theme} next */
function showTheme(next) {
  theme = next;
  document.documentElement.dataset.theme = next;
  for (const button of themeButtons) {
    button.setAttribute('aria-pressed', String(button.value === next));
  }
}

/**
 * @param {string | null} value
 * @returns {Theme}
 */
function knownTheme(value) {
  return themes.find((known) => known === value) ?? 'default';
}

/** Fetches a new token for the tab's API, for the person in the address. */
async function fetchToken() {
  const response = await fetch(`/local/token?user=${encodeURIComponent(user)}`);
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text.trim();
}

/** The parts of Teams' context on which the tab may rely. Without a token they are about nobody in particular. */
async function contextOfUser() {
  const known = await describeUser().catch(() => null);
  say(known === null ? `No sign-in for ${user || 'nobody'}` : `Signed in as ${known.name}`);
  return {
    locale: asked.get('locale') ?? known?.language ?? 'en-GB',
    theme,
    entityId: 'home',
    appId: '11111111-2222-4333-8444-555555555555',
    frameContext,
    hostClientType: 'web',
    hostName: 'Teams',
    sessionId: '',
    userObjectId: known?.oid ?? '',
    tid: known?.tid ?? '',
    userPrincipalName: user,
    loginHint: user,
  };
}

async function describeUser() {
  const token = await fetchToken();
  const claims = parse(fromBase64Url(token.split('.')[1] ?? ''));
  const response = await fetch('/api/me', { headers: { authorization: `Bearer ${token}` } });
  const me = response.ok ? parse(await response.text()) : {};
  return {
    name: typeof me.name === 'string' ? me.name : user,
    language: typeof me.language === 'string' ? me.language : null,
    oid: typeof claims.oid === 'string' ? claims.oid : '',
    tid: typeof claims.tid === 'string' ? claims.tid : '',
  };
}

/**
 * @param {string} json
 * @returns {Record<string, unknown>} empty for anything that is not an object
 */
function parse(json) {
  /** @type {unknown} */
  const value = JSON.parse(json);
  return isRecord(value) ? value : {};
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isRecord(value) {
  return typeof value === 'object' && value !== null;
}

/**
 * @param {unknown} message
 * @returns {message is Request}
 */
function isRequest(message) {
  return isRecord(message) && typeof message.id === 'number' && typeof message.func === 'string';
}

/** @param {string} text base64url of UTF-8 */
function fromBase64Url(text) {
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}

/** @param {string} sentence */
function say(sentence) {
  const who = document.getElementById('who');
  if (who !== null) who.textContent = sentence;
}
