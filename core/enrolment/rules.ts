import { mostWritten } from '../records/limits/most-written.ts';
import { oneLine } from '../records/limits/one-line.ts';
import { hasAcceptedRules, type Participant, rulesVersion } from '../records/participant.ts';
import type { Answers, Preferences } from '../records/profile.ts';
import type { Scheme } from '../records/scheme.ts';

/** Answers with what somebody wrote in them as it is kept. */
export function tidyAnswers({ profile, ...answers }: Answers): Answers {
  const { drink = '', about = '', askMe = '', ...chosen } = profile;
  const written = Object.entries({ drink, about, askMe }).flatMap(([name, text]) => {
    const line = oneLine(text, mostWritten[name as keyof typeof mostWritten]);
    return line === null ? [] : [[name, line] as const];
  });
  return { ...answers, profile: { ...chosen, ...Object.fromEntries(written) } };
}

/** Whether all ground rules of today are ticked on a card, the scheme's own one too. */
export function acceptsRules(
  answers: Pick<Answers, 'rules' | 'ownRule'>,
  { ownRule }: Pick<Scheme, 'ownRule'>,
): boolean {
  return answers.rules === rulesVersion && (ownRule === null || answers.ownRule === ownRule);
}

/**
 * The participant of a scheme with what they filled in. It is the same object when nothing is new. The first time at which they
 * accepted the rules as they are is kept.
 * @param now epoch milliseconds
 */
export function withAnswers(
  participant: Participant,
  answers: Pick<Answers, 'preferences' | 'rules' | 'ownRule'>,
  scheme: Pick<Scheme, 'ownRule'>,
  now: number,
): Participant {
  const { preferences } = answers;
  const isNew = acceptsRules(answers, scheme) && !hasAcceptedRules(participant, scheme);
  if (!isNew && isSame(participant.preferences, preferences)) return participant;
  const own = scheme.ownRule === null ? {} : { own: scheme.ownRule };
  const accepted = [...(participant.rules ?? []), { version: rulesVersion, acceptedAt: now, ...own }];
  return { ...participant, preferences, ...(isNew && { rules: accepted }) };
}

function isSame(a: Preferences | null, b: Preferences): boolean {
  return a?.hours === b.hours && a.minutes === b.minutes && a.third === b.third;
}
