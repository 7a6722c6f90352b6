import { mutateJson, mutateText } from './mutate.ts';
import type { FuzzedProduct } from './product.ts';
import { verdictOf, type Attempt, type Target } from './target.ts';

interface Call {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'PATCH' | 'POST';
  /** Decoded parts of the path. */
  readonly path: readonly string[];
  readonly query: string;
  readonly user: { readonly oid: string; readonly name: string; readonly mail: string };
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const settings = {
  minutes: 45,
  booking: 'suggestions',
  coverage: false,
  lunch: { start: '11:00', end: '12:00' },
};
const scheme = ['api', 'schemes', 'unmentoring'];
const paths: readonly (readonly string[])[] = [
  ['api', 'me'],
  ['api', 'me', 'now'],
  ['api', 'me', 'pairing'],
  ['api', 'me', 'history'],
  ['api', 'me', 'data'],
  ['api', 'me', 'data', 'page'],
  ['api', 'schemes'],
  ['api', 'openapi.json'],
  [...scheme, 'rounds'],
  [...scheme, 'rounds', '2026-12-14'],
  [...scheme, 'settings'],
  ['tab'],
  ['tab', 'index.html'],
];
const changes: readonly Pick<Call, 'method' | 'path' | 'body'>[] = [
  { method: 'PUT', path: [...scheme, 'settings'], body: { settings } },
  {
    method: 'PUT',
    path: [...scheme, 'settings'],
    body: { settings: { ...settings, booking: 'automatic', minutes: 30 } },
  },
  { method: 'PUT', path: ['api', 'me', 'never-with'], body: { people: [] } },
  {
    method: 'PUT',
    path: ['api', 'me', 'settings', 'unmentoring'],
    body: {
      preferences: { hours: 'either', minutes: 30 },
      profile: { call: 'video', language: 'de', drink: 'Tee' },
    },
  },
  {
    method: 'PATCH',
    path: ['api', 'me', 'meetings', 'unmentoring', '2026-12-14'],
    body: { note: { before: 'Ask about the garden', after: '' } },
  },
  {
    method: 'POST',
    path: ['api', 'me', 'acts'],
    body: { kind: 'skip', scheme: 'unmentoring', round: '2027-01-11' },
  },
  { method: 'POST', path: ['api', 'me', 'erase'], body: {} },
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
    ...changes.map((change): Call => ({ ...none, ...change })),
  ];

  const attempt = (input: Call): Attempt => ({
    input,
    async throwIt() {
      const { method, path, query, user, headers, body } = input;
      const Authorization = `Bearer ${await identity.userToken({ ...user, coordinator: true })}`;
      // A lone half of a surrogate pair has no place in an address.
      const address = `${url}/${path.map((part) => encodeURIComponent(part.toWellFormed())).join('/')}${query}`;
      const isChange = method === 'PUT' || method === 'PATCH';
      const read = isChange ? await fetch(address, { headers: { Authorization } }) : null;
      await read?.body?.cancel();
      const answer = await fetch(address, {
        method,
        headers: {
          Authorization,
          'Content-Type': 'application/json',
          'Idempotency-Key': 'thrown-by-fuzz',
          ...(isChange && { 'If-Match': read?.headers.get('ETag') ?? '' }),
          ...headers,
        },
        body: method === 'GET' || method === 'HEAD' ? null : JSON.stringify(body),
      });
      await answer.text();
      return verdictOf(answer.status, lastFailure);
    },
  });

  return {
    seeds: seeds.map(attempt),
    mutant(chance) {
      const call = chance.oneOf(chance.below(2) === 0 ? seeds : seeds.slice(-changes.length));
      const one = (parts: readonly string[]) => {
        const at = chance.below(parts.length);
        return parts.map((part, i) => (i === at ? mutateText(chance, part, words) : part));
      };
      switch (chance.below(call.body === null ? 4 : 7)) {
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
