import type { Ports } from '../ports/ports.ts';
import type { ConversationOperations } from './operations.ts';
import { chooseSlot } from '../mending/choose-slot.ts';
import { otherTimes } from '../mending/other-times.ts';
import { readPairingView } from '../views/my-pairing.ts';
import { join } from '../enrolment/join.ts';
import { leave } from '../enrolment/leave.ts';
import { pause } from '../enrolment/pause.ts';
import { prefer } from '../enrolment/prefer.ts';
import { claimWelcome, confirmWelcome, forgetConversation, remember } from '../enrolment/reach.ts';
import { standing } from '../enrolment/standing.ts';

/** What the bot can do for people, over the given ports. */
export function conversationOperations(ports: Ports): ConversationOperations {
  return {
    remember: (caller, conversation) => remember(ports, caller, conversation),
    forgetConversation: (person) => forgetConversation(ports, person),
    claimWelcome: (person, activity) => claimWelcome(ports, person, activity),
    confirmWelcome: (person) => confirmWelcome(ports, person),
    standing: (caller) => standing(ports, caller),
    join: (caller, scheme) => join(ports, caller, scheme),
    pause: (caller, scheme, until) => pause(ports, caller, scheme, until),
    leave: (caller, scheme) => leave(ports, caller, scheme),
    myPairing: (caller) => readPairingView(ports, caller.id),
    prefer: (caller, scheme, preferences) => prefer(ports, caller, scheme, preferences),
    otherTimes: (caller) => otherTimes(ports, caller.id),
    choose: (caller, choice) => chooseSlot(ports, caller.id, choice),
  };
}
