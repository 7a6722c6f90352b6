import { Button, makeStyles, Spinner, Text, Title2, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Load } from '../api/use-load.ts';
import type { Words } from '../words/words.ts';
import { Cup } from './cup.tsx';

const useStyles = makeStyles({
  middle: { display: 'grid', placeItems: 'center', minHeight: '40vh' },
  notice: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '12px',
    maxWidth: '520px',
    margin: '0 auto',
    padding: '40px 16px',
    textAlign: 'center',
  },
  title: { margin: 0, overflowWrap: 'anywhere', textAlign: 'center' },
  text: { color: tokens.colorNeutralForeground2, textAlign: 'center' },
});

/** @param words null while they are being fetched themselves */
export function Loading({ words }: { readonly words: Words | null }) {
  return (
    <div className={useStyles().middle}>
      <Spinner {...(words !== null && { label: words.loading })} labelPosition="below" />
    </div>
  );
}

interface NoticeProps {
  readonly title: string;
  readonly text: string;
  /** Something went wrong: screen readers say it at once. */
  readonly alert?: boolean;
  readonly children?: ReactNode;
}

/** A page with one thing to say, and a way on. */
export function Notice({ title, text, alert = false, children }: NoticeProps) {
  const styles = useStyles();
  return (
    <div className={styles.notice} role={alert ? 'alert' : undefined}>
      <Cup steaming={!alert} />
      <Title2 as="h1" className={styles.title}>
        {title}
      </Title2>
      <Text size={400} className={styles.text}>
        {text}
      </Text>
      {children}
    </div>
  );
}

interface ProblemProps {
  readonly words: Words;
  readonly load: Extract<Load<unknown>, { state: 'failed' }>;
}

export function ProblemNotice({ words, load }: ProblemProps) {
  const { title, text } = words.problems[load.problem];
  return (
    <Notice title={title} text={text} alert>
      <Button appearance="primary" onClick={load.retry}>
        {words.tryAgain}
      </Button>
    </Notice>
  );
}
