import type { MailboxBudget } from '../records/mailbox.ts';

/**
 * What Exchange lets a mailbox send. The limits are meant for mail; meetings made through Graph are held to them as well.
 * https://learn.microsoft.com/office365/servicedescriptions/exchange-online-service-description/exchange-online-limits
 */
export const invitationsAMinute = 30;
export const recipientsADay = 10_000;

/**
 * Milliseconds after which a turn that nobody ended is over. While Graph throttles, whoever has a turn waits for half of
 * that at most (adapters/graph/patience.ts): the rest is for the requests themselves.
 */
export const longestTurn = 120_000;

/**
 * Places that are kept for work to come, and all that is counted: the record has them in one property of Table storage,
 * which takes 32,768 characters, and each takes some 110 with the longest key.
 */
const mostPlaces = 200;
const mostSendings = 250;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Work that is to come is given a little more than a minute's distance: its forerunner takes a moment to send. */
const spacedMinute = minute + 5_000;
/** Work that comes when the one before has just ended, a little late itself, waits so long without losing its place. */
const little = 10_000;
/** Work that was given a time and has not come by so much later is forgotten. */
const forgotten = hour;

/** What somebody wants to do at a mailbox. */
export interface Need {
  /** Of the work: a repeat of it has the same key, and is not counted twice. */
  readonly key: string;
  /** New, changed and cancelled events: each sends one message. */
  readonly invitations: number;
  /** Over all invitations. */
  readonly recipients: number;
}

/** Whether it is somebody's turn; `budget` is to be stored on the condition that nobody changed it meanwhile. */
export type Taken =
  | { readonly kind: 'go'; readonly budget: MailboxBudget }
  /** Somebody else works there, until then at the latest. */
  | { readonly kind: 'busy'; readonly until: number }
  /** The mailbox must not send so much now: a place at `until` is kept. `budget` null: it was kept before. */
  | { readonly kind: 'wait'; readonly until: number; readonly budget: MailboxBudget | null }
  /** So many wait that no further place is kept: one is free at `until` at the earliest. */
  | { readonly kind: 'full'; readonly until: number };

type Sending = MailboxBudget['sendings'][number];

/** A mailbox that has sent nothing lately. */
export function emptyBudget(mailbox: string): MailboxBudget {
  return { mailbox, turn: null, sendings: [], recipients: [] };
}

/**
 * Asks for a turn at a mailbox: one at a time, at most 30 invitations in any minute and 10,000 recipients in any 24
 * hours. Work that has to wait is given its place, and finds it kept when it comes back; the 201st that waits is given none.
 * @param now epoch milliseconds
 * @param lease milliseconds after which a turn that nobody ended is over
 * @param need with `holder`: who asks, different for every attempt
 * @throws RangeError when it could never fit
 */
export function takeTurn(
  before: MailboxBudget,
  now: number,
  lease: number,
  need: Need & { readonly holder: string },
): Taken {
  if (need.invitations > invitationsAMinute || need.recipients > recipientsADay)
    throw new RangeError(`${need.invitations} invitations to ${need.recipients} recipients never fit`);
  const budget = withoutPast(before, now);
  const start = startOf(budget, now, need);
  const isNew = !start.kept && budget.sendings.every(({ key }) => key !== need.key);
  if (isNew && !hasRoom(budget, start.at, now)) return { kind: 'full', until: nextPlace(budget, now) };
  if (start.at > now) return { kind: 'wait', until: start.at, budget: start.kept ? null : start.budget };
  if (budget.turn !== null) return { kind: 'busy', until: budget.turn.until };
  return {
    kind: 'go',
    budget: { ...start.budget, turn: { holder: need.holder, key: need.key, until: now + lease } },
  };
}

/**
 * Ends a turn; null when it was over already and somebody else may have the next.
 * @param finished false when the work is to be repeated: what it has sent is counted with its repeat
 */
export function endTurn(
  before: MailboxBudget,
  now: number,
  holder: string,
  finished: boolean,
): MailboxBudget | null {
  const { turn, sendings } = before;
  if (turn?.holder !== holder) return null;
  return {
    ...before,
    turn: null,
    sendings: sendings.map((sending) =>
      sending.key === turn.key ? { ...sending, key: finished ? null : sending.key, at: now } : sending,
    ),
  };
}

/**
 * Keeps places for several works in their order, as if each had come and had to wait: they need not come in vain.
 * @returns when each may start, by its key (epoch milliseconds; `now` for the first, as a rule). What there is no place for is left out.
 */
export function keepPlaces(
  before: MailboxBudget,
  now: number,
  needs: readonly Need[],
): { readonly budget: MailboxBudget; readonly places: ReadonlyMap<string, number> } {
  let budget = withoutPast(before, now);
  const places = new Map<string, number>();
  for (const need of needs) {
    const start = startOf(budget, now, need);
    const isNew = budget.sendings.every(({ key }) => key !== need.key);
    if (isNew && !hasRoom(budget, start.at, now)) break;
    budget = start.budget;
    places.set(need.key, start.at);
  }
  return { budget, places };
}

/** For how much more work the mailbox keeps a place. `now`: epoch milliseconds. */
export function placesLeft(budget: MailboxBudget, now: number): number {
  const kept = withoutPast(budget, now).sendings.filter(({ key }) => key !== null);
  return Math.max(0, mostPlaces - kept.length);
}

function hasRoom(budget: MailboxBudget, at: number, now: number): boolean {
  return at > now ? placesLeft(budget, now) > 0 : budget.sendings.length < mostSendings;
}

/** When the first of those who wait has its turn; in a minute when nobody does. */
function nextPlace({ sendings }: MailboxBudget, now: number): number {
  const places = sendings.map(({ at }) => at).filter((at) => at > now);
  return places.length === 0 ? now + minute : Math.min(...places);
}

/** Without what is past. A turn that nobody ended is over; whatever it sent went out before its end. */
function withoutPast(before: MailboxBudget, now: number): MailboxBudget {
  const { turn } = before;
  const over = turn !== null && turn.until <= now ? turn : null;
  return {
    mailbox: before.mailbox,
    turn: over === null ? turn : null,
    sendings: before.sendings
      .map((sending) =>
        over !== null && sending.key === over.key ? { ...sending, at: over.until } : sending,
      )
      .filter(({ key, at }) => at > now - (key === null ? minute : forgotten)),
    recipients: before.recipients.filter((counted) => counts(counted, now)),
  };
}

/** When the work may start, and the budget in which it has that place. `kept`: it had it before. */
function startOf(
  budget: MailboxBudget,
  now: number,
  { key, invitations, recipients }: Need,
): { readonly at: number; readonly budget: MailboxBudget; readonly kept: boolean } {
  if (invitations === 0) return { at: now, budget, kept: true };
  const claim = budget.sendings.find((sending) => sending.key === key);
  if (claim !== undefined && claim.at > now) return { at: claim.at, budget, kept: true };

  const others = budget.sendings.filter((sending) => sending !== claim);
  const wanted = Math.max(invitations, claim?.invitations ?? 0);
  const inMinute = (at: number) => fitsMinute(others, at, wanted, at === now ? minute : spacedMinute);
  const place = (at: number): MailboxBudget => ({
    ...budget,
    sendings: [...others, { key, at, invitations: wanted }],
    recipients: claim === undefined ? withRecipients(budget.recipients, at, recipients) : budget.recipients,
  });

  if (claim === undefined) {
    const inDay = (at: number) => fitsDay(budget.recipients, at, recipients);
    const candidates = [
      ...others.map((sending) => sending.at + spacedMinute),
      ...budget.recipients.map((counted) => counted.hour + hour + day),
    ];
    const at = earliest(now, candidates, (at) => inMinute(at) && inDay(at));
    return { at, budget: place(at), kept: false };
  }
  // It had its place. Those who are still to come give way to it, as long as it is but little late.
  const past = others.filter((sending) => sending.at <= now);
  const soon = earliest(
    now,
    past.map((sending) => sending.at + minute),
    (at) => fitsMinute(past, at, wanted, minute),
  );
  const at =
    soon - now <= little
      ? soon
      : earliest(
          now,
          others.map((sending) => sending.at + spacedMinute),
          inMinute,
        );
  return { at, budget: place(at), kept: false };
}

/** The first of `now` and the later candidates that fits; the last of them always does. */
function earliest(now: number, candidates: readonly number[], fits: (at: number) => boolean): number {
  const later = candidates.filter((at) => at > now).sort((a, b) => a - b);
  return [now, ...later].find(fits) ?? Math.max(now, ...later);
}

/** Whether every stretch of a minute that holds `at` has room for so many more. */
function fitsMinute(sendings: readonly Sending[], at: number, invitations: number, length: number): boolean {
  const starts = [at, ...sendings.map((sending) => sending.at)].filter(
    (start) => start <= at && start > at - length,
  );
  return starts.every((start) => {
    const within = sendings.filter((sending) => sending.at >= start && sending.at < start + length);
    return within.reduce((sum, sending) => sum + sending.invitations, invitations) <= invitationsAMinute;
  });
}

type Counted = MailboxBudget['recipients'][number];

/** Whether some of an hour's recipients may lie within 24 hours before `at`. */
function counts(counted: Counted, at: number): boolean {
  return counted.hour + hour + day > at;
}

function fitsDay(recipients: readonly Counted[], at: number, wanted: number): boolean {
  const counted = recipients.filter((one) => counts(one, at));
  return counted.reduce((sum, { count }) => sum + count, wanted) <= recipientsADay;
}

function withRecipients(recipients: readonly Counted[], at: number, count: number): Counted[] {
  const start = Math.floor(at / hour) * hour;
  const counted = recipients.find((one) => one.hour === start)?.count ?? 0;
  return [...recipients.filter((one) => one.hour !== start), { hour: start, count: counted + count }];
}
