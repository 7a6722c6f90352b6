import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Hand, Today } from '../../../core/api/desk.ts';
import { keys } from '../../api/queries.ts';
import { failureIn } from '../../api/use-change.ts';
import { useApp } from '../../context/app-context.ts';
import { hrefOf } from '../../context/route.ts';
import { useUndo } from '../../context/undo.tsx';
import { namesOf } from '../../parts/names.ts';
import { useDeskWords } from '../desk-words.ts';
import { queryOf, type Show } from '../round/people/shows.ts';
import { useDeskAct } from '../use-desk-act.ts';
import { isAboutPairing, isAboutPerson, useWaiting } from '../use-waiting.ts';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly today: Today;
  readonly hand: Hand;
}

/** The people of a round whom each thing is about; null: the meetings of the round. */
const shown: Readonly<Partial<Record<Hand['kind'], Show | null>>> = {
  'not-reached': 'not-reached',
  'refused-by-outlook': null,
  'calendar-unreadable': 'unplaced',
  'nobody-to-meet': 'unplaced',
  overdue: null,
};

/** What can be done about something that needs a hand. */
export function HandActs({ today: { scheme }, hand }: Props) {
  const styles = useStyles();
  const said = useDeskWords();
  const { kind, round, people } = hand;
  const show = shown[kind];
  if (kind === 'mailbox-gone') return null;
  return (
    <div className={styles.buttons}>
      {kind === 'not-released' && round !== null && (
        <Button as="a" appearance="primary" href={hrefOf({ view: 'preview', scheme, round })}>
          {said.today.preview}
        </Button>
      )}
      {kind === 'not-reached' && round !== null && (
        <TellAgain scheme={scheme} round={round} people={people} />
      )}
      {kind === 'refused-by-outlook' && round !== null && (
        <BookAgain scheme={scheme} round={round} pairings={hand.pairings} />
      )}
      {kind === 'poison' && <Retry />}
      {show !== undefined && round !== null && (
        <Button
          as="a"
          {...(kind === 'nobody-to-meet' && { appearance: 'primary' })}
          href={hrefOf({
            view: 'round',
            ...{ scheme, round },
            query: queryOf({ show: show ?? 'all', sort: 'name', isDescending: false }),
          })}
        >
          {kind === 'nobody-to-meet' ? said.today.pairByHand : said.today.openRound}
        </Button>
      )}
    </div>
  );
}

/** Tells people again whom the latest message did not reach. */
function TellAgain({
  scheme,
  round,
  people,
}: {
  readonly scheme: string;
  readonly round: string;
  readonly people: Hand['people'];
}) {
  const styles = useStyles();
  const app = useApp();
  const said = useDeskWords();
  const act = useDeskAct();
  const waiting = useWaiting();
  const waits = people.some(({ id }) => waiting.some((one) => isAboutPerson(one, id)));
  const names = namesOf(people, app);
  return (
    <>
      <Button
        appearance="primary"
        aria-label={said.today.tellAgainName({ names })}
        disabledFocusable={waits}
        onClick={() => {
          const ids = people.map(({ id }) => id);
          act({ kind: 'tell-again', scheme, round, people: ids }, said.today.tellAgainSaid({ names }));
        }}
      >
        {said.today.tellAgain}
      </Button>
      {waits && <Text className={styles.quiet}>{said.round.waits}</Text>}
    </>
  );
}

/** Books meetings again whose invitation Outlook refused: a button each. */
function BookAgain({
  scheme,
  round,
  pairings,
}: {
  readonly scheme: string;
  readonly round: string;
  readonly pairings: Hand['pairings'];
}) {
  const app = useApp();
  const said = useDeskWords().round;
  const act = useDeskAct();
  const waiting = useWaiting();
  return pairings.map(({ pairing, members }) => {
    const names = namesOf(members, app);
    return (
      <Button
        key={pairing}
        disabledFocusable={waiting.some((one) => isAboutPairing(one, pairing))}
        onClick={() => {
          act({ kind: 'try-again', scheme, round, pairing }, said.tryAgainSaid({ names }));
        }}
      >
        {said.tryAgainName({ names })}
      </Button>
    );
  });
}

/** Puts tasks that were given up on their queues again. It does no harm twice, so there is nothing to undo. */
function Retry() {
  const { api, words } = useApp();
  const said = useDeskWords().today;
  const { fail } = useUndo();
  const client = useQueryClient();
  const retry = useMutation({
    mutationFn: api.retryPoison,
    onError: (error) => {
      fail(failureIn(words, error));
    },
    // The page then says what is left to do.
    onSettled: () => client.invalidateQueries({ queryKey: keys.mine }),
  });
  return (
    <Button
      appearance="primary"
      disabledFocusable={retry.isPending}
      onClick={() => {
        retry.mutate();
      }}
    >
      {said.retry}
    </Button>
  );
}
