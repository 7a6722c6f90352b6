import type { Ports } from '../../ports/ports.ts';
import type { Round } from '../../rounds/round.ts';
import type { PairingRecord, Participant, PastMeeting } from '../../rounds/records.ts';
import { change } from '../change.ts';
import { concurrently } from '../concurrently.ts';
import { checkAnswers } from './check-answers.ts';

/** Ends a round when its meeting week is over: keeps with every member whom they met, for the rounds to come. */
export async function closeRound(ports: Ports, scheme: string, roundId: string): Promise<void> {
  const key = { scheme, round: roundId };
  const round = await ports.storage.rounds.get(key);
  if (round === null) throw new Error(`round ${roundId} of scheme "${scheme}" is not there`);
  if (round.value.stage === 'closed') return;
  await checkAnswers(ports, scheme, roundId);

  const booked: PairingRecord[] = [];
  for await (const { value } of ports.storage.pairings.list(key)) {
    if (value.state === 'booked') booked.push(value);
  }
  await concurrently(
    booked.flatMap((pairing) => pairing.members.map(({ id }) => ({ pairing, id }))),
    async ({ pairing, id }) => {
      const meeting: PastMeeting = {
        number: round.value.number,
        round: roundId,
        with: pairing.members.map((member) => member.id).filter((other) => other !== id),
        met: null,
      };
      await change(ports.storage.participants, { scheme, person: id }, (current) =>
        current && !remembers(current, meeting)
          ? { ...current, meetings: [...current.meetings, meeting] }
          : null,
      );
    },
  );
  await change(
    ports.storage.rounds,
    key,
    (current): Round | null => current && { ...current, stage: 'closed' },
  );
  ports.log('closed', { ...key, meetings: booked.length });
}

function remembers({ meetings }: Participant, { number }: PastMeeting): boolean {
  return meetings.some((meeting) => meeting.number === number);
}
