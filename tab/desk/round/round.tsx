import { Badge, Link, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { ChevronLeftRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import type { RoundDetail } from '../../../core/api/rounds.ts';
import { useApp } from '../../context/app-context.ts';
import { hrefOf } from '../../context/route.ts';
import { date } from '../../format/times.ts';
import { Loaded } from '../../parts/states.tsx';
import { useDeskWords } from '../desk-words.ts';
import { stageColor } from '../stage.ts';
import { useRound } from '../use-desk.ts';
import { Figures } from './figures.tsx';
import { Pairings } from './pairings/pairings.tsx';
import { People } from './people/people.tsx';
import { parseShown } from './people/shows.ts';
import { Faces, Plan } from './plan.tsx';

const useStyles = makeStyles({
  back: { display: 'inline-flex', alignItems: 'center', gap: '4px', marginBottom: '12px' },
  top: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: '4px 12px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  title: { ...typographyStyles.title3, margin: 0, outlineStyle: 'none' },
});

interface Props {
  readonly scheme: string;
  /** ISO date of the meeting week. */
  readonly round: string;
  /** What is shown of its people, as it stands in the address. */
  readonly query: string;
}

/** One round as its coordinator sees it. */
export default function Round({ scheme, round, query }: Props) {
  const styles = useStyles();
  const { words } = useApp();
  const { rounds } = useDeskWords().frame;
  return (
    <>
      <Link href={hrefOf({ view: 'rounds' })} className={styles.back}>
        <ChevronLeftRegular aria-hidden /> {rounds.back}
      </Link>
      <Loaded words={words} query={useRound(scheme, round)}>
        {(detail) => (
          <>
            <Top round={detail} isAboutPeople={query !== ''} />
            <Figures round={detail} />
            <Plan round={detail} />
            <Faces round={detail} />
            <Pairings round={detail} />
            <People round={detail} shown={parseShown(query)} />
          </>
        )}
      </Loaded>
    </>
  );
}

interface TopProps {
  readonly round: RoundDetail;
  /** Whether the link led to some of its people. */
  readonly isAboutPeople: boolean;
}

function Top({ round, isAboutPeople }: TopProps) {
  const styles = useStyles();
  const { locale, announce } = useApp();
  const said = useDeskWords();
  const title = useRef<HTMLHeadingElement>(null);
  const name = said.round.title({ n: round.number });
  const stage = said.frame.rounds.stage[round.stage];

  // The link that led here is gone: whoever uses a keyboard goes on from the heading.
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) return;
    isFirst.current = false;
    if (!isAboutPeople) title.current?.focus();
    announce(`${name}, ${stage}`);
  }, [announce, name, stage, isAboutPeople]);

  return (
    <div className={styles.top}>
      <h1 ref={title} tabIndex={-1} className={styles.title}>
        {name}
      </h1>
      <Badge appearance="tint" size="large" color={stageColor[round.stage]}>
        {stage}
      </Badge>
      <Text className={styles.quiet}>
        {round.schemeName} · {said.round.weekOf({ monday: date(round.round, locale) })}
      </Text>
    </div>
  );
}
