import { Hono } from 'hono';
import { type Bot, type BotResponse, createBot } from '../../bot/bot.ts';
import type { ConversationOperations } from '../../core/conversation/operations.ts';
import type { Caller } from '../../core/enrolment/caller.ts';
import type { JoinResult } from '../../core/enrolment/join.ts';
import type { Standing } from '../../core/enrolment/standing.ts';
import type { AboutMeeting } from '../../core/following-up/find-meeting.ts';
import type { ChooseResult, OtherTimes } from '../../core/mending/other-times.ts';
import type { Conversation } from '../../core/ports/messenger.ts';
import type { Answers, Preferences } from '../../core/records/profile.ts';
import type { SchemeView } from '../../core/schemes/scheme-view.ts';
import type { MeetingAhead } from '../../core/rounds/meetings-ahead.ts';
import { toIso } from '../../core/time/instant.ts';
import type { PairingView } from '../../core/words/pairing-view.ts';
import type { Identity } from '../../local/identity/identity.ts';
import { createTeams, type Teams, type TeamsOptions } from '../../local/teams/teams.ts';
import { employee, idOf, tenant } from '../support/emulated-graph.ts';
import { appId, sharedIdentity } from '../support/identity.ts';
import { serving } from '../support/serving.ts';

export { tenant };
/** Another tenant whose people may talk to the bot, with letters in its id. */
export const branch = '0a1b2c3d-1111-4111-8111-111111111111';
/** Monday 7 December 2026, 09:00 in London. */
const monday = Date.parse('2026-12-07T09:00:00Z');

export const unmentoring: SchemeView = {
  id: 'unmentoring',
  name: 'UnMentoring',
  minutes: 30,
  purpose: '',
  cadence: { kind: 'monthly', week: 2 },
  ownRule: null,
  next: { pairingAt: '2027-01-07T10:00:00Z', week: '2027-01-11' },
};

export const ann = employee('Ann Archer', {
  oid: 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa',
  mail: 'ann@example.com',
  language: 'en-GB',
});
export const bernd = employee('Bernd Becker', {
  oid: 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb',
  mail: 'bernd@example.com',
  timeZone: 'Europe/Berlin',
  language: 'de-DE',
});

/** What the bot asked the product to do, with the rules left out: answers are set by the test. */
interface Operations extends ConversationOperations {
  readonly calls: string[];
  readonly conversations: Map<string, Conversation>;
  pairing: PairingView | null;
  /** Null: they are let in. */
  joining: JoinResult | null;
  choosing: ChooseResult;
  preferences: Preferences;
  /** The filled-in cards that came. */
  readonly answers: Answers[];
  /** Null: settings are kept. */
  saving: Awaited<ReturnType<ConversationOperations['saveSettings']>> | null;
  status: Standing['status'];
  ahead: readonly MeetingAhead[];
  /** The one meeting that is near or just over; null: there is none. */
  meeting: AboutMeeting | null;
}

function scriptedOperations(): Operations {
  const welcomed = new Set<string>();
  return {
    calls: [],
    conversations: new Map(),
    pairing: null,
    joining: null,
    choosing: { kind: 'refused', reason: 'no-pairing', pairing: null },
    preferences: { hours: 'either', minutes: null },
    answers: [],
    saving: null,
    status: 'not-in',
    ahead: [],
    meeting: null,
    async remember(caller, conversation) {
      this.conversations.set(caller.id, conversation);
      return caller;
    },
    async forgetConversation(person) {
      this.calls.push('forgetConversation');
      this.conversations.delete(person);
      welcomed.delete(person);
    },
    async claimWelcome(person) {
      const first = !welcomed.has(person);
      welcomed.add(person);
      return first;
    },
    async confirmWelcome() {
      // Nothing here asks again.
    },
    async standing(caller) {
      return standingOf(caller, this);
    },
    async join(caller, scheme, answers) {
      this.calls.push(`join ${scheme ?? '-'}`);
      if (answers) this.answers.push(answers);
      return this.joining ?? { kind: 'joined', standing: standingOf(caller, this) };
    },
    async pause(caller, scheme, until) {
      this.calls.push(`pause ${scheme ?? '-'} ${until ?? '-'}`);
      return { kind: 'paused', standing: standingOf(caller, this), until: until ?? '2027-01-18' };
    },
    async faultOfBreak() {
      return null;
    },
    async leave(caller, scheme) {
      this.calls.push(`leave ${scheme ?? '-'}`);
      return { kind: 'left', standing: standingOf(caller, this) };
    },
    async myPairing() {
      this.calls.push('myPairing');
      return this.pairing;
    },
    async photosOf() {
      return new Map();
    },
    async prefer(caller, scheme, wanted) {
      this.calls.push(`prefer ${scheme ?? '-'} ${wanted.hours} ${wanted.minutes ?? '-'}`);
      this.preferences = { ...this.preferences, ...wanted };
      return { kind: 'kept', standing: standingOf(caller, this) };
    },
    async saveSettings(caller, scheme, answers) {
      this.calls.push(`saveSettings ${scheme ?? '-'}`);
      this.answers.push(answers);
      if (this.saving !== null) return this.saving;
      const { preferences, profile } = answers;
      this.preferences = preferences;
      return { kind: 'kept', standing: { ...standingOf(caller, this), preferences, profile } };
    },
    async postpone(_caller, { kind }) {
      this.calls.push(`postpone ${kind}`);
    },
    async overtake() {
      // Nothing waits here.
    },
    async dueAct() {
      return null;
    },
    async claimAnswer() {
      return 'told';
    },
    async settle() {
      // Nothing waits here.
    },
    async tryAgain() {
      // Nothing waits here.
    },
    async otherTimes() {
      this.calls.push('otherTimes');
      return this.choosing as OtherTimes;
    },
    async choose(_caller, { pairing, revision, start }) {
      this.calls.push(`choose ${pairing} ${revision} ${toIso(start)}`);
      return this.choosing;
    },
    async sayComing(_caller, about) {
      this.calls.push(`coming ${aboutText(about)}`);
      return this.pairing === null ? notYours : { kind: 'coming', pairing: this.pairing };
    },
    async sayMet(_caller, { said, ...about }) {
      this.calls.push(`met ${aboutText(about)} ${said}`);
      if (this.pairing === null) return notYours;
      return said === 'yes'
        ? { kind: said, pairing: this.pairing, feedback: null }
        : { kind: said, pairing: this.pairing };
    },
    async giveFeedback(_caller, { scheme, round, feedback }) {
      this.calls.push(`feedback ${scheme} ${round} ${JSON.stringify(feedback)}`);
      return { kind: 'kept', feedback };
    },
    async meetingJustOver() {
      return this.meeting;
    },
    async meetingNear() {
      return this.meeting;
    },
    async answerCall(caller, { scheme, round, answer }) {
      this.calls.push(`call-answer ${scheme} ${round} ${answer}`);
      return { kind: answer === 'yes' ? 'in' : 'skipped', standing: standingOf(caller, this) };
    },
    async stillIn(caller, scheme) {
      this.calls.push(`still-in ${scheme}`);
      return { kind: 'in', standing: standingOf(caller, this) };
    },
    async meetingsAhead() {
      return [...this.ahead];
    },
    async myHistory() {
      this.calls.push('myHistory');
      return [
        {
          scheme: 'unmentoring',
          schemeName: 'UnMentoring',
          number: 1,
          week: '2026-11-09',
          met: true,
          partners: [former],
          takeaway: null,
          shared: [],
        },
      ];
    },
    about: { support: 'help@contoso.example', host: null, teamsApp: null },
    get rights() {
      return scriptedRights(this.calls);
    },
  };
}

const notYours = { kind: 'refused', reason: 'not-yours', pairing: null } as const;

function aboutText({ scheme, round, pairing, start }: AboutMeeting): string {
  return `${scheme} ${round} ${pairing} ${toIso(start)}`;
}

const former = { id: 'former.colleague', name: '' };

function scriptedRights(calls: string[]): ConversationOperations['rights'] {
  return {
    async findColleagues(_, name) {
      calls.push(`find ${name}`);
      const person = { id: idOf(bernd), name: bernd.name, mail: bernd.mail, enabled: true, guest: false };
      return name === 'Nobody' ? [] : [person];
    },
    async neverWith() {
      return [{ id: idOf(bernd), name: bernd.name }];
    },
    async addNeverWith(_, colleague) {
      calls.push(`never ${colleague}`);
      return { kind: 'kept', name: bernd.name, meetsThem: false };
    },
    async removeNeverWith(_, colleague) {
      calls.push(`take back ${colleague}`);
    },
    async myData() {
      return { text: 'Your data\n---\nname: Ann Archer\n', file: 'Your data, and {}' };
    },
    async invite(_, colleague) {
      calls.push(`invite ${colleague}`);
      return { kind: 'invited', name: bernd.name };
    },
    async declineInvitation() {
      calls.push('decline');
    },
    async askToErase() {
      calls.push('ask to erase');
      return {
        kind: 'asked',
        token: toIso(monday),
        schemes: ['UnMentoring'],
        meetings: [],
        staysUntil: null,
      };
    },
    async confirmErasure(_, token) {
      calls.push(`erase ${token}`);
      return token === toIso(monday) ? { kind: 'confirmed', staysUntil: null } : { kind: 'too-late' };
    },
  };
}

/** Where a caller stands as the test says, read in their own language and zone. */
function standingOf(
  caller: Caller,
  { status, preferences }: Pick<Operations, 'status' | 'preferences'>,
): Standing {
  return { reader: readerOf(caller), scheme: unmentoring, status, preferences };
}

function readerOf(caller: Caller): Standing['reader'] {
  return {
    id: caller.id,
    name: caller.name,
    language: caller.language ?? 'en',
    zone: caller.zone ?? 'Europe/London',
  };
}

/** The bot, a Teams and an identity provider, talking HTTP on this machine. */
export interface World {
  /** The server's routes: more may be mounted. */
  readonly app: Hono;
  readonly bot: Bot;
  readonly operations: Operations;
  readonly identity: Identity;
  readonly teams: Teams;
  readonly url: string;
  readonly serviceUrl: string;
  /** Milliseconds that the bot was told to wait before it sent again. */
  readonly waits: number[];
  /** The connector refuses messages in which one of these texts is. */
  readonly refused: Set<string>;
  /** How often the chat showed that the bot is at work. */
  readonly typing: () => number;
  /** Calls a `/local/…` address. */
  local(path: string, body?: unknown): Promise<{ status: number; body: Answer }>;
  /** Sends what Teams would have sent, with any token. */
  post(activity: unknown, authorization?: string): Promise<BotResponse>;
  stop(): Promise<void>;
}

/** What `/local/…` answers, as far as tests look at it. */
interface Answer {
  readonly replies: readonly Shown[];
  readonly response?: { readonly statusCode: number; readonly type: string; readonly value: Card };
  readonly error?: { readonly message: string };
}

export interface Shown {
  readonly at: string;
  readonly key: string | null;
  readonly activity: {
    readonly text?: string;
    readonly summary?: string;
    readonly replyToId?: string;
    readonly attachments?: readonly { readonly contentType: string; readonly content: Card }[];
  };
}

/** An element of a card, and what is in it. */
interface Part {
  readonly type: string;
  readonly text?: string;
  readonly id?: string;
  readonly items?: readonly Part[];
  readonly columns?: readonly Part[];
}

export interface Card {
  readonly body: readonly Part[];
  readonly actions: readonly Record<string, unknown>[];
}

export async function startWorld(options: Partial<TeamsOptions> = {}): Promise<World> {
  const app = new Hono();
  const server = await serving(app);
  const { url } = server;
  const serviceUrl = `${url}/connector`;
  const waits: number[] = [];

  const identity = await sharedIdentity();
  const operations = scriptedOperations();
  const bot = createBot({
    appId,
    tenants: [tenant, branch],
    authentication: identity.botFramework,
    token: async () => (await identity.appToken(identity.botFramework.scope)) ?? '',
    teamsApp: null,
    log: () => undefined,
    now: () => 0,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
    },
  });
  const post = (body: unknown, authorization?: string): Promise<BotResponse> =>
    bot.handle({ headers: { authorization }, body }, operations);
  const teams = createTeams({
    dir: null,
    employees: [ann, bernd],
    tenant,
    appId,
    serviceUrl,
    deliver: async (activity, token) => {
      const { status, body } = await post(JSON.parse(JSON.stringify(activity)), `Bearer ${token}`);
      return { status, body: body === '' ? undefined : JSON.parse(body) };
    },
    channelToken: (service) => identity.channelToken(service),
    verifyConnectorToken: (token) => identity.verifyConnector(token),
    now: () => monday,
    ...options,
  });
  let typing = 0;
  const refused = new Set<string>();
  app.use('/connector/*', async (c, next) => {
    const sent = c.req.method === 'POST' ? await c.req.raw.clone().text() : '';
    if (sent.includes('"type":"typing"')) typing += 1;
    if ([...refused].some((text) => sent.includes(text)))
      return c.json({ error: { code: 'BadSyntax', message: 'Unknown attachment type' } }, 400);
    return next();
  });
  app.route('/connector', teams.connector);
  app.route('/', teams.control);

  return {
    app,
    bot,
    operations,
    identity,
    teams,
    url,
    serviceUrl,
    waits,
    refused,
    typing: () => typing,
    post,
    async local(path, body) {
      const init = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
      const method = path.startsWith('/local/inbox') ? 'GET' : 'POST';
      const response = await fetch(`${url}${path}`, { method, ...init });
      return { status: response.status, body: (await response.json()) as Answer };
    },
    stop: () => server.close(),
  };
}

/** A world for each test of a `describe`. */
export function useWorld(): World {
  const world = {} as World;
  beforeEach(async () => {
    Object.assign(world, await startWorld());
  });
  afterEach(() => world.stop());
  return world;
}

/** Everything that a card says, a line each. */
export function wordsOf(card: Card): string {
  const linesOf = ({ text, items = [], columns = [] }: Part): string[] => [
    ...(text === undefined ? [] : [text]),
    ...[...items, ...columns].flatMap(linesOf),
  ];
  return card.body.flatMap(linesOf).join('\n');
}

/** The card of a message. */
export function cardOf(shown: Shown | undefined): Card {
  const content = shown?.activity.attachments?.[0]?.content;
  if (content === undefined) throw new Error('this message has no card');
  return content;
}
