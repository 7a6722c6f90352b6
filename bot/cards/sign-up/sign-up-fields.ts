import { rulesVersion } from '../../../core/records/participant.ts';
import type { Standing } from '../../../core/enrolment/standing.ts';
import { mostWritten } from '../../../core/records/limits/most-written.ts';
import type { Answers, Profile } from '../../../core/records/profile.ts';
import type { MemberView } from '../../../core/words/pairing-view.ts';
import { asInTeams, minutesChoices, offered, ownRuleField, ruleFields } from '../../commands/read-answers.ts';
import { type Element, type Input, label, subtle, type TextBlock } from '../card.ts';
import type { Reading } from '../reading.ts';

/** What the fields of the sign-up card are filled in with. */
export type Filled = Pick<Answers, 'preferences'> & { readonly profile?: Profile };

/** The ticks for the ground rules, the scheme's own one last. None is set: each is a decision. */
export function ruleFieldsOf({ name, ownRule }: Standing['scheme'], { words }: Reading): Element[] {
  const { rulesTitle, rules, ownRule: own, ruleMissing } = words.signUp;
  const tick = (id: string, rule: { readonly name: string; readonly tick: string }): Input => ({
    type: 'Input.Toggle',
    id,
    label: rule.name,
    title: rule.tick,
    value: 'false',
    isRequired: true,
    errorMessage: ruleMissing,
    wrap: true,
  });
  return [
    label(rulesTitle),
    ...(['between', 'selling', 'turnUp'] as const).map((rule) => tick(ruleFields[rule], rules[rule])),
    ...(ownRule === null ? [] : [tick(ownRuleField, { name: own({ scheme: name }), tick: ownRule })]),
  ];
}

/** The data of a button that sends the ticks. */
export function askedRules({ ownRule }: Standing['scheme']) {
  return { rules: rulesVersion, ...(ownRule !== null && { ownRule }) };
}

/** The fields that may stay empty. `readAnswers` expects these names. */
export function wishFields(scheme: Standing['scheme'], filled: Filled, { words }: Reading): Element[] {
  const { signUp, preferences: said } = words;
  const { hours, minutes, third } = filled.preferences;
  const longer = Object.entries(minutesChoices).filter(
    ([, least]) => least !== null && least > scheme.minutes,
  );
  const chosen = longer.find(([, least]) => least === minutes);
  return [
    label(signUp.wishesTitle),
    choice('hours', said.hours, hours, [
      ['either', said.hoursChoices.either],
      ['morning', said.hoursChoices.morning],
      ['afternoon', said.hoursChoices.afternoon],
    ]),
    choice('minutes', said.minutes, chosen?.[0] ?? 'scheme', [
      ['scheme', said.schemeMinutes({ minutes: scheme.minutes })],
      ...longer.map(([value]) => [value, said.longer({ minutes: Number(value) })] as const),
    ]),
    written('drink', signUp.drink, filled),
    written('about', signUp.about, filled),
    written('askMe', signUp.askMe, filled),
    choice('call', signUp.call, filled.profile?.call ?? 'video', [
      ['video', signUp.calls.video],
      ['phone', signUp.calls.phone],
    ]),
    {
      type: 'Input.Toggle',
      id: 'third',
      label: signUp.third.name,
      title: signUp.third.tick,
      value: third === true ? 'true' : 'false',
      wrap: true,
    },
    choice('language', signUp.language, filled.profile?.language ?? asInTeams, [
      [asInTeams, signUp.asInTeams],
      ...offered.map(({ language, autonym }) => [language, autonym] as const),
    ]),
  ];
}

/** What somebody says about themselves, as those who meet them read it. */
export function profileLines(
  { drink, about, askMe }: Pick<MemberView, 'drink' | 'about' | 'askMe'>,
  { words }: Reading,
): TextBlock[] {
  const said = words.signUp.profile;
  return [
    ...(drink === undefined ? [] : [said.drink({ drink })]),
    ...(about === undefined ? [] : [said.about({ about })]),
    ...(askMe === undefined ? [] : [said.askMe({ askMe })]),
  ].map(subtle);
}

function choice(
  id: string,
  label: string,
  value: string,
  choices: readonly (readonly [value: string, title: string])[],
): Input {
  return {
    type: 'Input.ChoiceSet',
    id,
    label,
    style: 'compact',
    value,
    choices: choices.map(([value, title]) => ({ title, value })),
  };
}

function written(id: keyof typeof mostWritten, label: string, { profile }: Filled): Input {
  const value = profile?.[id];
  return {
    type: 'Input.Text',
    id,
    label,
    maxLength: mostWritten[id],
    ...(value !== undefined && { value }),
  };
}
