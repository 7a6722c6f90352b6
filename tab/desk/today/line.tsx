import { makeStyles, tokens } from '@fluentui/react-components';
import type { Today } from '../../../core/api/desk.ts';
import { useApp } from '../../context/app-context.ts';
import { hrefOf } from '../../context/route.ts';
import { useDeskWords } from '../desk-words.ts';
import { queryOf } from '../round/people/shows.ts';
import { findingOf, lineSteps } from './finding-of.ts';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '8px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  steps: {
    listStyle: 'none',
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(120px, 100%), 1fr))',
    gap: '8px',
    margin: 0,
    padding: 0,
  },
  step: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    boxSizing: 'border-box',
    padding: '8px 12px',
    gap: '2px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    overflowWrap: 'anywhere',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  n: {
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  // How many of all, as a bar.
  track: { height: '4px', backgroundColor: tokens.colorNeutralBackground5 },
  bar: { height: '100%', backgroundColor: tokens.colorCompoundBrandBackground },
});

interface Props {
  readonly scheme: string;
  readonly round: NonNullable<Today['round']>;
}

/** The round as a line: how many people have come to each step. Each number opens the people behind it. */
export function Line({ scheme, round: { round, number, line } }: Props) {
  const styles = useStyles();
  const { locale } = useApp();
  const said = useDeskWords().today;
  const { step: furthest, n, of } = findingOf(line);
  return (
    <section className={styles.part} aria-labelledby="line-title">
      <h2 id="line-title" className={styles.heading}>
        {said.findings[furthest]({ n, of, round: number })}
      </h2>
      <ol className={styles.steps}>
        {lineSteps.map((step) => (
          <li key={step}>
            <a
              className={styles.step}
              href={hrefOf({ view: 'round', scheme, round, query: queryOf(shownOf(step)) })}
            >
              <span className={styles.n}>{new Intl.NumberFormat(locale).format(line[step])}</span>
              <span>{said.line[step]}</span>
              <span className={styles.track} aria-hidden>
                <span
                  className={styles.bar}
                  style={{ display: 'block', width: `${(100 * line[step]) / Math.max(1, line.enrolled)}%` }}
                />
              </span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Whom a step of the line opens. */
function shownOf(step: (typeof lineSteps)[number]) {
  return { show: step === 'enrolled' ? 'all' : step, sort: 'name', isDescending: false } as const;
}
