import { Field, makeStyles } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';

const useStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0 },
  fields: { display: 'flex', flexDirection: 'column', gap: '4px' },
});

interface Props {
  readonly label: string;
  /** What they lead to. */
  readonly hint: string;
  /** What is wrong with all of them together; null: nothing. */
  readonly fault?: string | null;
  readonly children: ReactNode;
}

/** Several fields that belong together. */
export function Group({ label, hint, fault = null, children }: Props) {
  const styles = useStyles();
  const id = useId();
  return (
    <fieldset className={styles.group} aria-describedby={`${id} ${id}fault`}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.fields}>{children}</div>
      <Field
        hint={{ id, children: hint }}
        validationMessage={fault === null ? null : { id: `${id}fault`, children: fault }}
      />
    </fieldset>
  );
}
