import { listText } from './when.ts';
import { languages, wordsFor } from './words/languages.ts';

/** Who and what an Outlook invitation is about. */
export interface InvitationFacts {
  readonly schemeName: string;
  /** `language`: BCP 47. */
  readonly members: readonly {
    readonly name: string;
    readonly language: string;
    readonly department?: string;
    readonly office?: string;
  }[];
  readonly minutes: number;
}

/**
 * The words of an Outlook invitation: its subject as plain text and its body as HTML, with every name escaped. All
 * members read the same one: it is in their language where they share one, else in English.
 */
export function invitation(facts: InvitationFacts): { subject: string; body: string } {
  const spoken = new Set(facts.members.map(({ language }) => wordsFor(language)));
  const [words = languages[0]] = spoken.size === 1 ? spoken : languages;
  const names = listText(
    facts.members.map(({ name }) => name),
    words.region,
  );
  const { starters } = words.pairing;
  const body = [
    paragraph(words.invitation.opening(facts.schemeName, facts.minutes)),
    list(facts.members.map(introduction)),
    paragraph(words.pairing.startersTitle),
    list([starters.think, starters.do, starters.share].map(({ label, text }) => `${label}: ${text}`)),
    paragraph(words.invitation.closing),
  ];
  return { subject: words.invitation.subject(facts.schemeName, names), body: body.join('') };
}

/** Somebody in one line: name, department and office, as far as they are known. */
export function introduction(member: { name: string; department?: string; office?: string }): string {
  return [member.name, member.department, member.office].filter((part) => part !== undefined).join(', ');
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}

function list(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
