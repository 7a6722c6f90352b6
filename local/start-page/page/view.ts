import type { RoundDetail } from '../../../core/views/api-schemas.ts';
import type { Overview, OverviewPerson } from '../overview.ts';
import type { Answer, CalendarEvent, ChatMessage } from './api.ts';

/** Everything that is shown. */
export interface View {
  readonly overview: Overview;
  /** The newest round. */
  readonly round: RoundDetail | null;
  /** Whom the page shows. */
  readonly person: OverviewPerson;
  readonly chat: readonly ChatMessage[];
  /** Their meeting week, with a day to spare on both sides. */
  readonly events: readonly CalendarEvent[];
  readonly memory: Memory;
}

/** What was done on this page, and is not known to the product. */
export interface Memory {
  /** Mail of whom to show; null for whoever comes first. */
  readonly chosen: string | null;
  /** Whether the tab opens with the coordinator's view. */
  readonly coordinating: boolean;
  readonly sawCoordinator: boolean;
  /** Somebody answered an invitation, and the clock has stood still since. */
  readonly answered: boolean;
}

/** Everything that can be done. */
export interface Actions {
  /** Each adds the app, and writes `join` to the bot. */
  readonly signUp: (people: readonly OverviewPerson[]) => void;
  readonly nextStep: () => void;
  /** @param duration ISO 8601 */
  readonly advance: (duration: string) => void;
  readonly choose: (person: OverviewPerson) => void;
  readonly seeAsCoordinator: () => void;
  readonly install: () => void;
  readonly say: (text: string) => void;
  readonly press: (action: object) => void;
  readonly answer: (event: CalendarEvent, answer: Answer) => void;
}

export function participants({ overview }: Pick<View, 'overview'>): readonly OverviewPerson[] {
  return overview.people.filter(({ status }) => status === 'active');
}

type Pairing = RoundDetail['pairings'][number];

/** Somebody's id in the product's API is `tenant.oid`. */
export function isPerson(id: string, { oid }: OverviewPerson): boolean {
  return id.endsWith(`.${oid}`);
}

/** The pairing of the newest round that somebody is in. */
export function pairingOf({ round }: Pick<View, 'round'>, person: OverviewPerson): Pairing | null {
  const standing = round?.pairings.filter(({ state }) => state !== 'cancelled');
  return standing?.find(({ members }) => members.some(({ id }) => isPerson(id, person))) ?? null;
}
