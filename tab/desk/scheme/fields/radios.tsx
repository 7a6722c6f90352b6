import { Field, Radio, RadioGroup } from '@fluentui/react-components';

interface Props<Value extends string> {
  readonly label: string;
  /** What it leads to, where the choices do not say it. */
  readonly hint?: string;
  readonly value: Value;
  readonly choices: readonly (readonly [value: Value, label: string])[];
  readonly onChange: (value: Value) => void;
}

/** One of a few values, each with the sentence that says what it leads to. */
export function Radios<Value extends string>({ label, hint = '', value, choices, onChange }: Props<Value>) {
  return (
    <Field label={label} hint={hint === '' ? null : hint}>
      <RadioGroup
        value={value}
        onChange={(_, chosen) => {
          onChange(choices.find(([one]) => one === chosen.value)?.[0] ?? value);
        }}
      >
        {choices.map(([one, text]) => (
          <Radio key={one} value={one} label={text} />
        ))}
      </RadioGroup>
    </Field>
  );
}
