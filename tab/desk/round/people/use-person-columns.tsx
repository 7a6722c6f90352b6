import { Button, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { PersonRow } from '../../../../core/api/desk.ts';
import type { RoundDetail } from '../../../../core/api/rounds.ts';
import { useApp } from '../../../context/app-context.ts';
import { city, dayAndTime } from '../../../format/times.ts';
import { LinkButton } from '../../../now/link-button.tsx';
import { namesOf } from '../../../parts/names.ts';
import { chatLink } from '../../../teams/links.ts';
import { useDeskWords } from '../../desk-words.ts';
import { useReason } from '../../reason.ts';
import type { Column } from '../../table/long-table.tsx';
import { useDeskAct } from '../../use-desk-act.ts';
import { isAboutPerson, useWaiting } from '../../use-waiting.ts';
import { useRoundStyles } from '../round-styles.ts';
import { isNotReached, mayBePaired, type Shown, type Sort } from './shows.ts';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  // Its box is as large as the row is high.
  check: { margin: '-6px 0' },
});

interface Asked {
  readonly round: RoundDetail;
  /** Who is chosen to be paired by hand; null: nobody can be. */
  readonly choice: {
    readonly chosen: readonly string[];
    readonly setChosen: (chosen: readonly string[]) => void;
  } | null;
  readonly sorting: { readonly shown: Shown; readonly sortBy: (sort: Sort) => void };
}

/** The columns of the people of a round. */
export function usePersonColumns({ round, choice, sorting }: Asked): readonly Column<PersonRow>[] {
  const styles = useStyles();
  const app = useApp();
  const { words, locale } = app;
  const said = useDeskWords().round;
  const outcome = useOutcome(round.plan !== null);
  const waiting = useWaiting();
  const waits = ({ id }: PersonRow) => waiting.some((act) => isAboutPerson(act, id));
  const sortedBy = (sort: Sort): NonNullable<Column<PersonRow>['sort']> => ({
    direction: sorting.shown.sort !== sort ? 'none' : sorting.shown.isDescending ? 'descending' : 'ascending',
    press: () => {
      sorting.sortBy(sort);
    },
  });
  const nameOf = ({ name }: PersonRow) => name || words.colleague;
  const columns: Column<PersonRow>[] = [
    {
      key: 'name',
      head: said.name,
      width: 24,
      sort: sortedBy('name'),
      cell: (row) => (
        <>
          <Text weight="semibold">{nameOf(row)}</Text> <Text className={styles.quiet}>{row.department}</Text>
        </>
      ),
    },
    { key: 'outcome', head: said.outcome, width: 24, sort: sortedBy('outcome'), cell: outcome },
    {
      key: 'when',
      head: said.when({ city: city(round.zone) }),
      width: 18,
      sort: sortedBy('when'),
      cell: ({ slot }) => slot !== null && dayAndTime(slot.start, round.zone, locale),
    },
    {
      key: 'answer',
      head: said.answer,
      width: 11,
      cell: ({ answer }) => answer !== null && (answer === 'none' ? said.noAnswer : words.answer[answer]),
    },
    {
      key: 'told',
      head: said.toldColumn,
      width: 11,
      sort: sortedBy('told'),
      cell: ({ told }) => said.told[told],
    },
    {
      key: 'acts',
      head: said.actions,
      width: 12,
      cell: (row) => <Acts round={round} row={row} name={nameOf(row)} waits={waits(row)} />,
    },
  ];
  if (choice === null) return columns;
  const { chosen, setChosen } = choice;
  return [
    {
      key: 'choice',
      head: said.pairColumn,
      isHeadUnseen: true,
      width: 6,
      cell: (row) =>
        mayBePaired(row) && (
          <Checkbox
            className={styles.check}
            aria-label={said.pairChoose({ name: nameOf(row) })}
            disabled={waits(row)}
            checked={chosen.includes(row.id)}
            onChange={(_, { checked }) => {
              setChosen(checked === true ? [...chosen, row.id] : chosen.filter((id) => id !== row.id));
            }}
          />
        ),
    },
    ...columns.map((column) => (column.key === 'outcome' ? { ...column, width: 18 } : column)),
  ];
}

interface ActsProps {
  readonly round: RoundDetail;
  readonly row: PersonRow;
  readonly name: string;
  readonly waits: boolean;
}

/** Tells somebody again whom a message did not reach; writes to everybody else whose address is known. */
function Acts({ round, row, name, waits }: ActsProps) {
  const looks = useRoundStyles();
  const said = useDeskWords().round;
  const act = useDeskAct();
  const { id, mail } = row;
  return (
    <div className={looks.buttons}>
      {isNotReached(row) && (
        <Button
          size="small"
          className={looks.small}
          aria-label={said.tellAgainName({ name })}
          disabledFocusable={waits}
          onClick={() => {
            const { scheme, round: week } = round;
            act({ kind: 'tell-again', scheme, round: week, people: [id] }, said.tellAgainSaid({ name }));
          }}
        >
          {said.tellAgain}
        </Button>
      )}
      {mail !== null && (
        <LinkButton
          href={chatLink([mail])}
          size="small"
          className={looks.small}
          aria-label={said.writeName({ names: name })}
        >
          {said.write}
        </LinkButton>
      )}
      {waits && <Text className={looks.quiet}>{said.waits}</Text>}
    </div>
  );
}

/**
 * What became of somebody, in words: with whom they meet, or why they have no meeting.
 * @param isPaired whether the round is paired
 */
function useOutcome(isPaired: boolean): (row: PersonRow) => string {
  const app = useApp();
  const said = useDeskWords().round;
  const reason = useReason();
  return ({ reason: why, detail, with: others, outcome, step }) => {
    if (why !== null) {
      const sentence = said.unplacedWhy({ reason: reason(why) });
      return detail === null ? sentence : `${sentence} ${said.detail({ code: detail })}`;
    }
    if (step === 'enrolled') return said.outcomeOf.enrolled;
    if (others.length === 0) return isPaired ? said.outcomeOf.waiting : said.outcomeOf.in;
    return said.outcomeOf[outcome ?? 'paired']({ partners: namesOf(others, app) });
  };
}
