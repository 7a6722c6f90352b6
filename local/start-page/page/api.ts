// The page's calls to the product. A refusal is thrown as a sentence for the person at the screen.
import type { RoundDetail, Rounds } from '../../../core/api/rounds.ts';
import type { Overview, OverviewPerson } from '../overview.ts';

/**
 * The parts of an event of the emulated Microsoft Graph that are shown. Times are in UTC, without a zone at their
 * end.
 */
export interface CalendarEvent {
  readonly id: string;
  readonly subject: string;
  readonly start: { readonly dateTime: string };
  readonly end: { readonly dateTime: string };
  readonly isAllDay: boolean;
  readonly isOrganizer: boolean;
  readonly showAs: 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere' | 'unknown';
  readonly responseStatus: { readonly response: string };
  readonly onlineMeeting: { readonly joinUrl: string } | null;
}

/** A message in somebody's chat with the bot, as the emulated Microsoft Graph shows it. */
export interface ChatMessage {
  readonly id: string;
  readonly createdDateTime: string;
  readonly from: { readonly user: object | null };
  readonly body: { readonly content: string };
  readonly attachments: readonly {
    readonly contentType: string;
    readonly content: string;
    /** A file's. */
    readonly name: string | null;
    readonly contentUrl: string | null;
  }[];
}

export type Answer = 'accept' | 'tentativelyAccept' | 'decline';

export function getOverview(): Promise<Overview> {
  return json('/local/overview');
}

export function getClock(): Promise<{ readonly now: string }> {
  return json('/local/clock');
}

/** Where to move the clock: to an ISO 8601 instant, by an ISO 8601 duration, or until something happens. */
export type Move =
  { readonly now: string } | { readonly advance: string } | { readonly until: 'message' | 'close' };

/** What the clock's move brought. */
export interface Moved {
  /** ISO 8601 */
  readonly now: string;
  /** What the product wrote to people on its own initiative, in order. `user` is a mail. */
  readonly messages: readonly { readonly user: string; readonly at: string; readonly key: string }[];
}

/** Moves the clock. Ticks that would do nothing are left out. */
export async function moveClock(to: Move): Promise<Moved> {
  const body = 'until' in to ? to : { ...to, idle: 'skip' };
  return (await (await post('/local/clock', body)).json()) as Moved;
}

export function install(mail: string): Promise<unknown> {
  return post(`/local/install?${user(mail)}`, {});
}

export function say(mail: string, said: { text: string } | { action: object }): Promise<unknown> {
  return post(`/local/say?${user(mail)}`, said);
}

/** The newest round, as coordinators see it; null before the first. */
export async function newestRound(scheme: string, coordinator: string): Promise<RoundDetail | null> {
  const token = await (await checked(fetch(`/local/token?${user(coordinator)}`))).text();
  const init = { headers: { authorization: `Bearer ${token}` } };
  const [newest] = await json<Rounds>(`/api/schemes/${scheme}/rounds`, init);
  return newest === undefined ? null : json(`/api/schemes/${scheme}/rounds/${newest.round}`, init);
}

/** The chat's newest messages, oldest first. */
export async function chatOf({ oid }: OverviewPerson, botId: string): Promise<readonly ChatMessage[]> {
  const chat = encodeURIComponent(`19:${oid}_${botId}@unq.gbl.spaces`);
  const { value } = await json<{ value: ChatMessage[] }>(`/graph/v1.0/chats/${chat}/messages?$top=50`);
  return value.reverse();
}

/** @param start,end ISO 8601 instants */
export async function calendarOf(
  mail: string,
  start: string,
  end: string,
): Promise<readonly CalendarEvent[]> {
  const query = new URLSearchParams({ startDateTime: start, endDateTime: end, $top: '1000' });
  const { value } = await json<{ value: CalendarEvent[] }>(
    `${mailbox(mail)}/calendarView?${query.toString()}`,
  );
  return value;
}

export function answerInvitation(mail: string, event: string, answer: Answer): Promise<unknown> {
  return post(`${mailbox(mail)}/events/${encodeURIComponent(event)}/${answer}`, {});
}

function mailbox(mail: string): string {
  return `/graph/v1.0/users/${encodeURIComponent(mail)}`;
}

function user(mail: string): string {
  return `user=${encodeURIComponent(mail)}`;
}

function post(path: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return checked(fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }));
}

async function json<T>(path: string, init: RequestInit = {}): Promise<T> {
  return (await (await checked(fetch(path, init))).json()) as T;
}

async function checked(asked: Promise<Response>): Promise<Response> {
  const response = await asked.catch((cause: unknown) => {
    throw new Error('The product does not answer. Is “npm start” still running?', { cause });
  });
  if (response.ok) return response;
  throw new Error(
    sentenceIn(await response.text()) ?? `The product answered with status ${response.status}.`,
  );
}

/** The sentence of a refusal: plain text, `{"error": "…"}`, Graph's `{"error": {"message": "…"}}`, or a problem (RFC 9457). */
function sentenceIn(text: string): string | null {
  try {
    const { error, detail } = JSON.parse(text) as { error?: string | { message?: string }; detail?: string };
    return detail ?? (typeof error === 'string' ? error : error?.message) ?? null;
  } catch {
    return text === '' ? null : text;
  }
}
