import { requestsAtOnce } from '../mailbox/limits.ts';
import type { Invitation, MailboxGone } from '../ports/meetings.ts';
import type { Ports } from '../ports/ports.ts';
import { eventKey } from '../records/keys.ts';
import { noEvent, type PairingIn, type PairingRecord } from '../records/pairing.ts';
import type { Member } from '../records/person.ts';
import type { Scheme } from '../records/scheme.ts';
import { concurrently } from '../shared/concurrently.ts';
import { cancellation, invitation } from '../words/invitation.ts';
import { questionOf } from '../words/question.ts';
import { type Decided, failBooking, withInvited, withoutEvent } from './decide-booking.ts';

/** A pairing and its step in the calendar. */
export interface Item {
  /** The stored record. */
  readonly before: PairingRecord;
  readonly decided: Decided;
  /** The record to be stored, with the decision's messages. */
  readonly after: PairingRecord;
  /** The version of the stored record; null when somebody else changed it meanwhile. */
  readonly version: string | null;
  /** Why the step failed. It may have been done all the same, unless the mailbox is gone. */
  readonly failure: Error | MailboxGone | null;
}

/** Gives the members of one of some pairings. */
export type Members = (pairing: PairingRecord) => Member[];

/** Where the steps are done. */
interface Place {
  readonly ports: Ports;
  readonly scheme: Scheme;
  readonly organiser: string;
  readonly members: Members;
}

/**
 * Creates, moves and cancels events in an organiser's calendar, as was decided for each pairing.
 * @returns the items with their records as they are to be stored, or with why the step failed
 */
export async function doSteps(place: Place, items: readonly Item[]): Promise<Item[]> {
  const { ports, scheme, organiser, members } = place;
  const created = await create(place, items);
  const actOn = async (item: Item): Promise<Item> => {
    const { decided } = item;
    if (!isStillToDo(item)) return item;
    try {
      switch (decided.step) {
        case 'move': {
          const { pairing } = decided;
          const moved = await ports.meetings.update(organiser, decided.event, invitationTo(place, pairing));
          const { slot } = pairing;
          switch (moved.kind) {
            case 'booked':
              return { ...item, after: withInvited(pairing, { ...moved.event, slot }) };
            case 'event-gone':
              return { ...item, after: withoutEvent(pairing) };
            case 'refused':
              return refused(item, pairing, ports.now());
            case 'mailbox-gone':
              return failed(item, moved.kind);
          }
        }
        case 'cancel': {
          // A cancellation that is refused for good is not repeated: nothing else can be done about the event.
          const cancelled = await ports.meetings.cancel(
            organiser,
            decided.event,
            cancellation(scheme.name, decided.pairing, members(decided.pairing)),
          );
          return cancelled === 'mailbox-gone' ? failed(item, cancelled) : item;
        }
        default:
          return item;
      }
    } catch (error) {
      return failed(item, error);
    }
  };
  return concurrently(created, actOn, requestsAtOnce);
}

/** Creates the new events, in one batch. */
async function create(place: Place, items: readonly Item[]): Promise<Item[]> {
  const { ports, organiser } = place;
  const invitations = items
    .filter(isStillToDo)
    .flatMap(({ decided }) =>
      decided.step === 'create' ? [[decided.pairing, invitationTo(place, decided.pairing)] as const] : [],
    );
  if (invitations.length === 0) return [...items];
  const pairings = invitations.map(([{ pairing }]) => pairing);
  try {
    const results = await ports.meetings.create(
      organiser,
      invitations.map(([, invited]) => invited),
    );
    return items.map((item) => {
      const at = pairings.indexOf(item.before.pairing);
      const [result, invitation] = [results[at], invitations[at]];
      if (result === undefined || invitation === undefined) return item;
      const [pairing] = invitation;
      switch (result.kind) {
        case 'booked':
          return { ...item, after: withInvited(pairing, result.event) };
        case 'refused':
          return refused(item, { ...pairing, event: noEvent }, ports.now());
        case 'mailbox-gone':
          // It made no event: another mailbox may.
          return { ...failed(item, result.kind), after: { ...pairing, event: noEvent } };
        case 'unknown':
          return failed(item, new Error(`Microsoft Graph did not make the event: ${result.reason}`));
      }
    });
  } catch (error) {
    return items.map((item) => (pairings.includes(item.before.pairing) ? failed(item, error) : item));
  }
}

function invitationTo({ scheme, members: membersOf }: Place, pairing: PairingIn<'planned'>): Invitation {
  const members = membersOf(pairing);
  return {
    key: eventKey(pairing),
    ...invitation({
      schemeName: scheme.name,
      minutes: pairing.minutes,
      members,
      question: questionOf(pairing),
    }),
    category: scheme.name,
    slot: pairing.slot,
    attendees: members.map(({ name, mail }) => ({ name, mail })),
  };
}

/** Whether its step is still to be done: nobody changed its record meanwhile, and the mailbox is there. */
export function isStillToDo({ version, failure }: Item): boolean {
  return version !== null && failure === null;
}

/** The item whose step failed: its record stays as it was. */
export function failed(item: Item, error: unknown): Item {
  const failure = error instanceof Error || error === 'mailbox-gone' ? error : new Error(String(error));
  return { ...item, after: item.before, failure };
}

/** Outlook refuses the event for good: the pairing has failed. */
function refused(item: Item, pairing: PairingIn<'planned'>, now: number): Item {
  const { pairing: after, messages } = failBooking(pairing, 'refused-by-outlook', now);
  return { ...item, after, decided: { ...item.decided, messages } };
}
