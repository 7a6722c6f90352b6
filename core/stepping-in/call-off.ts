import type { DeskRefusal } from '../api/acts.ts';
import { isValid } from '../mending/choose-slot.ts';
import { revise } from '../mending/situation/revise.ts';
import type { Ports } from '../ports/ports.ts';
import { coreOf, isAhead } from '../records/pairing.ts';
import type { PersonId } from '../records/person.ts';
import type { Placement } from '../records/placement.ts';
import type { DeskAct } from '../records/work.ts';
import { bringAbout } from '../rounds/bring-about.ts';
import { leaveOut } from '../shared/leave-out.ts';
import { messageTo } from '../telling/new-messages.ts';
import { repairByHand } from './repair-by-hand.ts';

/**
 * Calls a meeting off: its event goes, its members hear once who did it and with which word, and nobody is looked for. A repeat
 * changes nothing.
 * @param act `revision`: of the pairing as the coordinator saw it
 * @returns null: it is done
 */
export async function callOff(
  ports: Ports,
  act: Extract<DeskAct, { kind: 'call-off' }>,
  by: PersonId,
): Promise<DeskRefusal | null> {
  return repairByHand(ports, act, async ({ number }) => {
    const now = ports.now();
    const pairing = (await ports.storage.pairings.get(act, leaveOut))?.value;
    if (pairing === undefined) return 'unknown';
    if (pairing.state === 'cancelled' && pairing.by === by) {
      await bringAbout(ports, pairing);
      return null;
    }
    if (!isValid(pairing, act)) return 'changed';
    if (!isAhead(pairing, now)) return pairing.state === 'booked' ? 'passed' : 'changed';
    const ended = { ...coreOf(pairing), state: 'cancelled', because: null, isOver: true, by } as const;
    const { pairing: next } = revise(pairing, ended, null, now);
    const said = { kind: 'called-off', by: { person: by, word: act.word } } as const;
    const messages = next.members.map((person) => messageTo(person, next, said, now));
    const placements = next.members.map((person): Placement => {
      const { scheme, round } = next;
      return {
        scheme,
        round,
        person,
        pairing: next.pairing,
        reason: 'called-off',
        repair: number,
        changedAt: null,
      };
    });
    return { changed: [{ pairing: next, messages }], placements };
  });
}
