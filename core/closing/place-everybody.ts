import { recordPlan } from '../pairing/record-plan.ts';
import type { Ports } from '../ports/ports.ts';
import { isAway, isIn, type Participant } from '../records/participant.ts';
import type { PersonId } from '../records/person.ts';
import type { Placement, PlacementReason } from '../records/placement.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import { change } from '../shared/change.ts';
import { concurrently } from '../shared/concurrently.ts';
import { leaveOut } from '../shared/leave-out.ts';
import { tellUnplaced } from '../telling/new-messages.ts';

/** Gives everybody who was to take part a placement, even when the product did not run all week. */
export async function placeEverybody(ports: Ports, scheme: Scheme, round: Round): Promise<void> {
  const plan = await ports.storage.plans.get(round, leaveOut);
  if (plan !== null && round.stage === 'pairing') await recordPlan(ports, scheme, round, plan);
  if (plan === null) await placeOthers(ports, scheme, round, 'not-booked');
  else if (!wasLookedAfter(round)) await placeOthers(ports, scheme, round, 'joined-late');
}

/** Whether the round was looked after in its meeting week: that look has placed people who joined too late. */
function wasLookedAfter({ answersCheckedAt, weekStart }: Round): boolean {
  return answersCheckedAt !== null && answersCheckedAt >= weekStart;
}

/** Records that participants without a placement have no meeting, so that they are told. */
async function placeOthers(
  ports: Ports,
  scheme: Scheme,
  round: Round,
  reason: PlacementReason,
): Promise<void> {
  const { weekStart } = round;
  const active: Participant[] = [];
  const unreadable: PersonId[] = [];
  const participants = ports.storage.participants.list({ scheme: scheme.id }, (id) => unreadable.push(id));
  for await (const { value } of participants) {
    if (value.joinedAt < weekStart && !isAway(value, scheme.zone, weekStart)) active.push(value);
  }
  const key = { scheme: scheme.id, round: round.round };
  const placed = new Map<PersonId, Placement>();
  for await (const { value } of ports.storage.placements.list(key)) placed.set(value.person, value);
  const inRound = { ...key, pairing: null, repair: 0, changedAt: null };
  const missing = [
    ...active
      .filter((one) => isIn(one, scheme, round))
      .map(({ person }): Placement => ({ ...inRound, person, reason })),
    ...unreadable.map((person): Placement => ({ ...inRound, person, reason: 'record-unreadable' })),
  ].filter(({ person }) => !placed.has(person));
  await ports.storage.placements.insertMissing(missing);
  // Those who joined after the plan have a placement in which nothing is decided.
  const isUndecided = (one: Placement | null | undefined) => one?.pairing === null && one.reason === null;
  const undecided = active.filter(({ person }) => isUndecided(placed.get(person)));
  const decided = await concurrently(undecided, ({ person }) =>
    change(ports.storage.placements, { ...key, person }, (current) =>
      current !== null && isUndecided(current) ? { ...current, reason } : null,
    ),
  );
  // Some may have been placed by a worker that died before it stored their messages.
  const others = [...decided, ...placed.values()].filter(
    (one) => one?.repair === 0 && one.pairing === null && one.reason !== null,
  );
  await tellUnplaced(
    ports,
    [...others, ...missing].filter((one) => one !== null),
  );
}
