import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  list: {
    listStyle: 'none',
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 8px',
    margin: 0,
    padding: 0,
  },
  link: {
    display: 'block',
    padding: '4px 12px',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    ':hover': {
      color: tokens.colorNeutralForeground2Hover,
      backgroundColor: tokens.colorNeutralBackground1Hover,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  current: {
    color: tokens.colorNeutralForeground1Selected,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1Selected,
  },
});

interface Props {
  /** Absent: what is around it has a name. */
  readonly label?: string;
  /** What the current one is: a page, or one of several. */
  readonly current: 'page' | 'true';
  readonly links: readonly {
    readonly key: string;
    readonly href: string;
    readonly text: string;
    readonly isCurrent: boolean;
  }[];
}

/** Links side by side, of which one is where the reader is. */
export function Pills({ label, current, links }: Props) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={label}>
      {links.map(({ key, href, text, isCurrent }) => (
        <li key={key}>
          <a
            className={mergeClasses(styles.link, isCurrent && styles.current)}
            href={href}
            aria-current={isCurrent ? current : undefined}
          >
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}
