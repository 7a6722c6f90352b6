import type { Route } from '../context/route.ts';
import { Round } from './round.tsx';
import { Rounds } from './rounds.tsx';
import { Settings } from './settings.tsx';

interface Props {
  readonly route: Route;
}

/** The coordinators' part, loaded only when one of them opens it. */
export default function Coordinator({ route }: Props) {
  if (route.view === 'round') return <Round scheme={route.scheme} round={route.round} />;
  return route.view === 'settings' ? <Settings scheme={route.scheme} /> : <Rounds />;
}
