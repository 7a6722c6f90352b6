// What the public pages say: what the product is, privacy, terms of use, support. All of it is plain text.

import type { Facts } from './icu/facts.ts';

export const pageNames = ['home', 'privacy', 'terms', 'support'] as const;
export type PageName = (typeof pageNames)[number];

/** A part of a page. What is left out of it is not there; the rest comes in this order. */
export interface PageSection {
  readonly heading: string;
  readonly list?: readonly string[];
  /** A list in which the order counts. */
  readonly steps?: readonly string[];
  readonly text?: readonly string[];
  /** Whether the address to write to comes last. */
  readonly contact?: true;
}

interface PageText {
  /** In the title bar and in the menu. */
  readonly title: string;
  readonly heading: string;
  readonly lead: string;
  readonly sections: readonly PageSection[];
}

/** All public pages in one language. */
export interface PageWords extends Pick<Facts, 'tag' | 'direction'> {
  /** The link past the menu. */
  readonly skip: string;
  /** What the menu and the choice of language are called. */
  readonly menu: string;
  readonly otherLanguages: string;
  readonly runBy: (values: { readonly organisation: string }) => string;
  readonly pages: Readonly<Record<PageName, PageText>>;
}
