import type { ConversationOperations } from '../core/conversation/operations.ts';
import type { Caller } from '../core/enrolment/caller.ts';
import type { Standing } from '../core/enrolment/standing.ts';
import { soonCard } from './cards/answer-cards.ts';
import type { AdaptiveCard } from './cards/card.ts';
import { type Reading, readingOf } from './cards/reading.ts';

type Operations = Pick<ConversationOperations, 'standing' | 'about'>;

/** The card for somebody's standing in the scheme. Before there is a scheme, it says that it begins soon. */
export async function withStanding(
  operations: Operations,
  caller: Caller,
  show: (standing: Standing, reading: Reading) => AdaptiveCard | Promise<AdaptiveCard>,
): Promise<AdaptiveCard> {
  const standing = await operations.standing(caller);
  const reading = readingAs(operations, caller, standing);
  return standing === null ? soonCard(reading) : show(standing, reading);
}

/** How somebody reads. */
export async function readingOfCaller(operations: Operations, caller: Caller): Promise<Reading> {
  return readingAs(operations, caller, await operations.standing(caller));
}

function readingAs({ about }: Operations, caller: Caller, standing: Standing | null): Reading {
  const { language = 'en', zone = 'UTC' } = standing?.reader ?? caller;
  return readingOf({ language, zone }, about.teamsApp);
}
