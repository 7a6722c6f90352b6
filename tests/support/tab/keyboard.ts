// The tab as somebody meets it who has a keyboard alone.
import type { Page } from 'playwright-core';
import { frameOf } from './open-tab.ts';

interface Stop {
  /** Kind and name, such as `button Join`. */
  readonly name: string;
  /** Whether it looks otherwise than without the focus, and is on the screen. */
  readonly isShown: boolean;
}

/** Where the Tab key leads from the top of the page, or of the dialog over it, in order, until it leaves the page. */
export async function tabStops(page: Page): Promise<Stop[]> {
  const frame = frameOf(page);
  await frame.evaluate(`(() => {
    ${drawn}
    const top = document.querySelector('dialog:modal') ?? document.body;
    top.tabIndex = -1;
    top.focus();
    top.removeAttribute('tabindex');
    window.drawnBefore = new Map([...document.querySelectorAll('*')].map((element) => [element, drawn(element)]));
  })()`);
  const stops: Stop[] = [];
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await frame.evaluate<Stop | 'same' | null>(`(() => {
      ${nameOf}
      ${drawn}
      const element = document.activeElement;
      if (!document.hasFocus() || element === null || element === document.body) return null;
      // A field for a time has several parts.
      if (element === window.lastStop) return 'same';
      window.lastStop = element;
      const { top, bottom } = element.getBoundingClientRect();
      const isOnScreen = bottom > 0 && top < innerHeight;
      return { name: nameOf(element), isShown: isOnScreen && drawn(element) !== window.drawnBefore.get(element) };
    })()`);
    if (stop === null) return stops;
    if (stop !== 'same') stops.push(stop);
  }
  throw new Error(`the Tab key goes round: ${stops.map(({ name }) => name).join(' → ')}`);
}

/**
 * Everything in the tab that can be used, in the dialog alone while one is open, in the order in which it is read. Of a group through which arrow keys lead, such as radio
 * buttons, the one that the Tab key reaches.
 */
export async function reachable(page: Page): Promise<string[]> {
  return frameOf(page).evaluate(`(() => {
    ${nameOf}
    const groups = new Set();
    const page = document.querySelector('dialog:modal') ?? document;
    return [...page.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      const isHidden = width === 0 || height === 0 || getComputedStyle(element).visibility === 'hidden';
      if (isHidden || element.disabled || element.closest('[aria-hidden=true], [data-tabster-dummy]') !== null) return false;
      if (element.tabIndex < 0) return false;
      if (element.type !== 'radio') return true;
      const group = [...document.getElementsByName(element.name)];
      const chosen = group.find(({ checked }) => checked) ?? group[0];
      return element === chosen;
    }).map(nameOf);
  })()`);
}

/** A script: a function that names an element. */
const nameOf = `function nameOf(element) {
  const kinds = { a: 'link', input: element.type, textarea: 'text' };
  const role = element.getAttribute('role') ?? kinds[element.localName] ?? element.localName;
  const labelled = element.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
  const name = element.getAttribute('aria-label') ?? labelled ?? element.labels?.[0]?.textContent ?? element.textContent;
  return (role + ' ' + name).replace(/\\s+/g, ' ').trim();
}`;

/** A script: a function that tells how an element, what it lies in and its label are drawn. */
const drawn = `function drawn(element) {
  const around = [element, element.parentElement, element.nextElementSibling, ...(element.labels ?? [])].filter((one) => one !== null);
  return around.flatMap((one) => [null, '::before', '::after'].map((part) => {
    const { outline, boxShadow, borderColor, borderWidth, transform, backgroundColor } = getComputedStyle(one, part);
    return [outline, boxShadow, borderColor, borderWidth, transform, backgroundColor].join();
  })).join(';');
}`;
