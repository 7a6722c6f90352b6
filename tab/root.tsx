import {
  FluentProvider,
  makeStyles,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Api } from './client/client.ts';
import { App } from './app.tsx';
import { Channel } from './channel/channel.tsx';
import { Configure } from './channel/configure.tsx';
import { Crash, Reload } from './frame/crash.tsx';
import { Loading } from './parts/states.tsx';
import { OutsideTeams } from './frame/outside-teams.tsx';
import type { HostTheme } from './teams/hints.ts';
import type { Host } from './teams/host.ts';
import { loadWords, type Reading } from './words/load.ts';

const themes = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };

/** For what the browser draws itself: the button of a time field, a list to choose from. */
const colorSchemes = { default: 'light', dark: 'dark', contrast: 'dark' };

const useStyles = makeStyles({
  // Fluent's own provider aligns to the left, also where people read from the right. It gives this class to what opens above the page too.
  aligned: { textAlign: 'start' },
  page: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground2 },
});

export interface RootProps {
  /** The host around the page; null when there is none. */
  readonly connecting: Promise<Host | null>;
  /** What is shown until Teams says its own. */
  readonly theme: HostTheme;
  readonly api: Api;
}

/** Theme, language and direction of the page: as Teams has them, and as they change. */
export function Root({ connecting, theme: firstTheme, api }: RootProps) {
  const styles = useStyles();
  const [host, setHost] = useState<Host | null>();
  const [theme, setTheme] = useState(firstTheme);
  const [reading, setReading] = useState<Reading | 'failed' | null>(null);

  useEffect(() => {
    void connecting.then((found) => {
      setHost(found);
      loadWords(found?.locale ?? navigator.language).then(setReading, () => {
        setReading('failed');
      });
      if (found === null) return;
      setTheme(found.theme);
      found.onThemeChange(setTheme);
    });
  }, [connecting]);
  useEffect(() => {
    if (reading === null || reading === 'failed') return;
    document.documentElement.lang = reading.words.language;
    document.documentElement.dir = reading.words.direction;
  }, [reading]);

  return (
    <FluentProvider
      theme={themes[theme]}
      dir={reading === null || reading === 'failed' ? 'ltr' : reading.words.direction}
      className={styles.aligned}
      style={{ colorScheme: colorSchemes[theme] }}
    >
      <div className={styles.page}>
        <Page host={host} api={api} reading={reading} />
      </div>
    </FluentProvider>
  );
}

interface PageProps {
  /** Undefined while Teams has not answered. */
  readonly host: Host | null | undefined;
  readonly api: Api;
  readonly reading: Reading | 'failed' | null;
}

function Page({ host, api, reading }: PageProps) {
  if (reading === 'failed') return <Reload />;
  if (reading === null || host === undefined) return <Loading words={null} />;
  const { words, locale } = reading;
  return (
    <Crash words={words}>
      {host === null && <OutsideTeams words={words} />}
      {host?.place === 'configuration' && <Configure host={host} words={words} />}
      {host?.place === 'channel' && <Channel api={api} host={host} words={words} locale={locale} />}
      {host?.place === 'personal' && <App api={api} host={host} words={words} locale={locale} />}
    </Crash>
  );
}
