import type { PairingRecord } from '../records/pairing.ts';
import { escapeHtml } from './escape-html.ts';
import { listText } from './when.ts';
import type { Question } from './pairing-view.ts';
import { questionWords } from './question.ts';
import { wordsFor } from './languages.ts';
import type { Words } from './words.ts';

/** Outlook refuses longer subjects; UTF-16 code units. */
const longestSubject = 255;

/** A reader of an Outlook invitation. `language`: BCP 47. */
interface Invited {
  readonly name: string;
  readonly language: string;
  /** Present when they would rather talk on the phone. */
  readonly prefersPhone?: true;
}

/** What an Outlook invitation is about. */
export interface InvitationFacts {
  readonly schemeName: string;
  readonly minutes: number;
  readonly members: readonly Invited[];
  readonly question: Question;
}

/**
 * The words of an Outlook invitation: its subject as plain text and its body as HTML, with every name escaped. All
 * members read the same one: in the language that they share, else in each of theirs, headed by the language's name.
 * The subject names the members, as far as Outlook takes it. The body names them only to say who calls whom, and neither
 * shows anything else of them.
 */
export function invitation(facts: InvitationFacts): { subject: string; body: string } {
  const names = facts.members.map(({ name }) => name);
  const sections = inEachLanguage(facts.members, (words) => section(words, facts));
  const shared = sections.length === 1 ? sections[0]?.words : undefined;
  const joined = shared === undefined ? names.join(', ') : listText(names, shared.region);
  const body = sections.map(({ words, said }) => {
    const heading = shared === undefined ? `<h3>${words.autonym}</h3>` : '';
    return `<div lang="${words.language}">${heading}${said}</div>`;
  });
  return { subject: cut(`${facts.schemeName}: ${joined}`), body: body.join('') };
}

/**
 * The kind word that goes out with a cancelled event, as plain text, in each of the members' languages.
 * @param pairing why there is no meeting at this time any more
 */
export function cancellation(
  schemeName: string,
  pairing: PairingRecord,
  members: readonly (Invited & { readonly id: string })[],
): string {
  const because = pairing.state === 'cancelled' ? pairing.because : null;
  const name = members.find(({ id }) => id === because)?.name;
  const said = inEachLanguage(members, ({ cancellation: words }) => {
    if (pairing.state === 'suggested') return words.asked({ scheme: schemeName });
    if (pairing.state !== 'cancelled') return words.withdrawn({ scheme: schemeName });
    return name === undefined
      ? words.cancelled({ scheme: schemeName })
      : words.cancelledBy({ scheme: schemeName, name });
  });
  return said.map(({ said: sentence }) => sentence).join('\n\n');
}

function section(words: Words, facts: InvitationFacts): string {
  const { pairing, invitation: said } = words;
  const call = callOf(facts.members);
  return [
    ...(call === null ? [] : [paragraph(said.phone(call))]),
    paragraph(said.greeting),
    paragraph(said.opening({ scheme: facts.schemeName, minutes: facts.minutes })),
    paragraph(pairing.question(questionWords(facts.question, words))),
    paragraph(said.move),
    paragraph(said.stop),
  ].join('');
}

/**
 * Who calls whom: the one who would rather talk on the phone is called by the other, so nobody who does not like it waits for
 * a call. When both would, the first by name calls. Null when nobody would, and for three: they use the link.
 */
function callOf(members: readonly Invited[]): { readonly caller: string; readonly called: string } | null {
  const [one, two] = members;
  if (one === undefined || two === undefined || members.length !== 2) return null;
  if (one.prefersPhone !== two.prefersPhone) {
    return one.prefersPhone === true
      ? { caller: two.name, called: one.name }
      : { caller: one.name, called: two.name };
  }
  if (one.prefersPhone !== true) return null;
  const [caller = '', called = ''] = [one.name, two.name].sort((a, b) => a.localeCompare(b, 'en'));
  return { caller, called };
}

/** A subject as long as Outlook takes it. A longer one ends with a whole word, unless that is very long, and an ellipsis. */
function cut(subject: string): string {
  if (subject.length <= longestSubject) return subject;
  const words = /^(.*[^\s,;])[\s,;]/s.exec(subject.slice(0, longestSubject))?.[1] ?? '';
  const start = subject.slice(0, longestSubject - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${words.length > longestSubject / 2 ? words : start}…`;
}

/** The same in each language that a member reads, in the order of the members. */
function inEachLanguage(
  members: readonly Invited[],
  say: (words: Words) => string,
): { readonly words: Words; readonly said: string }[] {
  const read = new Set(members.map(({ language }) => wordsFor(language)));
  return [...read].map((words) => ({ words, said: say(words) }));
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}
