import assert from 'node:assert/strict';
import { cutOff, enlargeText } from '../support/tab/looks.ts';
import { frameOf } from '../support/tab/open-tab.ts';
import { screens } from './screens/all.ts';
import { openScreen } from './screens/open-screen.ts';
import { useFakeTab } from './tab-server.ts';

/** 320 pixels wide, which is also what is left of 1280 pixels at 400 %. */
const narrow = { width: 320, height: 256 };

describe('tab: every screen is whole', () => {
  const fake = useFakeTab();
  for (const screen of screens) {
    it(`${screen.name}: on 320 pixels in German`, async () => {
      await openScreen(fake, screen, { ...narrow, locale: 'de-DE' }, async (_, page) => {
        assert.deepEqual(await cutOff(page), []);
      });
    });

    it(`${screen.name}: on 320 pixels from right to left, with longer words`, async () => {
      await openScreen(fake, screen, { ...narrow, locale: 'qps-plocm' }, async (_, page) => {
        const direction = `getComputedStyle(document.querySelector('main, .fui-FluentProvider')).direction`;
        assert.equal(await frameOf(page).evaluate(direction), 'rtl');
        assert.deepEqual(await cutOff(page), []);
      });
    });

    it(`${screen.name}: with text of twice the size`, async () => {
      await openScreen(fake, screen, { width: 768 }, async (_, page) => {
        await enlargeText(page, 2);
        assert.deepEqual(await cutOff(page), []);
      });
    });
  }
});
