import { z } from 'zod';

/** A field of a card. */
export interface Field {
  readonly id: string;
  readonly label: string;
  readonly type: string;
  /** What it holds before anybody changes it; undefined for nothing. */
  readonly value: string | undefined;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  readonly valueOn: string;
  readonly valueOff: string;
}

const action = z.looseObject({
  type: z.string(),
  title: z.string().default(''),
  verb: z.string().optional(),
  data: z.record(z.string(), z.unknown()).default({}),
  card: z.unknown().optional(),
});
/** A button of a card. */
export type Button = z.infer<typeof action>;

const list = z.array(z.unknown()).default([]);
const element = z.looseObject({
  type: z.string(),
  id: z.string().optional(),
  isVisible: z.boolean().default(true),
  text: z.string().default(''),
  style: z.string().optional(),
  title: z.string().default(''),
  label: z.string().default(''),
  value: z.coerce.string().optional(),
  placeholder: z.string().default(''),
  altText: z.string().default(''),
  valueOn: z.string().default('true'),
  valueOff: z.string().default('false'),
  isMultiSelect: z.boolean().default(false),
  facts: z.array(z.object({ title: z.string(), value: z.string() })).default([]),
  choices: z.array(z.object({ title: z.string(), value: z.string() })).default([]),
  inlines: z.array(z.union([z.string(), z.looseObject({ text: z.string().default('') })])).default([]),
  ...{ body: list, items: list, columns: list, rows: list, cells: list, actions: list },
});
type Element = z.infer<typeof element>;

/**
 * A card as lines that can be read aloud: titles, texts, facts, fields, and the buttons in brackets. What differs from one run to
 * the next, a port or the id of an activity, is left out.
 */
export function cardLines(card: unknown): string[] {
  return linesOf(element.parse(card)).map((line) =>
    line.replace(/127\.0\.0\.1:\d+/g, '127.0.0.1').replace(/activity: \S+/g, 'activity: …'),
  );
}

/** The fields of a card, in their order. */
export function fieldsOf(card: unknown): Field[] {
  return everyElement(element.parse(card)).flatMap((one) =>
    one.type.startsWith('Input.') && one.id !== undefined
      ? [{ ...one, id: one.id, label: one.label || one.title, value: one.value }]
      : [],
  );
}

/** The buttons of a card, in their order. */
export function buttonsOf(card: unknown): Button[] {
  return everyElement(element.parse(card)).flatMap(({ actions }) =>
    actions.map((each) => action.parse(each)).flatMap((each) => [each, ...shownBy(each)]),
  );
}

function shownBy({ card }: Button): Button[] {
  return card === undefined ? [] : buttonsOf(card);
}

function linesOf(one: Element): string[] {
  if (!one.isVisible) return [];
  const inside = partsOf(one).flatMap(linesOf);
  const buttons = one.actions.map((each) => action.parse(each));
  const below = buttons.flatMap(({ card }) => (card === undefined ? [] : cardLines(card)));
  return [
    ...ownLines(one),
    ...inside,
    ...(buttons.length === 0 ? [] : [buttons.map(buttonText).join(' ')]),
    ...below,
  ];
}

function ownLines(one: Element): string[] {
  switch (one.type) {
    case 'AdaptiveCard':
    case 'Container':
    case 'ColumnSet':
    case 'Column':
    case 'ActionSet':
    case 'Table':
    case 'TableRow':
    case 'TableCell':
      return [];
    case 'TextBlock':
      return [one.style === 'heading' ? `# ${read(one.text)}` : read(one.text)];
    case 'RichTextBlock':
      return [one.inlines.map((part) => read(typeof part === 'string' ? part : part.text)).join('')];
    case 'FactSet':
      return one.facts.map(({ title, value }) => `- ${read(title)}: ${read(value)}`);
    case 'Image':
      return [`(picture: ${one.altText})`];
    case 'Input.Toggle':
      return [`${one.label === '' ? '' : `${one.label}: `}${box(one.value === one.valueOn)} ${one.title}`];
    case 'Input.ChoiceSet': {
      const chosen = one.value?.split(',') ?? [];
      const mark = one.isMultiSelect ? box : dot;
      return [
        `${one.label}: ${one.choices.map(({ title, value }) => `${mark(chosen.includes(value))} ${title}`).join(' ')}`,
      ];
    }
    default:
      return one.type.startsWith('Input.')
        ? [`${one.label}: ${one.value ?? `____${one.placeholder === '' ? '' : ` (${one.placeholder})`}`}`]
        : [`(${one.type})`];
  }
}

function buttonText({ type, title }: Button): string {
  return type === 'Action.OpenUrl' ? `[${title} ↗]` : `[${title}]`;
}

const box = (isTicked: boolean) => (isTicked ? '[x]' : '[ ]');
const dot = (isChosen: boolean) => (isChosen ? '(x)' : '( )');

function everyElement(one: Element): Element[] {
  return [one, ...partsOf(one).flatMap(everyElement)];
}

function partsOf({ body, items, columns, rows, cells }: Element): Element[] {
  return [...body, ...items, ...columns, ...rows, ...cells].map((part) => element.parse(part));
}

/** Text as it is seen: without the marks that keep Markdown and links apart, on one line. */
function read(text: string): string {
  return text
    .replace(/\\([\\`*_~<[\]&#>+\-.)])/g, '$1')
    .replaceAll('\u2060', '')
    .replace(/\s*\n\s*/g, ' / ');
}
