import type { Ports } from '../../ports/ports.ts';
import type { PairingRecord } from '../../rounds/records.ts';
import { eventKey } from '../../rounds/keys.ts';
import { change } from '../change.ts';

/** Reads from the organisers' calendars who accepted and who declined, one pass a mailbox, and records what is new. */
export async function checkAnswers(ports: Ports, scheme: string, roundId: string): Promise<void> {
  const key = { scheme, round: roundId };
  const round = await ports.storage.rounds.get(key);
  if (round === null) throw new Error(`round ${roundId} of scheme "${scheme}" is not there`);
  const pairings = new Map<string, PairingRecord>();
  for await (const { value } of ports.storage.pairings.list(key)) {
    pairings.set(eventKey(value, value.pairing), value);
  }

  const window = { start: Date.parse(round.value.weekStart), end: Date.parse(round.value.weekEnd) };
  let changed = 0;
  for (const organiser of new Set([...pairings.values()].map((pairing) => pairing.organiser))) {
    for await (const event of ports.meetings.answers(organiser, window)) {
      const pairing = pairings.get(event.key);
      if (pairing === undefined) continue;
      const answers = Object.fromEntries(
        pairing.members.map(({ id, mail }) => [id, event.answers.get(mail.toLowerCase()) ?? 'none'] as const),
      );
      if (pairing.members.every(({ id }) => (pairing.answers[id] ?? 'none') === answers[id])) continue;
      changed += 1;
      await change(ports.storage.pairings, pairing, (current) => current && { ...current, answers });
    }
  }
  await change(
    ports.storage.rounds,
    key,
    (current) => current && { ...current, answersCheckedAt: new Date(ports.now()).toISOString() },
  );
  ports.log('answers checked', { ...key, changed });
}
