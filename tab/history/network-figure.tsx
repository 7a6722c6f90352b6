import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId, useMemo, useState } from 'react';
import type { MyHistory } from '../../core/api/meetings.ts';
import { useApp } from '../context/app-context.ts';
import { Card } from '../parts/card.tsx';
import { listNames } from '../parts/names.ts';
import { networkOf, sizeOf } from './network.ts';
import { NetworkPicture } from './network-picture.tsx';
import { NetworkTable } from './network-table.tsx';

const useStyles = makeStyles({
  figure: { padding: '16px' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
  title: {
    margin: 0,
    flex: '1 1 200px',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly history: MyHistory;
  /** Whether there are older meetings that are not in `history` yet. */
  readonly isPartly: boolean;
}

/** Whom the reader met, and from which departments: a picture that grows, or its table. */
export default function NetworkFigure({ history, isPartly }: Props) {
  const styles = useStyles();
  const { words, locale } = useApp();
  const said = words.history.network;
  const heading = useId();
  const [isTable, setIsTable] = useState(false);
  const network = useMemo(() => networkOf(history), [history]);
  const groups = network.map(({ department, people }) => ({
    label: department ?? said.unknownDepartment,
    people,
  }));
  if (groups.length === 0) return null;

  const title = said.title(sizeOf(network));
  const description = groups.map(({ label, people }) =>
    said.group({
      department: label,
      people: listNames(
        people.map(({ name }) => name),
        locale,
      ),
    }),
  );
  return (
    <Card className={styles.figure} role="figure" aria-labelledby={heading}>
      <div className={styles.head}>
        <h2 id={heading} className={styles.title}>
          {title}
        </h2>
        <Button
          size="small"
          onClick={() => {
            setIsTable(!isTable);
          }}
        >
          {isTable ? said.asPicture : said.asTable}
        </Button>
      </div>
      {isTable ? (
        <NetworkTable groups={groups} caption={title} />
      ) : (
        <NetworkPicture groups={groups} description={description.join(' ')} />
      )}
      {isPartly && <Text className={styles.quiet}>{said.partly}</Text>}
    </Card>
  );
}
