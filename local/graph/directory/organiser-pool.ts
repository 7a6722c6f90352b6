import type { Organiser } from './users.ts';
import { objectIdOf } from '../../organisation/object-id.ts';

const first: Organiser = {
  oid: '9f8e7d6c-5b4a-4392-8170-6f5e4d3c2b1a',
  mail: 'unmentoring@organiser.example',
  name: 'UnMentoring',
};

/**
 * A mailbox may send 30 invitations a minute. With this number of people for each mailbox, all pairs are invited
 * within a minute.
 */
const peoplePerMailbox = 40;

/**
 * The service mailboxes that organise the meetings of this number of people. They are the same at every start.
 * @example organiserPool(60) → unmentoring@organiser.example, unmentoring-2@organiser.example
 */
export function organiserPool(people: number): Organiser[] {
  const size = Math.max(1, Math.ceil(people / peoplePerMailbox));
  const others = Array.from({ length: size - 1 }, (_, i): Organiser => {
    const mail = `unmentoring-${i + 2}@organiser.example`;
    return { oid: objectIdOf(mail), mail, name: first.name };
  });
  return [first, ...others];
}
