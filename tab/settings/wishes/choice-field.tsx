import { Field, Select } from '@fluentui/react-components';
import { useLooks } from '../looks.ts';

interface Props<Value extends string> {
  readonly label: string;
  /** What it leads to. */
  readonly hint?: string;
  /** What is wrong with it; null: nothing. */
  readonly fault?: string | null;
  readonly value: Value;
  readonly choices: readonly (readonly [value: Value, label: string])[];
  readonly onChange: (value: Value) => void;
}

/** One of a few values. The browser shows the list: it is the one that people know from their device. */
export function ChoiceField<Value extends string>({
  label,
  hint = '',
  fault = null,
  value,
  choices,
  onChange,
}: Props<Value>) {
  const looks = useLooks();
  return (
    <Field label={label} hint={hint === '' ? null : hint} validationMessage={fault} className={looks.field}>
      <Select
        className={looks.narrow}
        select={{ className: looks.narrow }}
        value={value}
        onChange={(_, chosen) => {
          onChange(choices.find(([one]) => one === chosen.value)?.[0] ?? value);
        }}
      >
        {choices.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  );
}
