import type { JoinResult } from '../../../core/enrolment/join.ts';
import type { PreferResult } from '../../../core/enrolment/prefer.ts';
import type { Standing } from '../../../core/enrolment/standing.ts';
import { dateText } from '../../../core/words/when.ts';
import { standingCard } from '../answer-cards.ts';
import { type Action, type AdaptiveCard, aside, button, card, type Element, heading, text } from '../card.ts';
import { nextText, type Reading } from '../reading.ts';
import { tabButton } from '../tab-link.ts';
import { askedRules, type Filled, profileLines, ruleFieldsOf, wishFields } from './sign-up-fields.ts';

/**
 * The card with which somebody signs up: the ground rules, and what may stay empty.
 * @param lead why it is shown again; null the first time
 * @param filled what they filled in before
 */
export function signUpCard(
  standing: Standing,
  { lead, filled }: { readonly lead: string | null; readonly filled: Filled },
  reading: Reading,
): AdaptiveCard {
  const { words } = reading;
  const title = words.signUp.title({ scheme: standing.scheme.name });
  const said = lead ?? words.signUp.known;
  return card(
    words.language,
    `${title}. ${said}`,
    [
      heading(title),
      text(said),
      ...ruleFieldsOf(standing.scheme, reading),
      ...wishFields(standing.scheme, filled, reading),
    ],
    [
      button(words.signUp.buttons.send, 'sign-up', standing.scheme.id, askedRules(standing.scheme)),
      aside(button(words.signUp.buttons.look, 'look-first', null)),
    ],
  );
}

/**
 * The answers of somebody who takes part, to be changed. It asks for the ground rules as long as they are not accepted.
 * @param lead why it is shown again; null when they asked for it
 * @param filled what they filled in and could not be stored; null: what is stored
 */
export function settingsCard(
  standing: Standing,
  { lead, filled }: { readonly lead: string | null; readonly filled: Filled | null },
  reading: Reading,
): AdaptiveCard {
  const { words } = reading;
  if (standing.status === 'not-in' || standing.status === 'left') return standingCard(standing, reading);
  const title = words.signUp.settingsTitle;
  return card(
    words.language,
    lead === null ? title : `${title}. ${lead}`,
    [
      heading(title),
      ...(lead === null ? [] : [text(lead)]),
      ...settingsFields(standing, filled ?? standing, reading),
    ],
    [
      saveButton(standing, reading),
      aside(button(words.buttons['my-pairing'], 'my-pairing', null)),
      ...tabButton('me', reading),
    ],
  );
}

/**
 * Says when somebody who joined will meet somebody. It asks for the ground rules, and for what may stay empty, unless that was
 * filled in before.
 */
export function joinCard(
  { kind, standing }: Exclude<JoinResult, { readonly kind: 'refused' | 'unchanged' }>,
  reading: Reading,
): AdaptiveCard {
  const { words, tag } = reading;
  const { scheme, late, acceptedRules } = standing;
  const next = nextText(scheme, reading);
  const said =
    late === undefined
      ? [words.joined[kind]({ scheme: scheme.name, ...next })]
      : [
          words.signUp.late[kind]({ week: dateText(late, tag), scheme: scheme.name }),
          words.signUp.afterLate(next),
        ];
  const steps = [
    button(words.buttons['my-pairing'], 'my-pairing', null),
    button(words.buttons.settings, 'settings', null),
    button(words.buttons.pause, 'pause-ask', scheme.id),
  ];
  const summary = said.join(' ');
  if (acceptedRules === true) {
    return card(words.language, summary, [...said.map(text), ...shownLines(standing, reading)], steps);
  }
  return card(
    words.language,
    summary,
    [...[...said, words.signUp.known].map(text), ...settingsFields(standing, standing, reading)],
    [saveButton(standing, reading), ...steps.filter((step) => !isSettings(step)).map(aside)],
  );
}

/** Says what was stored, and what others will read of it. */
export function preferCard(
  { standing }: Extract<PreferResult, { readonly kind: 'kept' }>,
  reading: Reading,
): AdaptiveCard {
  const { words } = reading;
  const { hours, minutes } = standing.preferences;
  const { usual, longer } = words.preferences.kept[hours];
  const least = standing.scheme.minutes;
  const said = minutes !== null && minutes > least ? longer({ minutes }) : usual({ minutes: least });
  return card(
    words.language,
    said,
    [text(said), ...shownLines(standing, reading)],
    [
      button(words.buttons['my-pairing'], 'my-pairing', null),
      button(words.buttons.settings, 'settings', null),
      button(words.buttons.pause, 'pause-ask', standing.scheme.id),
    ],
  );
}

function settingsFields(standing: Standing, filled: Filled, reading: Reading): Element[] {
  const rules = standing.acceptedRules === true ? [] : ruleFieldsOf(standing.scheme, reading);
  return [...rules, ...wishFields(standing.scheme, filled, reading)];
}

function saveButton({ scheme, acceptedRules }: Standing, { words }: Reading): Action {
  return button(
    words.buttons.save,
    'save-settings',
    scheme.id,
    acceptedRules === true ? {} : askedRules(scheme),
  );
}

function isSettings(action: Action): boolean {
  return action.type === 'Action.Execute' && action.verb === 'settings';
}

function shownLines({ profile }: Standing, reading: Reading): Element[] {
  const lines = profile === undefined ? [] : profileLines(profile, reading);
  return lines.length === 0 ? [] : [text(reading.words.signUp.shown), ...lines];
}
