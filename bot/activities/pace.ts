/** What one person may write or press in a minute: far more than a conversation needs. */
const most = 30;
const minute = 60_000;
/** The most people whose minute is remembered. */
const mostPeople = 10_000;

/** `last`: the first one over the limit, which is answered with a kind word. `over`: no more answers in this minute. */
type Allowed = 'within' | 'last' | 'over';

/** Counts what one more message of a sender makes of their minute. */
export type Pace = (sender: string) => Allowed;

/**
 * A limit for each sender of thirty messages a minute.
 * @param now milliseconds of a clock that only goes forwards
 */
export function createPace(now: () => number): Pace {
  // In the order in which the minutes began: the first ones end first.
  const minutes = new Map<string, { readonly until: number; count: number }>();
  return (sender) => {
    const at = now();
    for (const [known, { until }] of minutes) {
      if (until > at && minutes.size < mostPeople) break;
      minutes.delete(known);
    }
    const current = minutes.get(sender) ?? { until: at + minute, count: 0 };
    current.count += 1;
    minutes.set(sender, current);
    if (current.count <= most) return 'within';
    return current.count === most + 1 ? 'last' : 'over';
  };
}
