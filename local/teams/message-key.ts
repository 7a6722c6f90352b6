import { z } from 'zod';
import type { WireActivity } from './chat-log.ts';

const stamped = z.object({
  content: z.object({ body: z.tuple([z.object({ id: z.string() })], z.unknown()) }),
});

/**
 * The key under which the product recorded a message that it sent on its own initiative: the id of the card's first element.
 * Null for any other message.
 */
export function keyOf({ attachments }: WireActivity): string | null {
  const read = stamped.safeParse(Array.isArray(attachments) ? attachments[0] : undefined);
  return read.success ? read.data.content.body[0].id : null;
}
