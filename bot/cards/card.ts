import type { Verb } from '../commands/command.ts';

/** The parts of Adaptive Cards 1.5 that we use. */
export interface TextBlock {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly id?: string;
  readonly size?: 'Large' | 'Medium';
  readonly weight?: 'Bolder';
  readonly style?: 'heading';
  readonly isSubtle?: true;
  readonly spacing?: 'Small' | 'Medium' | 'Large';
}

export interface FactSet {
  readonly type: 'FactSet';
  readonly facts: readonly { readonly title: string; readonly value: string }[];
}

interface DateInput {
  readonly type: 'Input.Date';
  readonly id: string;
  readonly label: string;
}

/** A drop-down list of which one entry is chosen. */
interface ChoiceInput {
  readonly type: 'Input.ChoiceSet';
  readonly id: string;
  readonly label: string;
  readonly style: 'compact';
  /** The entry that is chosen at first. */
  readonly value: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
}

/** One line of text. */
interface TextInput {
  readonly type: 'Input.Text';
  readonly id: string;
  readonly label: string;
  readonly maxLength: number;
  /** What is filled in, as it is: clients do not render Markdown in fields. */
  readonly value?: string;
}

/** A box to tick. */
interface ToggleInput {
  readonly type: 'Input.Toggle';
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly value: 'true' | 'false';
  readonly wrap: true;
  /** Clients send nothing without the tick, and show the message. */
  readonly isRequired?: true;
  readonly errorMessage?: string;
}

export type Input = DateInput | ChoiceInput | TextInput | ToggleInput;

export type Element = TextBlock | FactSet | Input;

type Data = Readonly<Record<string, string | number>>;

interface Submit {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly data: Data;
  readonly associatedInputs?: 'none';
}

export type Action =
  | { readonly type: 'Action.OpenUrl'; readonly title: string; readonly url: string }
  | {
      readonly type: 'Action.Execute';
      readonly title: string;
      readonly verb: Verb;
      readonly data: Data;
      /** `none`: the card's fields are neither checked nor sent. */
      readonly associatedInputs?: 'none';
      /** For clients that do not know Action.Execute. */
      readonly fallback: Submit;
    };

export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  readonly lang: string;
  /** Shown in notifications and by clients that cannot show cards. */
  readonly fallbackText: string;
  readonly speak: string;
  readonly body: readonly Element[];
  readonly actions: readonly Action[];
}

/** A card. `summary` is what screen readers say, and what clients show that cannot show cards. */
export function card(
  lang: string,
  summary: string,
  body: readonly Element[],
  actions: readonly Action[],
): AdaptiveCard {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang,
    fallbackText: unmarked(summary),
    speak: unmarked(summary),
    body,
    actions,
  };
}

export function heading(text: string): TextBlock {
  return {
    type: 'TextBlock',
    text: plain(text),
    wrap: true,
    size: 'Large',
    weight: 'Bolder',
    style: 'heading',
  };
}

export function text(words: string): TextBlock {
  return { type: 'TextBlock', text: plain(words), wrap: true };
}

/** A small heading. */
export function label(words: string): TextBlock {
  return { ...text(words), weight: 'Bolder', spacing: 'Medium' };
}

export function subtle(words: string): TextBlock {
  return { ...text(words), isSubtle: true, spacing: 'Small' };
}

export function factSet(facts: readonly { readonly title: string; readonly value: string }[]): FactSet {
  return {
    type: 'FactSet',
    facts: facts.map(({ title, value }) => ({ title: plain(title), value: plain(value) })),
  };
}

/**
 * A button that comes back as a command. The verb is in the data as well, because `Action.Submit` carries nothing
 * else.
 * @param more further data that the command needs
 */
export function button(title: string, verb: Verb, scheme: string | null, more: Data = {}): Action {
  const data = { verb, ...(scheme !== null && { scheme }), ...more };
  return {
    type: 'Action.Execute',
    title,
    verb,
    data,
    fallback: { type: 'Action.Submit', title, data },
  };
}

/** A button beside the one that sends the card's fields: it works although required fields are empty. */
export function aside(action: Action): Action {
  if (action.type !== 'Action.Execute') return action;
  const free = { associatedInputs: 'none' } as const;
  return { ...action, ...free, fallback: { ...action.fallback, ...free } };
}

/**
 * Words as they are. Teams renders Markdown in text blocks, and names come from outside: none of them may become a link,
 * a date or a list. Marks are escaped.
 */
function plain(words: string): string {
  return apart(words)
    .replace(/[\\`*_~<[\]]|&(?=#?\w+;)/g, '\\$&')
    .replace(/^[#>+-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** Words for places where it depends on the client whether Markdown is rendered: without marks. */
function unmarked(words: string): string {
  return apart(words).replace(/[\\`*_~<>[\]]/g, '');
}

/** On one line, and with an invisible word joiner in whatever clients make links, dates or placeholders of. */
function apart(words: string): string {
  return words
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .trim()
    .replace(/[{$](?=\{)|\/(?=\/)|\.(?=\p{L})/gu, '$&\u2060')
    .replace(/@/g, '\u2060@');
}
