import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { hrefOf, type Route } from '../context/route.ts';
import type { Words } from '../words/words.ts';

const useStyles = makeStyles({
  nav: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    // The words of the first link stand above the first words of the page.
    padding: '0 max(6px, calc((100vw - 880px) / 2 + 6px))',
  },
  // Longer words than English ones go on in a second line.
  list: { listStyle: 'none', display: 'flex', flexWrap: 'wrap', margin: 0, padding: 0 },
  link: {
    display: 'block',
    padding: '12px 10px 9px',
    borderBottom: '3px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textDecorationLine: 'none',
    ':hover': {
      color: tokens.colorNeutralForeground2Hover,
      borderBottomColor: tokens.colorNeutralStroke1Hover,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    ':hover': { borderBottomColor: tokens.colorCompoundBrandStroke },
  },
});

const mine = ['now', 'history', 'my-settings'] as const;
type Place = (typeof mine)[number] | 'desk';

const routes: Readonly<Record<Place, Route>> = {
  now: { view: 'now', about: null },
  history: { view: 'history' },
  'my-settings': { view: 'my-settings' },
  desk: { view: 'desk', scheme: null },
};

interface Props {
  readonly words: Words;
  readonly route: Route;
  readonly isCoordinator: boolean;
}

/** The screens of the tab, as links. The desk is for coordinators. */
export function Navigation({ words, route, isCoordinator }: Props) {
  const styles = useStyles();
  const current: Place = mine.find((place) => place === route.view) ?? 'desk';
  const places: readonly Place[] = isCoordinator ? [...mine, 'desk'] : mine;
  return (
    <nav className={styles.nav} aria-label={words.tabs.label}>
      <ul className={styles.list}>
        {places.map((place) => (
          <li key={place}>
            <a
              className={mergeClasses(styles.link, place === current && styles.current)}
              href={hrefOf(routes[place])}
              aria-current={place === current ? 'page' : undefined}
            >
              {words.tabs[place]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
