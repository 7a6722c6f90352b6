import * as z from 'zod';
import type { EventPart } from '../../core/ports/meetings.ts';
import type { EventAnswer, Answer } from '../../core/records/pairing.ts';
import type { Slot } from '../../core/time/slot.ts';
import { graphTime, readTime } from './time-json.ts';

const attendees = z.array(z.unknown()).nullish();
const text = z.string().nullish();
const attendee = z.object({
  type: z.unknown().optional(),
  emailAddress: z.object({ name: text, address: text }).nullish(),
  status: z.unknown().optional(),
  proposedNewTime: z.unknown().optional(),
});
const status = z.object({ response: z.string().nullish(), time: z.unknown().optional() }).nullish();
const proposal = z.object({ start: graphTime.nullish(), end: graphTime.nullish() }).nullish();

const answers: Readonly<Record<string, Answer>> = {
  accepted: 'accepted',
  tentativelyaccepted: 'tentative',
  declined: 'declined',
  none: 'none',
  notresponded: 'none',
  organizer: 'none',
};

/** An attendee who is a person with an address. */
interface Guest {
  /** In lower case; another form than `name@host` where Exchange has rewritten it. */
  readonly mail: string;
  readonly name: string;
  /** As this product invites: as required, and under a mail address. */
  readonly isAsInvited: boolean;
  readonly answer: EventAnswer;
}

/**
 * The answers of an event's attendees, by mail address in lower case. Each attendee is read by itself. Rooms, the organiser
 * and attendees without an address are left out. An attendee under another address with the name of exactly one whom this
 * product invited is the same person: the newer of the two answers counts.
 * @param found null: nobody is invited
 * @param report is told of the parts that cannot be read
 * @returns null when it is no list
 */
export function readAttendees(
  found: unknown,
  organiser: string,
  report: (part: EventPart) => void,
): ReadonlyMap<string, EventAnswer> | null {
  const list = attendees.safeParse(found);
  if (!list.success) return null;
  const guests = (list.data ?? [])
    .flatMap((one) => toGuest(one, report) ?? [])
    .filter(({ mail }) => mail !== organiser.toLowerCase());
  const invited = guests.filter(({ isAsInvited }) => isAsInvited);
  const given = new Map<string, EventAnswer>();
  for (const { mail, answer } of invited) add(given, mail, answer);
  for (const { mail, name, isAsInvited, answer } of guests) {
    if (isAsInvited) continue;
    const namesakes = new Set(invited.filter((other) => other.name === name).map((other) => other.mail));
    const [namesake] = name === '' || namesakes.size > 1 || given.has(mail) ? [] : namesakes;
    add(given, namesake ?? mail, answer);
  }
  return given;
}

function add(given: Map<string, EventAnswer>, mail: string, answer: EventAnswer): void {
  const before = given.get(mail);
  given.set(mail, before === undefined ? answer : laterOf(before, answer));
}

/** The newer answer. When it is not known which is newer, the one that Exchange added later in the list. */
function laterOf(first: EventAnswer, second: EventAnswer): EventAnswer {
  if (second.answer === 'none') return first;
  const isOlder = first.at !== null && second.at !== null && second.at < first.at;
  return isOlder && first.answer !== 'none' ? first : second;
}

function toGuest(found: unknown, report: (part: EventPart) => void): Guest | null {
  if (found === null) return null;
  const parsed = attendee.safeParse(found);
  if (!parsed.success) {
    report('attendee');
    return null;
  }
  const { type, emailAddress, ...said } = parsed.data;
  if (type === 'resource') return null;
  const mail = mailOf(emailAddress?.address ?? '', emailAddress?.name ?? '');
  if (mail === '') return null;
  return {
    mail,
    name: (emailAddress?.name ?? '').trim().toLowerCase(),
    isAsInvited: type !== 'optional' && isMail(mail),
    answer: toAnswer(said, report),
  };
}

/** Without an answer Graph writes a time in the year 1: that gives null. */
function toAnswer(
  said: Pick<z.infer<typeof attendee>, 'status' | 'proposedNewTime'>,
  report: (part: EventPart) => void,
): EventAnswer {
  const given = status.safeParse(said.status);
  const answer = answers[given.data?.response?.toLowerCase() ?? 'none'];
  const time = given.data?.time ?? null;
  const at = typeof time === 'string' ? readTime(time, 'UTC') : null;
  if (!given.success || answer === undefined || (time !== null && at === null)) report('answer');
  return {
    answer: answer ?? 'none',
    at: answer === undefined || answer === 'none' || at === null || at <= 0 ? null : at,
    proposed: toProposal(said.proposedNewTime, report),
  };
}

function toProposal(found: unknown, report: (part: EventPart) => void): Slot | null {
  const parsed = proposal.safeParse(found);
  const { start, end } = parsed.data ?? {};
  if (!parsed.success || (start != null && end != null && end < start)) report('proposal');
  else if (start != null && end != null) return { start, end };
  return null;
}

/**
 * The address in lower case, without what Exchange writes around it. A name that is an address counts where the address is
 * none. Empty when there is no address.
 * @example mailOf('Ann <Ann@example.org>', 'Ann') → 'ann@example.org'
 */
function mailOf(address: string, name: string): string {
  const written = [address, name].map(plain);
  return written.find(isMail) ?? written[0] ?? '';
}

function plain(address: string): string {
  const open = address.lastIndexOf('<');
  const close = address.indexOf('>', open);
  const inner = open >= 0 && close > open ? address.slice(open + 1, close) : address;
  return inner
    .trim()
    .replace(/^(?:smtp|mailto):/i, '')
    .replace(/^['"]|['"]$/g, '')
    .toLowerCase();
}

/** Whether it is `name@host`, and not Exchange's legacy form (`/o=…/cn=…`, also wrapped: `IMCEAEX-_O=…@host`). */
function isMail(address: string): boolean {
  return address.includes('@') && !/^(?:imceaex-|ex:|\/o=)/i.test(address);
}
