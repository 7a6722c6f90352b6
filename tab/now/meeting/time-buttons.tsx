import { Button, makeStyles } from '@fluentui/react-components';
import type { PairingView, SlotView } from '../../../core/words/pairing-view.ts';
import { useNow } from '../../api/queries.ts';
import { useAct } from '../../api/use-act.ts';
import { useApp } from '../../context/app-context.ts';
import { dayAndTime } from '../../format/times.ts';
import { useLook } from '../look.ts';
import { timesElsewhere, timeThere } from './when.tsx';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
});

interface Props {
  readonly pairing: PairingView;
  readonly times: readonly SlotView[];
  /** Called when one was chosen. */
  readonly onChosen?: (() => void) | undefined;
}

/**
 * The times to choose from, one button each, with what the others' clocks show then and who would like it. One is chosen at a
 * time: another one only once the first was carried out, or taken back.
 */
export function TimeButtons({ pairing, times, onChosen }: Props) {
  const look = useLook();
  const styles = useStyles();
  const { words, zone, locale } = useApp();
  const act = useAct();
  const said = words.now.times;
  const isChosen = useNow().data?.acts.some(
    ({ act: one, state }) =>
      one.kind === 'choose' && one.pairing === pairing.pairing && (state === 'waiting' || state === 'doing'),
  );
  const choose = ({ start }: SlotView): void => {
    const when = dayAndTime(start, zone, locale);
    const { pairing: id, revision, wishes } = pairing;
    act(
      { kind: 'choose', pairing: id, revision, start },
      wishes === undefined ? said.chosenSaid({ when }) : said.wishedSaid({ when }),
    );
    onChosen?.();
  };
  return (
    <ul className={styles.list}>
      {times.map((slot) => {
        const others = [...theirTimes(slot), ...wishers(slot)];
        return (
          <li key={slot.start} className={look.lines}>
            <Button
              className={look.wide}
              disabledFocusable={isChosen === true}
              onClick={() => {
                choose(slot);
              }}
            >
              {dayAndTime(slot.start, zone, locale)}
            </Button>
            {others.length > 0 && <span className={look.quiet}>{others.join(' · ')}</span>}
          </li>
        );
      })}
    </ul>
  );

  function theirTimes(slot: SlotView): string[] {
    return timesElsewhere(slot, pairing, zone).map(({ name, zone: theirs }) =>
      said.theirs({ time: timeThere(slot, theirs, { zone, locale }), name: name || words.colleague }),
    );
  }

  function wishers(slot: SlotView): string[] {
    return (pairing.wishes ?? [])
      .filter((wish) => wish.slot.start === slot.start)
      .map(({ person }) => {
        const partner = pairing.partners.find(({ id }) => id === person);
        return partner === undefined ? said.yourWish : said.wish({ name: partner.name || words.colleague });
      });
  }
}
