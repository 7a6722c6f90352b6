import type { Ports } from '../ports/ports.ts';
import type { PersonId } from '../records/person.ts';
import { change } from '../shared/change.ts';

/** Records that a message was refused because the person blocked the app. */
export async function markUnreachable(ports: Ports, person: PersonId): Promise<void> {
  await change(
    ports.storage.people,
    person,
    (current) => (current?.reachable ? { ...current, reachable: false } : null),
    'leave-out',
  );
}
