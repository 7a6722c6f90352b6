import assert from 'node:assert/strict';
import { faults } from '../support/tab/looks.ts';
import { changeTheme, themes } from '../support/tab/open-tab.ts';
import { screens } from './screens/all.ts';
import { openScreen } from './screens/open-screen.ts';
import { useFakeTab } from './tab-server.ts';

describe('tab: every screen, with axe-core', () => {
  const fake = useFakeTab();
  for (const screen of screens) {
    it(`${screen.name} has no fault in any theme`, async () => {
      await openScreen(fake, screen, {}, async (_, page) => {
        for (const theme of themes) {
          await changeTheme(page, theme);
          assert.deepEqual(await faults(page), [], theme);
        }
      });
    });
  }
});
