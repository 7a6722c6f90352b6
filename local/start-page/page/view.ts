import type { RoundDetail } from '../../../core/api/rounds.ts';
import type { Overview, OverviewPerson } from '../overview.ts';
import type { Answer, CalendarEvent, ChatMessage, Move, Moved } from './api.ts';

/** Everything that is shown. */
export interface View {
  readonly overview: Overview;
  /** The newest round. */
  readonly round: RoundDetail | null;
  /** The person whom the page shows. */
  readonly person: OverviewPerson;
  readonly chat: readonly ChatMessage[];
  /** The events of their meeting week and of a day before and after it. */
  readonly events: readonly CalendarEvent[];
  readonly memory: Memory;
}

/** What was done on this page. The product does not know it. */
export interface Memory {
  /** Mail of the person to show; null for the default person. */
  readonly chosen: string | null;
  /** Whether the tab opens with the coordinator's view. */
  readonly coordinating: boolean;
  readonly sawCoordinator: boolean;
  /** Whether somebody answered an invitation since the clock was last moved. */
  readonly answered: boolean;
  /** What the clock's last move brought; null before the first. */
  readonly moved: Moved | null;
}

/** Everything that can be done. */
export interface Actions {
  /** For each person: adds the app and writes `join` to the bot. */
  readonly signUp: (people: readonly OverviewPerson[]) => void;
  readonly move: (to: Move) => void;
  readonly choose: (person: OverviewPerson) => void;
  /** Shows somebody, and moves the focus to their chat. */
  readonly openChat: (person: OverviewPerson) => void;
  readonly seeAsCoordinator: () => void;
  readonly install: () => void;
  readonly say: (text: string) => void;
  readonly press: (action: object) => void;
  readonly answer: (event: CalendarEvent, answer: Answer) => void;
}

export function participants({ overview }: Pick<View, 'overview'>): readonly OverviewPerson[] {
  return overview.people.filter(({ status }) => status === 'active');
}

export type Pairing = RoundDetail['pairings'][number];

/** Whether an id of the product's API (`tenant.oid`) is this person's. */
export function isPerson(id: string, { oid }: OverviewPerson): boolean {
  return id.endsWith(`.${oid}`);
}

/** Somebody's pairing in the newest round. */
export function pairingOf({ round }: Pick<View, 'round'>, person: OverviewPerson): Pairing | null {
  const standing = round?.pairings.filter(({ state }) => state !== 'cancelled');
  return standing?.find(({ members }) => members.some(({ id }) => isPerson(id, person))) ?? null;
}
