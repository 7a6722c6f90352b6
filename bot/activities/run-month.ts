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
import { type Reading, readingOf } from '../cards/reading.ts';
import { viewCard } from '../cards/view-card.ts';
import type { Command, KindWord } from '../commands/command.ts';

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
      return result.kind === 'refused' ? refused(result) : comingCard(result, await reading());
    }
    case 'says-coming': {
      const about = await operations.meetingNear(caller);
      return about === null ? kindWord('coming') : runMonth(operations, caller, { kind: 'coming', about });
    }
    case 'cannot':
      return cannot(command.about);
    case 'met': {
      const result = await operations.sayMet(caller, { ...command.about, said: command.said });
      return result.kind === 'refused' ? refused(result) : saidMetCard(result, await reading());
    }
    case 'says-met': {
      const { said } = command;
      const about = await operations.meetingJustOver(caller);
      if (about === null) return kindWord(said === 'yes' ? 'met' : 'not-met');
      return runMonth(operations, caller, { kind: 'met', about, said });
    }
    case 'feedback': {
      const result = await operations.giveFeedback(caller, command);
      return result.kind === 'refused' ? refused(result) : keptFeedbackCard(result, await reading());
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
    const standing = await operations.standing(caller);
    const reading = readingOf(standing.reader, operations.about.teamsApp);
    const now = result.pairing;
    const isMeant =
      now?.scheme === scheme &&
      now.round === round &&
      now.pairing === pairing &&
      now.slot?.start === toIso(start);
    if (isMeant && (result.kind === 'offered' || result.reason === 'no-slot'))
      return cannotCard(now, reading);
    if (isMeant || now === null) return choiceCard(result, standing, reading);
    return viewCard(now, { lead: reading.words.month.refused.changed, answers: true }, reading);
  }

  /** Why nothing was recorded, and the pairing as it is now, where the caller is in it. */
  async function refused({ reason, pairing }: MeetingRefused): Promise<AdaptiveCard> {
    const standing = await operations.standing(caller);
    const reading = readingOf(standing.reader, operations.about.teamsApp);
    const lead = reading.words.month.refused[reason];
    return pairing === null || reason === 'closed'
      ? sentenceCard(lead, standing, reading)
      : viewCard(pairing, { lead, answers: true }, reading);
  }

  async function kindWord(about: KindWord): Promise<AdaptiveCard> {
    const standing = await operations.standing(caller);
    return kindWordCard(about, standing, readingOf(standing.reader, operations.about.teamsApp));
  }

  async function reading(): Promise<Reading> {
    return readingOf((await operations.standing(caller)).reader, operations.about.teamsApp);
  }

  function notCounted({ reason, standing }: Extract<CallResult, { kind: 'refused' }>): AdaptiveCard {
    const reading = readingOf(standing.reader, operations.about.teamsApp);
    return sentenceCard(reading.words.month.call.refused[reason], standing, reading);
  }
}
