import type { Caller } from '../../core/enrolment/caller.ts';
import { plainCard } from '../cards/answer-cards.ts';
import type { AdaptiveCard } from '../cards/card.ts';
import { myDataCard } from '../cards/rights/about-cards.ts';
import type { Command } from '../commands/command.ts';
import { consentIn, putFile } from '../framework/files.ts';
import type { InvokeAnswer } from '../framework/replies.ts';
import { answerCommand } from './answer-command.ts';
import { readingOfCaller } from '../with-standing.ts';
import type { Turn } from '../turn.ts';

/**
 * Carries out a command. To somebody who asks for their data, a file is offered, which is made when they allow it. Where
 * files cannot be offered, the card shows the data.
 */
export async function answerWithFile(turn: Turn, caller: Caller, command: Command): Promise<AdaptiveCard> {
  const card = await answerCommand(turn.operations, caller, command);
  if (command.kind !== 'my-data') return card;
  const { reading, file, shown } = await dataOf(turn, caller);
  const { fileName, fileAbout } = reading.words.myData;
  const offer = { name: fileName, about: fileAbout, bytes: Buffer.byteLength(file) };
  return (await turn.replies.offerFile(offer)) ? card : shown;
}

/**
 * Answers a pressed button of the offer, however late: the file is made now, and put where Teams says. The offer goes, so that
 * it is not pressed twice.
 */
export async function answerConsent(turn: Turn, caller: Caller): Promise<InvokeAnswer> {
  const { activity, operations, replies, log } = turn;
  const consent = consentIn(activity);
  if (consent === null) return { status: 400 };
  if (consent.action === 'accept') {
    const { file, shown } = await dataOf(turn, caller);
    const failure = await putFile(consent.uploadInfo, file, activity);
    if (failure === null) await replies.file(consent.uploadInfo);
    else {
      log('file not taken', { reason: failure });
      await replies.card(shown);
    }
  } else {
    const reading = await readingOfCaller(operations, caller);
    await replies.card(plainCard(reading.words.myData.declined, reading));
  }
  if (activity.replyToId !== undefined) await replies.remove(activity.replyToId);
  return { status: 200 };
}

/** All that is kept about somebody, as a file and as the card that takes its place. */
async function dataOf({ operations }: Turn, caller: Caller) {
  const reading = await readingOfCaller(operations, caller);
  const { file, text } = await operations.rights.myData(caller.id, reading.words.language);
  return { reading, file, shown: myDataCard(text, reading.words.myData.noFile, operations.about, reading) };
}
