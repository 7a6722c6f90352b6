import { Button, Field, makeStyles, SearchBox, Text } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { PersonRow } from '../../../../core/api/desk.ts';
import type { RoundDetail } from '../../../../core/api/rounds.ts';
import { problemOf } from '../../../client/problem.ts';
import { useApp } from '../../../context/app-context.ts';
import { hrefOf } from '../../../context/route.ts';
import { saveFile } from '../../../parts/save-file.ts';
import { useDeskWords } from '../../desk-words.ts';
import { Pills } from '../../pills.tsx';
import { LongTable } from '../../table/long-table.tsx';
import { usePeople } from '../../use-desk.ts';
import { useUndo } from '../../../context/undo.tsx';
import { ListState } from '../list-state.tsx';
import { useRoundStyles } from '../round-styles.ts';
import { ByHand } from './by-hand.tsx';
import { type Entry, countShows, indexPeople, selectPeople } from './select-people.ts';
import { mayBePaired, queryOf, type Show, type Shown, shows } from './shows.ts';
import { usePersonColumns } from './use-person-columns.tsx';

const useStyles = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'flex-end' },
  search: { flex: '1 1 200px', maxWidth: '280px' },
  box: { minWidth: 0 },
  found: { flex: '1 1 auto', paddingBottom: '6px' },
});

interface Props {
  readonly round: RoundDetail;
  readonly shown: Shown;
}

/** What became of everybody in the round: some of them, as the address says, in the order that it says. */
export function People({ round, shown }: Props) {
  const looks = useRoundStyles();
  const said = useDeskWords().round;
  const { locale } = useApp();
  const list = usePeople(round.scheme, round.round);
  const { data } = list;
  const entries = useMemo(() => indexPeople(data ?? [], locale), [data, locale]);
  const heading = useRef<HTMLHeadingElement>(null);
  // Who came here from a figure goes on from the heading.
  const { show } = shown;
  useEffect(() => {
    const section = heading.current?.parentElement;
    if (show !== 'all' && section?.contains(document.activeElement) !== true) heading.current?.focus();
  }, [show]);
  return (
    <section className={looks.section} aria-labelledby="people-title">
      <h2 id="people-title" ref={heading} tabIndex={-1} className={looks.heading}>
        {said.receipt}
      </h2>
      <Text className={looks.quiet}>{said.receiptText}</Text>
      <ListState list={list}>{() => <Found round={round} shown={shown} entries={entries} />}</ListState>
    </section>
  );
}

interface FoundProps extends Props {
  readonly entries: readonly Entry[];
}

/** The filters, the search, and whom they leave. */
function Found({ round, shown, entries }: FoundProps) {
  const styles = useStyles();
  const looks = useRoundStyles();
  const { announce } = useApp();
  const said = useDeskWords().round;
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const counts = useMemo(() => countShows(entries), [entries]);
  const found = useMemo(() => selectPeople(entries, shown, text), [entries, shown, text]);
  const { scheme, round: week } = round;
  const hrefFor = (more: Partial<Shown>) =>
    hrefOf({ view: 'round', scheme, round: week, query: queryOf({ ...shown, ...more }) });

  const isNarrowed = shown.show !== 'all' || text !== '';
  const summary = said.found({ shown: found.length, all: entries.length });
  useEffect(() => {
    if (isNarrowed) announce(summary);
  }, [isNarrowed, summary, announce]);

  const candidates = shown.show === 'unplaced' && round.stage !== 'closed' ? found.filter(mayBePaired) : [];
  const isByHand = candidates.length > 1;
  // Before the round is paired nobody is without a meeting.
  const isOffered = (show: Show) =>
    show === 'all' ||
    show === shown.show ||
    (counts[show] > 0 && (round.plan !== null || show !== 'unplaced'));
  const columns = usePersonColumns({
    round,
    choice: isByHand ? { chosen, setChosen } : null,
    sorting: {
      shown,
      sortBy: (sort) => {
        const isDescending = shown.sort === sort && !shown.isDescending;
        // It replaces the entry before: back leads to the page before, not to the order before.
        window.location.replace(hrefFor({ sort, isDescending }));
      },
    },
  });
  return (
    <>
      <Pills
        label={said.filter}
        current="true"
        links={shows.filter(isOffered).map((show) => ({
          key: show,
          href: hrefFor({ show }),
          text: said.shows[show]({ n: counts[show] }),
          isCurrent: show === shown.show,
        }))}
      />
      <div className={styles.tools}>
        <Field label={said.search} className={styles.search}>
          <SearchBox
            className={styles.box}
            value={text}
            onChange={(_, { value }) => {
              setText(value);
            }}
          />
        </Field>
        <Text className={styles.found}>{summary}</Text>
        <Download scheme={scheme} round={week} />
      </div>
      {isByHand && (
        <ByHand
          round={round}
          people={candidates.filter(({ id }) => chosen.includes(id))}
          onPaired={() => {
            setChosen([]);
          }}
        />
      )}
      {found.length === 0 ? (
        <Text className={looks.quiet}>{said.nobody}</Text>
      ) : (
        <LongTable labelledBy="people-title" columns={columns} rows={found} keyOf={keyOf} />
      )}
    </>
  );
}

const keyOf = ({ id }: PersonRow) => id;

/** Everybody as CSV. */
function Download({ scheme, round }: { readonly scheme: string; readonly round: string }) {
  const { api, words, announce } = useApp();
  const { fail } = useUndo();
  const said = useDeskWords().round;
  const file = said.csvFile({ round });
  async function download(): Promise<void> {
    try {
      saveFile(await api.peopleFile(scheme, round), file);
      announce(said.downloaded({ file }));
    } catch (error) {
      fail(words.undo.failed({ why: words.problems[problemOf(error).kind].title }));
    }
  }
  return <Button onClick={() => void download()}>{said.csv}</Button>;
}
