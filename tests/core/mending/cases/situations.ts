import type { PersonNow, Situation } from '../../../../core/mending/situation/situation.ts';
import type { EventAnswer, PairingIn, PairingRecord } from '../../../../core/records/pairing.ts';
import type { Placement } from '../../../../core/records/placement.ts';
import { defaultScheme } from '../../../../core/records/scheme.ts';
import { type Slot, slotAt } from '../../../../core/time/slot.ts';
import { quarter } from '../../../../core/time/interval.ts';
import { meetingWeek } from '../../../../core/time/meeting-week.ts';
import { bookedPairing, eventOn, placement, round, suggestedPairing } from '../../../support/records.ts';

// The round of 14 December 2026, looked at on Friday 11 December, 12:00 UTC. Everybody works in London, 09:00 to 17:00.
export const scheme = defaultScheme(Date.parse('2026-12-01T08:00:00.000Z'));
export const week = meetingWeek('2026-12-14', 'Europe/London');
export const friday = Date.parse('2026-12-11T12:00:00Z');

/** A slot that starts at `DD HH:MM` in December 2026, UTC. */
export function at(start: string, minutes = 30): Slot {
  const [day = '', time = ''] = start.split(' ');
  return slotAt(Date.parse(`2026-12-${day}T${time}:00Z`), minutes);
}

/** `DD HH:MM` in December 2026, UTC; the last part is Graph's digit for the time, `2` (busy) when left out. */
export type Stretch = readonly [from: string, to: string, shows?: string];

/** Graph's availability view of the week, one digit a quarter of an hour: free outside the stretches. */
export function view(...stretches: readonly Stretch[]): string {
  const quarters = Array.from({ length: (week.end - week.start) / quarter }, () => '0');
  for (const [from, to, shows = '2'] of stretches) {
    const first = (at(from).start - week.start) / quarter;
    const end = (at(to).start - week.start) / quarter;
    quarters.fill(shows, first, end);
  }
  return quarters.join('');
}

/** Somebody who takes part, with an empty calendar. */
export function person(id: string, more: Partial<PersonNow> = {}): PersonNow {
  return {
    id,
    directory: { id, mail: `${id}@contoso.example`, name: id, enabled: true, guest: false },
    freeBusy: { kind: 'read', view: view(), hours: null },
    reachable: true,
    zone: 'Europe/London',
    meetings: [],
    preferences: null,
    awkward: 0,
    status: 'active',
    pausedUntil: null,
    joinedAt: Date.parse('2026-11-01T00:00:00Z'),
    ...more,
  };
}

const firstSlot = at('15 10:00');
export const slots = [firstSlot, at('15 14:00'), at('16 10:00'), at('17 10:00'), at('18 10:00')];

/** A pairing that is booked at the first of its slots. */
export function booked(
  pairing: string,
  people: readonly PersonNow[],
  { slot = firstSlot, ...more }: Partial<PairingIn<'booked'>> & { readonly slot?: Slot } = {},
): PairingIn<'booked'> {
  const names = people.map(({ id }) => id);
  return bookedPairing(pairing, names, {
    slots,
    event: eventOn(pairing, names, { slot, joinUrl: null }),
    ...more,
  });
}

/** A pairing whose members are choosing a time. */
export function choosing(
  pairing: string,
  people: readonly PersonNow[],
  more: Partial<PairingIn<'suggested'>> = {},
): PairingIn<'suggested'> {
  return suggestedPairing(
    pairing,
    people.map(({ id }) => id),
    { slots, ...more },
  );
}

/** An answer given at noon on Friday. */
export function answer(
  given: EventAnswer['answer'],
  proposed: Slot | null = null,
  when = '2026-12-11T11:00:00.000Z',
): EventAnswer {
  return { answer: given, at: given === 'none' ? null : Date.parse(when), proposed };
}

export interface GivenSituation {
  readonly people: readonly PersonNow[];
  readonly pairings?: readonly PairingRecord[];
  /** By pairing and person. */
  readonly heard?: Readonly<Record<string, Readonly<Record<string, EventAnswer>>>>;
  /** People without a pairing, and why. */
  readonly unplaced?: Readonly<Record<string, Placement['reason']>>;
  readonly more?: Partial<Situation>;
}

/** A situation in which members are placed in their pairings. */
export function situation({
  people,
  pairings = [],
  heard = {},
  unplaced = {},
  more,
}: GivenSituation): Situation {
  const place = (person: string, more: Partial<Placement>): [string, Placement] => [
    person,
    placement(person, more),
  ];
  return {
    scheme,
    round: round({ number: 7, stage: 'meeting', repairs: 2 }),
    week,
    now: friday,
    seed: 1,
    organisers: ['one@contoso.example', 'two@contoso.example'],
    pairings,
    others: [],
    unreadable: new Set(),
    heard: new Map(
      Object.entries(heard).map(([pairing, answers]) => [pairing, new Map(Object.entries(answers))]),
    ),
    placements: new Map([
      ...pairings.flatMap(({ pairing, members }) => members.map((id) => place(id, { pairing }))),
      ...Object.entries(unplaced).map(([id, reason]) => place(id, { reason })),
    ]),
    withdrewAt: new Map(),
    gone: new Set(),
    people: new Map(people.map((one) => [one.id, one])),
    ...more,
  };
}
