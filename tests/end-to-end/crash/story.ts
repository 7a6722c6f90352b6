// A round in which everything happens once: a pair, a trio and somebody without a free hour; a decline, a newcomer,
// a departure, another one seconds before the meeting; and its end.
import {
  conversationOperations,
  type ConversationOperations,
} from '../../../core/conversation/operations.ts';
import type { Conversation } from '../../../core/ports/messenger.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import type { Storage } from '../../../core/ports/storage.ts';
import type { PairingRecord } from '../../../core/records/pairing.ts';
import { readRound } from '../../../core/views/rounds.ts';
import type { Employee } from '../../../local/organisation/employee.ts';
import { attendees } from '../../support/attendee.ts';
import { employee, idOf, type ServedGraph } from '../../support/emulated-graph.ts';
import { ann, ben, cem, dora, doraIsAway, eve, fay } from '../../support/people.ts';
import { callerOf, december } from '../../support/test-product.ts';

const gus = employee('Gus');
export const early = [ann, ben, cem, dora, eve, fay];
export const organisation = { employees: [...early, gus], busy: doraIsAway };

export interface World {
  readonly graph: ServedGraph;
  /** Ticks at an ISO 8601 instant, and does all that follows. */
  readonly tickAt: (instant: string) => Promise<void>;
  /** Somebody asks something of the bot at an instant. */
  readonly ask: (instant: string, act: (ports: Ports) => Promise<unknown>) => Promise<void>;
  /** How the bot reaches somebody's chat. */
  readonly chatOf: (person: Employee) => Conversation;
}

/** @param world in which `early` takes part before the pairing */
export async function liveThroughRound({ graph, tickAt, ask, chatOf }: World): Promise<void> {
  const ticks = async (...times: readonly string[]) => {
    for (const time of times) await tickAt(`2026-12-${time}:00Z`);
  };
  const asks = (time: string, act: (bot: ConversationOperations) => Promise<unknown>) =>
    ask(`2026-12-${time}Z`, (ports) => act(conversationOperations(ports)));

  await ticks('10T10:00', '10T10:15', '10T10:30');
  await attendees(graph).respond(ann, 'decline');
  await ticks('10T12:00', '10T12:15');
  await asks('11T09:00:00', (bot) => bot.remember(callerOf(gus), chatOf(gus)));
  await asks('11T09:00:00', (bot) => bot.join(callerOf(gus), null));
  await ticks('11T09:15', '11T09:30', '11T10:30');
  await asks('13T09:00:00', (bot) => bot.leave(callerOf(ben), null));
  await ticks('13T09:15', '13T09:30', '13T10:30', '15T09:15');
  // Her meeting with Fay begins ten seconds later.
  await asks('15T09:29:50', (bot) => bot.leave(callerOf(eve), null));
  await ticks('15T09:30', '15T09:45', '15T11:00', '21T00:00', '21T00:15', '21T00:30');
  // Messages wait for nine, and the round for what people say of their meetings.
  await ticks('21T09:00', '21T09:15', '24T00:00', '24T00:15', '24T00:30');
}

/**
 * What everybody was invited to and told, and what is on record of it.
 * @param toldTo the keys of the messages to somebody, oldest first
 */
export async function outcomeOf(
  storage: Storage,
  graph: ServedGraph,
  toldTo: (person: Employee) => readonly string[],
) {
  const events = await graph.events();
  const pairings: PairingRecord[] = [];
  for await (const { value } of storage.pairings.list(december)) pairings.push(value);
  return {
    detail: await readRound({ storage, now: () => 0 }, december.scheme, december.round),
    events: events
      .map((event) => [
        event.start.dateTime,
        event.attendees.map(({ emailAddress }) => emailAddress.address).sort(),
      ])
      .sort(),
    told: Object.fromEntries(organisation.employees.map((person) => [person.name, toldTo(person)])),
    met: await Promise.all(
      organisation.employees.map(async (person) => {
        const found = await storage.participants.get({ scheme: december.scheme, person: idOf(person) });
        return found?.value.meetings;
      }),
    ),
  };
}
