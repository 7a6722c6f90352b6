/**
 * Teams' limits for a bot: numbers of messages in periods of milliseconds, for each conversation and for the app in
 * its tenant.
 */
const perConversation = [
  { messages: 7, within: 1_000 },
  { messages: 8, within: 2_000 },
  { messages: 60, within: 30_000 },
  { messages: 1_800, within: 3_600_000 },
];
const perTenant = [{ messages: 50, within: 1_000 }];

/** Counts a message and returns null if it may pass; else the seconds to wait. */
export type RateLimit = (conversation: string) => number | null;

/** Sliding windows by `clock`, in milliseconds. Refused messages do not count. */
export function rateLimit(clock: () => number): RateLimit {
  const sent = new Map<string, number[]>();
  const everywhere: number[] = [];
  return (conversation) => {
    const here = sent.get(conversation) ?? [];
    const now = clock();
    const wait = Math.max(waitFor(here, perConversation, now), waitFor(everywhere, perTenant, now));
    if (wait > 0) return Math.ceil(wait / 1000);
    sent.set(conversation, here);
    here.push(now);
    everywhere.push(now);
    return null;
  };
}

/** Milliseconds until one more message is allowed; 0 for now. */
function waitFor(sent: readonly number[], limits: typeof perConversation, now: number): number {
  const waits = limits.map(({ messages, within }) => {
    const oldest = sent[sent.length - messages];
    return oldest === undefined ? 0 : Math.max(0, oldest + within - now);
  });
  return Math.max(...waits);
}
