import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { createApi } from './api/client.ts';
import { useLoad } from './api/use-load.ts';
import { AppProvider, type AppContext } from './context/app-context.ts';
import { Announcer } from './parts/announcer.tsx';
import { Loading, ProblemNotice } from './parts/states.tsx';
import { UnreachableNotice } from './parts/unreachable-notice.tsx';
import { hrefOf, type Route } from './context/route.ts';
import type { Host } from './teams/host.ts';
import { useRoute } from './context/use-route.ts';
import { History } from './views/history.tsx';
import { Pairing } from './views/pairing.tsx';
import type { Words } from './words/words.ts';

const Coordinator = lazy(() => import('./coordinator/coordinator.tsx'));

const useStyles = makeStyles({
  nav: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    // The words of the first tab stand above the first words of the page.
    padding: '0 max(6px, calc((100vw - 880px) / 2 + 6px))',
  },
  // Longer words than English ones go on in a second line.
  tabs: { flexWrap: 'wrap' },
  main: { maxWidth: '880px', margin: '0 auto', padding: '24px 16px 48px', boxSizing: 'border-box' },
});

/** The tab for somebody inside Teams. */
export function App({ host, words, locale }: { host: Host; words: Words; locale: string }) {
  const styles = useStyles();
  const route = useRoute();
  const [announcement, announce] = useState('');
  const api = useMemo(() => createApi(host.token), [host]);
  const me = useLoad(api.me);
  const openLink = useCallback(
    (url: string) => {
      host.openLink(url).catch(() => window.open(url, '_blank', 'noopener'));
    },
    [host],
  );
  const person = me.state === 'ready' ? me.value : null;
  const context = useMemo<AppContext | null>(
    () => person && { api, me: person, words, locale, openLink, announce },
    [api, person, words, locale, openLink],
  );

  return (
    <>
      <Announcer sentence={announcement} />
      {me.state === 'loading' && <Loading words={words} />}
      {me.state === 'failed' && (
        <main>
          <ProblemNotice words={words} load={me} />
        </main>
      )}
      {context !== null && (
        <AppProvider value={context}>
          <nav className={styles.nav}>
            <Tabs words={words} route={route} coordinator={context.me.coordinator} />
          </nav>
          <main className={styles.main}>
            {!context.me.settings.reachable && <UnreachableNotice />}
            <div id="view" role="tabpanel" aria-labelledby={`tab-${tabOf(route)}`}>
              <Suspense fallback={<Loading words={words} />}>
                <View route={route} />
              </Suspense>
            </div>
          </main>
        </AppProvider>
      )}
    </>
  );
}

function View({ route }: { route: Route }) {
  switch (route.view) {
    case 'pairing':
      return <Pairing />;
    case 'history':
      return <History />;
    case 'rounds':
    case 'round':
    case 'settings':
      return <Coordinator route={route} />;
  }
}

type TabName = 'pairing' | 'history' | 'rounds';

function tabOf(route: Route): TabName {
  return route.view === 'round' || route.view === 'settings' ? 'rounds' : route.view;
}

function Tabs({ words, route, coordinator }: { words: Words; route: Route; coordinator: boolean }) {
  const names: TabName[] = coordinator ? ['pairing', 'history', 'rounds'] : ['pairing', 'history'];
  return (
    <TabList
      className={useStyles().tabs}
      aria-label={words.tabs.label}
      selectedValue={tabOf(route)}
      onTabSelect={(_, { value }) => {
        const view = names.find((name) => name === value);
        if (view !== undefined) window.location.hash = hrefOf({ view });
      }}
    >
      {names.map((name) => (
        <Tab key={name} value={name} id={`tab-${name}`} aria-controls="view">
          {words.tabs[name]}
        </Tab>
      ))}
    </TabList>
  );
}
