import { lazy, Suspense } from 'react';
import type { Now as Answer } from '../../core/api/me.ts';
import { useNow } from '../api/queries.ts';
import { useApp } from '../context/app-context.ts';
import type { About } from '../context/route.ts';
import { Loaded, Loading } from '../parts/states.tsx';
import { AppNotice } from './app-notice.tsx';
import { type Scene, sceneAt } from './decide-now.ts';
import { foresee } from './foresee.ts';
import { Heading } from './heading.tsx';
import { Choose } from './meeting/choose.tsx';
import { Meeting } from './meeting/meeting.tsx';
import { NoScheme } from './standing/no-scheme.tsx';
import { Standing } from './standing/standing.tsx';
import { titleOf } from './title-of.ts';
import { useClock } from './use-clock.ts';

// Seldom wanted: each is a script of its own.
const NeverJoined = lazy(() => import('./standing/never-joined.tsx'));
const Over = lazy(() => import('./meeting/over.tsx'));

/** *Now*: the current meeting, or why there is none. `about`: what a link led here for. */
export function Now({ about }: { readonly about: About | null }) {
  const { words } = useApp();
  return (
    <Loaded words={words} query={useNow()}>
      {(now) => <Shown now={foresee(now)} about={about} />}
    </Loaded>
  );
}

interface ShownProps {
  readonly now: Answer;
  readonly about: About | null;
}

function Shown({ now, about }: ShownProps) {
  const app = useApp();
  const at = useClock(now.at);
  const scene = sceneAt(now, at);
  // Those who have not joined need the app only then.
  const needsApp = scene.kind !== 'never-joined' && scene.kind !== 'no-scheme';
  return (
    <>
      <Heading title={titleOf(scene, app)} isSought={about === 'met' && scene.kind === 'over'} />
      <Suspense fallback={<Loading words={app.words} />}>
        <Body scene={scene} at={at} about={about} />
      </Suspense>
      {needsApp && now.app !== 'installed' && <AppNotice app={now.app} />}
    </>
  );
}

interface BodyProps {
  readonly scene: Scene;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly about: About | null;
}

function Body({ scene, at, about }: BodyProps) {
  switch (scene.kind) {
    case 'meeting':
      return <Meeting scene={scene} at={at} seeksTimes={about === 'times'} />;
    case 'choose':
      return <Choose pairing={scene.pairing} />;
    case 'over':
      return <Over pairing={scene.pairing} meeting={scene.meeting} />;
    case 'never-joined':
      return <NeverJoined scheme={scene.scheme} isJoining={about === 'join'} />;
    case 'standing':
      return <Standing scene={scene} />;
    case 'no-scheme':
      return <NoScheme />;
  }
}
