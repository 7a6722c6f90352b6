import assert from 'node:assert/strict';
import { faults, moving } from '../support/tab/looks.ts';
import { changeTheme, themes } from '../support/tab/open-tab.ts';
import { screens } from './screens/all.ts';
import { openScreen } from './screens/open-screen.ts';
import { useFakeTab } from './tab-server.ts';

describe('tab: every screen, for people who want less motion', () => {
  const fake = useFakeTab();
  for (const screen of screens) {
    it(`${screen.name} has no fault for axe-core in any theme, and nothing moves`, async () => {
      await openScreen(fake, screen, { browser: { reducedMotion: 'reduce' } }, async (_, page) => {
        assert.deepEqual(await moving(page), []);
        for (const theme of themes) {
          await changeTheme(page, theme);
          assert.deepEqual(await faults(page), [], theme);
        }
      });
    });
  }
});
