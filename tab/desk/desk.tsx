import { makeStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { keys, useNow } from '../api/queries.ts';
import { useApp } from '../context/app-context.ts';
import { type DeskRoute, hrefOf } from '../context/route.ts';
import { Loaded, Loading, Notice } from '../parts/states.tsx';
import { loadDeskWords } from '../words/load-desk.ts';
import { DeskWordsProvider, useDeskWords } from './desk-words.ts';
import { Pills } from './pills.tsx';

// Each is a script of its own, fetched when somebody opens it.
const Today = lazy(() => import('./today/today.tsx'));
const Rounds = lazy(() => import('./rounds.tsx'));
const Round = lazy(() => import('./round/round.tsx'));
const Preview = lazy(() => import('./preview/preview.tsx'));
const FirstScheme = lazy(() => import('./scheme/first-scheme.tsx'));
const Scheme = lazy(() => import('./scheme/scheme.tsx'));

const useStyles = makeStyles({ places: { marginBottom: '16px' } });

interface Props {
  readonly route: DeskRoute;
}

/** The coordinators' part, loaded only when one of them opens it. */
export default function Desk({ route }: Props) {
  const { words, me } = useApp();
  const said = useQuery({
    queryKey: keys.deskWords(words.language),
    queryFn: () => loadDeskWords(words),
    staleTime: Infinity,
    gcTime: Infinity,
  });
  // Its acts can be taken back, also after the page was loaded again.
  useNow();
  if (!me.coordinator) return <Notice {...words.problems.forbidden} alert />;
  const scheme = ('scheme' in route ? route.scheme : null) ?? me.coordinates[0] ?? null;
  return (
    <Loaded words={words} query={said}>
      {(deskWords) => (
        <DeskWordsProvider value={deskWords}>
          {scheme !== null && <Places route={route} scheme={scheme} />}
          <Suspense fallback={<Loading words={words} />}>
            {scheme === null ? <FirstScheme /> : <View route={route} scheme={scheme} />}
          </Suspense>
        </DeskWordsProvider>
      )}
    </Loaded>
  );
}

/** The screens of the desk, as links. */
function Places({ route: { view }, scheme }: Props & { readonly scheme: string }) {
  const styles = useStyles();
  const { me } = useApp();
  const { places } = useDeskWords().frame;
  const inRounds = view === 'rounds' || view === 'round' || view === 'preview';
  const links = [
    {
      place: 'today',
      route: { view: 'desk', scheme: scheme === me.coordinates[0] ? null : scheme },
      isCurrent: view === 'desk' || view === 'first',
    },
    { place: 'rounds', route: { view: 'rounds' }, isCurrent: inRounds },
    { place: 'settings', route: { view: 'settings', scheme }, isCurrent: view === 'settings' },
  ] as const;
  return (
    <nav aria-label={places.label} className={styles.places}>
      <Pills
        current="page"
        links={links.map(({ place, route, isCurrent }) => ({
          ...{ key: place, href: hrefOf(route), text: places[place], isCurrent },
        }))}
      />
    </nav>
  );
}

function View({ route, scheme }: Props & { readonly scheme: string }) {
  switch (route.view) {
    case 'desk':
    case 'first':
      return <Today scheme={scheme} />;
    case 'rounds':
      return <Rounds />;
    case 'round':
      return <Round scheme={scheme} round={route.round} query={route.query} />;
    case 'preview':
      return <Preview scheme={scheme} round={route.round} />;
    case 'settings':
      return <Scheme key={scheme} scheme={scheme} />;
  }
}
