import type { MeetingChange, MyMeeting } from '../api/meetings.ts';
import { noteHeard } from '../enrolment/heard.ts';
import type { Ports } from '../ports/ports.ts';
import type { PairingRecord } from '../records/pairing.ts';
import type { PersonId } from '../records/person.ts';
import type { Placement } from '../records/placement.ts';
import { leaveOut } from '../shared/leave-out.ts';
import { viewMyMeeting } from '../views/my-meeting.ts';
import type { MeetingRefused } from './find-meeting.ts';
import { keepWritten, tidyFeedback } from './give-feedback.ts';
import { keepComing } from './say-coming.ts';
import { keepMet } from './say-met.ts';

interface InRound {
  readonly scheme: string;
  readonly round: string;
}

/** What somebody said and wrote of their meeting of a round; null when they have no pairing in it, or it cannot be read. */
export async function readMyMeeting(ports: Ports, person: PersonId, of: InRound): Promise<MyMeeting | null> {
  return (await gather(ports, person, of))?.meeting ?? null;
}

/**
 * Changes what somebody said and wrote of their meeting of a round. What is left out stays as it is. A wish that holds already
 * changes nothing, whatever version is named.
 * Refused: as `sayComing` and `sayMet`; `changed` also without the start of the meeting that it is about.
 * @param version of the meeting as they last saw it
 */
export async function changeMyMeeting(
  ports: Ports,
  person: PersonId,
  { scheme, round }: InRound,
  version: string,
  { start, ...wanted }: MeetingChange,
): Promise<ChangeMeetingResult> {
  const of = { scheme, round };
  const before = await gather(ports, person, of);
  if (before === null) return { kind: 'unknown' };
  const { meeting, pairing, placement } = before;
  const tidied = wanted.feedback && { feedback: tidyFeedback(wanted.feedback) };
  const { coming, said, feedback, note } = { ...meeting, ...wanted, ...tidied };
  const isNew = { coming: coming !== meeting.coming, said: said !== meeting.said };
  const isRewritten = !isSame([feedback, note], [meeting.feedback, meeting.note]);
  if (!isNew.coming && !isNew.said && !isRewritten) return { kind: 'changed', meeting };
  if (meeting.version !== version) return { kind: 'stale', meeting };

  // 1. What may be refused.
  const about = { ...of, pairing: pairing.pairing, start: start === undefined ? NaN : Date.parse(start) };
  const comes = isNew.coming ? await keepComing(ports, person, { ...about, coming }) : null;
  if (comes?.kind === 'refused') return { kind: 'refused', reason: comes.reason };
  const met = isNew.said ? await keepMet(ports, person, { ...about, said }) : null;
  if (met?.kind === 'refused') return { kind: 'refused', reason: met.reason };

  // 2. What they wrote, unless it was changed since it was read.
  const isAsRead = (stored: Placement) =>
    isSame([stored.feedback, stored.note], [placement.feedback, placement.note]);
  const written = isRewritten
    ? await keepWritten(ports, { ...of, person }, { feedback, note }, isAsRead)
    : placement;

  await noteHeard(ports, person);
  const fields = Object.keys(wanted).sort().join(' ');
  ports.log('meeting changed', { ...of, person, fields });
  const now = await gather(ports, person, of);
  if (now === null) return { kind: 'unknown' };
  const isKept = written !== null && isSame([feedback, note], [now.meeting.feedback, now.meeting.note]);
  return { kind: isKept ? 'changed' : 'stale', meeting: now.meeting };
}

interface Gathered {
  readonly meeting: MyMeeting;
  readonly pairing: PairingRecord;
  readonly placement: Placement;
}

async function gather({ storage }: Ports, person: PersonId, of: InRound): Promise<Gathered | null> {
  const placement = (await storage.placements.get({ ...of, person }, leaveOut))?.value;
  if (!placement?.pairing) return null;
  const pairing = (await storage.pairings.get({ ...of, pairing: placement.pairing }, leaveOut))?.value;
  if (pairing === undefined) return null;
  return { meeting: viewMyMeeting(pairing, placement, person), pairing, placement };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

export type ChangeMeetingResult =
  /**
   * `stale`: it was changed since they last saw it. Where that happened at the same moment, `coming` or `said` may be stored.
   * `meeting`: as it is now.
   */
  | { readonly kind: 'changed' | 'stale'; readonly meeting: MyMeeting }
  | { readonly kind: 'refused'; readonly reason: MeetingRefused['reason'] }
  /** They have no pairing in that round. */
  | { readonly kind: 'unknown' };
