import type { ConversationOperations } from '../../core/conversation/operations.ts';
import type { Caller } from '../../core/enrolment/caller.ts';
import type { Standing } from '../../core/enrolment/standing.ts';
import type { Words } from '../../core/words/words.ts';
import {
  helloCard,
  kindWordCard,
  leaveCard,
  noPairingCard,
  pauseCard,
  refusalCard,
  sentenceCard,
  standingCard,
  unclearCard,
  unknownCard,
} from '../cards/answer-cards.ts';
import { leaveAskCard, pauseAskCard, skipAskCard } from '../cards/ask-cards.ts';
import type { AdaptiveCard } from '../cards/card.ts';
import { choiceCard } from '../cards/choice-card.ts';
import { type Reading, readingOf } from '../cards/reading.ts';
import { joinCard, preferCard, settingsCard, signUpCard } from '../cards/sign-up/sign-up-card.ts';
import { viewCard } from '../cards/view-card.ts';
import { sampleCard } from '../cards/sign-up/welcome-card.ts';
import type { Command } from '../commands/command.ts';
import { runMonth } from './run-month.ts';
import { runRights } from './run-rights.ts';
import { readingOfCaller, withStanding } from '../with-standing.ts';

/**
 * Carries out one command by one operation. Returns the card that answers; its buttons depend on whether the caller
 * takes part. What the operation returns about that is not read again.
 */
export async function runCommand(
  operations: ConversationOperations,
  caller: Caller,
  command: Command,
): Promise<AdaptiveCard> {
  switch (command.kind) {
    case 'join': {
      const { scheme, answers } = command;
      const result = await operations.join(caller, scheme, answers);
      if (result.kind === 'unchanged') return standingCard(result.standing, readingFor(result));
      if (result.kind !== 'refused') return joinCard(result, readingFor(result));
      if (result.reason !== 'rules') return refused(result.reason);
      return show((standing, reading) =>
        signUpCard(
          standing,
          { lead: reading.words.signUp.rulesMissing, filled: answers ?? standing },
          reading,
        ),
      );
    }
    case 'pause': {
      const result = await operations.pause(caller, command.scheme, command.until);
      if (result.kind === 'unchanged') return standingCard(result.standing, readingFor(result));
      return result.kind === 'refused' ? refused(result.reason) : pauseCard(result, readingFor(result));
    }
    case 'leave': {
      const result = await operations.leave(caller, command.scheme);
      if (result.kind === 'unchanged') return standingCard(result.standing, readingFor(result));
      return result.kind === 'refused' ? refused(result.reason) : leaveCard(result, readingFor(result));
    }
    case 'my-pairing': {
      const pairing = await operations.myPairing(caller);
      if (pairing === null) return show(noPairingCard);
      const photos = await operations.photosOf(pairing.partners.map(({ id }) => id));
      return show((_, reading) => viewCard(pairing, { lead: null, answers: true, photos }, reading));
    }
    case 'other-times': {
      const result = await operations.otherTimes(caller);
      return show((standing, reading) => choiceCard(result, standing, reading));
    }
    case 'choose': {
      const { pairing, revision, start } = command;
      const result = await operations.choose(caller, { pairing, revision, start });
      return show((standing, reading) => choiceCard(result, standing, reading));
    }
    case 'sign-up-ask':
      return show((standing, reading) =>
        standing.status === 'not-in' || standing.status === 'left'
          ? signUpCard(standing, { lead: null, filled: standing }, reading)
          : settingsCard(standing, { lead: null, filled: null }, reading),
      );
    case 'look-first':
      return show(sampleCard);
    case 'settings':
      return show((standing, reading) => settingsCard(standing, { lead: null, filled: null }, reading));
    case 'save-settings': {
      const { scheme, answers } = command;
      const result = await operations.saveSettings(caller, scheme, answers);
      if (result.kind !== 'refused') return preferCard(result, readingFor(result));
      if (result.reason !== 'rules') return refused(result.reason);
      return show((standing, reading) =>
        settingsCard(standing, { lead: reading.words.signUp.rulesMissing, filled: answers }, reading),
      );
    }
    case 'prefer': {
      const { scheme, hours, minutes } = command;
      const wanted = { hours, ...(minutes !== undefined && { minutes }) };
      const result = await operations.prefer(caller, scheme, wanted);
      return result.kind === 'refused' ? refused(result.reason) : preferCard(result, readingFor(result));
    }
    case 'leave-ask':
    case 'skip-ask':
    case 'pause-ask':
      return ask(command);
    case 'stay':
      return show((standing, reading) => sentenceCard(reading.words.stayed, standing, reading));
    case 'date-unclear':
      return refused('date-unclear');
    case 'help':
      return show(helloCard);
    case 'kind-word':
      return show((standing, reading) => kindWordCard(command.about, standing, reading));
    case 'unclear':
      return show((standing, reading) => unclearCard(command, standing, reading, operations.about.support));
    case 'unknown':
      return show((standing, reading) => unknownCard(standing, reading, operations.about.support));
    case 'coming':
    case 'cannot':
    case 'met':
    case 'feedback':
    case 'call-answer':
    case 'still-in':
    case 'says-coming':
    case 'says-met':
      return runMonth(operations, caller, command);
    default:
      return runRights(operations, caller, command, await readingOfCaller(operations, caller));
  }

  /** Says what would happen, and asks once. Who takes no part has nothing to give up. */
  function ask(asked: Extract<Command, { kind: 'leave-ask' | 'skip-ask' | 'pause-ask' }>) {
    return show(async (standing, reading) => {
      const isOut = standing.status === 'not-in' || standing.status === 'left';
      if (asked.kind === 'leave-ask' && isOut) return leaveCard({ kind: 'not-in', standing }, reading);
      if (isOut) return refusalCard('not-in', standing, reading);
      // Somebody on a break skips every round until they are back.
      if (asked.kind === 'skip-ask' && standing.status === 'paused') return standingCard(standing, reading);
      const ahead = await operations.meetingsAhead(caller);
      const meetings = ahead.filter(({ scheme }) => scheme === (asked.scheme ?? standing.scheme.id));
      const question = { standing, meetings };
      if (asked.kind === 'leave-ask') return leaveAskCard(question, reading);
      if (asked.kind === 'skip-ask') return skipAskCard(question, reading);
      const fault = asked.until && (await operations.faultOfBreak(asked.scheme, asked.until));
      if (fault) return refusalCard(fault, standing, reading);
      return pauseAskCard(question, asked.until, reading);
    });
  }

  function refused(reason: keyof Words['refused']): Promise<AdaptiveCard> {
    return show((standing, reading) => refusalCard(reason, standing, reading));
  }

  function show(card: Parameters<typeof withStanding>[2]): Promise<AdaptiveCard> {
    return withStanding(operations, caller, card);
  }

  /** How the person who asked reads, as the operation that answers knows it. */
  function readingFor({ standing }: { readonly standing: Standing }): Reading {
    return readingOf(standing.reader, operations.about.teamsApp);
  }
}
