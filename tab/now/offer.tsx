import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { PairingView } from '../../core/words/pairing-view.ts';
import { useApp } from '../context/app-context.ts';
import { city, day, dayAndTime, hours, sameWallClock } from '../format/times.ts';

const useStyles = makeStyles({
  offer: { display: 'flex', flexDirection: 'column', gap: '8px' },
  list: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '8px' },
  lines: { display: 'flex', flexDirection: 'column' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** The times that the members may choose from, as the bot offers them: here they are only shown. */
export function Offer({ pairing }: { readonly pairing: PairingView }) {
  const styles = useStyles();
  const { words, me, locale } = useApp();
  const said = words.pairing;
  const slots = pairing.offer ?? [];
  const wishedBy = (person: string) => {
    const partner = pairing.partners.find(({ id }) => id === person);
    return partner === undefined ? said.yourWish : said.wish({ name: partner.name || words.colleague });
  };
  if (slots.length === 0) return pairing.state === 'suggested' ? <Text>{said.noOffer}</Text> : null;
  return (
    <div className={styles.offer}>
      <Text weight="semibold" id="offer-title">
        {said.offerTitle}
      </Text>
      <ul className={styles.list} aria-labelledby="offer-title">
        {slots.map((slot) => (
          <li key={slot.start}>
            <div className={styles.lines}>
              <Text>
                {day(slot.start, me.zone, locale)}, {hours(slot, me.zone, locale)}
              </Text>
              {pairing.partners
                .filter(({ zone }) => !sameWallClock(slot.start, me.zone, zone))
                .map(({ id, name, zone }) => (
                  <Text key={id} className={styles.quiet}>
                    {said.theirTime({
                      name,
                      city: city(zone),
                      time: dayAndTime(slot.start, zone, locale),
                    })}
                  </Text>
                ))}
              {(pairing.wishes ?? [])
                .filter((wish) => wish.slot.start === slot.start)
                .map(({ person }) => (
                  <Text key={person} className={styles.quiet}>
                    {wishedBy(person)}
                  </Text>
                ))}
            </div>
          </li>
        ))}
      </ul>
      <Text className={styles.quiet}>{said.offerText}</Text>
    </div>
  );
}
