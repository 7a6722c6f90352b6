import assert from 'node:assert/strict';
import { reachable, tabStops } from '../support/tab/keyboard.ts';
import { screens } from './screens/all.ts';
import { openScreen } from './screens/open-screen.ts';
import { useFakeTab } from './tab-server.ts';

describe('tab: every screen, with the keyboard alone', () => {
  const fake = useFakeTab();
  for (const screen of screens) {
    it(`${screen.name}: the Tab key reaches everything in the order in which it is read, and shows where it is`, async () => {
      await openScreen(fake, screen, {}, async (_, page) => {
        const stops = await tabStops(page);
        assert.deepEqual(
          stops.map(({ name }) => name),
          await reachable(page),
        );
        assert.deepEqual(
          stops.filter(({ isShown }) => !isShown),
          [],
          'nothing shows where the focus is',
        );
        assert.deepEqual(
          stops.filter(({ name }) => !name.includes(' ')),
          [],
          'each has a name',
        );
      });
    });
  }
});
