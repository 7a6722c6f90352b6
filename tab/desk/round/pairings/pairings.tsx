import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { PairingRow } from '../../../../core/api/desk.ts';
import type { RoundDetail } from '../../../../core/api/rounds.ts';
import { useApp } from '../../../context/app-context.ts';
import { city, dayAndTime } from '../../../format/times.ts';
import { AnswerMark } from '../../../parts/answer-mark.tsx';
import { StateMark } from '../../../parts/state-mark.tsx';
import { useDeskWords } from '../../desk-words.ts';
import { useReason } from '../../reason.ts';
import { type Column, LongTable } from '../../table/long-table.tsx';
import { usePairings } from '../../use-desk.ts';
import { ListState } from '../list-state.tsx';
import { useRoundStyles } from '../round-styles.ts';
import { PairingActs } from './pairing-acts.tsx';

const useStyles = makeStyles({
  member: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0 8px' },
  stack: { display: 'flex', flexDirection: 'column', gap: '2px', alignItems: 'flex-start' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly round: RoundDetail;
}

/** Who meets whom, when, what they answered, and what can be done about it. Times are in the scheme's zone, as the coordinator speaks of them. */
export function Pairings({ round }: Props) {
  const looks = useRoundStyles();
  const said = useDeskWords().round;
  const list = usePairings(round.scheme, round.round);
  const columns = useColumns(round, list.data?.some(({ acts }) => acts.length > 0) === true);
  return (
    <section className={looks.section} aria-labelledby="pairings-title">
      <h2 id="pairings-title" className={looks.heading}>
        {said.pairings}
      </h2>
      <ListState list={list}>
        {(pairings) =>
          pairings.length === 0 ? (
            <Text>{said.noPairings}</Text>
          ) : (
            <LongTable labelledBy="pairings-title" columns={columns} rows={pairings} keyOf={keyOf} />
          )
        }
      </ListState>
    </section>
  );
}

const keyOf = ({ pairing }: PairingRow) => pairing;

function useColumns(round: RoundDetail, hasActs: boolean): readonly Column<PairingRow>[] {
  const { words, locale } = useApp();
  const said = useDeskWords().round;
  const styles = useStyles();
  return [
    {
      key: 'when',
      head: said.when({ city: city(round.zone) }),
      width: 18,
      cell: ({ slot }) => (slot === null ? said.noTime : dayAndTime(slot.start, round.zone, locale)),
    },
    {
      key: 'who',
      head: said.members,
      width: hasActs ? 32 : 42,
      cell: ({ members, state }) =>
        members.map(({ id, name, answer, coming }) => (
          <div key={id} className={styles.member}>
            <Text weight="semibold">{name || words.colleague}</Text>
            {state === 'booked' && <AnswerMark answer={answer} />}
            {coming && <Text className={styles.quiet}>{said.coming}</Text>}
          </div>
        )),
    },
    {
      key: 'state',
      head: said.state,
      width: hasActs ? 25 : 40,
      cell: (pairing) => <State pairing={pairing} isClosed={round.stage === 'closed'} />,
    },
    ...(hasActs
      ? [
          {
            key: 'acts',
            head: said.acts,
            width: 25,
            cell: (pairing: PairingRow) => <PairingActs round={round} pairing={pairing} />,
          },
        ]
      : []),
  ];
}

interface StateProps {
  readonly pairing: PairingRow;
  readonly isClosed: boolean;
}

/** How a meeting stands, and what is to be known of it. */
function State({ pairing, isClosed }: StateProps) {
  const styles = useStyles();
  const said = useDeskWords().round;
  const reason = useReason();
  const { state, outcome, endedBecause, allPress, online, moves, lastMet } = pairing;
  return (
    <div className={styles.stack}>
      <StateMark state={state} />
      {state === 'booked' && outcome !== null && (
        <Text weight="semibold">
          {outcome === 'not-known' && !isClosed ? said.notKnownYet : said.outcomes[outcome]}
        </Text>
      )}
      {endedBecause !== null && <Text>{reason(endedBecause)}</Text>}
      {state === 'suggested' && allPress === true && <Text>{said.allPress}</Text>}
      {state === 'booked' && !online && <Text>{said.noLink}</Text>}
      {moves > 0 && <Text className={styles.quiet}>{said.moved({ times: moves })}</Text>}
      {lastMet !== null && <Text className={styles.quiet}>{said.repeat({ rounds: lastMet })}</Text>}
    </div>
  );
}
