import type { ConversationOperations } from '../../core/conversation/operations.ts';
import type { Caller } from '../../core/enrolment/caller.ts';
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
  unknownCard,
} from '../cards/answer-cards.ts';
import type { AdaptiveCard } from '../cards/card.ts';
import { choiceCard } from '../cards/choice-card.ts';
import { readingOf } from '../cards/reading.ts';
import { viewCard } from '../cards/view-card.ts';
import type { Command } from '../commands/command.ts';

/** Does what was asked, by one operation, and gives the card that answers; where the caller stands decides its buttons. */
export async function answer(
  operations: ConversationOperations,
  caller: Caller,
  command: Command,
): Promise<AdaptiveCard> {
  switch (command.kind) {
    case 'join': {
      const result = await operations.join(caller, command.scheme);
      return withStanding((standing, reading) => joinCard(result, standing, reading));
    }
    case 'pause': {
      const result = await operations.pause(caller, command.scheme, command.until);
      return withStanding((standing, reading) => pauseCard(result, standing, reading));
    }
    case 'leave': {
      const result = await operations.leave(caller, command.scheme);
      return withStanding((standing, reading) => leaveCard(result, standing, reading));
    }
    case 'my-pairing': {
      const pairing = await operations.myPairing(caller);
      return withStanding((standing, reading) =>
        pairing === null ? noPairingCard(standing, reading) : viewCard(pairing, caller.id, reading),
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
    case 'settings':
      return withStanding(settingsCard);
    case 'prefer': {
      const { preferences } = await operations.standing(caller);
      const { hours, minutes = preferences.minutes } = command;
      const result = await operations.prefer(caller, command.scheme, { hours, minutes });
      return withStanding((standing, reading) => preferCard(result, standing, reading));
    }
    case 'pause-ask':
      return withStanding((_, reading) => pauseAskCard(command.scheme, reading));
    case 'date-unclear':
      return withStanding((standing, reading) => refusalCard('date-unclear', standing, reading));
    case 'help':
      return withStanding(helloCard);
    case 'unknown':
      return withStanding(unknownCard);
  }

  async function withStanding(
    show: (...shown: Parameters<typeof helloCard>) => AdaptiveCard,
  ): Promise<AdaptiveCard> {
    const standing = await operations.standing(caller);
    return show(standing, readingOf(standing.reader));
  }
}
