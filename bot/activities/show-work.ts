import type { Turn } from './handle-activity.ts';

/** Milliseconds after which somebody who waits for an answer sees that the bot is at work. */
const soon = 1_000;

/** Does the work of a turn. When it takes longer than a second, the chat shows that the bot is at work. */
export async function showWork({ replies, log }: Turn, work: () => Promise<void>): Promise<void> {
  let showing: Promise<void> = Promise.resolve();
  const timer = setTimeout(() => {
    showing = replies.typing().catch(() => {
      log('typing not shown');
    });
  }, soon);
  try {
    await work();
  } finally {
    clearTimeout(timer);
    await showing;
  }
}
