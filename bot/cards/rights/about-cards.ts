import type { ConversationOperations } from '../../../core/conversation/operations.ts';
import type { MyHistory } from '../../../core/api/meetings.ts';
import { dateText } from '../../../core/words/when.ts';
import { type Action, type AdaptiveCard, button, card, factSet, heading, subtle, text } from '../card.ts';
import { namesOf, type Reading } from '../reading.ts';
import { tabButton } from '../tab-link.ts';

type About = ConversationOperations['about'];

/** What is kept, in short, and where the whole text is. */
export function privacyCard({ host }: About, { words }: Reading): AdaptiveCard {
  const { kept, calendar, seen, yours, page } = words.privacy;
  const where = host === null ? [text(page)] : [];
  const url = `https://${host ?? ''}/privacy?lang=${words.language}`;
  return card(
    words.language,
    kept,
    [heading(words.buttons.privacy), ...[kept, calendar, seen, yours].map(text), ...where],
    [
      ...(host === null ? [] : [open(words.buttons['read-privacy'], url)]),
      button(words.buttons['my-data'], 'my-data', null),
      button(words.buttons['erase-ask'], 'erase-ask', null),
    ],
  );
}

/** Whom to ask. */
export function coordinatorCard({ support }: About, { words }: Reading): AdaptiveCard {
  const said = words.coordinator({ support });
  const url = support.startsWith('https://') ? support : `mailto:${support}`;
  return card(
    words.language,
    said,
    [text(said)],
    [open(words.buttons['write-to-support'], url), button(words.buttons.help, 'help', null)],
  );
}

/** The most meetings that a card lists. */
const mostMeetings = 12;

/** Whom somebody was paired with, the newest first. */
export function historyCard(history: MyHistory, reading: Reading): AdaptiveCard {
  const { words, tag } = reading;
  const { title, none, week: weekText, earlier, more, didMeet, notMet, notKnown } = words.history;
  const steps = [
    button(words.buttons['my-pairing'], 'my-pairing', null),
    ...tabButton('history', reading),
    button(words.buttons.help, 'help', null),
  ];
  if (history.length === 0) return card(words.language, none, [text(none)], steps);
  const rest = history.length - mostMeetings;
  const meetings = history.slice(0, mostMeetings).flatMap(({ week, partners, met, takeaway, shared }) => {
    const names = namesOf(partners, reading);
    const when = week === null ? earlier : weekText({ week: dateText(week, tag) });
    const said = met === null ? notKnown({ names }) : met ? didMeet({ names }) : notMet({ names });
    return [
      factSet([{ title: when, value: said }]),
      ...(takeaway === null ? [] : [subtle(words.history.takeaway({ takeaway }))]),
      ...shared.map((one) =>
        subtle(words.history.shared({ name: one.name || words.colleague, takeaway: one.takeaway })),
      ),
    ];
  });
  return card(
    words.language,
    title,
    [heading(title), ...meetings, ...(rest > 0 ? [text(more({ count: rest }))] : [])],
    steps,
  );
}

/** Says that a file with all that is kept about somebody is offered. */
export function offeredCard({ words }: Reading): AdaptiveCard {
  const { offered } = words.myData;
  return card(
    words.language,
    offered,
    [text(offered)],
    [
      button(words.buttons['read-my-data'], 'read-my-data', null),
      button(words.buttons.privacy, 'privacy', null),
      button(words.buttons['erase-ask'], 'erase-ask', null),
    ],
  );
}

/** The most bytes of a person's data in a card: Teams takes 28 kB of a card in all. */
const mostBytes = 18_000;

/**
 * All that is kept about somebody, as far as a message holds it.
 * @param data as text; indented lines belong to the line above
 * @param lead a sentence above it; null for none
 */
export function myDataCard(
  data: string,
  lead: string | null,
  { host }: About,
  { words }: Reading,
): AdaptiveCard {
  const lines = data.split('\n').filter((line) => line.trim() !== '' && !/^-+$/.test(line));
  const [title = '', ...rest] = lines.map((line) =>
    line.replace(/^ +/, (indent) => '· '.repeat(indent.length / 2)),
  );
  const shown: ReturnType<typeof subtle>[] = [];
  let bytes = 0;
  for (const line of rest) {
    const block = subtle(line);
    bytes += Buffer.byteLength(JSON.stringify(block)) + 1;
    if (bytes > mostBytes) break;
    shown.push(block);
  }
  const address = `https://${host ?? ''}/api/me/data`;
  const { cut, whole } = words.myData;
  return card(
    words.language,
    lead ?? title,
    [
      ...(lead === null ? [] : [text(lead)]),
      heading(title),
      ...shown,
      ...(shown.length < rest.length ? [text(cut)] : []),
      ...(host === null ? [] : [text(whole({ address }))]),
    ],
    [
      button(words.buttons.privacy, 'privacy', null),
      button(words.buttons['erase-ask'], 'erase-ask', null),
      button(words.buttons.help, 'help', null),
    ],
  );
}

function open(title: string, url: string): Action {
  return { type: 'Action.OpenUrl', title, url };
}
