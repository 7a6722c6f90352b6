// What can be said of a screen's looks without a picture.
import type { AxeResults } from 'axe-core';
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { frameOf } from './open-tab.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/**
 * The faults that axe-core finds in the tab: rule and element. Fluent UI's own focus guards are left out, because
 * screen readers do not meet them.
 */
export async function faults(page: Page): Promise<string[]> {
  const frame = frameOf(page);
  if (!(await frame.evaluate<boolean>(`'axe' in window`))) await frame.addScriptTag({ path: axe });
  // WCAG 2.2 asks for 24 pixels to press; axe-core leaves that rule out by itself.
  const { violations, passes }: AxeResults = await frame.evaluate(
    `axe.run({ exclude: ['[data-tabster-dummy]'] }, { rules: { 'target-size': { enabled: true } } })`,
  );
  assert.ok(passes.length > 10, 'expected axe-core to have looked at something');
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** What moves for more than 0.01 seconds: its element, and how long. */
export async function moving(page: Page): Promise<string[]> {
  return frameOf(page)
    .evaluate(`[...document.querySelectorAll('*')].flatMap((element) => [null, '::before', '::after'].flatMap((part) => {
    const { animationName, animationDuration, transitionProperty, transitionDuration } = getComputedStyle(element, part);
    const seconds = [animationName === 'none' ? '0s' : animationDuration, transitionProperty === 'none' ? '0s' : transitionDuration].join(', ');
    const isLong = seconds.split(', ').some((one) => parseFloat(one) > 0.01);
    return isLong ? [element.cloneNode(false).outerHTML + (part ?? '') + ': ' + seconds] : [];
  }))`);
}

/** What somebody does not see whole, or only by scrolling sideways: faults and elements. Empty when all is well. */
export async function cutOff(page: Page): Promise<string[]> {
  return frameOf(page).evaluate(`(() => {
    const found = [];
    const say = (fault, element) => found.push(fault + ': ' + element.cloneNode(false).outerHTML + ' ' + element.textContent.slice(0, 60));
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push('scrolls sideways: ' + scrollWidth + ' of ' + clientWidth);
    for (const element of document.body.querySelectorAll('*')) {
      const { width, height, left, right } = element.getBoundingClientRect();
      // What only screen readers meet is one pixel large.
      if (width <= 1 || height <= 1 || element.closest('svg, [hidden], [aria-hidden=true]') !== null) continue;
      const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
      const scrolls = [...ancestors(element)].some((one) => ['auto', 'scroll'].includes(getComputedStyle(one).overflowX));
      if (scrolls) continue;
      if (right > clientWidth + 1 || left < -1) say('reaches out of the page', element);
      const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
      if (!hasText || element.clientWidth === 0) continue;
      if (element.scrollWidth > element.clientWidth + 1) say('wider than its box', element);
      if (['hidden', 'clip'].includes(overflowY) && element.scrollHeight > element.clientHeight + 2) say('higher than its box', element);
    }
    function* ancestors(element) {
      for (let one = element; one !== document.body; one = one.parentElement) yield one;
    }
    return found;
  })()`);
}

/** Makes every text that is shown now larger, as a phone's setting does. The page keeps its width. */
export async function enlargeText(page: Page, times: number): Promise<void> {
  await frameOf(page).evaluate(`(() => {
    const sizes = [...document.body.querySelectorAll('*')].map((element) => {
      const { fontSize, lineHeight } = getComputedStyle(element);
      return { element, fontSize: parseFloat(fontSize), lineHeight: parseFloat(lineHeight) };
    });
    for (const { element, fontSize, lineHeight } of sizes) {
      element.style.setProperty('font-size', fontSize * ${times} + 'px', 'important');
      if (!Number.isNaN(lineHeight)) element.style.setProperty('line-height', lineHeight * ${times} + 'px', 'important');
    }
  })()`);
}
