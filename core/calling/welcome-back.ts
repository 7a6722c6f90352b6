import type { Ports } from '../ports/ports.ts';
import { backKey } from '../records/keys.ts';
import { type Participant, without } from '../records/participant.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import { expectMessage } from '../rounds/expect-message.ts';
import { nextRound, type RoundTimes, roundsUnderWay } from '../schemes/round-times.ts';
import { concurrently } from '../shared/concurrently.ts';
import { change } from '../shared/change.ts';
import { clockOf, day, reachedAt, wallOf } from '../time/clock.ts';
import { toIso } from '../time/instant.ts';
import { hour, quarter } from '../time/interval.ts';
import { claimRound } from './claim-round.ts';
import { messageWithout } from './messages.ts';

/** Breaks that end are looked for on the hour from 07:00 to 19:00 on the clock of the scheme's zone. */
const [first, last] = [7, 19];

/** Today and tomorrow in the scheme's zone, where breaks are looked for at an instant (epoch milliseconds); else null. */
export function datesLookedAt(
  { zone }: Pick<Scheme, 'zone'>,
  at: number,
): { readonly today: string; readonly tomorrow: string } | null {
  const wall = wallOf(clockOf(zone), at);
  const time = wall % day;
  if (time % hour >= quarter || time < first * hour || time >= (last + 1) * hour) return null;
  const dateIn = (days: number) => toIso((Math.floor(wall / day) + days) * day).slice(0, 10);
  return { today: dateIn(0), tomorrow: dateIn(1) };
}

/**
 * Tells people on the day before their break ends that they are back in, once. The message is stored with the next round, and
 * a step of that round sends it. Looks for them once an hour. May be repeated.
 */
export async function welcomeBack(ports: Ports, scheme: Scheme): Promise<void> {
  const looked = datesLookedAt(scheme, ports.now());
  if (looked === null) return;
  const { today, tomorrow } = looked;

  const found: Participant[] = [];
  for await (const { value } of ports.storage.participants.backBy({ scheme: scheme.id, date: tomorrow })) {
    found.push(value);
  }
  if (found.length === 0) return;
  const rounds: Round[] = [];
  for await (const { value } of ports.storage.rounds.list({ scheme: scheme.id })) rounds.push(value);
  for (const [until, those] of Map.groupBy(found, ({ backOn }) => backOn)) {
    if (until === undefined) continue;
    // People who came back earlier, or days before the product ran again, are told nothing.
    const told = those.filter(({ pausedUntil }) => pausedUntil === until && until >= today);
    if (told.length > 0) {
      const round = await roundFor(ports, scheme, rounds, until);
      if (round === null) continue;
      await ports.storage.outbox.insertMissing(
        told.map(({ person }) =>
          messageWithout(
            round,
            { key: backKey(scheme.id, until, person), person, said: { kind: 'back', until } },
            ports.now(),
          ),
        ),
      );
      await expectMessage(ports, { scheme: scheme.id, round: round.round }, ports.now());
    }
    await concurrently(those, (one) =>
      change(ports.storage.participants, one, (current) => {
        return current?.backOn === until ? without(current, 'backOn') : null;
      }),
    );
    ports.log('breaks end', { scheme: scheme.id, people: told.length });
  }
}

/**
 * The round with which the message about a break is stored: the same one whenever it is asked for, so that a repeat finds the
 * message. It is claimed when nobody has. Null while it cannot be.
 * @param until ISO date of the first day back
 */
async function roundFor(
  ports: Ports,
  scheme: Scheme,
  rounds: readonly Round[],
  until: string,
): Promise<Round | null> {
  const dayBefore = reachedAt(clockOf(scheme.zone), Date.parse(until) - day);
  const next: RoundTimes = nextRound(scheme, dayBefore);
  const stored = rounds.find(({ round }) => round === next.round);
  if (stored !== undefined) return stored;
  // Rounds are numbered as they begin: one whose pairing is due is claimed for that.
  const known = new Set(rounds.map(({ round }) => round));
  const now = ports.now();
  const isNextToBegin = roundsUnderWay(scheme, now).every(
    ({ round, pairingAt }) => known.has(round) || pairingAt < scheme.runsFrom,
  );
  if (!isNextToBegin || next.pairingAt <= now) return null;
  return claimRound(ports, scheme, next.round, { rounds, stage: 'calling' });
}
