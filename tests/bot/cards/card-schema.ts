import { z } from 'zod';

/** Adaptive Cards 1.5 as published, in the part that Teams shows on a phone. Anything else is refused. */
const textBlock = z.strictObject({
  type: z.literal('TextBlock'),
  text: z.string().min(1),
  wrap: z.literal(true),
  id: z.string().optional(),
  size: z.enum(['Small', 'Default', 'Medium', 'Large', 'ExtraLarge']).optional(),
  weight: z.enum(['Lighter', 'Default', 'Bolder']).optional(),
  style: z.enum(['default', 'heading']).optional(),
  isSubtle: z.boolean().optional(),
  horizontalAlignment: z.enum(['Left', 'Center', 'Right']).optional(),
  spacing: z.enum(['None', 'Small', 'Default', 'Medium', 'Large', 'ExtraLarge', 'Padding']).optional(),
});
const factSet = z.strictObject({
  type: z.literal('FactSet'),
  facts: z.array(z.strictObject({ title: z.string().min(1), value: z.string().min(1) })).min(1),
});
const image = z.strictObject({
  type: z.literal('Image'),
  url: z.string().regex(/^data:image\/(png|jpeg);base64,/),
  altText: z.string(),
  width: z.string().regex(/^\d+px$/),
  height: z.string().regex(/^\d+px$/),
  style: z.enum(['default', 'person']),
});
const containerStyle = z.enum(['default', 'emphasis', 'good', 'attention', 'warning', 'accent']);
const container = z.strictObject({
  type: z.literal('Container'),
  id: z.string().optional(),
  style: containerStyle,
  bleed: z.literal(true).optional(),
  items: z.array(textBlock).min(1),
});
const columnSet = z.strictObject({
  type: z.literal('ColumnSet'),
  id: z.string().optional(),
  columns: z
    .array(
      z.strictObject({
        type: z.literal('Column'),
        width: z.union([z.literal(['auto', 'stretch']), z.string().regex(/^\d+px$/)]),
        style: containerStyle.optional(),
        minHeight: z
          .string()
          .regex(/^\d+px$/)
          .optional(),
        verticalContentAlignment: z.enum(['Top', 'Center', 'Bottom']).optional(),
        items: z.array(z.discriminatedUnion('type', [textBlock, image])).min(1),
      }),
    )
    .min(1),
});
const dateInput = z.strictObject({ type: z.literal('Input.Date'), id: z.string(), label: z.string().min(1) });
const choiceInput = z.strictObject({
  type: z.literal('Input.ChoiceSet'),
  id: z.string(),
  label: z.string().min(1),
  style: z.enum(['compact', 'expanded']),
  value: z.string().optional(),
  choices: z.array(z.strictObject({ title: z.string().min(1), value: z.string().min(1) })).min(2),
});
const textInput = z.strictObject({
  type: z.literal('Input.Text'),
  id: z.string(),
  label: z.string().min(1),
  maxLength: z.int().min(1),
  isMultiline: z.boolean().optional(),
  value: z.string().min(1).optional(),
});
const toggle = z.strictObject({
  type: z.literal('Input.Toggle'),
  id: z.string(),
  label: z.string().min(1),
  title: z.string().min(1),
  value: z.enum(['true', 'false']),
  wrap: z.literal(true),
  isRequired: z.literal(true).optional(),
  errorMessage: z.string().min(1).optional(),
});
const submit = z.strictObject({
  type: z.literal('Action.Submit'),
  title: z.string(),
  data: z.looseObject({}),
  associatedInputs: z.literal('none').optional(),
});
const action = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('Action.OpenUrl'),
    title: z.string().min(1),
    url: z.url(),
    style: z.literal('positive').optional(),
  }),
  z.strictObject({
    type: z.literal('Action.Execute'),
    title: z.string().min(1),
    style: z.literal('positive').optional(),
    verb: z.string(),
    data: z.looseObject({}),
    associatedInputs: z.literal('none').optional(),
    fallback: submit,
  }),
]);
export const adaptiveCard = z.strictObject({
  type: z.literal('AdaptiveCard'),
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  version: z.literal('1.5'),
  lang: z.string().min(2),
  fallbackText: z.string().min(1),
  speak: z.string().min(1),
  body: z
    .array(
      z.discriminatedUnion('type', [
        textBlock,
        factSet,
        container,
        columnSet,
        dateInput,
        choiceInput,
        textInput,
        toggle,
      ]),
    )
    .min(1),
  actions: z.array(action).max(6),
});
