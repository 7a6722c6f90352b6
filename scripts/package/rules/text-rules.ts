// Names and descriptions, in every language of the package.
import { namesNothing, textsOf, type Rule, type Texts } from './rule.ts';

const products =
  /\b(Microsoft|Teams|Outlook|Excel|PowerPoint|Word|OneDrive|SharePoint|OneNote|Azure|Surface|Xbox)\b/i;
const features = /\b(Chat|Contacts|Calendar|Calls|Files|Activity|Apps|Help)\b/i;
const others = /\b(Slack|Zoom|Webex|Discord|Mattermost|Google Chat|WhatsApp)\b/i;
const claims = /\b(best|top|leading|amazing|ranked|guaranteed|beste[nrs]?|führende?[nrs]?|garantiert)\b|#1/i;

/** A rule about the texts of each language: what breaks it in them, or null. */
function inEach(says: string, broken: (texts: Texts) => string | null): Rule {
  return namesNothing(says, (app) =>
    textsOf(app).flatMap((texts) => {
      const found = broken(texts);
      return found === null ? [] : [`${texts.language}: ${found}`];
    }),
  );
}

/** The first match, in quotes. */
function first(text: string, wanted: RegExp): string | null {
  const [found] = wanted.exec(text) ?? [];
  return found === undefined ? null : `"${found}"`;
}

const all = ({ name, fullName, short, full }: Texts) => [name, fullName, short, full].join('\n');

function sentences(text: string, language: string): number {
  return [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)].length;
}

export const textRules: readonly Rule[] = [
  inEach('The name has no name of a Microsoft product in it.', ({ name, fullName }) =>
    first(`${name}\n${fullName}`, products),
  ),
  inEach('The name has no name of a core feature of Teams in it.', ({ name, fullName }) =>
    first(`${name}\n${fullName}`, features),
  ),
  inEach('The long name differs from the short one.', ({ name, fullName }) =>
    name === fullName ? `both are "${name}"` : null,
  ),
  {
    says: 'No other app has the name.',
    look: 'whoever uploads searches "Built for your org" and the store for it',
  },
  inEach('The short description is one sentence of at most 80 characters.', ({ language, short }) => {
    if (short.length === 0 || short.length > 80) return `${short.length} characters`;
    const count = sentences(short, language);
    return count === 1 ? null : `${count} sentences`;
  }),
  inEach('The short description repeats neither the name nor the word "app".', ({ name, short }) =>
    short.includes(name) ? `"${name}"` : first(short, /\bapp\b/i),
  ),
  inEach('The long description is another text, of at most 500 words.', ({ short, full }) => {
    if (full.startsWith(short)) return 'it begins with the short one';
    const words = full.split(/\s+/).length;
    return words > 500 ? `${words} words` : null;
  }),
  inEach('The long description lists the features with bullet points.', ({ full }) =>
    (full.match(/^[-*] /gm) ?? []).length >= 2 ? null : 'fewer than two',
  ),
  inEach('Teams is called "Microsoft Teams" where it is first mentioned.', ({ short, full }) => {
    const text = `${short}\n${full}`;
    const at = text.search(/\bTeams\b/);
    if (at < 0) return 'it is not mentioned';
    return text.slice(0, at).endsWith('Microsoft ') ? null : `"${text.slice(Math.max(0, at - 12), at + 5)}"`;
  }),
  inEach('Microsoft and Microsoft 365 are called so, without abbreviation.', (texts) =>
    first(all(texts), /\b(MS|MSFT|O365|M365|Office 365)\b/),
  ),
  namesNothing('The long description has a link to help, on our own host.', (app) => {
    const host = app.manifest.validDomains[0] ?? '';
    return textsOf(app).flatMap(({ language, full }) =>
      full.includes(`](https://${host}/support)`) ? [] : [`${language}: none`],
    );
  }),
  inEach('The long description says what an administrator must grant.', ({ full }) =>
    /\badministrat/i.test(full) ? null : 'no word of it',
  ),
  inEach('No claim without a proof, no superlative.', (texts) => first(all(texts), claims)),
  inEach('Nothing is said to be certified for or powered by Microsoft.', (texts) =>
    first(all(texts), /\b(certified for|powered by|zertifiziert für)\b/i),
  ),
  inEach('No link to a store.', ({ full }) =>
    first(full, /appsource\.microsoft\.com|marketplace\.microsoft/i),
  ),
  inEach('No other platform for chats is named.', (texts) => first(all(texts), others)),
  inEach('No words in capitals alone.', (texts) => first(all(texts), /\b\p{Lu}{4,}\b/u)),
  {
    says: 'No mistakes of spelling and grammar; active voice; the reader is spoken to.',
    look: 'whoever changes a text reads it aloud, in each language',
  },
  {
    says: 'The description says what the app does in Teams, with its limits.',
    look: 'whoever changes what the bot or the tab can do reads it again',
  },
];
