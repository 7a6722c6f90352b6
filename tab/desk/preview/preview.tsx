import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChevronLeftRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { DraftView } from '../../../core/api/draft.ts';
import { keys } from '../../api/queries.ts';
import { useApp } from '../../context/app-context.ts';
import { hrefOf } from '../../context/route.ts';
import { date } from '../../format/times.ts';
import { Failure } from '../../parts/failure.tsx';
import { Screen } from '../../parts/screen.tsx';
import { Loaded } from '../../parts/states.tsx';
import { useDeskWords } from '../desk-words.ts';
import { useWaiting } from '../use-waiting.ts';
import { subjectOf } from './say/changes.ts';
import { type Editing, EditingProvider, type Person } from './editing.ts';
import { Find } from './find.tsx';
import { Missing } from './missing.tsx';
import { countsOf, Overview } from './overview.tsx';
import { Pairs } from './pairs.tsx';
import { Forbidden, Outside, Unplaced } from './people.tsx';
import { placeOf } from './person-name.tsx';
import { Quality } from './quality.tsx';
import { useDraftChange } from './use-draft-change.ts';

const useStyles = makeStyles({
  back: { display: 'inline-flex', alignItems: 'center', gap: '4px', marginBottom: '12px' },
  quiet: { display: 'block', margin: '-12px 0 16px', color: tokens.colorNeutralForeground2 },
  top: { display: 'grid', gap: '12px' },
});

interface Props {
  readonly scheme: string;
  /** ISO date of the meeting week. */
  readonly round: string;
}

/** A round before it goes out: how good it is, and everything that a coordinator may change of it. */
export default function Preview({ scheme, round }: Props) {
  const { api, words } = useApp();
  const query = useQuery({ queryKey: keys.draft(scheme, round), queryFn: () => api.draft(scheme, round) });
  return (
    <Loaded words={words} query={query}>
      {(draft) => (draft === null ? <Missing scheme={scheme} round={round} /> : <Draft draft={draft} />)}
    </Loaded>
  );
}

function Draft({ draft }: { readonly draft: DraftView }) {
  const styles = useStyles();
  const { locale } = useApp();
  const { preview: said, round } = useDeskWords();
  const { change, isBusy, undo, stale } = useDraftChange(draft);
  const isReleasing = useWaiting().some(
    (act) => act.kind === 'release' && act.scheme === draft.scheme && act.round === draft.round,
  );
  const [swapping, setSwapping] = useState<Person | null>(null);
  const [text, setText] = useState('');
  const subject = useFocusOnSubject(draft, swapping);
  const [shown] = useState(countsOf(draft, said));

  const editing = useMemo<Editing>(
    () => ({
      draft,
      isOpen: draft.state === 'open' && !isReleasing,
      isBusy,
      change: (wanted) => {
        subject.current = subjectOf(wanted);
        setSwapping(null);
        setText('');
        change(wanted);
      },
      undo,
      swapping,
      startSwap: (person) => {
        setSwapping(person);
        setText('');
      },
    }),
    [draft, isReleasing, isBusy, change, undo, subject, swapping],
  );

  const cancelSwap = (): void => {
    if (swapping === null) return;
    setSwapping(null);
    setText('');
    subject.current = swapping.id;
    // Reading goes on at whom it was about, not in the search.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') cancelSwap();
  };

  return (
    <EditingProvider value={editing}>
      <Link
        href={hrefOf({ view: 'round', scheme: draft.scheme, round: draft.round, query: '' })}
        className={styles.back}
      >
        <ChevronLeftRegular aria-hidden /> {said.back}
      </Link>
      <Screen title={said.title({ n: draft.number })} shown={shown}>
        <Text className={styles.quiet}>
          {draft.schemeName} · {round.weekOf({ monday: date(draft.round, locale) })}
        </Text>
        <div onKeyDown={onKeyDown}>
          <div className={styles.top}>
            {stale !== null && <Failure>{stale}</Failure>}
            <Overview isReleasing={isReleasing} />
            <Quality />
          </div>
          <Find text={text} onFind={setText} onCancel={cancelSwap} />
          <Pairs text={text} />
          <Unplaced text={text} />
          <Forbidden />
          <Outside text={text} />
        </div>
      </Screen>
    </EditingProvider>
  );
}

/**
 * What somebody pressed may go away with the change that they made: then they go on from whom it was about.
 * @returns whom to go on from, to be set before the change
 */
function useFocusOnSubject({ version }: DraftView, swapping: Person | null): RefObject<string | null> {
  const subject = useRef<string | null>(null);
  const seen = useRef(version);
  useEffect(() => {
    const id = subject.current;
    if (id !== null && document.activeElement === document.body)
      (document.getElementById(placeOf(id)) ?? document.querySelector<HTMLElement>('main'))?.focus();
    if (seen.current === version) return;
    seen.current = version;
    subject.current = null;
  }, [version, swapping]);
  return subject;
}
