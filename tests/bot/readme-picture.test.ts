import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { AdaptiveCard } from '../../bot/cards/card.ts';
import { readingOf } from '../../bot/cards/reading.ts';
import { viewCard } from '../../bot/cards/view-card.ts';
import type { PairingView } from '../../core/words/pairing-view.ts';
import { textsOf } from './cards/samples.ts';

/** The pairing in docs/screenshot.png, as Olivia Grant sees it. */
const view: PairingView = {
  scheme: 'unmentoring',
  schemeName: 'UnMentoring',
  round: '2026-12-14',
  pairing: 'p00001',
  state: 'booked',
  revision: 0,
  slot: { start: '2026-12-15T09:30:00.000Z', end: '2026-12-15T10:00:00.000Z' },
  offer: null,
  joinUrl: 'https://teams.example/meet',
  myAnswer: 'none',
  mySaid: null,
  seenAt: '2026-12-10T10:00:00Z',
  partners: [
    {
      id: 'lukas',
      name: 'Lukas Brandt',
      mail: 'lukas.brandt@contoso.example',
      role: 'Engineer',
      department: 'Engineering',
      office: 'Berlin',
      zone: 'Europe/Berlin',
      answer: 'none',
    },
  ],
  lastMet: null,
  newLink: ['Engineering', 'People'],
  question: { theme: 'think', index: 28 },
  isAfterWeek: false,
};

/** A picture, which has no words. */
const photo = 'data:image/png;base64,AAAA';

describe("the README's picture", () => {
  it('shows the card as it is now (if not: npm run screenshot, and the pairing above)', () => {
    const reading = readingOf({ language: 'en-GB', zone: 'Europe/London' }, 'app');
    const card = viewCard(view, { lead: null, answers: false, photos: new Map([['lukas', photo]]) }, reading);
    const picture = readFileSync(new URL('../../docs/screenshot.txt', import.meta.url), 'utf8');
    assert.deepEqual(wordsOf(card), picture.trim().split('\n'));
  });
});

/** What a card says, in the order in which it is read: text, questions, buttons. */
function wordsOf(card: AdaptiveCard): string[] {
  return [...textsOf(card.body), ...card.actions.map(({ title }) => title)];
}
