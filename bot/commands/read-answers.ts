import * as z from 'zod';
import { longestTakeaway, mostWritten } from '../../core/records/limits/most-written.ts';
import { oneLine } from '../../core/records/limits/one-line.ts';
import { type Answers, answers, preferences, profile, type Profile } from '../../core/records/profile.ts';
import type { Feedback } from '../../core/records/placement.ts';
import { languages } from '../../core/words/languages.ts';
import type { Words } from '../../core/words/words.ts';

/** The values of the field for the length of a meeting. `scheme` means the scheme's own length. */
export const minutesChoices = { scheme: null, '30': 30, '45': 45, '60': 60 } as const satisfies Record<
  string,
  Answers['preferences']['minutes']
>;

/** The value of the field for the language that stands for the language of the Teams client. */
export const asInTeams = 'teams';

/** The languages to choose from: not those for trying out. */
export const offered = languages.filter(({ isTrial }) => !isTrial);

/** The field of each ground rule. */
export const ruleFields = {
  between: 'rule-between',
  selling: 'rule-selling',
  turnUp: 'rule-turn-up',
} as const satisfies Record<keyof Words['signUp']['rules'], string>;

/** The field of the scheme's own rule. */
export const ownRuleField = 'rule-own';

/** A tick. Clients send it as text. */
const ticked = z
  .union([z.boolean(), z.string()])
  .nullish()
  .transform((given) => given === true || given === 'true');

/** What somebody wrote; null: nothing. */
const written = (most: number) =>
  z
    .string()
    .nullish()
    .transform((given) => oneLine(given ?? '', most));

/** The fields of the sign-up card, as they come from outside. Those that are missing count as empty. */
const fields = z.object({
  /** The version of the ground rules that the card showed; absent: it showed none. */
  rules: z.int().nullish(),
  [ruleFields.between]: ticked,
  [ruleFields.selling]: ticked,
  [ruleFields.turnUp]: ticked,
  /** The scheme's own rule that the card showed. */
  ownRule: answers.shape.ownRule,
  [ownRuleField]: ticked,
  hours: preferences.shape.hours.nullish(),
  minutes: z.enum(['scheme', '30', '45', '60']).nullish(),
  drink: written(mostWritten.drink),
  about: written(mostWritten.about),
  askMe: written(mostWritten.askMe),
  third: ticked,
  call: profile.shape.call.nullish(),
  language: z.enum([asInTeams, ...offered.map(({ language }) => language)]).nullish(),
});

/** Reads the fields of the sign-up card. */
export const answersOnCard = fields.transform((given): Answers => {
  const { rules, ownRule, hours, minutes, third } = given;
  const isOwnTicked = ownRule === undefined || given[ownRuleField];
  const ticks = isOwnTicked && Object.values(ruleFields).every((field) => given[field]);
  return {
    ...(typeof rules === 'number' && { rules: ticks ? rules : null }),
    ...(ticks && ownRule !== undefined && { ownRule }),
    preferences: { hours: hours ?? 'either', minutes: minutesChoices[minutes ?? 'scheme'], third },
    profile: profileOf(given),
  };
});

function profileOf({ drink, about, askMe, call, language }: z.infer<typeof fields>): Profile {
  return {
    ...(drink !== null && { drink }),
    ...(about !== null && { about }),
    ...(askMe !== null && { askMe }),
    call: call ?? 'video',
    language: language === asInTeams ? null : (language ?? null),
  };
}

/** Reads the fields of the card that asks how a meeting was. */
export const feedbackOnCard = z
  .object({
    face: z
      .enum(['1', '2', '3', '4'])
      .nullish()
      .catch(null)
      .transform((given) => (given ? Number(given) : null)),
    takeaway: written(longestTakeaway),
    shared: ticked,
  })
  .transform(({ face, takeaway, shared }): Feedback => ({
    ...(face !== null && { face }),
    ...(takeaway !== null && { takeaway }),
    shared,
  }));
