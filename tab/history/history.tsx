import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useRef } from 'react';
import type { MyHistory } from '../../core/api/meetings.ts';
import { useHistory } from '../api/queries.ts';
import { useApp } from '../context/app-context.ts';
import { Screen } from '../parts/screen.tsx';
import { Loaded } from '../parts/states.tsx';
import { FirstRun } from './first-run.tsx';
import { idOf, Meeting } from './meeting.tsx';

const NetworkFigure = lazy(() => import('./network-figure.tsx'));

const useStyles = makeStyles({
  screen: { display: 'grid', gap: '16px', justifyItems: 'stretch' },
  /** Kept free for the picture. */
  room: { minHeight: '200px' },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: '12px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  more: { justifySelf: 'start' },
});

/** Everyone the reader was paired with, newest first, what they keep of it, and the network that grew from it. */
export default function History() {
  const { words } = useApp();
  const query = useHistory();
  return (
    <Loaded words={words} query={query}>
      {(history) =>
        history.length === 0 ? (
          <FirstRun />
        ) : (
          <Meetings
            history={history}
            more={query.hasNextPage ? () => void query.fetchNextPage() : null}
            isLoading={query.isFetchingNextPage}
            isFailed={query.isFetchNextPageError}
          />
        )
      }
    </Loaded>
  );
}

interface Props {
  readonly history: MyHistory;
  /** Loads earlier meetings; null: these are all. */
  readonly more: (() => void) | null;
  readonly isLoading: boolean;
  readonly isFailed: boolean;
}

function Meetings({ history, more, isLoading, isFailed }: Props) {
  const styles = useStyles();
  const { words } = useApp();
  const said = words.history;
  const hasSchemes = new Set(history.map(({ scheme }) => scheme)).size > 1;

  // The button may go with the last page: reading goes on at the first meeting that it brought.
  const firstNew = useRef<number | null>(null);
  useEffect(() => {
    const meeting = firstNew.current === null ? undefined : history[firstNew.current];
    if (meeting === undefined) return;
    firstNew.current = null;
    document.getElementById(idOf(meeting))?.focus();
  }, [history]);

  return (
    <Screen title={said.title} shown={said.shown({ count: history.length })}>
      <div className={styles.screen}>
        {history.some(({ met }) => met === true) && (
          <Suspense fallback={<div className={styles.room} />}>
            <NetworkFigure history={history} isPartly={more !== null} />
          </Suspense>
        )}
        <Text className={styles.quiet}>{said.wish.explained}</Text>
        <ul className={styles.list}>
          {history.map((meeting) => (
            <li key={idOf(meeting)}>
              <Meeting meeting={meeting} isSchemeNamed={hasSchemes} />
            </li>
          ))}
        </ul>
        {isFailed && <Text role="alert">{said.moreFailed}</Text>}
        {more !== null && (
          <Button
            className={styles.more}
            disabledFocusable={isLoading}
            onClick={() => {
              firstNew.current = history.length;
              more();
            }}
          >
            {isLoading ? words.loading : said.more}
          </Button>
        )}
      </div>
    </Screen>
  );
}
