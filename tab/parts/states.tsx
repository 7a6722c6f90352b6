import { Button, makeStyles, mergeClasses, Spinner, Text, Title2, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import { type ProblemKind, problemOf } from '../client/problem.ts';
import type { Words } from '../words/words.ts';
import { Cup } from './cup.tsx';

/** Milliseconds after which waiting is said in words. */
const longWait = 2000;

const useStyles = makeStyles({
  waiting: { display: 'flex', flexDirection: 'column', gap: '12px', maxWidth: '520px' },
  bone: {
    height: '20px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1,
  },
  first: { height: '28px', width: '40%', margin: 0 },
  card: { height: '140px' },
  last: { width: '60%' },
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

/** The outline of a page at once, and a word when it takes long. */
export function Loading({ words }: { readonly words: Words }) {
  const styles = useStyles();
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setIsLong(true);
    }, longWait);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return (
    <div className={styles.waiting} role="status" aria-busy>
      {/* It stands for the heading, which those who do not see it look for. */}
      <h1 className={mergeClasses(styles.bone, styles.first)} aria-label={words.loading} />
      <div className={mergeClasses(styles.bone, styles.card)} />
      <div className={mergeClasses(styles.bone, styles.last)} />
      {isLong && <Spinner label={words.loading} />}
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
  readonly problem: ProblemKind;
  readonly retry: () => void;
}

/** What happened, what is safe, and "Try again". */
function ProblemNotice({ words, problem, retry }: ProblemProps) {
  const { title, text } = words.problems[problem];
  return (
    <Notice title={title} text={text} alert>
      <Button appearance="primary" onClick={retry}>
        {words.tryAgain}
      </Button>
    </Notice>
  );
}

/** The part of a query of TanStack Query that is shown. */
interface Query<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

interface LoadedProps<T> {
  readonly words: Words;
  readonly query: Query<T>;
  readonly children: (data: T) => ReactNode;
}

/** What was read, also when reading it once more fails; before that the outline of a page, or what went wrong. */
export function Loaded<T>({ words, query, children }: LoadedProps<T>) {
  const { data, error, refetch } = query;
  if (data !== undefined) return children(data);
  if (error === null) return <Loading words={words} />;
  return <ProblemNotice words={words} problem={problemOf(error).kind} retry={() => void refetch()} />;
}
