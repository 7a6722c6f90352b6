import { mostWritten } from '../records/limits/most-written.ts';
import { oneLine } from '../records/limits/one-line.ts';
import { hasAcceptedRules, type Participant, rulesVersion } from '../records/participant.ts';
import type { Answers, Preferences } from '../records/profile.ts';

/** Answers with what somebody wrote in them as it is kept. */
export function tidyAnswers({ profile, ...answers }: Answers): Answers {
  const { drink = '', about = '', askMe = '', ...chosen } = profile;
  const written = Object.entries({ drink, about, askMe }).flatMap(([name, text]) => {
    const line = oneLine(text, mostWritten[name as keyof typeof mostWritten]);
    return line === null ? [] : [[name, line] as const];
  });
  return { ...answers, profile: { ...chosen, ...Object.fromEntries(written) } };
}

/** Whether all ground rules of today are ticked on a card. */
export function acceptsRules({ rules }: Pick<Answers, 'rules'>): boolean {
  return rules === rulesVersion;
}

/**
 * The participant with what they filled in. It is the same object when nothing is new. The first time at which they accepted
 * a version of the rules is kept.
 * @param now epoch milliseconds
 */
export function withAnswers(
  participant: Participant,
  { preferences, rules }: Pick<Answers, 'preferences' | 'rules'>,
  now: number,
): Participant {
  const isNew = acceptsRules({ rules: rules ?? null }) && !hasAcceptedRules(participant);
  if (!isNew && isSame(participant.preferences, preferences)) return participant;
  const accepted = [...(participant.rules ?? []), { version: rulesVersion, acceptedAt: now }];
  return { ...participant, preferences, ...(isNew && { rules: accepted }) };
}

function isSame(a: Preferences | null, b: Preferences): boolean {
  return a?.hours === b.hours && a.minutes === b.minutes && a.third === b.third;
}
