import type { DeskAct } from '../../core/api/acts.ts';
import { useNow } from '../api/queries.ts';

const kinds = ['release', 'remind', 'move', 'pair', 'call-off', 'tell-again', 'try-again'];

/** What the reader asked for at the desk, and what is still to be done or is being done. */
export function useWaiting(): readonly DeskAct[] {
  const acts = useNow().data?.acts ?? [];
  return acts
    .filter(({ state }) => state === 'waiting' || state === 'doing')
    .map(({ act }) => act)
    .filter((act): act is DeskAct => kinds.includes(act.kind));
}

/** Whether something about a pairing is still to be done. */
export function isAboutPairing(act: DeskAct, pairing: string): boolean {
  return 'pairing' in act && act.pairing === pairing;
}

/** Whether something about somebody is still to be done. */
export function isAboutPerson(act: DeskAct, person: string): boolean {
  return 'people' in act && act.people.includes(person);
}
