import { wasHeardSince } from '../enrolment/heard.ts';
import type { Ports } from '../ports/ports.ts';
import type { Versioned } from '../ports/storage.ts';
import { heardFrom, type Participant, without } from '../records/participant.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import { concurrently } from '../shared/concurrently.ts';
import { isToBeAsked, pairedBefore } from './decide-call.ts';
import { stillMessage } from './messages.ts';

/** Somebody who takes no part until they come back by themselves. What was counted against them is forgotten then. */
export function steppedOut(participant: Participant, now: number): Participant {
  const others = without(heardFrom(participant), 'backOn', 'inRound');
  return { ...others, status: 'paused', pausedUntil: null, withdrewAt: now };
}

/**
 * Among people who were silent: those who were asked before a round whether they are still there, and of whom nothing was heard
 * since; and those of whom something was heard.
 * @param taking who is to take part, as read
 * @param rounds all rounds of the scheme
 */
export async function whoIsSilent(
  { storage }: Pick<Ports, 'storage'>,
  scheme: Scheme,
  round: Round,
  rounds: readonly Round[],
  taking: readonly Versioned<Participant>[],
): Promise<{
  readonly leaving: ReadonlySet<Versioned<Participant>>;
  readonly heard: readonly Versioned<Participant>[];
}> {
  const silent = taking.filter(({ value }) => value.silent !== undefined);
  if (silent.length === 0) return { leaving: new Set(), heard: [] };
  const since = pairedBefore(scheme, round, rounds);
  const people = await storage.people.getMany(silent.map(({ value }) => value.person));
  const heard = silent.filter(({ value }) => wasHeardSince(people.get(value.person), since));
  const asked = await concurrently(
    silent.filter((one) => isToBeAsked(one.value) && !heard.includes(one)),
    async (one) => {
      const question = stillMessage(round, one.value.person, true, 0);
      return (await storage.outbox.get(question))?.value.state === 'sent' ? [one] : [];
    },
  );
  return { leaving: new Set(asked.flat()), heard };
}

/**
 * Steps those participants out who were asked before a round whether they are still there, and of whom nothing was heard
 * since. Each of them is told once. Those of whom something was heard begin anew.
 * @param taking who is to take part, as read
 * @param rounds all rounds of the scheme
 * @returns those who stay, as stored now
 */
export async function stepOutSilent(
  { storage, now, log }: Ports,
  scheme: Scheme,
  round: Round,
  rounds: readonly Round[],
  taking: readonly Versioned<Participant>[],
): Promise<Versioned<Participant>[]> {
  // 1. Who was heard, and who was asked in vain.
  const { leaving, heard } = await whoIsSilent({ storage }, scheme, round, rounds, taking);
  if (leaving.size + heard.length === 0) return [...taking];

  // 2. The messages first: people who were stepped out are not read again.
  const at = now();
  await storage.outbox.insertMissing(
    [...leaving].map(({ value }) => stillMessage(round, value.person, false, at)),
  );
  const changes = [
    ...[...leaving].map((one) => ({ one, value: steppedOut(one.value, at) })),
    ...heard.map((one) => ({ one, value: heardFrom(one.value) })),
  ];
  const versions = await storage.participants.write(
    changes.map(({ one, value }) => ({ value, version: one.version })),
  );
  log('stepped out', { scheme: scheme.id, round: round.round, people: leaving.size });

  // Somebody whose row was changed meanwhile has said something: they stay.
  const written = new Map(
    changes.flatMap(({ one, value }, i) => {
      const version = versions[i] ?? null;
      return version === null ? [] : [[one, { value, version }] as const];
    }),
  );
  return taking.flatMap((one) => {
    const now = written.get(one) ?? one;
    return now.value.status === 'paused' && now.value.pausedUntil === null ? [] : [now];
  });
}
