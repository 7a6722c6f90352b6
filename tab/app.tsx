import { makeStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import type { Api } from './client/client.ts';
import { nowQuery } from './client/query-client.ts';
import { meQuery } from './api/queries.ts';
import { useWaitingActs } from './api/use-act.ts';
import { AppProvider, type AppContext } from './context/app-context.ts';
import type { Route } from './context/route.ts';
import { UndoProvider } from './context/undo.tsx';
import { useRoute } from './context/use-route.ts';
import { Now } from './now/now.tsx';
import { Announcer } from './frame/announcer.tsx';
import { Navigation } from './frame/navigation.tsx';
import { OfflineNotice } from './frame/offline-notice.tsx';
import { Loaded, Loading } from './parts/states.tsx';
import { UndoBar } from './frame/undo-bar.tsx';
import type { Host } from './teams/host.ts';
import type { Words } from './words/words.ts';

// Each is a script of its own, fetched when somebody opens it.
const History = lazy(() => import('./history/history.tsx'));
const MySettings = lazy(() => import('./settings/settings.tsx'));
const Desk = lazy(() => import('./desk/desk.tsx'));

const useStyles = makeStyles({
  main: {
    maxWidth: '880px',
    margin: '0 auto',
    // At the foot there is room for what can be undone.
    padding: '24px 16px 96px',
    boxSizing: 'border-box',
    outlineStyle: 'none',
    '@media (max-width: 480px)': { paddingTop: '12px' },
  },
});

interface Props {
  readonly api: Api;
  readonly host: Host;
  readonly words: Words;
  readonly locale: string;
}

/** The tab for somebody inside Teams. */
export function App({ api, host, words, locale }: Props) {
  const styles = useStyles();
  const { route, hasMoved } = useRoute();
  const [announcement, setAnnouncement] = useState({ sentence: '', nth: 0 });
  const announce = useCallback((sentence: string) => {
    setAnnouncement(({ nth }) => ({ sentence, nth: nth + 1 }));
  }, []);
  const me = useMe(api, route);
  const person = me.data;
  const context = useMemo<AppContext | null>(() => {
    if (person === undefined) return null;
    return {
      api,
      me: person,
      words,
      locale,
      zone: person.zone,
      host,
      openLink: host.openLink,
      announce,
      hasMoved,
    };
  }, [api, person, words, locale, host, announce, hasMoved]);

  return (
    <UndoProvider>
      <Announcer {...announcement} />
      <OfflineNotice words={words} />
      <Navigation words={words} route={route} isCoordinator={person?.coordinator === true} />
      <main className={styles.main} tabIndex={-1}>
        <Loaded words={words} query={me}>
          {() => (
            <AppProvider value={context}>
              <WaitingActs />
              <Suspense fallback={<Loading words={words} />}>
                <View route={route} />
              </Suspense>
            </AppProvider>
          )}
        </Loaded>
      </main>
      <UndoBar words={words} />
    </UndoProvider>
  );
}

/** Offers to undo what waits since before the page was opened. */
function WaitingActs() {
  useWaitingActs();
  return null;
}

/** Who am I: *Now* says it too, so that its first view needs one call alone. */
function useMe(api: Api, { view }: Route) {
  const now = useQuery({ ...nowQuery(api), enabled: view === 'now' });
  const isKnown = view === 'now' || now.data !== undefined;
  const me = useQuery({ ...meQuery(api), enabled: !isKnown });
  return isKnown ? { ...now, data: now.data?.me ?? me.data } : me;
}

function View({ route }: { route: Route }) {
  switch (route.view) {
    case 'now':
      return <Now about={route.about} />;
    case 'history':
      return <History />;
    case 'my-settings':
      return <MySettings />;
    default:
      return <Desk route={route} />;
  }
}
