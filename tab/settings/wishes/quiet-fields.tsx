import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { useApp } from '../../context/app-context.ts';
import { useLooks } from '../looks.ts';
import { faultsOf, type Form } from './form.ts';

interface Props {
  readonly form: Form;
  readonly onChange: (change: Partial<Form>) => void;
}

const choices = ['work', 'own'] as const;
const ends = [
  ['from', 'quietFrom'],
  ['to', 'quietTo'],
] as const;

/** When messages wait: outside the working hours, or between two times. */
export function QuietFields({ form, onChange }: Props) {
  const looks = useLooks();
  const said = useApp().words.mySettings.wishes;
  const faults = faultsOf(form);
  return (
    <>
      <Field label={said.quiet} hint={said.quietText}>
        <RadioGroup
          value={form.quiet}
          onChange={(_, { value }) => {
            onChange({ quiet: choices.find((choice) => choice === value) ?? form.quiet });
          }}
        >
          {choices.map((choice) => (
            <Radio key={choice} value={choice} label={said.quietChoices[choice]} />
          ))}
        </RadioGroup>
      </Field>
      {form.quiet === 'own' && (
        <div className={looks.row} role="group" aria-label={said.quiet}>
          {ends.map(([end, label]) => {
            const fault = faults[end];
            return (
              <Field
                key={end}
                label={said[label]}
                className={looks.time}
                validationMessage={fault === undefined ? null : said[fault]}
              >
                <Input
                  type="time"
                  value={form[end]}
                  onChange={(_, { value }) => {
                    onChange({ [end]: value });
                  }}
                />
              </Field>
            );
          })}
        </div>
      )}
    </>
  );
}
