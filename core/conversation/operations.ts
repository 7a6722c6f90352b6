import { answerCall, type CallAnswer, stillIn } from '../enrolment/answer-call.ts';
import type { Caller } from '../enrolment/caller.ts';
import { join } from '../enrolment/join.ts';
import { leave } from '../enrolment/leave.ts';
import { faultOfBreak, pause } from '../enrolment/pause.ts';
import { prefer, saveSettings, type WantedPreferences } from '../enrolment/prefer.ts';
import { forgetConversation, remember } from '../enrolment/reach.ts';
import { standing } from '../enrolment/standing.ts';
import { claimWelcome, confirmWelcome } from '../enrolment/claim-welcome.ts';
import { chooseSlot, type Choice } from '../mending/choose-slot.ts';
import { otherTimes } from '../mending/other-times.ts';
import type { Conversation } from '../ports/messenger.ts';
import { type AboutMeeting, meetingJustOver, meetingNear } from '../following-up/find-meeting.ts';
import { giveFeedback } from '../following-up/give-feedback.ts';
import { sayComing } from '../following-up/say-coming.ts';
import { sayMet } from '../following-up/say-met.ts';
import type { Ports } from '../ports/ports.ts';
import type { MetAnswer } from '../records/pairing.ts';
import type { Feedback } from '../records/placement.ts';
import type { Act, PersonId } from '../records/person.ts';
import type { Answers } from '../records/profile.ts';
import type { AnswerWork } from '../records/work.ts';
import { tellInvited } from '../rights/invite.ts';
import { rightsOperations } from '../rights/operations.ts';
import { meetingsAhead } from '../rounds/meetings-ahead.ts';
import { readMyHistory } from '../views/me.ts';
import { readMyPairing } from '../views/my-pairing.ts';
import { overtake, postpone } from './postpone.ts';
import { claimAnswer, dueAct, settle, tryAgain } from './postponed.ts';

/** Everything the bot may ask of core. Each operation is described where it is defined. */
export function conversationOperations(ports: Ports) {
  return {
    remember: (caller: Caller, conversation: Conversation, isHeard?: boolean) =>
      remember(ports, caller, conversation, isHeard),
    forgetConversation: (person: PersonId) => forgetConversation(ports, person),
    /** Somebody who is invited gets the invitation instead. */
    claimWelcome: async (person: PersonId, activity: string) => {
      await tellInvited(ports, person);
      return claimWelcome(ports, person, activity);
    },
    confirmWelcome: (person: PersonId) => confirmWelcome(ports, person),
    standing: (caller: Caller) => standing(ports, caller),
    join: (caller: Caller, scheme: string | null, answers?: Answers) => join(ports, caller, scheme, answers),
    pause: (caller: Caller, scheme: string | null, until: string | null) =>
      pause(ports, caller, scheme, until),
    faultOfBreak: (scheme: string | null, until: string) => faultOfBreak(ports, scheme, until),
    leave: (caller: Caller, scheme: string | null) => leave(ports, caller, scheme),
    /** "Yes" or "skip" before a round. */
    answerCall: (caller: Caller, answered: CallAnswer) => answerCall(ports, caller, answered),
    /** "Yes, keep me in", from somebody who was silent. */
    stillIn: (caller: Caller, scheme: string) => stillIn(ports, caller, scheme),
    prefer: (caller: Caller, scheme: string | null, wanted: WantedPreferences) =>
      prefer(ports, caller, scheme, wanted),
    saveSettings: (caller: Caller, scheme: string | null, answers: Answers) =>
      saveSettings(ports, caller, scheme, answers),
    myPairing: (caller: Caller) => readMyPairing(ports, caller.id),
    /** Pictures of people whom the caller meets. */
    photosOf: (people: readonly PersonId[]) => ports.photos.of(people),
    otherTimes: (caller: Caller) => otherTimes(ports, caller.id),
    choose: (caller: Caller, choice: Choice) => chooseSlot(ports, caller.id, choice),
    /** "I'll be there". */
    sayComing: (caller: Caller, about: AboutMeeting) => sayComing(ports, caller.id, about),
    /** "Did you meet?" */
    sayMet: (caller: Caller, about: AboutMeeting & { readonly said: MetAnswer }) =>
      sayMet(ports, caller.id, about),
    giveFeedback: (
      caller: Caller,
      given: { readonly scheme: string; readonly round: string; readonly feedback: Feedback },
    ) => giveFeedback(ports, caller.id, given),
    /** The meeting of which somebody says without a button that it was, or was not. */
    meetingJustOver: (caller: Caller) => meetingJustOver(ports, caller.id),
    /** The meeting of which somebody says without a button that they will be there. */
    meetingNear: (caller: Caller) => meetingNear(ports, caller.id),
    postpone: (caller: Caller, act: Act) => postpone(ports, caller, act),
    overtake: (caller: Caller, command: string) => overtake(ports, caller, command),
    dueAct: (work: AnswerWork) => dueAct(ports, work),
    claimAnswer: (work: AnswerWork) => claimAnswer(ports, work),
    settle: (work: AnswerWork) => settle(ports, work),
    tryAgain: (work: AnswerWork) => tryAgain(ports, work),
    meetingsAhead: (caller: Caller) => meetingsAhead(ports, caller.id),
    myHistory: (caller: Caller) => readMyHistory(ports, caller.id),
    /** Whom to ask for help, where the public pages are, and the app's id in links of Teams. */
    about: { support: ports.support, host: ports.host, teamsApp: ports.teamsApp },
    rights: rightsOperations(ports),
  };
}

export type ConversationOperations = ReturnType<typeof conversationOperations>;
