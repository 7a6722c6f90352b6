import type { Ports } from '../ports/ports.ts';
import { leaveEverything, openUntil, timeToConfirm } from './ask-to-erase.ts';
import { erasePerson } from './erase-person.ts';

/**
 * Erases everybody who confirmed that they want it, once their rounds are closed. Wishes that nobody confirmed in time are
 * forgotten. May be repeated.
 */
export async function finishErasures(ports: Ports): Promise<void> {
  const { erasures } = ports.storage;
  for await (const { value } of erasures.list(null)) {
    const { person, state, at } = value;
    if (state === 'asked') {
      if (ports.now() >= at + timeToConfirm) await erasures.remove(person);
      continue;
    }
    // The process may have died before they left.
    await leaveEverything(ports, person, at);
    if ((await openUntil(ports, person)) === null) await erasePerson(ports, person);
  }
}
