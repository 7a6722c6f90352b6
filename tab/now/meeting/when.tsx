import { makeStyles, tokens } from '@fluentui/react-components';
import type { PairingView, SlotView } from '../../../core/words/pairing-view.ts';
import { type AppContext, useApp } from '../../context/app-context.ts';
import { city, day, dayAndTime, hours, sameWallClock, timeOfDay } from '../../format/times.ts';
import { countdownText, countdownTo } from '../countdown.ts';
import { useLook } from '../look.ts';

const useStyles = makeStyles({
  day: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  countdown: {
    whiteSpace: 'nowrap',
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
});

interface Props {
  readonly pairing: PairingView;
  /** Epoch milliseconds, for the countdown; null: none is shown. */
  readonly at: number | null;
}

/** When the meeting is: on the reader's clock, on the others' where that differs, and how far off. */
export function When({ pairing, at }: Props) {
  const look = useLook();
  const styles = useStyles();
  const { words, zone, locale } = useApp();
  const { slot, state, joinUrl } = pairing;
  const said = words.chat.pairing;
  if (slot === null) return <p className={look.text}>{said.unbooked}</p>;
  const time = hours(slot, zone, locale);
  const elsewhere = timesElsewhere(slot, pairing, zone);
  return (
    <div className={look.lines}>
      <span className={styles.day}>{day(slot.start, zone, locale)}</span>
      <span>
        {elsewhere.length === 0 ? time : words.now.yourTime({ time, city: city(zone) })}
        {/* A timer is not read out as it moves. */}
        {at !== null && (
          <>
            {' · '}
            <span role="timer" className={styles.countdown}>
              {countdownText(countdownTo(slot, at, zone), words)}
            </span>
          </>
        )}
      </span>
      {elsewhere.map(({ id, name, zone: theirs }) => (
        <span key={id} className={look.quiet}>
          {words.now.theirTime({
            name: name || words.colleague,
            city: city(theirs),
            time: timeThere(slot, theirs, { zone, locale }),
          })}
        </span>
      ))}
      {state === 'planned' && <span className={look.quiet}>{words.now.booking}</span>}
      {state === 'booked' && joinUrl === null && <span className={look.quiet}>{said.noLink}</span>}
      {pairing.isAfterWeek && <span className={look.quiet}>{said.cannotAfterWeek}</span>}
    </div>
  );
}

/** What another clock shows then: with its day where that is another one than the reader's. */
export function timeThere(
  { start }: SlotView,
  theirs: string,
  { zone, locale }: Pick<AppContext, 'zone' | 'locale'>,
): string {
  const isSameDay = day(start, zone, locale) === day(start, theirs, locale);
  return isSameDay ? timeOfDay(start, theirs, locale) : dayAndTime(start, theirs, locale);
}

/** The partners whose clocks show something else than the reader's then. */
export function timesElsewhere(slot: SlotView, { partners }: Pick<PairingView, 'partners'>, zone: string) {
  return partners.filter((partner) => !sameWallClock(slot.start, zone, partner.zone));
}
