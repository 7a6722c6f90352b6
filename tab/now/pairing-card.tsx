import {
  Avatar,
  Button,
  makeStyles,
  Text,
  Title3,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { CalendarLtrRegular, VideoRegular } from '@fluentui/react-icons';
import { detailsOf } from '../../core/words/of-pairing.ts';
import type { PairingView } from '../../core/words/pairing-view.ts';
import { useApp } from '../context/app-context.ts';
import { Card } from '../parts/card.tsx';
import { city, day, dayAndTime, hours, sameWallClock } from '../format/times.ts';
import { AnswerMark } from '../parts/answer-mark.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import { Offer } from './offer.tsx';

const useStyles = makeStyles({
  top: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: '8px 12px', marginBottom: '16px' },
  card: { padding: '24px', gap: '24px', '@media (max-width: 480px)': { padding: '16px' } },
  partners: { display: 'flex', flexWrap: 'wrap', gap: '20px 40px' },
  partner: { display: 'flex', alignItems: 'center', gap: '16px', minWidth: 0 },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  heading: { margin: 0 },
  name: {
    ...typographyStyles.title1,
    margin: 0,
    '@media (max-width: 480px)': { ...typographyStyles.title3 },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  when: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '16px',
    padding: '16px 20px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  slot: { display: 'flex', gap: '14px', alignItems: 'flex-start', minWidth: 0 },
  icon: { fontSize: '24px', color: tokens.colorBrandForeground1, flexShrink: 0, marginTop: '2px' },
  answers: { display: 'flex', flexDirection: 'column', gap: '8px' },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexWrap: 'wrap', gap: '8px 28px' },
  answer: { display: 'flex', alignItems: 'center', gap: '8px' },
});

export function PairingCard({ pairing }: { readonly pairing: PairingView }) {
  const styles = useStyles();
  const { words } = useApp();
  const said = words.pairing;
  return (
    <section aria-labelledby="pairing-title">
      <div className={styles.top}>
        <Title3 as="h1" id="pairing-title" className={styles.heading}>
          {said.title}
        </Title3>
        <StateMark state={pairing.state} />
        <Text className={styles.quiet}>
          {pairing.state === 'suggested' && pairing.wishes !== undefined
            ? said.allChoose
            : said.stateText[pairing.state]}
        </Text>
      </div>
      <Card className={styles.card}>
        <div className={styles.partners}>
          {pairing.partners.map((partner) => (
            <div key={partner.id} className={styles.partner}>
              <Avatar name={partner.name} color="colorful" idForColor={partner.id} size={72} aria-hidden />
              <div className={styles.words}>
                <h2 className={styles.name}>{partner.name}</h2>
                <Text size={400} className={styles.quiet}>
                  {detailsOf(partner).join(' · ')}
                </Text>
                {partner.about !== undefined && <Text>{partner.about}</Text>}
                {partner.drink !== undefined && <Text>{said.drink({ drink: partner.drink })}</Text>}
                {partner.askMe !== undefined && <Text>{said.askMe({ askMe: partner.askMe })}</Text>}
              </div>
            </div>
          ))}
        </div>
        <When pairing={pairing} />
        <Offer pairing={pairing} />
        <Answers pairing={pairing} />
        <Text className={styles.quiet}>
          {pairing.lastMet === null ? said.firstTime : said.lastMet({ rounds: pairing.lastMet })}
        </Text>
        {pairing.newLink !== null && (
          <Text className={styles.quiet}>
            {said.newLink({ one: pairing.newLink[0], other: pairing.newLink[1] })}
          </Text>
        )}
      </Card>
    </section>
  );
}

/** The slot in my zone, and in theirs where their clocks read otherwise. */
function When({ pairing }: { readonly pairing: PairingView }) {
  const styles = useStyles();
  const { words, me, locale, openLink } = useApp();
  const said = words.pairing;
  const { slot, joinUrl } = pairing;
  if (slot === null) return pairing.state === 'planned' ? <Text>{said.noTimeYet}</Text> : null;
  const time = hours(slot, me.zone, locale);
  const elsewhere = pairing.partners.filter(({ zone }) => !sameWallClock(slot.start, me.zone, zone));
  return (
    <div className={styles.when}>
      <div className={styles.slot}>
        <CalendarLtrRegular className={styles.icon} aria-hidden />
        <div className={styles.words}>
          <Text size={500} weight="semibold">
            {day(slot.start, me.zone, locale)}
          </Text>
          <Text size={400}>
            {elsewhere.length === 0 ? time : said.yourTime({ time, city: city(me.zone) })}
          </Text>
          {elsewhere.map(({ id, name, zone }) => (
            <Text key={id} className={styles.quiet}>
              {said.theirTime({ name, city: city(zone), time: dayAndTime(slot.start, zone, locale) })}
            </Text>
          ))}
          {pairing.state === 'booked' && joinUrl === null && <Text>{said.noLink}</Text>}
        </div>
      </div>
      {joinUrl !== null && (
        <Button
          as="a"
          appearance="primary"
          size="large"
          icon={<VideoRegular />}
          href={joinUrl}
          target="_blank"
          rel="noreferrer"
          onClick={(event: React.MouseEvent) => {
            event.preventDefault();
            openLink(joinUrl);
          }}
        >
          {said.join}
        </Button>
      )}
    </div>
  );
}

function Answers({ pairing }: { readonly pairing: PairingView }) {
  const styles = useStyles();
  const { words } = useApp();
  const said = words.pairing;
  if (pairing.state !== 'booked') return null;
  const members = [{ id: 'me', name: said.you, answer: pairing.myAnswer }, ...pairing.partners];
  return (
    <div className={styles.answers}>
      <Text weight="semibold" id="answers-title">
        {said.answers}
      </Text>
      <ul className={styles.list} aria-labelledby="answers-title">
        {members.map(({ id, name, answer }) => (
          <li key={id} className={styles.answer}>
            <Text>{name}</Text> <AnswerMark answer={answer} />
          </li>
        ))}
      </ul>
      {pairing.myAnswer === 'none' && <Text className={styles.quiet}>{said.answerHint}</Text>}
    </div>
  );
}
