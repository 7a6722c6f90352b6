import { Button, makeStyles, Text } from '@fluentui/react-components';
import type { RoundDetail } from '../../../core/api/rounds.ts';
import { useApp } from '../../context/app-context.ts';
import { city, dayAndTime } from '../../format/times.ts';
import { AnswerMark } from '../../parts/answer-mark.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { useDeskWords } from '../desk-words.ts';
import { useMore } from '../more.ts';
import { useReason } from '../reason.ts';
import { useTableStyles } from '../table-styles.ts';

const useStyles = makeStyles({
  member: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0 8px' },
  stack: { display: 'flex', flexDirection: 'column', gap: '4px', alignItems: 'flex-start' },
});

/** Who meets whom, when, and what they answered. Times are in the scheme's zone, as the coordinator speaks of them. */
export function PairingsTable({ round }: { readonly round: RoundDetail }) {
  const table = useTableStyles();
  const styles = useStyles();
  const { words, locale } = useApp();
  const { shown, hidden, showMore } = useMore(round.pairings);
  const reason = useReason();
  const said = useDeskWords().round;
  return (
    <section className={table.section} aria-labelledby="pairings-title">
      <h2 id="pairings-title" className={table.heading}>
        {said.pairings}
      </h2>
      {round.pairings.length === 0 ? (
        <Text>{said.noPairings}</Text>
      ) : (
        <table className={table.table} aria-labelledby="pairings-title">
          <thead className={table.head}>
            <tr>
              <th scope="col">{said.members}</th>
              <th scope="col">{said.when({ city: city(round.zone) })}</th>
              <th scope="col">{said.state}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((pairing) => (
              <tr key={pairing.pairing} className={table.row}>
                <td className={table.cell}>
                  {pairing.members.map(({ id, name, answer }) => (
                    <div key={id} className={styles.member}>
                      <Text weight="semibold">{name || words.colleague}</Text>
                      {pairing.state === 'booked' && <AnswerMark answer={answer} />}
                    </div>
                  ))}
                </td>
                <td className={table.cell}>
                  {pairing.slot === null ? said.noTime : dayAndTime(pairing.slot.start, round.zone, locale)}
                </td>
                <td className={table.cell}>
                  <div className={styles.stack}>
                    <StateMark state={pairing.state} />
                    {pairing.state === 'booked' && pairing.outcome !== null && (
                      <Text weight="semibold">
                        {pairing.outcome === 'not-known' && round.stage !== 'closed'
                          ? said.notKnownYet
                          : said.outcomes[pairing.outcome]}
                      </Text>
                    )}
                    {pairing.endedBecause !== null && <Text>{reason(pairing.endedBecause)}</Text>}
                    {pairing.state === 'suggested' && pairing.allPress === true && (
                      <Text>{said.allPress}</Text>
                    )}
                    {pairing.state === 'booked' && !pairing.online && <Text>{said.noLink}</Text>}
                    {pairing.moves > 0 && (
                      <Text className={table.quiet}>{said.moved({ times: pairing.moves })}</Text>
                    )}
                    {pairing.lastMet !== null && (
                      <Text className={table.quiet}>{said.repeat({ rounds: pairing.lastMet })}</Text>
                    )}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hidden > 0 && <Button onClick={showMore}>{said.more({ n: hidden })}</Button>}
    </section>
  );
}
