import { Field, Input, Textarea } from '@fluentui/react-components';
import { useApp } from '../../context/app-context.ts';
import { useLooks } from '../looks.ts';

interface Props {
  readonly label: string;
  /** What it leads to. */
  readonly hint?: string;
  /** What is wrong with it; null: nothing. */
  readonly fault?: string | null;
  readonly value: string;
  /** The most characters. */
  readonly most: number;
  readonly lines: 'one' | 'several';
  readonly onChange: (value: string) => void;
}

/** Something to write, with how much room is left. */
export function WrittenField({ label, hint, fault = null, value, most, lines, onChange }: Props) {
  const looks = useLooks();
  const left = useApp().words.mySettings.wishes.left({ left: most - value.length });
  const given = {
    value,
    maxLength: most,
    onChange: (_: unknown, changed: { value: string }) => {
      onChange(changed.value);
    },
  };
  return (
    <Field
      label={label}
      hint={hint === undefined ? left : `${hint} ${left}`}
      validationMessage={fault}
      className={looks.whole}
    >
      {lines === 'one' ? (
        <Input {...given} className={looks.narrow} />
      ) : (
        <Textarea {...given} resize="vertical" />
      )}
    </Field>
  );
}
