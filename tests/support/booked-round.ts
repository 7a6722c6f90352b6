import { conversationOperations } from '../../core/conversation/operations.ts';
import { nudge } from '../../core/records/pairing.ts';
import type { Employee } from '../../local/organisation/employee.ts';
import { attendees } from './attendee.ts';
import type { GivenProduct, Sent, TestProduct } from './test-product.ts';

/** A product with a round that was paired and booked on Thursday 10 December 2026. */
export async function bookedProduct(
  start: (given: GivenProduct) => Promise<TestProduct>,
  people: readonly Employee[],
  given: Partial<GivenProduct> = {},
): Promise<TestProduct> {
  const product = await start({ employees: people, ...given });
  await product.signUp(...people);
  await product.tickAt('2026-12-10T10:00:00Z');
  await product.tick();
  return product;
}

/** The messages that are news, without questions about a meeting and reminders of it. */
export function newsAmong(sent: readonly Sent[]): Sent[] {
  return sent.filter((one) => !isQuestion(one));
}

function isQuestion({ message }: Sent): boolean {
  return nudge.safeParse(message.kind).success;
}

/** @example 'Ann: moved' */
export function newsOf({ reader, message }: Sent): string {
  return `${reader.name}: ${'news' in message ? message.news : message.kind}`;
}

/**
 * The product, without the messages of that day. `said`: the news since then; `asked`: the questions.
 * @param asText how a message reads in `said`
 */
export async function bookedRound(
  start: (given: GivenProduct) => Promise<TestProduct>,
  people: readonly Employee[],
  asText: (sent: Sent) => string = newsOf,
  given: Partial<GivenProduct> = {},
) {
  const product = await bookedProduct(start, people, given);
  const before = product.sent.length;
  return {
    product,
    look: (at: string) => product.tickAt(at),
    outlook: attendees(product.graph),
    bot: conversationOperations(product.ports),
    said: () => newsAmong(product.sent.slice(before)).map(asText),
    asked: () => product.sent.slice(before).filter(isQuestion).map(asText),
  };
}
