import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Question as Place } from '../../../core/words/pairing-view.ts';
import { questionsQuery } from '../../client/query-client.ts';
import { useApp } from '../../context/app-context.ts';
import { useLook } from '../look.ts';
import { questionAfter } from '../question-after.ts';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '0 12px',
  },
  another: { minWidth: 0, paddingInline: 0, color: tokens.colorBrandForeground2 },
});

/** Somewhere to start from, and another one for those who do not like it. */
export function Question({ question }: { readonly question: Place }) {
  const look = useLook();
  const styles = useStyles();
  const { words, announce } = useApp();
  const [steps, setSteps] = useState(0);
  const { data: questions, isPending } = useQuery(questionsQuery(words));
  if (questions === undefined) return isPending ? <div aria-busy /> : null;
  const textOf = (n: number): string => {
    const { theme, index } = questionAfter(question, n, questions);
    return words.now.themed({ theme: questions.themes[theme], question: questions[theme][index] ?? '' });
  };
  return (
    <div className={look.lines}>
      <div className={styles.head}>
        <h2 className={look.heading}>{words.now.question}</h2>
        <Button
          className={styles.another}
          appearance="transparent"
          size="small"
          onClick={() => {
            setSteps(steps + 1);
            announce(textOf(steps + 1));
          }}
        >
          {words.now.anotherQuestion}
        </Button>
      </div>
      <p className={look.text}>{textOf(steps)}</p>
    </div>
  );
}
