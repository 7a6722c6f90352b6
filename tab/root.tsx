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
import { Crash } from './parts/crash.tsx';
import { OutsideTeams } from './views/outside-teams.tsx';
import type { Host, HostTheme } from './teams/host.ts';
import { chooseWords } from './words/choose.ts';

const themes = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };

const useStyles = makeStyles({
  page: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground2 },
});

/** Theme, language and direction of the page: as Teams has them, and as they change. `host` null: opened outside Teams. */
export function Root({ host }: { readonly host: Host | null }) {
  const styles = useStyles();
  const [theme, setTheme] = useState<HostTheme>(host?.theme ?? 'default');
  const { words, locale } = useMemo(() => chooseWords(host?.locale ?? navigator.language), [host]);

  useEffect(() => {
    host?.onThemeChange(setTheme);
  }, [host]);
  useEffect(() => {
    document.documentElement.lang = words.language;
    document.documentElement.dir = words.direction;
  }, [words]);

  return (
    <FluentProvider theme={themes[theme]} dir={words.direction} className={styles.page}>
      <Crash words={words}>
        {host === null ? <OutsideTeams words={words} /> : <App host={host} words={words} locale={locale} />}
      </Crash>
    </FluentProvider>
  );
}
