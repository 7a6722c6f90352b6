import * as z from 'zod';
import type { Caller } from '../../core/enrolment/caller.ts';
import { readPressed } from '../commands/read-pressed.ts';
import { isFileConsent } from '../framework/files.ts';
import type { InvokeAnswer } from '../framework/replies.ts';
import { answerConsent, answerWithFile } from './data-file.ts';
import type { Turn } from '../turn.ts';

/** https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model */
const pressedAction = z.object({
  action: z.object({
    type: z.literal('Action.Execute'),
    verb: z.string().nullish(),
    data: z.record(z.string(), z.unknown()).nullish(),
  }),
});

/**
 * Answers a pressed button of a card (`adaptiveCard/action`) or of a file's offer (`fileConsent/invoke`): a card's with HTTP 200 and the card that takes its place.
 * The button's data are checked like typed text. The caller is the sender of the activity, whatever the data claim.
 */
export async function invoke(turn: Turn, caller: Caller): Promise<InvokeAnswer> {
  const { activity } = turn;
  if (isFileConsent(activity)) return answerConsent(turn, caller);
  if (activity.name !== 'adaptiveCard/action') return { status: 501 };
  const read = pressedAction.safeParse(activity.value);
  const command = read.success ? readPressed({ ...read.data.action.data, ...verbOf(read.data) }) : null;
  if (command === null) {
    return cardResponse(400, 'application/vnd.microsoft.error', {
      code: 'BadRequest',
      message: 'This button is not one of ours.',
    });
  }
  const card = await answerWithFile(turn, caller, command);
  return cardResponse(200, 'application/vnd.microsoft.card.adaptive', card);
}

function verbOf({ action }: z.infer<typeof pressedAction>): { verb?: string } {
  return typeof action.verb === 'string' ? { verb: action.verb } : {};
}

/** Teams always wants HTTP 200. The real status is `statusCode` in the body. */
function cardResponse(statusCode: number, type: string, value: unknown): InvokeAnswer {
  return { status: 200, body: { statusCode, type, value } };
}
