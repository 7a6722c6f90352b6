import { Button, makeStyles, Text } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { PairingRow, PairingTimes } from '../../../../core/api/desk.ts';
import { keys } from '../../../api/queries.ts';
import { problemOf } from '../../../client/problem.ts';
import { useApp } from '../../../context/app-context.ts';
import { city, dayAndTime } from '../../../format/times.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { Failure } from '../../../parts/failure.tsx';
import { useDeskWords } from '../../desk-words.ts';
import { useDeskAct } from '../../use-desk-act.ts';
import { useRoundStyles } from '../round-styles.ts';

const useStyles = makeStyles({
  times: {
    listStyle: 'none',
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(170px, 100%), 1fr))',
    gap: '8px',
    margin: 0,
    padding: 0,
  },
  time: { width: '100%' },
});

interface Props {
  readonly round: { readonly scheme: string; readonly round: string; readonly zone: string };
  readonly pairing: PairingRow;
  readonly names: string;
  /** A time was chosen. */
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function inOrder(times: PairingTimes['times']): PairingTimes['times'] {
  return times.toSorted((a, b) => Date.parse(a.start) - Date.parse(b.start));
}

/** Times that suit everybody in a meeting, read from their calendars now: press one, and it is moved there. */
export function Move({
  round: { scheme, round, zone },
  pairing: { pairing },
  names,
  onDone,
  onClose,
}: Props) {
  const styles = useStyles();
  const looks = useRoundStyles();
  const { api, words, locale } = useApp();
  const said = useDeskWords().round;
  const act = useDeskAct();
  const { data, error, refetch } = useQuery({
    queryKey: keys.pairingTimes(scheme, round, pairing),
    queryFn: () => api.pairingTimes(scheme, round, pairing),
    gcTime: 0,
  });
  const choose = ({ revision }: PairingTimes, start: string): void => {
    const when = dayAndTime(start, zone, locale);
    act({ kind: 'move', scheme, round, pairing, revision, start }, said.moveSaid({ names, when }));
    onDone();
  };
  return (
    <Dialog title={said.moveName({ names })} onClose={onClose}>
      {(close) => (
        <>
          {data === undefined && error !== null ? (
            <>
              <Failure>{words.problems[problemOf(error).kind].text}</Failure>
              <Button onClick={() => void refetch()}>{words.tryAgain}</Button>
            </>
          ) : (
            <Text role="status" aria-busy={data === undefined}>
              {data === undefined ? said.looking : data.times.length === 0 ? said.moveNone : said.moveText}
            </Text>
          )}
          {data !== undefined && data.times.length > 0 && (
            <>
              <Text className={looks.quiet}>{said.when({ city: city(zone) })}</Text>
              <ul className={styles.times}>
                {inOrder(data.times).map(({ start }) => (
                  <li key={start}>
                    <Button
                      className={styles.time}
                      onClick={() => {
                        choose(data, start);
                        close();
                      }}
                    >
                      {dayAndTime(start, zone, locale)}
                    </Button>
                  </li>
                ))}
              </ul>
            </>
          )}
          <div className={looks.buttons}>
            <Button onClick={close}>{said.keep}</Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
