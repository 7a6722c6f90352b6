import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono } from 'hono';
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { teamsHostApp } from '../../local/teams-host/teams-host.ts';
import type { CalendarSettings } from '../../core/schemes/settings-schemas.ts';
import type { Problem, ProblemCode } from '../../core/api/problem.ts';
import { useBrowser } from '../browser.ts';
import { serving, type Served } from '../support/serving.ts';
import * as answers from './answers.ts';
import { pairings, people, today } from './desk/desk-answers.ts';

const repository = join(import.meta.dirname, '../..');

let built: Promise<string> | undefined;

/** These npm scripts have just built the tab. */
const building = ['test', 'screens'];

/** The tab as it is deployed. Unless it was just built, it is built anew, so that no test looks at an old `dist/`. */
function buildTab(): Promise<string> {
  built ??= building.includes(process.env.npm_lifecycle_event ?? '')
    ? Promise.resolve(join(repository, 'dist/tab'))
    : build();
  return built;
}

async function build(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'unmentoring-tab-'));
  process.on('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  const vite = join(repository, 'node_modules/vite/bin/vite.js');
  const options = ['build', 'tab', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'];
  await promisify(execFile)(process.execPath, [vite, ...options], { cwd: repository });
  return folder;
}

export interface Write {
  /** Method and path below `/api`. */
  readonly call: string;
  /** Null: there was none. */
  readonly body: unknown;
  readonly ifMatch: string | null;
  readonly key: string | null;
  /** `Accept-Language`. */
  readonly language: string | null;
}

/** The server's answers. A test may change them; they are restored before the next test. */
export interface TabServer {
  readonly origin: string;
  /**
   * By path below `/api`; for writes by method and path, such as `PUT /me/again`. A number is answered as a refusal with that status,
   * a `Response` as it is, a function is called, with the write if it is one. A list is used from the front; its last entry stays.
   */
  readonly api: Map<string, unknown>;
  /** The person who signs in; null when the token is denied. */
  token: string | null;
  /** `GET path Bearer token` of every reading call of the API, oldest first. */
  readonly calls: string[];
  /** What was asked to be written, oldest first. */
  readonly writes: Write[];
  readonly browser: () => Browser;
}

/** `TabServer` for the tests of a `describe`, with a browser. It is reset before each test. */
export function useTabServer(): TabServer {
  return useFakeTab().server;
}

/** The same with everything that `fakeTab` gives. */
export function useFakeTab(browser = useBrowser()): ReturnType<typeof fakeTab> {
  const fake = fakeTab(browser);
  before(fake.open);
  beforeEach(fake.reset);
  after(fake.close);
  return fake;
}

/**
 * A server of the tab, its API with the fixed answers of `answers.ts`, and the stand-in for Teams, on a free port.
 * @returns `reset` restores the answers; `open` comes before everything else
 */
export function fakeTab(browser: () => Browser) {
  const api = new Map<string, unknown>();
  const calls: string[] = [];
  const writes: Write[] = [];
  const state = { tokens: 0, before: 0, token: 'ada' as string | null };
  const app = new Hono();
  app.route('/', teamsHostApp());
  app.get('/local/token', (context) =>
    state.token === null
      ? context.text('consent_required', 403)
      : context.text(tokenOf(state.token, ++state.tokens)),
  );
  /** What a page has written is sent to its end, also when its test is over. */
  const isOfEarlierTest = (context: Context): boolean => {
    const n = numberIn(context.req.header('authorization'));
    return n !== null && n <= state.before;
  };
  app.get('/api/*', (context) => {
    if (isOfEarlierTest(context)) return context.body(null, 410);
    const path = context.req.path.slice('/api'.length);
    calls.push(`GET ${path} ${context.req.header('authorization') ?? ''}`);
    return respond(next(api, path));
  });
  app.on(['POST', 'PUT', 'PATCH', 'DELETE'], '/api/*', async (context) => {
    const call = `${context.req.method} ${context.req.path.slice('/api'.length)}`;
    const header = (name: string) => context.req.header(name) ?? null;
    const write = {
      call,
      body: await context.req.json<unknown>().catch(() => null),
      ifMatch: header('if-match'),
      key: header('idempotency-key'),
      language: header('accept-language'),
    };
    if (isOfEarlierTest(context)) return context.body(null, 410);
    writes.push(write);
    return respond(next(api, call), write);
  });
  let served: Served | null = null;
  const open = async () => {
    const folder = await buildTab();
    app.get('/tab', serveStatic({ path: join(folder, 'index.html') }));
    app.get('/tab/*', serveStatic({ root: folder, rewriteRequestPath: (path) => path.slice('/tab'.length) }));
    served = await serving(app);
    reset();
  };

  function reset(): void {
    state.token = 'ada';
    state.before = state.tokens;
    calls.length = 0;
    writes.length = 0;
    api.clear();
    api.set('/me', answers.me);
    api.set('/me/now', () => ({ ...answers.now, me: api.get('/me') }));
    api.set('/me/history', answers.history);
    api.set('/schemes', answers.schemes);
    api.set('/schemes/unmentoring/rounds', answers.rounds);
    api.set('/schemes/unmentoring/rounds/2026-12-14', answers.round);
    api.set('/schemes/unmentoring/rounds/2026-12-14/people', people);
    api.set('/schemes/unmentoring/rounds/2026-12-14/pairings', pairings);
    api.set('/schemes/unmentoring/today', today);
    api.set('/schemes/unmentoring/settings', answers.settings);
    api.set('POST /scheme-dates', (write?: Write) => {
      const { preview } = write?.body as CalendarSettings;
      return answers.dates.map((round) => (preview === 'none' ? { ...round, draftAt: null } : round));
    });
  }
  const server: TabServer = {
    get origin() {
      return `http://localhost:${served?.port ?? 0}`;
    },
    api,
    calls,
    writes,
    browser,
    get token() {
      return state.token;
    },
    set token(token) {
      state.token = token;
    },
  };
  return { server, open, reset, close: async () => served?.close() };
}

function respond(answer: unknown, write?: Write): Response {
  if (typeof answer === 'function') return respond((answer as (write?: Write) => unknown)(write));
  if (answer instanceof Response) return answer.clone();
  return typeof answer === 'number'
    ? Response.json(problem(answer), { status: answer })
    : Response.json(answer);
}

const codes: Partial<Record<number, ProblemCode>> = {
  401: 'unauthorised',
  403: 'forbidden',
  404: 'not-found',
  409: 'refused',
  412: 'stale',
};

function problem(status: number): Problem {
  const code = codes[status] ?? 'unavailable';
  return { type: `/problems/${code}`, title: 'For the test', status, detail: 'For the test', code };
}

function next(api: Map<string, unknown>, path: string): unknown {
  const answer = api.get(path) ?? (api.has(path) ? null : 404);
  if (!Array.isArray(answer) || typeof answer[0] !== 'number') return answer;
  const [first, ...rest] = answer as unknown[];
  api.set(path, rest.length === 1 ? rest[0] : rest);
  return first;
}

/** Unsigned: only the stand-in for Teams reads it. */
function tokenOf(user: string, n: number): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part({ oid: user, tid: 'tenant', n })}.none`;
}

/** The number of the token that comes with a request. */
function numberIn(authorization: string | undefined): number | null {
  const claims = authorization?.split('.')[1];
  if (claims === undefined) return null;
  return (JSON.parse(Buffer.from(claims, 'base64url').toString()) as { n: number }).n;
}
