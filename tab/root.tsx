import {
  FluentProvider,
  makeStyles,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import { App } from './app.tsx';
import { Channel } from './channel/channel.tsx';
import { Configure } from './channel/configure.tsx';
import { Crash } from './parts/crash.tsx';
import { Loading } from './parts/states.tsx';
import { OutsideTeams } from './views/outside-teams.tsx';
import type { Host, HostTheme } from './teams/host.ts';
import { chooseWords } from './words/choose.ts';

const themes = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };

/** For what the browser draws itself: the button of a time field, a list to choose from. */
const colorSchemes = { default: 'light', dark: 'dark', contrast: 'dark' };

const useStyles = makeStyles({
  page: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground2 },
});

interface Props {
  /** The host around the page; null when there is none. */
  readonly connecting: Promise<Host | null>;
}

/** Theme, language and direction of the page: as Teams has them, and as they change. */
export function Root({ connecting }: Props) {
  const styles = useStyles();
  const [host, setHost] = useState<Host | null>();
  const [theme, setTheme] = useState<HostTheme>('default');
  const { words, locale } = useMemo(() => chooseWords(host?.locale ?? navigator.language), [host]);

  useEffect(() => {
    void connecting.then((found) => {
      setHost(found);
      if (found === null) return;
      setTheme(found.theme);
      found.onThemeChange(setTheme);
    });
  }, [connecting]);
  useEffect(() => {
    document.documentElement.lang = words.language;
    document.documentElement.dir = words.direction;
  }, [words]);

  return (
    <FluentProvider
      theme={themes[theme]}
      dir={words.direction}
      className={styles.page}
      style={{ colorScheme: colorSchemes[theme] }}
    >
      <Crash words={words}>
        {host === undefined && <Loading words={words} />}
        {host === null && <OutsideTeams words={words} />}
        {host?.place === 'configuration' && <Configure host={host} words={words} />}
        {host?.place === 'channel' && <Channel host={host} words={words} />}
        {host?.place === 'personal' && <App host={host} words={words} locale={locale} />}
      </Crash>
    </FluentProvider>
  );
}
