import type { MailboxBudget } from '../records/mailbox.ts';
import { minute } from '../time/interval.ts';
import {
  counts,
  countsUntil,
  fitsDay,
  fitsMinute,
  invitationsAMinute,
  recipientsADay,
  withRecipients,
} from './limits.ts';

/**
 * Milliseconds after which a turn ends by itself, should its holder have died. A holder waits at most half of that for a
 * throttling Graph (`adapters/graph/retry.ts`): the rest is for the requests themselves.
 */
export const longestTurn = 120_000;

/**
 * The most reserved starts, and the most entries in all. They are stored in one property of Table storage, which takes
 * 32,768 characters. An entry with the longest key takes about 110.
 */
const mostReserved = 200;
const mostSendings = 250;

/** Reserved starts lie a little more than a minute apart, since sending takes a moment. Milliseconds. */
const spacedMinute = minute + 5_000;
/** Work that comes at its reserved start still goes first when it has to wait this long for those before it. Milliseconds. */
const shortDelay = 10_000;
/** A reserved start is dropped when the work has not come this long after it. Milliseconds. */
const forgottenAfter = 60 * minute;

/** What some work needs at a mailbox. */
export interface Need {
  /** The work's key. A repeat has the same key, and is not counted twice. */
  readonly key: string;
  /** New, changed and cancelled events: each sends one invitation. */
  readonly invitations: number;
  /** The recipients of all invitations together. */
  readonly recipients: number;
}

/** Whether the work may begin. Instants in epoch milliseconds; `budget` is what to store. */
export type Taken =
  /** It may begin now. */
  | { readonly kind: 'go'; readonly budget: MailboxBudget }
  /** Another worker has the turn, until `until` at the latest. */
  | { readonly kind: 'busy'; readonly until: number }
  /** A limit is reached. A start at `until` is reserved; `budget` is null when it was reserved before. */
  | { readonly kind: 'wait'; readonly until: number; readonly budget: MailboxBudget | null }
  /** A limit is reached and nothing more can be reserved. Asking again makes sense from `until` on. */
  | { readonly kind: 'full'; readonly until: number };

/** The budget of a mailbox that has sent nothing in the last 24 hours. */
export function emptyBudget(mailbox: string): MailboxBudget {
  return { mailbox, turn: null, sendings: [], recipients: [] };
}

/**
 * Decides whether some work may begin at a mailbox: one worker at a time, at most 30 invitations in any minute, and at
 * most 10,000 recipients in any 24 hours. A start is reserved for work that has to wait, for 200 of them at most.
 * @param now epoch milliseconds
 * @param lease milliseconds after which the turn ends by itself
 * @param need `holder` names the worker, different for every attempt
 * @throws RangeError when the work is larger than the limits allow
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
  const isNew = !start.isReserved && budget.sendings.every(({ key }) => key !== need.key);
  if (isNew && !hasRoom(budget, start.at, now)) return { kind: 'full', until: now + minute };
  if (start.at > now)
    return { kind: 'wait', until: start.at, budget: start.isReserved ? null : start.budget };
  if (budget.turn !== null) return { kind: 'busy', until: budget.turn.until };
  return {
    kind: 'go',
    budget: { ...start.budget, turn: { holder: need.holder, key: need.key, until: now + lease } },
  };
}

/**
 * Ends a holder's turn.
 * @param now epoch milliseconds
 * @param finished false when the work will be repeated: the repeat then counts together with what was sent
 * @returns null when the holder does not have the turn any more
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
 * Reserves starts for several works, in their order, so that none has to come before it may begin.
 * @param now epoch milliseconds
 * @returns the starts by key, in epoch milliseconds: `now` where the work may begin at once. Work beyond the 200 that can
 *   be reserved is left out.
 */
export function reserveStarts(
  before: MailboxBudget,
  now: number,
  needs: readonly Need[],
): { readonly budget: MailboxBudget; readonly starts: ReadonlyMap<string, number> } {
  let budget = withoutPast(before, now);
  const starts = new Map<string, number>();
  for (const need of needs) {
    const start = startOf(budget, now, need);
    const isNew = budget.sendings.every(({ key }) => key !== need.key);
    if (isNew && !hasRoom(budget, start.at, now)) break;
    budget = start.budget;
    starts.set(need.key, start.at);
  }
  return { budget, starts };
}

/** How many more starts can be reserved at `now` (epoch milliseconds). */
export function reservationsLeft(budget: MailboxBudget, now: number): number {
  const reserved = withoutPast(budget, now).sendings.filter(({ key }) => key !== null);
  return Math.max(0, mostReserved - reserved.length);
}

function hasRoom(budget: MailboxBudget, at: number, now: number): boolean {
  return at > now ? reservationsLeft(budget, now) > 0 : budget.sendings.length < mostSendings;
}

/**
 * Drops entries that do not count any more, and a turn whose time is over. Its worker may have died: whatever it sent went
 * out before the end of the turn.
 */
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
      .filter(({ key, at }) => at > now - (key === null ? minute : forgottenAfter)),
    recipients: before.recipients.filter((counted) => counts(counted, now)),
  };
}

/** When the work may begin, and the budget with that start reserved. `isReserved`: it was reserved before. */
function startOf(
  budget: MailboxBudget,
  now: number,
  { key, invitations, recipients }: Need,
): { readonly at: number; readonly budget: MailboxBudget; readonly isReserved: boolean } {
  if (invitations === 0) return { at: now, budget, isReserved: true };
  const claim = budget.sendings.find((sending) => sending.key === key);
  if (claim !== undefined && claim.at > now) return { at: claim.at, budget, isReserved: true };

  const others = budget.sendings.filter((sending) => sending !== claim);
  const wanted = Math.max(invitations, claim?.invitations ?? 0);
  const inMinute = (at: number) => fitsMinute(others, at, wanted, at === now ? minute : spacedMinute);
  const reserved = (at: number): MailboxBudget => ({
    ...budget,
    sendings: [...others, { key, at, invitations: wanted }],
    recipients: claim === undefined ? withRecipients(budget.recipients, at, recipients) : budget.recipients,
  });

  if (claim === undefined) {
    const inDay = (at: number) => fitsDay(budget.recipients, at, recipients);
    const candidates = [
      ...others.map((sending) => sending.at + spacedMinute),
      ...budget.recipients.map(countsUntil),
    ];
    const at = earliest(now, candidates, (at) => inMinute(at) && inDay(at));
    return { at, budget: reserved(at), isReserved: false };
  }
  // Its reserved start has come. It goes before later starts, unless those before it delay it for long.
  const past = others.filter((sending) => sending.at <= now);
  const soon = earliest(
    now,
    past.map((sending) => sending.at + minute),
    (at) => fitsMinute(past, at, wanted, minute),
  );
  const at =
    soon - now <= shortDelay
      ? soon
      : earliest(
          now,
          others.map((sending) => sending.at + spacedMinute),
          inMinute,
        );
  return { at, budget: reserved(at), isReserved: false };
}

/** The earliest of `now` and the candidates after it that fits. The last candidate always fits. */
function earliest(now: number, candidates: readonly number[], fits: (at: number) => boolean): number {
  const later = candidates.filter((at) => at > now).sort((a, b) => a - b);
  return [now, ...later].find(fits) ?? Math.max(now, ...later);
}
