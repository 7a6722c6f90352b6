import type { Figures, Report } from '../records/report.ts';

/** Some of all. */
export interface Part {
  readonly count: number;
  readonly of: number;
}

/** Pairings of two and of three, and people without a meeting. */
export interface Sizes {
  readonly pairs: number;
  readonly trios: number;
  readonly without: number;
}

/** What is known of a round for its coordinators. Null: it was not counted this time. */
export interface Counts {
  /** What a draft shows that was just made. */
  readonly drafted: (Sizes & { readonly releasesAt: number; readonly waits: boolean }) | null;
  /** What was planned. */
  readonly planned: Sizes | null;
  /** Pairings whose event Outlook refuses for good. */
  readonly refused: Part | null;
  /** Participants whom the product could not reach. */
  readonly notReached: Part | null;
  /** Participants who have no meeting. */
  readonly withoutMeeting: Part | null;
  /** What became of the participants, once the round is closed. */
  readonly figures: Figures | null;
}

/** Nothing was counted. */
export const nothingCounted: Counts = {
  drafted: null,
  planned: null,
  refused: null,
  notReached: null,
  withoutMeeting: null,
  figures: null,
};

/**
 * What coordinators are told of a round: a draft; the plan; what needs a hand, which is any refusal, more than a tenth not reached, and
 * a tenth or more without a meeting; and what became of everybody.
 */
export function decideReports({
  drafted,
  planned,
  refused,
  notReached,
  withoutMeeting,
  figures,
}: Counts): Report[] {
  const needsAHand = (reason: Extract<Report, { about: 'needs-a-hand' }>['reason'], { count, of }: Part) =>
    ({ about: 'needs-a-hand', reason, count, of }) as const;
  const isMoreThanATenth = ({ count, of }: Part) => 10 * count > of;
  const isATenth = ({ count, of }: Part) => count > 0 && 10 * count >= of;
  return [
    ...(drafted === null ? [] : [{ about: 'draft', ...drafted } as const]),
    ...(planned === null ? [] : [{ about: 'paired', ...planned } as const]),
    ...(refused !== null && refused.count > 0 ? [needsAHand('refused-by-outlook', refused)] : []),
    ...(notReached !== null && isMoreThanATenth(notReached) ? [needsAHand('not-reached', notReached)] : []),
    ...(withoutMeeting !== null && isATenth(withoutMeeting)
      ? [needsAHand('without-meeting', withoutMeeting)]
      : []),
    ...(figures === null ? [] : [{ about: 'closed', ...figures } as const]),
  ];
}
