import {
  type ConversationOperations,
  conversationOperations,
} from '../../../core/conversation/operations.ts';
import type { AboutMeeting } from '../../../core/following-up/find-meeting.ts';
import type { Choice } from '../../../core/mending/choose-slot.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import type { PairingView } from '../../../core/words/pairing-view.ts';
import { change } from '../../../core/shared/change.ts';
import { importHistory } from '../../../core/schemes/import-history.ts';
import type { Employee } from '../../../local/organisation/employee.ts';
import { attendees } from '../attendee.ts';
import { idOf } from '../emulated-graph.ts';
import { december, type GivenProduct, type TestProduct } from '../test-product.ts';
import type { Beginning } from './facts.ts';

/** The number of the last round of the earlier programme, in which people may have met. */
const roundsBefore = 10;

/** A running product, and the people around it. */
export interface World {
  readonly product: TestProduct;
  /** The product's ports, with the faults of this case. */
  readonly ports: Ports;
  readonly operations: ConversationOperations;
  readonly outlook: ReturnType<typeof attendees>;
  readonly person: (name: string) => Employee;
  readonly people: ReadonlyMap<string, Employee>;
  /** The buttons that people have seen, oldest first. */
  readonly buttons: { readonly person: string; readonly choice: Choice }[];
  /** The meeting on the latest card that people have seen, by name. */
  readonly meetings: Map<string, AboutMeeting>;
  /** People whose Teams takes no message of the app any more, by name. */
  readonly blocked: Set<string>;
  /** People whose calendar cannot be read, by name. */
  readonly unreadable: Set<string>;
}

/** Starts the product on Monday 7 December 2026 at 08:00, and lets people join. */
export async function startWorld(
  start: (given: GivenProduct) => Promise<TestProduct>,
  { people, joined, met, before, scheme, mailboxes }: Beginning,
): Promise<World> {
  const product = await start({
    employees: [...people.values()],
    scheme: { roundsBefore, ...scheme },
    organisers: mailboxes,
  });
  const [blocked, unreadable] = [new Set<string>(), new Set<string>()];
  const person = (name: string) => {
    const found = people.get(name);
    if (found === undefined) throw new Error(`nobody is called ${name}`);
    return found;
  };
  const isOneOf = (names: ReadonlySet<string>, id: string) =>
    [...names].some((name) => idOf(person(name)) === id);
  const { messenger, calendars } = product.ports;
  const ports: Ports = {
    ...product.ports,
    messenger: {
      ...messenger,
      send: async (...message) =>
        isOneOf(blocked, message[1].id) ? { kind: 'unreachable' } : messenger.send(...message),
    },
    calendars: {
      ...calendars,
      freeBusy: async (...asked) =>
        new Map(
          [...(await calendars.freeBusy(...asked))].map(([id, read]) =>
            isOneOf(unreadable, id) ? [id, { kind: 'unreadable', reason: 'ErrorAccessDenied' }] : [id, read],
          ),
        ),
    },
  };
  await product.signUp(...joined.map(person));
  const history = met.map(({ one, other, roundsAgo }) => ({
    round: roundsBefore + 1 - roundsAgo,
    a: idOf(person(one)),
    b: idOf(person(other)),
    met: true,
  }));
  await importHistory(ports, december.scheme, history);
  for (const { name, ...counted } of before) {
    const key = { scheme: december.scheme, person: idOf(person(name)) };
    await change(ports.storage.participants, key, (current) => current && { ...current, ...counted });
  }
  return {
    product,
    ports,
    operations: conversationOperations(ports),
    outlook: attendees(product.graph),
    person,
    people,
    buttons: [],
    meetings: new Map(),
    blocked,
    unreadable,
  };
}

/** Remembers the meeting and the buttons of a card that somebody sees. */
export function seeButtons({ buttons, meetings }: World, person: string, pairing: PairingView): void {
  const { scheme, round, pairing: id, revision, offer, slot } = pairing;
  if (slot !== null) meetings.set(person, { scheme, round, pairing: id, start: Date.parse(slot.start) });
  for (const { start } of offer ?? []) {
    buttons.push({ person, choice: { pairing: id, revision, start: Date.parse(start) } });
  }
}
