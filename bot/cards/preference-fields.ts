import type { Standing } from '../../core/enrolment/standing.ts';
import { minutesChoices } from '../commands/command.ts';
import { type Action, button, type ChoiceInput } from './card.ts';
import type { Reading } from './reading.ts';

/**
 * Fields for the preferred hours and length, filled in with the stored preferences. The command's reader
 * (`readPressed`) expects these field names.
 */
export function preferenceFields({ scheme, preferences }: Standing, { words }: Reading): ChoiceInput[] {
  const { hours, hoursChoices, minutes, schemeMinutes, longer: longerText } = words.preferences;
  const longer = Object.entries(minutesChoices).filter(
    ([, least]) => least !== null && least > scheme.minutes,
  );
  const chosen = longer.find(([, least]) => least === preferences.minutes);
  return [
    {
      type: 'Input.ChoiceSet',
      id: 'hours',
      label: hours,
      style: 'compact',
      value: preferences.hours,
      choices: (['either', 'morning', 'afternoon'] as const).map((value) => ({
        title: hoursChoices[value],
        value,
      })),
    },
    {
      type: 'Input.ChoiceSet',
      id: 'minutes',
      label: minutes,
      style: 'compact',
      value: chosen?.[0] ?? 'scheme',
      choices: [
        { title: schemeMinutes({ minutes: scheme.minutes }), value: 'scheme' },
        ...longer.map(([value]) => ({ title: longerText({ minutes: Number(value) }), value })),
      ],
    },
  ];
}

/** The button that sends the fields. */
export function savePreferences({ scheme }: Standing, { words }: Reading): Action {
  return button(words.buttons.save, 'prefer', scheme.id);
}
