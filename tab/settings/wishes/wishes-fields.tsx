import { Field, Switch } from '@fluentui/react-components';
import { mostWritten } from '../../../core/records/limits/most-written.ts';
import { useApp } from '../../context/app-context.ts';
import { offeredLanguages } from '../../words/load.ts';
import { useLooks } from '../looks.ts';
import { PartHeading } from '../section.tsx';
import { ChoiceField } from './choice-field.tsx';
import { asInTeams, type Form } from './form.ts';
import { QuietFields } from './quiet-fields.tsx';
import { WrittenField } from './written-field.tsx';

interface Props {
  readonly form: Form;
  /** The scheme's length of a meeting. */
  readonly minutes: number;
  readonly onChange: (change: Partial<Form>) => void;
}

const lengths = ['30', '45', '60'] as const;

/** The fields of the sign-up card, with the words of the chat. */
export function WishesFields({ form, minutes, onChange }: Props) {
  const looks = useLooks();
  const { mySettings, chat } = useApp().words;
  const { wishes, hours, hoursChoices, minutes: minutesLabel, schemeMinutes, longer } = mySettings;
  const { drink, about, askMe, call, calls, third, language, asInTeams: inTeams } = chat.signUp;
  const written = (name: keyof typeof mostWritten) => ({
    value: form[name],
    most: mostWritten[name],
    onChange: (value: string) => {
      onChange({ [name]: value });
    },
  });
  const chosen = <Name extends 'hours' | 'minutes' | 'call' | 'language'>(name: Name) => ({
    value: form[name],
    onChange: (value: Form[Name]) => {
      onChange({ [name]: value });
    },
  });

  return (
    <>
      <PartHeading>{wishes.seen}</PartHeading>
      <WrittenField label={drink} lines="one" {...written('drink')} />
      <WrittenField label={about} lines="several" {...written('about')} />
      <WrittenField label={askMe} lines="one" {...written('askMe')} />
      <PartHeading>{wishes.meeting}</PartHeading>
      <div className={looks.row}>
        <ChoiceField
          label={hours}
          {...chosen('hours')}
          choices={[
            ['either', hoursChoices.either],
            ['morning', hoursChoices.morning],
            ['afternoon', hoursChoices.afternoon],
          ]}
        />
        <ChoiceField
          label={minutesLabel}
          {...chosen('minutes')}
          choices={[
            ['scheme', schemeMinutes({ minutes })],
            ...lengths
              .filter((length) => Number(length) > minutes)
              .map((length) => [length, longer({ minutes: Number(length) })] as const),
          ]}
        />
        <ChoiceField
          label={call}
          {...chosen('call')}
          choices={[
            ['video', calls.video],
            ['phone', calls.phone],
          ]}
        />
        <Field label={third.name} className={looks.field}>
          <Switch
            checked={form.third}
            label={third.tick}
            onChange={(_, { checked }) => {
              onChange({ third: checked });
            }}
          />
        </Field>
      </div>
      <PartHeading>{wishes.messages}</PartHeading>
      <div className={looks.row}>
        <ChoiceField
          label={language}
          {...chosen('language')}
          choices={[
            [asInTeams, inTeams],
            ...offeredLanguages.map(({ tag, autonym }) => [tag, autonym] as const),
          ]}
        />
      </div>
      <QuietFields form={form} onChange={onChange} />
    </>
  );
}
