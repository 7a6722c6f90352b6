import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useApp } from '../../context/app-context.ts';
import type { DraftView } from '../../../core/api/draft.ts';

const useStyles = makeStyles({
  name: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: '0 8px',
    outlineStyle: 'none',
    scrollMarginTop: '80px',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** The id of the element in the page that names somebody. */
export function placeOf(person: string): string {
  return `person-${person}`;
}

/** Who it is. The focus goes here when what was pressed went away. */
export function PersonName({
  person,
}: {
  readonly person: DraftView['unplaced'][number] | DraftView['pairings'][number]['members'][number];
}) {
  const styles = useStyles();
  const { words } = useApp();
  return (
    <span id={placeOf(person.id)} tabIndex={-1} className={styles.name}>
      <Text weight="semibold">{person.name || words.colleague}</Text>
      {person.department !== null && (
        <Text size={200} className={styles.quiet}>
          {person.department}
        </Text>
      )}
    </span>
  );
}
