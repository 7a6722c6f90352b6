import type { Verb } from '../commands/command.ts';
import { plain, unmarked } from './escape.ts';

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
  readonly spacing?: 'None' | 'Small' | 'Medium' | 'Large';
  readonly horizontalAlignment?: 'Center';
}

export interface FactSet {
  readonly type: 'FactSet';
  readonly facts: readonly { readonly title: string; readonly value: string }[];
}

/** A colour by what it means, so that each theme has its own. */
type ContainerStyle = 'accent' | 'emphasis';

export interface Container {
  readonly type: 'Container';
  readonly style: ContainerStyle;
  readonly id?: string;
  readonly bleed?: true;
  readonly items: readonly TextBlock[];
}

interface Image {
  readonly type: 'Image';
  readonly url: string;
  readonly altText: string;
  readonly width: '48px';
  readonly height: '48px';
  readonly style: 'person';
}

export interface Column {
  readonly type: 'Column';
  readonly width: '48px' | 'stretch';
  readonly style?: ContainerStyle;
  readonly minHeight?: '48px';
  readonly verticalContentAlignment?: 'Center';
  readonly items: readonly (TextBlock | Image)[];
}

export interface ColumnSet {
  readonly type: 'ColumnSet';
  readonly id?: string;
  readonly columns: readonly Column[];
}

interface DateInput {
  readonly type: 'Input.Date';
  readonly id: string;
  readonly label: string;
}

/** A list of which one entry is chosen: a drop-down list, or all entries below one another. */
interface ChoiceInput {
  readonly type: 'Input.ChoiceSet';
  readonly id: string;
  readonly label: string;
  readonly style: 'compact' | 'expanded';
  /** The entry that is chosen at first; absent: none. */
  readonly value?: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
}

/** A field for text. */
interface TextInput {
  readonly type: 'Input.Text';
  readonly id: string;
  readonly label: string;
  readonly maxLength: number;
  readonly isMultiline?: true;
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

export type Element = TextBlock | FactSet | Container | ColumnSet | Input;

type Data = Readonly<Record<string, string | number>>;

interface Submit {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly data: Data;
  readonly associatedInputs?: 'none';
}

/** The one button of a card that is for what most people do next. */
type Primary = 'positive';

export type Action =
  | {
      readonly type: 'Action.OpenUrl';
      readonly title: string;
      readonly url: string;
      readonly style?: Primary;
    }
  | {
      readonly type: 'Action.Execute';
      readonly title: string;
      readonly style?: Primary;
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
  /** Shown in notifications, and by clients that cannot show cards. */
  readonly fallbackText: string;
  readonly speak: string;
  readonly body: readonly Element[];
  readonly actions: readonly Action[];
}

/**
 * A card.
 * @param summary what screen readers say
 * @param notice what notifications show, and clients that cannot show cards: others may see it on somebody's screen
 */
export function card(
  lang: string,
  summary: string,
  body: readonly Element[],
  actions: readonly Action[],
  notice = summary,
): AdaptiveCard {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang,
    fallbackText: unmarked(notice),
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

/** A button that opens a page. */
export function link(title: string, url: string): Action {
  return { type: 'Action.OpenUrl', title, url };
}

/** Buttons of which the first is the primary one. */
export function withPrimary([first, ...others]: readonly Action[]): Action[] {
  return first === undefined ? [] : [{ ...first, style: 'positive' }, ...others];
}

/** A heading on a colour, over the whole width of the card. */
export function banner(words: string): Container {
  return { type: 'Container', style: 'accent', bleed: true, items: [heading(words)] };
}

/** Somebody's picture. */
export function picture(name: string, url: string): Image {
  return { type: 'Image', url, altText: unmarked(name), width: '48px', height: '48px', style: 'person' };
}

/** A button beside the one that sends the card's fields: it works although required fields are empty. */
export function aside(action: Action): Action {
  if (action.type !== 'Action.Execute') return action;
  const free = { associatedInputs: 'none' } as const;
  return { ...action, ...free, fallback: { ...action.fallback, ...free } };
}
