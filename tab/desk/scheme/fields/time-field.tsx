import { Field, Input, makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  // As wide as its figures, however large the text is.
  time: { flex: '0 0 auto', maxWidth: '100%' },
});

interface Props {
  readonly label: string;
  /** `HH:MM`; empty while somebody types. */
  readonly value: string;
  /** What is wrong with it; null: nothing. */
  readonly fault: string | null;
  readonly onChange: (value: string) => void;
}

/** A time of day. */
export function TimeField({ label, value, fault, onChange }: Props) {
  return (
    <Field label={label} className={useStyles().time} validationMessage={fault}>
      <Input
        type="time"
        value={value}
        onChange={(_, changed) => {
          onChange(changed.value);
        }}
      />
    </Field>
  );
}
