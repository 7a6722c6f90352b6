import type { ConversationOperations } from '../../core/conversation/operations.ts';
import type { Caller } from '../../core/enrolment/caller.ts';
import { plainCard } from '../cards/answer-cards.ts';
import type { AdaptiveCard } from '../cards/card.ts';
import { declinedCard } from '../cards/rights/invited-card.ts';
import type { Reading } from '../cards/reading.ts';
import {
  coordinatorCard,
  historyCard,
  myDataCard,
  offeredCard,
  privacyCard,
} from '../cards/rights/about-cards.ts';
import { askToEraseCard, erasedCard } from '../cards/rights/erase-cards.ts';
import { inviteCard, inviteSentCard, keptApartCard, neverWithCard } from '../cards/rights/people-cards.ts';
import type { Command } from '../commands/command.ts';

/** The commands about somebody's rights, and about other people. */
type RightsCommand = Extract<
  Command,
  {
    readonly kind:
      | (
          | 'history'
          | 'my-data'
          | 'read-my-data'
          | 'erase-ask'
          | 'erase'
          | 'privacy'
          | 'coordinator'
          | 'decline-invitation'
        )
      | ('never-with' | 'keep-apart' | 'take-back' | 'invite' | 'invite-person');
  }
>;

/** Carries out one command about somebody's rights. Returns the card that answers. */
export async function runRights(
  operations: ConversationOperations,
  caller: Caller,
  command: RightsCommand,
  reading: Reading,
): Promise<AdaptiveCard> {
  const { rights, about } = operations;
  const me = caller.id;
  const search = async (name: string | null) => ({
    name,
    found: name === null ? [] : await rights.findColleagues(me, name),
  });
  switch (command.kind) {
    case 'history':
      return historyCard(await operations.myHistory(caller), reading);
    case 'my-data':
      return offeredCard(reading);
    case 'read-my-data':
      return myDataCard((await rights.myData(me, reading.words.language)).text, null, about, reading);
    case 'privacy':
      return privacyCard(about, reading);
    case 'coordinator':
      return coordinatorCard(about, reading);
    case 'erase-ask':
      return askToEraseCard(await rights.askToErase(me), false, reading);
    case 'erase': {
      const result = await rights.confirmErasure(me, command.token);
      if (result.kind === 'confirmed') return erasedCard(result, reading);
      return askToEraseCard(await rights.askToErase(me), true, reading);
    }
    case 'never-with':
      return neverWithCard(await search(command.name), await rights.neverWith(me), reading);
    case 'keep-apart':
      return keptApartCard(await rights.addNeverWith(me, command.person), reading);
    case 'take-back':
      await rights.removeNeverWith(me, command.person);
      return plainCard(reading.words.neverWith.takenBack, reading);
    case 'invite':
      return inviteCard(await search(command.name), reading);
    case 'invite-person':
      return inviteSentCard(await rights.invite(me, command.person), reading);
    case 'decline-invitation':
      await rights.declineInvitation(me);
      return declinedCard(reading);
  }
}
