import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { MyData } from '../../../core/api/data.ts';
import { useApp } from '../../context/app-context.ts';
import { useLooks } from '../looks.ts';
import { PartHeading } from '../section.tsx';
import { shownOf } from './shown.ts';
import { ShownValues } from './shown-values.tsx';

const useStyles = makeStyles({
  part: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingTop: '8px',
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
  },
  summary: { cursor: 'pointer', overflowWrap: 'anywhere' },
  inside: { display: 'flex', flexDirection: 'column', gap: '8px', paddingTop: '8px' },
});

/** Everything that is kept about somebody, each part folded. */
export function HeldData({ data }: { readonly data: MyData }) {
  const styles = useStyles();
  const looks = useLooks();
  const { words, locale } = useApp();
  const { held, wishes, data: said } = words.mySettings;
  const reading = { names: data.names, locale, yes: wishes.yes, no: wishes.no };
  const names = Object.entries(data.names);
  return (
    <>
      <Text>{data.about}</Text>
      <Text className={looks.quiet}>{held.asStored}</Text>
      {data.parts.map(({ part, title, about, records }) => (
        <details key={part} className={styles.part}>
          <summary className={styles.summary}>
            <Text weight="semibold">{title}</Text> <Text>({held.entries({ n: records.length })})</Text>
          </summary>
          <div className={styles.inside}>
            <Text>{about}</Text>
            {records.length === 0 && <Text>{said.nothing}</Text>}
            {records.map((record, index) => (
              <div key={index}>
                {records.length > 1 && <PartHeading>{held.entry({ n: index + 1 })}</PartHeading>}
                <ShownValues values={shownOf(record, reading)} />
              </div>
            ))}
          </div>
        </details>
      ))}
      {names.length > 0 && (
        <details className={styles.part}>
          <summary className={styles.summary}>
            <Text weight="semibold">{said.names}</Text>
          </summary>
          <div className={styles.inside}>
            <ShownValues values={names.map(([id, name]) => ({ kind: 'text', name, text: id }))} />
          </div>
        </details>
      )}
      <PartHeading>{said.elsewhereTitle}</PartHeading>
      <ul className={looks.bullets}>
        {data.elsewhere.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
