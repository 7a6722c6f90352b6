// The person who is signed in.
import { isRecord } from './asked.js';

/**
 * Fetches a new token for the tab's API.
 * @param {string} user mail
 */
export async function fetchToken(user) {
  const response = await fetch(`/local/token?user=${encodeURIComponent(user)}`);
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text.trim();
}

/** @param {string} user mail */
export async function describeUser(user) {
  const token = await fetchToken(user);
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

/** @param {string} text base64url of UTF-8 */
function fromBase64Url(text) {
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}
