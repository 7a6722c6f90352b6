import type { ConversationOperations } from '../../core/conversation/operations.ts';
import type { CallResult } from '../../core/enrolment/answer-call.ts';
import type { Caller } from '../../core/enrolment/caller.ts';
import type { AboutMeeting, MeetingRefused } from '../../core/following-up/find-meeting.ts';
import { toIso } from '../../core/time/instant.ts';
import { kindWordCard, sentenceCard } from '../cards/answer-cards.ts';
import type { AdaptiveCard } from '../cards/card.ts';
import { choiceCard } from '../cards/choice-card.ts';
import { cannotCard, comingCard } from '../cards/month/before-card.ts';
import { calledCard, stillInCard } from '../cards/month/call-cards.ts';
import { keptFeedbackCard, saidMetCard } from '../cards/month/met-card.ts';
import { readingOf } from '../cards/reading.ts';
import { viewCard } from '../cards/view-card.ts';
import type { Command, KindWord } from '../commands/command.ts';
import { readingOfCaller, withStanding } from '../with-standing.ts';

/** The commands about a meeting that is near or over, and about taking part in the next round. */
type MonthCommand = Extract<
  Command,
  {
    readonly kind:
      ('coming' | 'cannot' | 'met' | 'feedback' | 'call-answer' | 'still-in') | ('says-coming' | 'says-met');
  }
>;

/** Carries out one command of the month. Returns the card that answers. */
export async function runMonth(
  operations: ConversationOperations,
  caller: Caller,
  command: MonthCommand,
): Promise<AdaptiveCard> {
  switch (command.kind) {
    case 'coming': {
      const result = await operations.sayComing(caller, command.about);
      return result.kind === 'refused'
        ? refused(result)
        : comingCard(result, await readingOfCaller(operations, caller));
    }
    case 'says-coming': {
      const about = await operations.meetingNear(caller);
      return about === null ? kindWord('coming') : runMonth(operations, caller, { kind: 'coming', about });
    }
    case 'cannot':
      return cannot(command.about);
    case 'met': {
      const result = await operations.sayMet(caller, { ...command.about, said: command.said });
      return result.kind === 'refused'
        ? refused(result)
        : saidMetCard(result, await readingOfCaller(operations, caller));
    }
    case 'says-met': {
      const { said } = command;
      const about = await operations.meetingJustOver(caller);
      if (about === null) return kindWord(said === 'yes' ? 'met' : 'not-met');
      return runMonth(operations, caller, { kind: 'met', about, said });
    }
    case 'feedback': {
      const result = await operations.giveFeedback(caller, command);
      return result.kind === 'refused'
        ? refused(result)
        : keptFeedbackCard(result, await readingOfCaller(operations, caller));
    }
    case 'call-answer': {
      const result = await operations.answerCall(caller, command);
      return result.kind === 'refused'
        ? notCounted(result)
        : calledCard(result, readingOf(result.standing.reader, operations.about.teamsApp));
    }
    case 'still-in': {
      const result = await operations.stillIn(caller, command.scheme);
      return result.kind === 'refused'
        ? notCounted(result)
        : stillInCard(result, readingOf(result.standing.reader, operations.about.teamsApp));
    }
  }

  /** Other times for the meeting that the button is about, if it is the one that holds. */
  async function cannot({ scheme, round, pairing, start }: AboutMeeting): Promise<AdaptiveCard> {
    const result = await operations.otherTimes(caller);
    const now = result.pairing;
    const isMeant =
      now?.scheme === scheme &&
      now.round === round &&
      now.pairing === pairing &&
      now.slot?.start === toIso(start);
    return withStanding(operations, caller, (standing, reading) => {
      if (isMeant && (result.kind === 'offered' || result.reason === 'no-slot'))
        return cannotCard(now, reading);
      if (isMeant || now === null) return choiceCard(result, standing, reading);
      return viewCard(now, { lead: reading.words.month.refused.changed, answers: true }, reading);
    });
  }

  /** Why nothing was recorded, and the pairing as it is now, where the caller is in it. */
  function refused({ reason, pairing }: MeetingRefused): Promise<AdaptiveCard> {
    return withStanding(operations, caller, (standing, reading) => {
      const lead = reading.words.month.refused[reason];
      return pairing === null || reason === 'closed'
        ? sentenceCard(lead, standing, reading)
        : viewCard(pairing, { lead, answers: true }, reading);
    });
  }

  function kindWord(about: KindWord): Promise<AdaptiveCard> {
    return withStanding(operations, caller, (standing, reading) => kindWordCard(about, standing, reading));
  }

  function notCounted({ reason }: Extract<CallResult, { kind: 'refused' }>): Promise<AdaptiveCard> {
    return withStanding(operations, caller, (standing, reading) =>
      sentenceCard(reading.words.month.call.refused[reason], standing, reading),
    );
  }
}
