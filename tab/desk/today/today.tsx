import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Today as Read } from '../../../core/api/desk.ts';
import { useApp } from '../../context/app-context.ts';
import { hrefOf } from '../../context/route.ts';
import { city, date, dayAndTime } from '../../format/times.ts';
import { Card } from '../../parts/card.tsx';
import { Screen } from '../../parts/screen.tsx';
import { Loaded } from '../../parts/states.tsx';
import { useDeskWords } from '../desk-words.ts';
import { useToday } from '../use-desk.ts';
import { Hands } from './hands.tsx';
import { Line } from './line.tsx';

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', gap: '24px' },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: 'anywhere',
  },
  part: { display: 'flex', flexDirection: 'column', gap: '8px' },
  dates: {
    display: 'grid',
    gap: '8px 24px',
    margin: 0,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(180px, 100%), 1fr))',
  },
  value: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What needs a hand, and how the round stands. */
export default function Today({ scheme }: { readonly scheme: string }) {
  const { words } = useApp();
  return (
    <Loaded words={words} query={useToday(scheme)}>
      {(today) => <Shown today={today} />}
    </Loaded>
  );
}

function Shown({ today }: { readonly today: Read }) {
  const styles = useStyles();
  const { me } = useApp();
  const said = useDeskWords().today;
  const title = me.coordinates.length > 1 ? said.of({ scheme: today.schemeName }) : said.title;
  return (
    <Screen title={title} shown={`${title}. ${said.shown({ n: today.hands.length })}`}>
      <div className={styles.parts}>
        <Hands today={today} />
        {today.draft !== null && <Draft today={today} draft={today.draft} />}
        {today.round !== null && <Line scheme={today.scheme} round={today.round} />}
        <Next today={today} />
      </div>
    </Screen>
  );
}

/** The draft of a round that is not released, and when it goes out. */
function Draft({
  today: { scheme, zone },
  draft,
}: {
  readonly today: Read;
  readonly draft: NonNullable<Read['draft']>;
}) {
  const styles = useStyles();
  const { locale } = useApp();
  const said = useDeskWords().today;
  const { round, pairs, trios, without, releasesAt } = draft;
  return (
    <section aria-labelledby="draft-title">
      <Card>
        <h2 id="draft-title" className={styles.heading}>
          {said.draftTitle({ monday: date(round, locale) })}
        </h2>
        <Text>{said.draft({ pairs, trios, without, when: dayAndTime(releasesAt, zone, locale) })}</Text>
        <Link href={hrefOf({ view: 'preview', scheme, round })}>{said.draftOpen}</Link>
      </Card>
    </section>
  );
}

/** When the next round comes, step by step. */
function Next({ today: { next, zone, enrolled } }: { readonly today: Read }) {
  const styles = useStyles();
  const { locale } = useApp();
  const said = useDeskWords().today;
  const at = (instant: string) => dayAndTime(instant, zone, locale);
  const dates = [
    [said.calledAt, at(next.calledAt)],
    ...(next.draftAt === null ? [] : [[said.draftAt, at(next.draftAt)]]),
    [said.pairingAt, at(next.pairingAt)],
    [said.week, said.weekFrom({ monday: date(next.round, locale) })],
  ] as const;
  return (
    <section className={styles.part} aria-labelledby="next-title">
      <h2 id="next-title" className={styles.heading}>
        {said.nextTitle}
      </h2>
      <Text>{said.enrolled({ n: enrolled })}</Text>
      <dl className={styles.dates}>
        {dates.map(([what, when]) => (
          <div key={what}>
            <dt className={styles.quiet}>{what}</dt>
            <dd className={styles.value}>{when}</dd>
          </div>
        ))}
      </dl>
      <Text className={styles.quiet}>{said.zone({ city: city(zone) })}</Text>
    </section>
  );
}
