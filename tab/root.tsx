import {
  FluentProvider,
  makeStyles,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  tokens,
} from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Api } from './client/client.ts';
import { App } from './app.tsx';
import { Crash, Reload } from './frame/crash.tsx';
import { OutsideTeams } from './frame/outside-teams.tsx';
import { Loading } from './parts/states.tsx';
import type { Host } from './teams/host.ts';
import type { Reading } from './words/load.ts';

const Channel = lazy(() => import('./channel/channel.tsx'));
const Configure = lazy(() => import('./channel/configure.tsx'));

const themes = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };

/** For what the browser draws itself: the button of a time field, a list to choose from. */
const colorSchemes = { default: 'light', dark: 'dark', contrast: 'dark' };

const useStyles = makeStyles({
  // Fluent's own provider aligns to the left, also where people read from the right. It gives this class to what opens above the page too.
  aligned: { textAlign: 'start' },
  page: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground2 },
});

interface Props {
  /** Null: the page is not in Teams. */
  readonly host: Host | null;
  readonly api: Api;
  /** Null: the words could not be fetched. */
  readonly reading: Reading | null;
}

/** Theme and direction of the page: as Teams has them, and as they change. */
export function Root({ host, api, reading }: Props) {
  const styles = useStyles();
  const [theme, setTheme] = useState(host?.theme ?? 'default');
  useEffect(() => {
    host?.onThemeChange(setTheme);
  }, [host]);

  return (
    <FluentProvider
      theme={themes[theme]}
      dir={reading?.words.direction ?? 'ltr'}
      className={styles.aligned}
      style={{ colorScheme: colorSchemes[theme] }}
    >
      <div className={styles.page}>
        <Page host={host} api={api} reading={reading} />
      </div>
    </FluentProvider>
  );
}

function Page({ host, api, reading }: Props) {
  if (reading === null) return <Reload />;
  const { words, locale } = reading;
  return (
    <Crash words={words}>
      <Suspense fallback={<Loading words={words} />}>
        {host === null && <OutsideTeams words={words} />}
        {host?.place === 'configuration' && <Configure host={host} words={words} />}
        {host?.place === 'channel' && <Channel api={api} host={host} words={words} locale={locale} />}
        {host?.place === 'personal' && <App api={api} host={host} words={words} locale={locale} />}
      </Suspense>
    </Crash>
  );
}
