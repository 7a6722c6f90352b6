import type { NextStep, Overview } from '../overview.ts';
import { byId } from './html.ts';
import { city, day, shortDay, time } from './times.ts';
import type { Actions } from './view.ts';

const happenings: Readonly<Record<NextStep, string>> = {
  pairing: 'everyone is paired and invited',
  'week-begins': 'the meeting week begins',
  'week-ends': 'the meeting week is over',
};

/** Shows the product's time, always visible, and the buttons that move it. */
export function mountClockBar(actions: Actions): {
  showClock: (overview: Overview) => void;
  /** @param instant ISO 8601 */
  showTime: (instant: string) => void;
} {
  const now = byId('now', HTMLElement);
  const what = byId('next-what', HTMLElement);
  const moves = {
    'next-message': { until: 'message' },
    hour: { advance: 'PT1H' },
    day: { advance: 'P1D' },
  } as const;
  for (const [id, to] of Object.entries(moves)) {
    byId(id, HTMLButtonElement).addEventListener('click', () => {
      actions.move(to);
    });
  }

  /** How far the product's clock is ahead of the machine's, in milliseconds. */
  let ahead = 0;
  let zone = 'UTC';
  const tell = (): void => {
    const at = Date.now() + ahead;
    now.replaceChildren(
      Object.assign(document.createElement('b'), { textContent: time(at, zone) }),
      ` ${day(at, zone)} ${new Date(at).getUTCFullYear()}, ${city(zone)}`,
    );
  };
  setInterval(tell, 1000);

  const showTime = (instant: string): void => {
    ahead = Date.parse(instant) - Date.now();
    tell();
  };
  return {
    showTime,
    showClock: ({ now: instant, scheme, next }) => {
      zone = scheme.zone;
      showTime(instant);
      what.textContent = `Next: ${shortDay(next.at, zone)}, ${time(next.at, zone)}, ${happenings[next.what]}`;
    },
  };
}
