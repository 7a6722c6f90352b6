import { carryOutRound } from '../outstanding/carry-out-round.ts';
import type { Ports } from '../ports/ports.ts';
import type { Versioned } from '../ports/storage.ts';
import { callKey } from '../records/keys.ts';
import type { OutboxRecord } from '../records/outbox.ts';
import { heardFrom, isAway, type Participant } from '../records/participant.ts';
import { type Round, soonerOf } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import { existingScheme } from '../schemes/find-scheme.ts';
import { roundTimes } from '../schemes/round-times.ts';
import { change } from '../shared/change.ts';
import { leaveOut } from '../shared/leave-out.ts';
import { quarter } from '../time/interval.ts';
import { claimRound } from './claim-round.ts';
import { type Call, decideCall, pairedBefore } from './decide-call.ts';
import { messageWithout, stillMessage } from './messages.ts';
import { steppedOut } from './step-out.ts';

/**
 * Calls a round: before it is paired, everybody is asked whether they take part where the scheme asks each time; else those
 * who were silent are told that it is near. Those who were silent for long are asked whether they are still there. Does
 * nothing once the round was called, or its pairing is due. May be repeated.
 * @param roundId ISO 8601 date of the round's meeting week
 * @throws when the scheme is not there, and a neighbour's failure
 */
export async function callRound(ports: Ports, schemeId: string, roundId: string): Promise<void> {
  const scheme = await existingScheme(ports, schemeId);
  const now = ports.now();
  if (now >= roundTimes(scheme, roundId).pairingAt) return;
  const rounds: Round[] = [];
  for await (const { value } of ports.storage.rounds.list({ scheme: scheme.id })) rounds.push(value);
  const stored = rounds.find(({ round }) => round === roundId);
  const round = stored ?? (await claimRound(ports, scheme, roundId, { rounds, stage: 'calling' }));
  if (round.stage !== 'calling' || round.called !== undefined) return;

  // 1. Gather and decide.
  const calls = await decideCalls(ports, scheme, round, rounds);

  // 2. Store the messages, then what changes for people: people who are stepped out are not read again.
  const messages = calls.flatMap(({ participant: { value }, call }) =>
    messageOf(scheme, round, value, call, now),
  );
  await ports.storage.outbox.insertMissing(messages);
  await ports.storage.participants.write(
    calls.map(({ participant: { value, version }, call }) => ({
      value: changed(round, value, call, now),
      version,
    })),
  );

  // 3. Send. A message that is lost on the way is asked for again by the next tick.
  await carryOutRound(ports, scheme.id, roundId);
  await change(ports.storage.rounds, round, (current): Round | null => {
    if (current?.stage !== 'calling' || current.called !== undefined) return null;
    const nextMessageAt = messages.length === 0 ? null : now + quarter;
    return {
      ...current,
      called: scheme.asking,
      nextMessageAt: soonerOf(current.nextMessageAt, nextMessageAt),
    };
  });
  ports.log('called', { scheme: scheme.id, round: roundId, people: messages.length });
}

interface Called {
  readonly participant: Versioned<Participant>;
  readonly call: Call;
}

/** Everybody who gets a message, or for whom something changes. */
async function decideCalls(
  { storage }: Ports,
  scheme: Scheme,
  round: Round,
  rounds: readonly Round[],
): Promise<Called[]> {
  const active: Versioned<Participant>[] = [];
  for await (const one of storage.participants.list({ scheme: scheme.id }, leaveOut)) {
    if (!isAway(one.value, scheme.zone, round.weekStart)) active.push(one);
  }
  const counted = active.filter(({ value: { silent, unreached } }) => (silent ?? unreached) !== undefined);
  const people = await storage.people.getMany(
    counted.map(({ value }) => value.person),
    leaveOut,
  );
  const since = pairedBefore(scheme, round, rounds);
  return active
    .map((participant) => ({
      participant,
      call: decideCall({ scheme, round, since }, participant.value, people.get(participant.value.person)),
    }))
    .filter(({ call }) => call.message !== null || call.change !== null);
}

function changed(
  { round }: Round,
  participant: Participant,
  { message, change }: Call,
  now: number,
): Participant {
  if (change === 'step-out') return steppedOut(participant, now);
  const kept = change === 'heard' ? heardFrom(participant) : participant;
  return message === null ? kept : { ...kept, called: round };
}

function messageOf(
  { asking }: Scheme,
  round: Round,
  { person }: Participant,
  { message }: Call,
  now: number,
): OutboxRecord[] {
  if (message === null) return [];
  if (message === 'still') return [stillMessage(round, person, true, now)];
  const said = { kind: 'call', asks: asking === 'each-time' } as const;
  return [messageWithout(round, { key: callKey(round, person), person, said }, now)];
}
