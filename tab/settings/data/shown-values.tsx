import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Shown } from './shown.ts';

const useStyles = makeStyles({
  values: { display: 'grid', gap: '4px', margin: 0 },
  pair: { display: 'flex', flexWrap: 'wrap', gap: '0 8px' },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
  inside: {
    margin: '4px 0 4px',
    paddingLeft: '12px',
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** Named values, those within others further in. */
export function ShownValues({ values }: { readonly values: readonly Shown[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.values}>
      {values.map((one, index) =>
        one.kind === 'text' ? (
          <div key={index} className={styles.pair}>
            {one.name !== '' && <dt className={styles.name}>{one.name}</dt>}
            <dd className={styles.value}>{one.text}</dd>
          </div>
        ) : (
          <div key={index}>
            <dt className={styles.name}>
              <Text>{one.name}</Text>
            </dt>
            <dd className={styles.inside}>
              <ShownValues values={one.inside} />
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}
