import { Button, Field, makeStyles, SearchBox } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useApp } from '../../context/app-context.ts';
import { useEditing } from './editing.ts';
import { useSaying } from './say/use-saying.ts';

const useStyles = makeStyles({
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: '8px 12px',
    marginTop: '24px',
  },
  field: { flex: '1 1 200px', maxWidth: '400px', minWidth: 0 },
  search: { minWidth: 0, width: '100%' },
});

interface Props {
  readonly text: string;
  readonly onFind: (text: string) => void;
  /** Nobody is swapped after all. */
  readonly onCancel: () => void;
}

/** Finds somebody in the lists below, also the one with whom somebody is to be swapped. */
export function Find({ text, onFind, onCancel }: Props) {
  const styles = useStyles();
  const { words, announce } = useApp();
  const { said } = useSaying();
  const { swapping } = useEditing();
  const input = useRef<HTMLInputElement>(null);
  const question = swapping && said.swapping({ name: swapping.name || words.colleague });

  useEffect(() => {
    if (question === null) return;
    input.current?.focus();
    announce(question);
  }, [question, announce]);

  return (
    <div className={styles.tools}>
      <Field label={question ?? said.find} className={styles.field}>
        <SearchBox
          className={styles.search}
          input={{ ref: input }}
          value={text}
          onChange={(_, { value }) => {
            onFind(value);
          }}
        />
      </Field>
      {swapping !== null && <Button onClick={onCancel}>{said.cancel}</Button>}
    </div>
  );
}
