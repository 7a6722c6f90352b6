import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { RoundDetail } from '../../../core/api/rounds.ts';
import { useApp } from '../../context/app-context.ts';
import { useDeskWords } from '../desk-words.ts';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '4px', marginTop: '16px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  faces: { display: 'flex', flexWrap: 'wrap', gap: '4px 24px', margin: 0 },
  face: { display: 'flex', gap: '8px' },
  n: {
    margin: 0,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
});

/** How good the plan was when the round was paired, in words. Nothing before. */
export function Plan({ round: { plan } }: { readonly round: RoundDetail }) {
  const styles = useStyles();
  const said = useDeskWords().round;
  if (plan === null) return null;
  const { unplaced, trios, repeats, closeness } = plan.cost;
  return (
    <section className={styles.part} aria-labelledby="plan-title">
      <h2 id="plan-title" className={styles.heading}>
        {said.plan}
      </h2>
      <Text>
        {[
          plan.optimal ? said.optimal : said.notProved,
          said.cost({ unplaced, trios, repeats: repeats === 0 ? 'none' : 'some' }),
          closeness === 0 ? said.crossesAll : said.crossesSome,
        ].join(' ')}
      </Text>
    </section>
  );
}

/** How many people chose each face; nothing where too few did to hide among. */
export function Faces({ round: { faces } }: { readonly round: RoundDetail }) {
  const styles = useStyles();
  const { locale } = useApp();
  const said = useDeskWords().round;
  if (faces === null) return null;
  const chosen = said.faces.map((face, i) => ({ face, n: faces[i] ?? 0 })).reverse();
  return (
    <section className={styles.part} aria-labelledby="faces-title">
      <h2 id="faces-title" className={styles.heading}>
        {said.facesTitle}
      </h2>
      <dl className={styles.faces}>
        {chosen.map(({ face, n }) => (
          <div key={face} className={styles.face}>
            <dt>{face}</dt>
            <dd className={styles.n}>{new Intl.NumberFormat(locale).format(n)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
