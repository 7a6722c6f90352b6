import { Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { RoundDetail } from '../../../core/api/rounds.ts';
import { useApp } from '../../context/app-context.ts';
import { hrefOf } from '../../context/route.ts';
import { useDeskWords } from '../desk-words.ts';
import { type Figure, figuresOf } from './figures-of.ts';
import { queryOf } from './people/shows.ts';

const useStyles = makeStyles({
  figures: {
    listStyle: 'none',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: '12px 40px',
    margin: '20px 0 8px',
    padding: 0,
  },
  figure: { display: 'flex', alignItems: 'baseline', gap: '8px' },
  n: {
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  large: { fontSize: tokens.fontSizeHero900, lineHeight: tokens.lineHeightHero900 },
  more: { margin: '0 0 20px', color: tokens.colorNeutralForeground2 },
});

/** How the round stands: the figure that matters most now, two beside it, and the rest in a sentence. Each opens its people. */
export function Figures({ round }: { readonly round: RoundDetail }) {
  const styles = useStyles();
  const { counts, figures, plan, unreadableEvents } = round;
  const said = useDeskWords().round;
  const rest = [
    ...(plan === null
      ? []
      : [
          said.people({ n: counts.participants }),
          said.meetings({ n: counts.pairings, trios: counts.trios }),
          said.toldCount({ n: counts.told }),
        ]),
    ...(figures.notKnown > 0 ? [said.notKnown({ n: figures.notKnown })] : []),
  ];
  return (
    <section aria-label={said.figuresTitle}>
      <ul className={styles.figures}>
        {figuresOf(round).map((figure, nth) => (
          <FigureItem key={figure.what} figure={figure} round={round} isLarge={nth === 0} />
        ))}
      </ul>
      {rest.length > 0 && <p className={styles.more}>{rest.join(' ')}</p>}
      {unreadableEvents > 0 && <Text>{said.unreadableEvents({ n: unreadableEvents })}</Text>}
    </section>
  );
}

interface ItemProps {
  readonly figure: Figure;
  readonly round: Pick<RoundDetail, 'scheme' | 'round'>;
  readonly isLarge: boolean;
}

function FigureItem({ figure: { what, n, of, show }, round: { scheme, round }, isLarge }: ItemProps) {
  const styles = useStyles();
  const { locale } = useApp();
  const said = useDeskWords().round.figures;
  const query = queryOf({ show, sort: 'name', isDescending: false });
  return (
    <li>
      <Link
        href={hrefOf({ view: 'round', scheme, round, query })}
        appearance="subtle"
        className={styles.figure}
      >
        <span className={mergeClasses(styles.n, isLarge && styles.large)}>
          {new Intl.NumberFormat(locale).format(n)}
        </span>{' '}
        {said[what]({ n, of: of ?? n })}
      </Link>
    </li>
  );
}
