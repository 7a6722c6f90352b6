import { Badge, Link, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { ChevronLeftRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { RoundDetail } from '../../../core/api/rounds.ts';
import { keys } from '../../api/queries.ts';
import { useApp } from '../../context/app-context.ts';
import { Card } from '../../parts/card.tsx';
import { date } from '../../format/times.ts';
import { Loaded } from '../../parts/states.tsx';
import { hrefOf } from '../../context/route.ts';
import { useDeskWords } from '../desk-words.ts';
import { PairingsTable } from './pairings-table.tsx';
import { Receipt } from './receipt.tsx';
import { stageColor } from '../stage.ts';

const useStyles = makeStyles({
  back: { display: 'inline-flex', alignItems: 'center', gap: '4px', marginBottom: '12px' },
  top: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: '4px 12px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  title: { ...typographyStyles.title3, margin: 0, outlineStyle: 'none' },
  counts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(9em, 100%), 1fr))',
    gap: '8px',
    margin: '20px 0 8px',
  },
  count: {
    display: 'flex',
    flexDirection: 'column-reverse',
    justifyContent: 'flex-end',
    padding: '12px 16px',
    overflowWrap: 'anywhere',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow4,
  },
  figure: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: 600,
  },
  plan: { padding: '16px', gap: '4px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
});

interface Props {
  readonly scheme: string;
  /** ISO date of the meeting week. */
  readonly round: string;
  /** What of it is shown, as in the address. */
  readonly query: string;
}

/** One round as its coordinator sees it. */
export default function Round({ scheme, round }: Props) {
  const styles = useStyles();
  const { api, words } = useApp();
  const query = useQuery({ queryKey: keys.round(scheme, round), queryFn: () => api.round(scheme, round) });
  return (
    <>
      <Link href={hrefOf({ view: 'rounds' })} className={styles.back}>
        <ChevronLeftRegular aria-hidden /> {useDeskWords().frame.rounds.back}
      </Link>
      <Loaded words={words} query={query}>
        {(detail) => <Detail round={detail} />}
      </Loaded>
    </>
  );
}

const countNames = ['participants', 'pairings', 'trios', 'booked', 'waiting', 'unplaced', 'told'] as const;

/** What became of people; shown once a meeting is over. */
const figureNames = ['met', 'notMet', 'notKnown'] as const;

function Detail({ round }: { readonly round: RoundDetail }) {
  const styles = useStyles();
  const { locale, announce } = useApp();
  const title = useRef<HTMLHeadingElement>(null);
  const { round: said, frame } = useDeskWords();
  const { stage } = frame.rounds;

  // The link that led here is gone: whoever uses a keyboard goes on from the heading.
  useEffect(() => {
    title.current?.focus();
    announce(`${said.title({ n: round.number })}, ${stage[round.stage]}`);
  }, [round, announce, said, stage]);

  const isAnyOver = figureNames.some((name) => round.figures[name] > 0);

  return (
    <>
      <div className={styles.top}>
        <h1 ref={title} tabIndex={-1} className={styles.title}>
          {said.title({ n: round.number })}
        </h1>
        <Badge appearance="tint" size="large" color={stageColor[round.stage]}>
          {stage[round.stage]}
        </Badge>
        <Text className={styles.quiet}>
          {round.schemeName} · {said.weekOf({ monday: date(round.round, locale) })}
        </Text>
      </div>
      <Tiles
        tiles={[
          ...countNames.map((name) => ({ label: said.counts[name], n: round.counts[name] })),
          ...(isAnyOver ? figureNames : []).map((name) => ({
            label: said.counts[name],
            n: round.figures[name],
          })),
        ]}
      />
      {round.unreadableEvents > 0 && <Text>{said.unreadableEvents({ n: round.unreadableEvents })}</Text>}
      <Plan round={round} />
      <Faces round={round} />
      <PairingsTable round={round} />
      <Receipt round={round} />
    </>
  );
}

interface Tile {
  readonly label: string;
  readonly n: number;
}

function Tiles({ tiles }: { readonly tiles: readonly Tile[] }) {
  const styles = useStyles();
  const { locale } = useApp();
  return (
    <dl className={styles.counts}>
      {tiles.map(({ label, n }) => (
        <div key={label} className={styles.count}>
          <dt className={styles.quiet}>{label}</dt>
          <dd className={styles.figure}>{new Intl.NumberFormat(locale).format(n)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** How many people chose each face; nothing where too few did to hide among. */
function Faces({ round: { faces } }: { readonly round: RoundDetail }) {
  const styles = useStyles();
  const said = useDeskWords().round;
  if (faces === null) return null;
  return (
    <section aria-labelledby="faces-title">
      <h2 id="faces-title" className={styles.heading}>
        {said.facesTitle}
      </h2>
      <Tiles tiles={said.faces.map((label, i) => ({ label, n: faces[i] ?? 0 })).reverse()} />
    </section>
  );
}

/** Whether the plan is the best there is, and what it costs, in words. */
function Plan({ round }: { readonly round: RoundDetail }) {
  const styles = useStyles();
  const said = useDeskWords().round;
  const { plan } = round;
  const repeats = round.pairings.filter(({ lastMet }) => lastMet !== null).length;
  return (
    <Card className={styles.plan}>
      <h2 className={styles.heading}>{said.plan}</h2>
      {plan === null ? (
        <Text>{said.notPlanned}</Text>
      ) : (
        <>
          <Text>{plan.optimal ? said.optimal : said.notProved}</Text>
          <Text>{said.cost({ unplaced: plan.cost.unplaced, trios: plan.cost.trios, repeats })}</Text>
          <Text className={styles.quiet}>
            {plan.cost.closeness === 0 ? said.crossesAll : said.crossesSome}
          </Text>
        </>
      )}
    </Card>
  );
}
