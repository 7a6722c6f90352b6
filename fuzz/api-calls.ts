import { mutateJson, mutateText } from './mutate.ts';
import type { FuzzedProduct } from './product.ts';
import { verdictOf, type Attempt, type Target } from './target.ts';

interface Call {
  readonly method: 'GET' | 'HEAD' | 'PUT';
  /** Decoded parts of the path. */
  readonly path: readonly string[];
  readonly query: string;
  readonly user: { readonly oid: string; readonly name: string; readonly mail: string };
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Stands for the version of the settings that are stored, which differs from run to run. */
const storedVersion = 'the stored version';
const settings = {
  minutes: 45,
  booking: 'suggestions',
  coverage: false,
  lunch: { start: '11:00', end: '12:00' },
};
const scheme = ['api', 'schemes', 'unmentoring'];
const paths: readonly (readonly string[])[] = [
  ['api', 'me'],
  ['api', 'me', 'pairing'],
  ['api', 'me', 'history'],
  ['api', 'schemes'],
  [...scheme, 'rounds'],
  [...scheme, 'rounds', '2026-12-14'],
  [...scheme, 'settings'],
  ['tab'],
  ['tab', 'index.html'],
];
const words = ['unmentoring', 'rounds', '2026-12-14', 'index.html', 'assets', 'pairing', '..'];

/** Calls of every address of the tab's API and of the tab, with real tokens of odd people. */
export function apiCalls({ url, employees, identity, lastFailure }: FuzzedProduct): Target {
  const [coordinator] = employees;
  if (coordinator === undefined) throw new Error('the directory is empty');
  const { oid, name, mail } = coordinator;
  const none: Omit<Call, 'path'> = {
    method: 'GET',
    query: '',
    user: { oid, name, mail },
    headers: {},
    body: null,
  };
  const seeds: readonly Call[] = [
    ...paths.map((path): Call => ({ ...none, path })),
    { ...none, method: 'HEAD', path: ['tab', 'index.html'] },
    ...[settings, { ...settings, booking: 'automatic', minutes: 30 }].map((wanted): Call => ({
      ...none,
      method: 'PUT',
      path: [...scheme, 'settings'],
      body: { version: storedVersion, settings: wanted },
    })),
  ];

  /** The version of the stored settings, as it is written inside a JSON text. */
  const version = async (): Promise<string> => {
    const token = await identity.userToken({ oid, name, mail, coordinator: true });
    const answer = await fetch(`${url}/${scheme.join('/')}/settings`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    return JSON.stringify(((await answer.json()) as { version: string }).version).slice(1, -1);
  };
  const attempt = (input: Call): Attempt => ({
    input,
    async throwIt() {
      const { method, path, query, user, headers, body } = input;
      const isPut = method === 'PUT';
      const sent = isPut ? JSON.stringify(body).replaceAll(storedVersion, await version()) : null;
      const token = await identity.userToken({ ...user, coordinator: true });
      // A lone half of a surrogate pair has no place in an address.
      const address = `${url}/${path.map((part) => encodeURIComponent(part.toWellFormed())).join('/')}${query}`;
      const answer = await fetch(address, {
        method,
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...headers },
        body: sent,
      });
      await answer.text();
      return verdictOf(answer.status, lastFailure);
    },
  });

  return {
    seeds: seeds.map(attempt),
    mutant(chance) {
      const call = chance.oneOf(chance.below(2) === 0 ? seeds : seeds.slice(-2));
      const one = (parts: readonly string[]) => {
        const at = chance.below(parts.length);
        return parts.map((part, i) => (i === at ? mutateText(chance, part, words) : part));
      };
      switch (chance.below(call.method === 'PUT' ? 7 : 4)) {
        case 0:
          return attempt({ ...call, path: one(call.path) });
        case 1:
          return attempt({
            ...call,
            query: `?x=${encodeURIComponent(mutateText(chance, 'a').toWellFormed())}`,
          });
        case 2: {
          const [changedOid = '', changedName = '', changedMail = ''] = one([oid, name, mail]);
          return attempt({ ...call, user: { oid: changedOid, name: changedName, mail: changedMail } });
        }
        case 3:
          // Only printable characters may be sent in a header.
          return attempt({
            ...call,
            headers: { 'Accept-Language': mutateText(chance, 'de-DE').replaceAll(/[^ -~]/g, '') },
          });
        default:
          return attempt({ ...call, body: mutateJson(chance, call.body) });
      }
    },
  };
}
