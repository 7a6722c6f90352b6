import type { Route } from '../route.ts';
import { Round } from './round.tsx';
import { Rounds } from './rounds.tsx';

interface Props {
  readonly route: Route;
}

/** The coordinators' part, loaded only when one of them opens it. */
export default function Coordinator({ route }: Props) {
  return route.view === 'round' ? <Round scheme={route.scheme} round={route.round} /> : <Rounds />;
}
