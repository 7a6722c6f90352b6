import { escapeHtml } from '../../../core/words/escape-html.ts';
import {
  type PageName,
  pageNames,
  type PageSection,
  type PageWords,
} from '../../../core/words/page-words.ts';
import { pageLanguages } from '../../../core/words/pages.ts';
import type { Config } from '../../config.ts';
import { pageStyle } from './page-style.ts';

/** Who runs the product, and where people ask. */
export type Operator = Pick<Config, 'ORGANISATION_NAME' | 'SUPPORT_CONTACT'>;

/**
 * A public page as HTML. Every text in it is escaped, that of the settings too.
 * @param isChosen whether somebody chose the language: links to the other pages then name it
 */
export function renderPage(
  name: PageName,
  words: PageWords,
  { ORGANISATION_NAME, SUPPORT_CONTACT }: Operator,
  isChosen: boolean,
): string {
  const { title, heading, lead, sections } = words.pages[name];
  const linkTo = (page: PageName, inside: string, style = '') => {
    const address = `${pathOf(page)}${isChosen ? `?lang=${words.tag}` : ''}`;
    return `<a${style} href="${address}"${page === name ? ' aria-current="page"' : ''}>${inside}</a>`;
  };
  const otherPages = pageNames.filter((page) => page !== 'home');
  return [
    '<!doctype html>',
    `<html lang="${words.tag}" dir="${words.direction}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(`${title} – UnMentoring`)}</title>`,
    '<link rel="icon" type="image/svg+xml" href="/tab/cup.svg">',
    ...pageLanguages.map(
      ({ tag }) => `<link rel="alternate" hreflang="${tag}" href="${inLanguage(name, tag)}">`,
    ),
    `<link rel="alternate" hreflang="x-default" href="${pathOf(name)}">`,
    `<style>${pageStyle}</style>`,
    '</head>',
    '<body>',
    `<a class="skip" href="#content">${escapeHtml(words.skip)}</a>`,
    '<header>',
    linkTo('home', `${cup}UnMentoring`, ' class="brand"'),
    menu(
      words.menu,
      otherPages.map((page) => linkTo(page, escapeHtml(words.pages[page].title))),
    ),
    '</header>',
    '<main id="content" tabindex="-1">',
    `<h1>${escapeHtml(heading)}</h1>`,
    `<p class="lead">${escapeHtml(lead)}</p>`,
    ...sections.map((section) => renderSection(section, SUPPORT_CONTACT)),
    '</main>',
    '<footer>',
    ...(ORGANISATION_NAME === undefined ? [] : [paragraph(words.runBy({ organisation: ORGANISATION_NAME }))]),
    menu(
      words.otherLanguages,
      pageLanguages
        .filter(({ tag }) => tag !== words.tag)
        .map(
          ({ tag, autonym }) =>
            `<a href="${inLanguage(name, tag)}" hreflang="${tag}" lang="${tag}">${escapeHtml(autonym)}</a>`,
        ),
    ),
    '</footer>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const cup =
  '<svg viewBox="0 0 32 32" aria-hidden="true"><path d="M6 13h16v7a6 6 0 0 1-6 6h-4a6 6 0 0 1-6-6z"/><path d="M22 15h2a3.5 3.5 0 0 1 0 7h-2.3"/><path d="M11 4c-1.6 1.8 1.6 3.2 0 5M17 4c-1.6 1.8 1.6 3.2 0 5"/></svg>';

function pathOf(name: PageName): string {
  return name === 'home' ? '/' : `/${name}`;
}

function inLanguage(name: PageName, language: string): string {
  return `${pathOf(name)}?lang=${language}`;
}

function menu(label: string, links: readonly string[]): string {
  return `<nav aria-label="${escapeHtml(label)}">${list('ul', links)}</nav>`;
}

function renderSection({ heading, ...parts }: PageSection, contact: string): string {
  return [
    '<section>',
    `<h2>${escapeHtml(heading)}</h2>`,
    ...(parts.list === undefined ? [] : [list('ul', parts.list.map(escapeHtml))]),
    ...(parts.steps === undefined ? [] : [list('ol', parts.steps.map(escapeHtml))]),
    ...(parts.text ?? []).map(paragraph),
    ...(parts.contact ? [`<p class="contact">${contactLink(contact)}</p>`] : []),
    '</section>',
  ].join('\n');
}

function list(kind: 'ul' | 'ol', items: readonly string[]): string {
  return `<${kind}>${items.map((item) => `<li>${item}</li>`).join('\n')}</${kind}>`;
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}

/** @param contact a mail address, or the https address of a page */
function contactLink(contact: string): string {
  const address = contact.includes(':') ? contact : `mailto:${contact}`;
  return `<a href="${escapeHtml(address)}">${escapeHtml(contact)}</a>`;
}
