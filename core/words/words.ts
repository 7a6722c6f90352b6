import type { Facts } from './icu/facts.ts';
import { speak } from './icu/speak.ts';
import type { Spoken } from './icu/text.ts';
import type { bot } from './en/bot.ts';
import type { invitation } from './en/invitation.ts';
import type { meeting } from './en/meeting.ts';
import type { month } from './en/month.ts';
import type { questions } from './en/questions.ts';
import type { rights } from './en/rights.ts';
import type { signUp } from './en/sign-up.ts';
import type { Typed } from './en/typed.ts';
import type * as list from './list.ts';

/**
 * What the bot and the invitations say in one language: whole sentences, in which days and times come already written in
 * the reader's language and zone. English is the measure: another language has the same texts, with no other parameters.
 */
export interface Words
  extends
    Spoken<typeof bot>,
    Spoken<typeof meeting>,
    Spoken<typeof invitation>,
    Typed,
    Pick<Facts, 'autonym' | 'region' | 'direction'> {
  /** BCP 47 language. */
  readonly language: string;
  readonly month: Spoken<typeof month>;
  readonly questions: Spoken<typeof questions>;
  readonly rights: Spoken<typeof rights>;
  readonly signUp: Spoken<typeof signUp>;
  /** Whether the language is for trying out alone. */
  readonly isTrial: boolean;
}

/** The words of a language in the list. */
export function wordsOf({
  language,
  bot,
  meeting,
  invitation,
  month,
  questions,
  rights,
  signUp,
  typed,
}: (typeof list)[keyof typeof list]): Words {
  const { tag, autonym, region, direction, trial } = language;
  return {
    ...speak(bot, tag),
    ...speak(meeting, tag),
    ...speak(invitation, tag),
    ...typed,
    month: speak(month, tag),
    questions: speak(questions, tag),
    rights: speak(rights, tag),
    signUp: speak(signUp, tag),
    language: tag,
    autonym,
    region,
    direction,
    isTrial: trial === true,
  };
}

/** A sentence about a change to a meeting, by who caused it: the reader, somebody else, or nobody. */
export interface Telling {
  /** Left out where it cannot be the reader. `partners`: the others' names. */
  readonly you?: (values: { readonly partners: string }) => string;
  readonly other: (values: { readonly name: string }) => string;
  readonly nobody: string;
}
