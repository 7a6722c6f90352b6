// Today and a round, for coordinators.
import * as answers from '../answers.ts';
import { hands, roundPath, roundView, today } from '../desk/desk-answers.ts';
import { heading, screen, type Screen } from './screen.ts';

const asCoordinator = { '/me': answers.coordinator, '/me/now': { ...answers.now, me: answers.coordinator } };
const times = [16, 17, 18].flatMap((day) =>
  [10, 14].map((hour) => ({
    start: `2026-12-${day}T${hour}:00:00Z`,
    end: `2026-12-${day}T${hour}:30:00Z`,
  })),
);

/** A round with the dialog that one of its meeting's buttons opens. */
function opened(name: string, nth: number, kept: Screen['kept']): Screen {
  return screen(name, roundView, {
    api: { ...asCoordinator, [`${roundPath}/pairings/p1/times`]: { revision: 3, times } },
    reach: async (tab) => {
      await heading(tab);
      await tab.locator('tbody tr button').nth(nth).click();
      await tab.locator('dialog[open]:not(:has([aria-busy=true]))').waitFor();
    },
    kept,
  });
}

export const deskScreens: readonly Screen[] = [
  screen('today', '#/desk', {
    api: {
      ...asCoordinator,
      '/schemes/unmentoring/today': {
        ...today,
        hands: hands.filter(({ kind }) => kind === 'not-reached' || kind === 'nobody-to-meet'),
      },
    },
    kept: ['default 320', 'default 1280'],
  }),
  screen('today-all-done', '#/desk', { api: asCoordinator }),
  screen('today-every-hand', '#/desk', {
    api: {
      ...asCoordinator,
      '/schemes/unmentoring/today': {
        ...today,
        hands,
        draft: { round: '2027-01-11', pairs: 18, trios: 1, without: 2, releasesAt: '2027-01-07T10:00:00Z' },
        next: { ...today.next, draftAt: '2027-01-06T16:00:00Z' },
      },
    },
  }),
  screen('today-between-rounds', '#/desk', {
    api: { ...asCoordinator, '/schemes/unmentoring/today': { ...today, round: null } },
  }),
  screen('round', roundView, { api: asCoordinator, kept: ['default 320', 'default 1280', 'dark 768'] }),
  screen('round-unplaced', `${roundView}?show=unplaced`, {
    api: asCoordinator,
    reach: async (tab) => {
      await heading(tab);
      await tab.locator('tbody input[type=checkbox]').first().waitFor();
    },
    kept: ['default 768'],
  }),
  screen('round-not-paired', roundView, {
    api: {
      ...asCoordinator,
      [roundPath]: {
        ...answers.round,
        stage: 'calling',
        plan: null,
        counts: { ...answers.round.counts, pairings: 0, booked: 0, unplaced: 0, told: 0 },
        figures: { ...answers.round.figures, paired: 0, notMet: 0 },
      },
      [`${roundPath}/pairings`]: [],
      [`${roundPath}/people`]: [],
    },
  }),
  screen('round-unreadable', roundView, {
    api: { ...asCoordinator, [`${roundPath}/pairings`]: 503, [`${roundPath}/people`]: 503 },
  }),
  opened('round-move', 1, ['default 320']),
  opened('round-call-off', 2, []),
];
