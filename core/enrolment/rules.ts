import { hasAcceptedRules, type Participant, rulesVersion } from '../records/participant.ts';
import type { Answers, Preferences } from '../records/profile.ts';

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
