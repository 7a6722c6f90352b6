import { type Action, link } from './card.ts';
import type { Reading } from './reading.ts';

/** The id that the manifest gives the personal tab (`staticTabs` in appPackage/manifest.json). */
const personalTab = 'home';

/** What the tab opens, as `tab/context/route.ts` reads it. */
type Screen = 'now' | 'now?met' | 'now?join' | 'history' | 'me' | `rounds/${string}/preview`;

/** "Open in the tab", or what `title` says. None where the app's id in Teams is not known. */
export function tabButton(
  screen: Screen,
  { words, teamsApp }: Reading,
  title: string = words.buttons['open-tab'],
): Action[] {
  return teamsApp === null ? [] : [link(title, tabLink(teamsApp, screen))];
}

/**
 * The link of Teams to a screen of the tab.
 * @example tabLink('5b8e…', 'history') → 'https://teams.microsoft.com/l/entity/5b8e…/home?context=%7B%22subEntityId%22%3A%22history%22%7D'
 */
function tabLink(teamsApp: string, screen: Screen): string {
  const context = encodeURIComponent(JSON.stringify({ subEntityId: screen }));
  return `https://teams.microsoft.com/l/entity/${teamsApp}/${personalTab}?context=${context}`;
}
