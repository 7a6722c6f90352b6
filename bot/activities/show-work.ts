import type { Turn } from '../turn.ts';

/** Milliseconds after which somebody who waits for an answer sees that the bot is at work. Showing it takes time, too. */
const soon = 500;

/**
 * Does the work of a turn. When the answer takes longer than half a second, the chat shows that the bot is at work.
 * @param waited milliseconds since the activity came
 */
export async function showWork(
  { replies, log }: Turn,
  waited: number,
  work: () => Promise<void>,
): Promise<void> {
  let showing: Promise<void> = Promise.resolve();
  const timer = setTimeout(() => {
    showing = replies.typing().catch(() => {
      log('typing not shown');
    });
  }, soon - waited);
  try {
    await work();
  } finally {
    clearTimeout(timer);
    await showing;
  }
}
