import type { LeaveResult } from '../../core/enrolment/leave.ts';
import type { PauseResult } from '../../core/enrolment/pause.ts';
import type { Standing } from '../../core/enrolment/standing.ts';
import type { SchemeView } from '../../core/schemes/scheme-view.ts';
import { dateText } from '../../core/words/when.ts';
import type { Words } from '../../core/words/words.ts';
import type { Command, Guess, KindWord } from '../commands/command.ts';
import { type Action, type AdaptiveCard, button, card, heading, text } from './card.ts';
import { nextText, type Reading } from './reading.ts';

/** What an operation did that was not refused, and no repeat. */
type Done<Result extends { readonly kind: string }> = Exclude<
  Result,
  { readonly kind: 'refused' | 'unchanged' }
>;

/** The answer to everything before there is a scheme. Its button signs people up once there is one. */
export function soonCard({ words }: Pick<Reading, 'words'>): AdaptiveCard {
  const { soon, welcome } = words.signUp;
  return card(
    words.language,
    `${soon.title}. ${soon.text}`,
    [heading(soon.title), text(welcome.what), text(soon.text)],
    [button(soon.again, 'sign-up-ask', null)],
  );
}

/** The answer to a greeting: whether somebody takes part, and what they can do. */
export function helloCard(standing: Standing, reading: Reading): AdaptiveCard {
  const { words } = reading;
  const state = standingText(standing, reading);
  const hello = words.hello({ name: standing.reader.name });
  const about = standing.status === 'not-in' ? [text(words.signUp.welcome.what)] : [];
  return card(
    words.language,
    `${hello} ${state}`,
    [heading(hello), ...about, text(state), text(words.canSay)],
    nextSteps(standing, reading),
  );
}

/**
 * The answer to anything that was not understood: what the bot can do, and whom to ask.
 * @param support a mail address or an https URL
 */
export function unknownCard(standing: Standing, reading: Reading, support: string): AdaptiveCard {
  const { words } = reading;
  return card(
    words.language,
    `${words.notUnderstood} ${words.canSay}`,
    [text(words.notUnderstood), text(words.canSay), text(words.otherwise({ support }))],
    [...nextSteps(standing, reading), button(words.buttons.coordinator, 'coordinator', null)],
  );
}

/** Asks which of at most three things somebody meant. Nothing is done before a press. */
export function unclearCard(
  { guesses, name }: Omit<Extract<Command, { kind: 'unclear' }>, 'kind'>,
  standing: Standing,
  reading: Reading,
  support: string,
): AdaptiveCard {
  const { words } = reading;
  const { scheme } = standing;
  const help = guesses.includes('help') ? [] : [button(words.buttons.help, 'help', null)];
  const person = guesses.includes('coordinator')
    ? []
    : [button(words.buttons.coordinator, 'coordinator', null)];
  return card(
    words.language,
    words.didYouMean,
    [text(words.didYouMean), text(words.otherwise({ support }))],
    [
      ...guesses.map((guess) =>
        button(labelOf(guess, words), guess, scheme.id, name === null ? {} : { name }),
      ),
      ...help,
      ...person,
    ],
  );
}

function labelOf(guess: Guess, { buttons }: Words): string {
  switch (guess) {
    case 'leave-ask':
      return buttons.leave;
    case 'pause-ask':
      return buttons.pause;
    case 'skip-ask':
      return buttons.skip;
    default:
      return buttons[guess];
  }
}

/** A kind word in answer to one, and nothing to do. */
export function kindWordCard(about: KindWord, standing: Standing, reading: Reading): AdaptiveCard {
  const { words } = reading;
  const hello = about === 'small-talk' ? [words.hello({ name: standing.reader.name })] : [];
  const said = [...hello, words.kind[about]];
  return card(words.language, said.join(' '), said.map(text), nextSteps(standing, reading));
}

export function pauseCard(
  { standing: { scheme }, until }: Done<PauseResult>,
  reading: Reading,
): AdaptiveCard {
  const { words, tag } = reading;
  return sentence(words.paused({ scheme: scheme.name, until: dateText(until, tag) }), reading, [
    button(words.buttons['come-back'], 'join', scheme.id),
    button(words.buttons.help, 'help', null),
  ]);
}

export function leaveCard({ kind, standing }: Done<LeaveResult>, reading: Reading): AdaptiveCard {
  const { words } = reading;
  const { scheme } = standing;
  if (kind !== 'left') return sentenceCard(words.notIn({ scheme: scheme.name }), standing, reading);
  return sentence(words.left({ scheme: scheme.name }), reading, [
    button(words.buttons['come-back'], 'join', scheme.id),
    button(words.buttons.help, 'help', null),
  ]);
}

export function noPairingCard(standing: Standing, reading: Reading): AdaptiveCard {
  if (standing.status !== 'active') return standingCard(standing, reading);
  const { words, tag } = reading;
  const { late, scheme } = standing;
  const next = nextText(scheme, reading);
  const said =
    late === undefined
      ? words.noPairing(next)
      : `${words.signUp.noPairingLate({ week: dateText(late, tag) })} ${words.signUp.afterLate(next)}`;
  return sentenceCard(said, standing, reading);
}

/** The answer to a command that was carried out before: whether somebody takes part now. */
export function standingCard(standing: Standing, reading: Reading): AdaptiveCard {
  return sentenceCard(standingText(standing, reading), standing, reading);
}

export function refusalCard(
  reason: keyof Words['refused'],
  standing: Standing,
  reading: Reading,
): AdaptiveCard {
  return sentenceCard(reading.words.refused[reason], standing, reading);
}

/** One sentence, and the buttons that fit whether somebody takes part. */
export function sentenceCard(said: string, standing: Standing, reading: Reading): AdaptiveCard {
  return sentence(said, reading, nextSteps(standing, reading));
}

/** One sentence, with buttons. */
function sentence(said: string, { words }: Reading, actions: readonly Action[]): AdaptiveCard {
  return card(words.language, said, [text(said)], actions);
}

/** One sentence to somebody of whom nothing more is known at the moment. */
export function plainCard(said: string, reading: Reading): AdaptiveCard {
  return sentence(said, reading, [
    button(reading.words.buttons['my-pairing'], 'my-pairing', null),
    button(reading.words.buttons.help, 'help', null),
  ]);
}

/** Whether somebody takes part. */
export function standingText({ status, scheme, pausedUntil }: Standing, reading: Reading): string {
  const { words, tag } = reading;
  switch (status) {
    case 'not-in':
    case 'left':
      return words.standing[status]({ scheme: scheme.name });
    case 'active':
      return words.standing.active({ scheme: scheme.name, ...nextText(scheme, reading) });
    case 'paused':
      return pausedUntil === undefined
        ? words.standing.pausedOpen({ scheme: scheme.name })
        : words.standing.paused({ scheme: scheme.name, until: dateText(pausedUntil, tag) });
  }
}

/** The buttons that fit whether somebody takes part. */
export function nextSteps({ status, scheme }: Standing, { words }: Reading): Action[] {
  return status === 'active' ? stepsInside(scheme, words.buttons) : stepsBack(status, scheme, words.buttons);
}

type Labels = Reading['words']['buttons'];

function stepsInside(scheme: SchemeView, labels: Labels): Action[] {
  return [
    button(labels['my-pairing'], 'my-pairing', null),
    button(labels.settings, 'settings', null),
    button(labels.pause, 'pause-ask', scheme.id),
    button(labels.leave, 'leave-ask', scheme.id),
  ];
}

function stepsBack(status: 'not-in' | 'paused' | 'left', scheme: SchemeView, labels: Labels): Action[] {
  return [
    status === 'not-in'
      ? button(labels.join, 'sign-up-ask', scheme.id)
      : button(labels['come-back'], 'join', scheme.id),
    button(labels.help, 'help', null),
  ];
}
