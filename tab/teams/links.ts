/** The part of the tab's address for what a link of Teams names, such as `now?met`. */
export function hashOfSubPage(subPage: string): string {
  return `#/${subPage.replace(/^[#/]+/, '')}`;
}
