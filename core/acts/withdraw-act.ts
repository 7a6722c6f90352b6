import type { ActView } from '../api/acts.ts';
import type { Ports } from '../ports/ports.ts';
import type { PersonId } from '../records/person.ts';
import { viewAct } from '../views/acts.ts';
import { changeAct } from './kept-acts.ts';

/** Somebody takes back an act that is still waiting: it will not be done. A repeat changes nothing. */
export async function withdrawAct(ports: Ports, person: PersonId, id: string): Promise<WithdrawActResult> {
  const act = await changeAct(ports, person, id, (waiting) =>
    waiting.state === 'waiting' ? { ...waiting, state: 'withdrawn' } : null,
  );
  if (act === null) return { kind: 'unknown' };
  if (act.state !== 'withdrawn') return { kind: 'too-late', act: viewAct(act) };
  ports.log('act withdrawn', { person, act: act.act.kind });
  return { kind: 'withdrawn', act: viewAct(act) };
}

export type WithdrawActResult =
  /** `too-late`: it is being done, or is over. */
  { readonly kind: 'withdrawn' | 'too-late'; readonly act: ActView } | { readonly kind: 'unknown' };
