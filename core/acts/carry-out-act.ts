import type { DeskRefusal } from '../api/acts.ts';
import { answerCall, type CallAnswer } from '../enrolment/answer-call.ts';
import type { Caller } from '../enrolment/caller.ts';
import { join } from '../enrolment/join.ts';
import { leave } from '../enrolment/leave.ts';
import { pause, pauseUntilBack } from '../enrolment/pause.ts';
import { tidyAnswers } from '../enrolment/rules.ts';
import { isRepeated } from '../enrolment/repeated.ts';
import { chooseSlot } from '../mending/choose-slot.ts';
import type { Ports } from '../ports/ports.ts';
import { isAhead } from '../records/pairing.ts';
import type { PersonAct, PersonId } from '../records/person.ts';
import type { DeskAct } from '../records/work.ts';
import { releaseDraft } from '../previewing/release-draft.ts';
import { invite } from '../rights/invite.ts';
import { callOff } from '../stepping-in/call-off.ts';
import { movePairing } from '../stepping-in/move-pairing.ts';
import { pairByHand } from '../stepping-in/pair-by-hand.ts';
import { remindMembers } from '../stepping-in/remind-members.ts';
import { tellAgain } from '../stepping-in/tell-again.ts';
import { bookAgain } from '../stepping-in/book-again.ts';
import { currentPairings } from '../rounds/current-pairings.ts';

/**
 * Does what somebody asked for in the tab, by the operation that does it in the chat. May be repeated with the same caller,
 * whose activity names the act.
 * @returns why it was refused, as the operation names it; null: it is done
 */
export async function carryOutAct(
  ports: Ports,
  caller: Caller,
  { act, dueAt }: PersonAct,
): Promise<string | null> {
  switch (act.kind) {
    case 'join':
      return refusal(await join(ports, caller, act.scheme, act.answers && tidyAnswers(act.answers)));
    case 'resume':
      return resume(ports, caller, act.scheme);
    case 'pause':
      return refusal(
        act.until === null
          ? await pauseUntilBack(ports, caller, act.scheme)
          : await pause(ports, caller, act.scheme, act.until),
      );
    case 'leave': {
      const result = await leave(ports, caller, act.scheme);
      return result.kind === 'not-in' ? 'not-in' : refusal(result);
    }
    case 'take-part':
      return answer(ports, caller, { ...act, answer: 'yes' });
    case 'skip':
      return skip(ports, caller, act);
    case 'choose':
      return refusal(await chooseSlot(ports, caller.id, { ...act, start: Date.parse(act.start) }));
    case 'invite': {
      const result = await invite(ports, caller.id, act.person, dueAt);
      if (result.kind === 'invited' && result.isBusy) throw new Error('another worker sends the invitation');
      return refusal(result);
    }
    default:
      return carryOutDeskAct(ports, caller.id, act, dueAt);
  }
}

/** Does what a coordinator asked for at the desk. */
async function carryOutDeskAct(
  ports: Ports,
  by: PersonId,
  act: DeskAct,
  askedAt: number,
): Promise<DeskRefusal | null> {
  switch (act.kind) {
    case 'release': {
      const released = await releaseDraft(ports, act, by);
      return released.kind === 'refused' ? released.reason : null;
    }
    case 'remind':
      return remindMembers(ports, act, askedAt);
    case 'move':
      return movePairing(ports, act, by);
    case 'pair':
      return pairByHand(ports, act, by);
    case 'call-off':
      return callOff(ports, act, by);
    case 'tell-again':
      return tellAgain(ports, act, askedAt);
    case 'try-again':
      return bookAgain(ports, act, askedAt);
  }
}

/** Somebody on a break comes back. Nobody joins by this: that is another act. */
async function resume(ports: Ports, caller: Caller, scheme: string): Promise<string | null> {
  const stored = await ports.storage.participants.get({ scheme, person: caller.id });
  const status = stored?.value.status;
  if (status !== 'active' && status !== 'paused') return 'not-in';
  return refusal(await join(ports, caller, scheme));
}

/** Skips the round before which people are asked; or the one under way, whose meeting is called off. */
async function skip(
  ports: Ports,
  caller: Caller,
  { scheme, round }: { readonly scheme: string; readonly round: string },
): Promise<string | null> {
  const stored = await ports.storage.participants.get({ scheme, person: caller.id });
  const now = ports.now();
  const ahead = (await currentPairings(ports, caller.id)).find(
    (current) => current.scheme.id === scheme && isAhead(current.pairing, now),
  );
  // A repeat may find the meeting called off already.
  const isUnderWay = ahead?.round.round === round || isRepeated(stored?.value ?? null, 'pause', caller);
  return isUnderWay
    ? refusal(await pause(ports, caller, scheme, null))
    : answer(ports, caller, { scheme, round, answer: 'skip' });
}

async function answer(ports: Ports, caller: Caller, answered: CallAnswer): Promise<string | null> {
  const result = await answerCall(ports, caller, answered);
  if (result.kind !== 'refused' || result.reason !== 'closed') return refusal(result);
  // A worker may have recorded it in time, and died.
  const stored = await ports.storage.participants.get({ scheme: answered.scheme, person: caller.id });
  return isRepeated(stored?.value ?? null, 'call', caller) ? null : result.reason;
}

function refusal(result: { readonly kind: string; readonly reason?: string }): string | null {
  return result.kind === 'refused' ? (result.reason ?? 'refused') : null;
}
