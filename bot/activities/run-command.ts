import type { ConversationOperations } from '../../core/conversation/operations.ts';
import type { Caller } from '../../core/enrolment/caller.ts';
import type { Standing } from '../../core/enrolment/standing.ts';
import type { Words } from '../../core/words/words.ts';
import {
  helloCard,
  joinCard,
  leaveCard,
  noPairingCard,
  pauseAskCard,
  pauseCard,
  preferCard,
  refusalCard,
  settingsCard,
  standingCard,
  unknownCard,
} from '../cards/answer-cards.ts';
import type { AdaptiveCard } from '../cards/card.ts';
import { choiceCard } from '../cards/choice-card.ts';
import { declinedCard } from '../cards/invited-card.ts';
import { type Reading, readingOf } from '../cards/reading.ts';
import { viewCard } from '../cards/view-card.ts';
import type { Command } from '../commands/command.ts';

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
      const result = await operations.join(caller, command.scheme);
      if (result.kind === 'unchanged') return standingCard(result.standing, readingFor(result));
      return result.kind === 'refused' ? refused(result.reason) : joinCard(result, readingFor(result));
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
      return withStanding((standing, reading) =>
        pairing === null
          ? noPairingCard(standing, reading)
          : viewCard(pairing, { lead: null, answers: true }, reading),
      );
    }
    case 'other-times': {
      const result = await operations.otherTimes(caller);
      return withStanding((standing, reading) => choiceCard(result, standing, reading));
    }
    case 'choose': {
      const { pairing, revision, start } = command;
      const result = await operations.choose(caller, { pairing, revision, start });
      return withStanding((standing, reading) => choiceCard(result, standing, reading));
    }
    case 'decline-invitation':
      await operations.rights.declineInvitation(caller.id);
      return withStanding((_, reading) => declinedCard(reading));
    case 'settings':
      return withStanding(settingsCard);
    case 'prefer': {
      const { scheme, hours, minutes } = command;
      const wanted = { hours, ...(minutes !== undefined && { minutes }) };
      const result = await operations.prefer(caller, scheme, wanted);
      return result.kind === 'refused' ? refused(result.reason) : preferCard(result, readingFor(result));
    }
    case 'pause-ask':
      return withStanding((_, reading) => pauseAskCard(command.scheme, reading));
    case 'date-unclear':
      return refused('date-unclear');
    case 'help':
      return withStanding(helloCard);
    case 'unknown':
      return withStanding(unknownCard);
  }

  function refused(reason: keyof Words['refused']): Promise<AdaptiveCard> {
    return withStanding((standing, reading) => refusalCard(reason, standing, reading));
  }

  async function withStanding(
    show: (...shown: Parameters<typeof helloCard>) => AdaptiveCard,
  ): Promise<AdaptiveCard> {
    const standing = await operations.standing(caller);
    return show(standing, readingOf(standing.reader));
  }
}

/** How whoever asked reads, as the operation that answers knows it. */
function readingFor({ standing }: { readonly standing: Standing }): Reading {
  return readingOf(standing.reader);
}
