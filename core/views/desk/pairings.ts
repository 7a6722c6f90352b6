import type { PairingRow } from '../../api/desk.ts';
import type { RoundDetail } from '../../api/rounds.ts';
import { answersOf, eventOf, type PairingRecord, slotOf } from '../../records/pairing.ts';
import type { Round } from '../../records/round.ts';
import type { Scheme } from '../../records/scheme.ts';
import { outcomeOfPairing } from '../../rounds/figures.ts';
import { possibleActs } from '../../rounds/possible-acts.ts';
import { findRound, type SchemePorts } from '../../schemes/find-scheme.ts';
import type { Page, PageWanted } from '../../shared/page.ts';
import { shownSlot } from '../../words/pairing-view.ts';
import { readNames, type Shown } from './names.ts';

/** A pairing, and when its meeting begins (epoch milliseconds; null: it has no time). */
interface Place {
  readonly pairing: string;
  readonly start: number | null;
}

/**
 * The pairings of a round in the order of their times, those without one last, a page of them; null when there is no such round.
 * Of those on other pages only the times are read. A cursor is the place of the last one on the page before.
 */
export async function readPairings(
  ports: SchemePorts,
  schemeId: string,
  roundId: string,
  { cursor, limit }: PageWanted,
): Promise<Page<PairingRow> | null> {
  const found = await findRound(ports, schemeId, roundId);
  if (found === null) return null;
  const { scheme, round } = found;
  const key = { scheme: scheme.id, round: round.round };
  const places: Place[] = [];
  for await (const place of ports.storage.pairings.starts(key)) places.push(place);
  const after = cursor === undefined ? null : placeOf(cursor);
  const rest = places.sort(byTime).filter((place) => after === null || byTime(place, after) > 0);
  const wanted = rest.slice(0, limit);
  const read = await ports.storage.pairings.getMany(
    wanted.map(({ pairing }) => ({ ...key, pairing })),
    () => undefined,
  );
  const byId = new Map(read.map(({ value }) => [value.pairing, value]));
  const pairings = wanted.flatMap(({ pairing }) => byId.get(pairing) ?? []);
  const ids = pairings.flatMap(({ members }) => members);
  const named = await readNames(ports.storage, scheme, ids);
  const look = { scheme, round, now: ports.now() };
  const last = wanted.at(-1);
  return {
    entries: pairings.map((pairing) => pairingRow(pairing, look, named)),
    next: last === undefined || rest.length <= limit ? null : cursorOf(last),
  };
}

/** Pairings in the order of their times, those without one last. */
export function inOrder(pairings: readonly PairingRecord[]): PairingRecord[] {
  const placed = pairings.map((record) => ({
    record,
    pairing: record.pairing,
    start: slotOf(record)?.start ?? null,
  }));
  return placed.sort(byTime).map(({ record }) => record);
}

/** What coordinators see of a pairing, and do not know of its members. */
export function pairingFacts(
  pairing: PairingRecord,
  { round, now }: { readonly round: Round; readonly now: number },
): Omit<RoundDetail['pairings'][number], 'members'> {
  const slot = slotOf(pairing);
  return {
    pairing: pairing.pairing,
    state: pairing.state,
    outcome: outcomeOfPairing(pairing, { now, isClosed: round.stage === 'closed' }),
    slot: slot && shownSlot(slot),
    online: eventOf(pairing)?.joinUrl != null,
    lastMet: pairing.lastMet,
    moves: pairing.moves,
    ...(pairing.allPress === true && { allPress: pairing.allPress }),
    endedBecause: endOf(pairing),
  };
}

function pairingRow(
  pairing: PairingRecord,
  look: { readonly scheme: Scheme; readonly round: Round; readonly now: number },
  named: (id: string) => Shown,
): PairingRow {
  const coming = pairing.state === 'booked' ? (pairing.coming ?? []) : [];
  return {
    ...pairingFacts(pairing, look),
    revision: pairing.revision,
    members: pairing.members.map((id) => ({
      id,
      name: named(id).name,
      mail: named(id).mail,
      answer: answersOf(pairing)[id] ?? 'none',
      coming: coming.includes(id),
    })),
    acts: possibleActs({ ...look, pairing }, look.now),
  };
}

/** Why there will be no meeting; null while there may be one. */
function endOf(pairing: PairingRecord): PairingRow['endedBecause'] {
  if (pairing.state === 'failed') return pairing.reason;
  if (pairing.state !== 'cancelled' || !pairing.isOver) return null;
  return pairing.by === undefined ? 'nobody-found' : 'called-off';
}

function byTime(a: Place, b: Place): number {
  const difference = (a.start ?? Infinity) - (b.start ?? Infinity);
  if (difference < 0 || difference > 0) return difference;
  return a.pairing < b.pairing ? -1 : a.pairing > b.pairing ? 1 : 0;
}

/** @example cursorOf({ pairing: 'p00007', start: null }) → ' p00007' */
function cursorOf({ pairing, start }: Place): string {
  return `${start ?? ''} ${pairing}`;
}

function placeOf(cursor: string): Place {
  const [start = '', pairing = ''] = cursor.split(' ');
  return { pairing, start: /^\d+$/.test(start) ? Number(start) : null };
}
