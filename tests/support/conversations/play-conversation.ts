import { offerIn } from '../../../local/teams/drive/drive.ts';
import { findSentence } from '../cases/sentences.ts';
import { momentFrom } from '../cases/moments.ts';
import { employee } from '../emulated-graph.ts';
import type { GivenProduct, TestProduct } from '../test-product.ts';
import { cardLines } from './card-lines.ts';
import { startChatWorld } from './chat-world.ts';
import {
  type Conversation,
  ConversationError,
  conversationText,
  type ConversationLanguage,
  type Step,
} from './conversation-file.ts';
import { firstName, type Playing, sentences } from './steps.ts';

/** How people in the folder of a language live. */
const lives = {
  en: { language: 'en-GB', timeZone: 'Europe/London' },
  de: { language: 'de-DE', timeZone: 'Europe/Berlin' },
} as const satisfies Record<ConversationLanguage, object>;

/** Everybody who works here. Gil is a guest from elsewhere. */
const staff = ['Ann Archer', 'Ben Becker', 'Cem Cetin', 'Dee Dunn'];
const guest = 'Gil Guest';

const beginning = momentFrom('Mon 7 Dec 08:00');
/** Milliseconds between two lines of a conversation. */
const breath = 5_000;

export interface PlayedConversation {
  /** The file's text as it is now. */
  readonly text: string;
  /** The kinds of commands that the bot carried out, and the verbs of the buttons that somebody pressed. */
  readonly carriedOut: ReadonlySet<string>;
  readonly pressed: ReadonlySet<string>;
}

/**
 * Plays a conversation against the product's own `/api/messages`.
 * @param start makes a product; it is ended by its maker
 * @throws ConversationError with file and line where somebody does what cannot be done
 */
export async function playConversation(
  start: (given: GivenProduct) => Promise<TestProduct>,
  conversation: Conversation,
): Promise<PlayedConversation> {
  const { name, given, steps, language } = conversation;
  const people = [
    ...staff.map((one) => employee(one, { ...lives[language], hasPhoto: one === 'Ben Becker' })),
    employee(guest, { ...lives[language], guest: true }),
  ];
  const world = await startChatWorld(start, people);
  world.product.setClock(beginning);
  const playing: Playing = { world, filledIn: new Map(), said: [], pressed: new Set(), replaced: new Map() };
  const heard = listener(playing);
  const answers: string[][] = [];
  try {
    for (const step of given) await playStep(name, playing, step);
    heard();
    playing.said.splice(0);
    for (const step of steps) {
      await playStep(name, playing, step);
      answers.push(answersTo(step, playing, heard()));
    }
  } finally {
    await world.close();
  }
  return {
    text: conversationText(conversation, answers),
    carriedOut: world.carriedOut,
    pressed: playing.pressed,
  };
}

async function playStep(name: string, playing: Playing, { line, text }: Step): Promise<void> {
  const does = findSentence(sentences, text);
  if (does === null) {
    const known = sentences.map(({ says }) => `  ${says}`).join('\n');
    throw new ConversationError(
      name,
      line,
      `"${text}" is none of the sentences that conversations know:\n${known}`,
    );
  }
  const { world } = playing;
  try {
    world.product.setClock(world.now() + breath);
    await does(playing);
    await world.work();
  } catch (error) {
    throw new ConversationError(name, line, error instanceof Error ? error.message : String(error));
  }
}

/** What the bot wrote to somebody, by their first name. */
interface Heard {
  readonly to: string;
  /** Whether it took the place of an earlier message. */
  readonly isChanged: boolean;
  readonly text: string;
  readonly cards: readonly unknown[];
  /** Lines about the files that it offers, or that are there. */
  readonly files: readonly string[];
}

/** Gives at each call what the bot wrote since the last one, or wrote anew: each person's in its order. */
function listener({ world: { teams }, replaced }: Playing): () => Heard[] {
  const known = new Map<string, string>();
  const shown = new Map<string, readonly unknown[]>();
  return () =>
    teams.roster.members.flatMap(({ employee: { oid, name } }) =>
      teams.chats.messages(oid).flatMap(({ id, from, text, attachments }): Heard[] => {
        const cards = attachments.filter(isCard).map(({ content }) => content);
        const files = attachments.flatMap(fileLines);
        const now = JSON.stringify([text, cards, files]);
        if (from.kind !== 'bot' || known.get(id) === now) return [];
        const isChanged = known.has(id);
        replaced.set(oid, [...(replaced.get(oid) ?? []), ...(shown.get(id) ?? [])]);
        shown.set(id, cards);
        known.set(id, now);
        return [{ to: firstName(name), isChanged, text, cards, files }];
      }),
    );
}

const isCard = ({ contentType }: { contentType: string }) =>
  contentType === 'application/vnd.microsoft.card.adaptive';

/** How a conversation shows the offer of a file, or a file. */
function fileLines(attachment: { contentType: string; name?: string }): string[] {
  if (isCard(attachment)) return [];
  const offer = offerIn({ attachments: [attachment] });
  if (offer === null) return [`bot gives the file: ${attachment.name ?? ''}`];
  return [`bot offers the file: ${offer.name}`, `  ${String(offer.content.description)}`];
}

/** The bot's lines below a step: to the person who spoke first, then to others. */
function answersTo({ text }: Step, { said, world }: Playing, heard: readonly Heard[]): string[] {
  const [, speaker = ''] =
    /^([A-Z][a-z]+)(?: presses| writes| adds| fills| allows the file| declines the file|:)/.exec(text) ?? [];
  const first = [...said.splice(0), ...world.inGroups.splice(0)].map((words) => `bot: ${words}`);
  const to = (name: string) => (name === speaker ? '' : ` ${name}`);
  const lines = [
    ...heard.filter((one) => one.to === speaker),
    ...heard.filter((one) => one.to !== speaker),
  ].flatMap((one) => [
    ...(one.text === '' ? [] : [`bot${one.to === speaker ? '' : ` to ${one.to}`}: ${one.text}`]),
    ...one.files,
    ...one.cards.flatMap((card) => [
      one.isChanged ? `bot changes an earlier card of ${one.to}:` : `bot shows${to(one.to)}:`,
      ...cardLines(card).map((line) => `  ${line}`),
    ]),
  ]);
  const all = [...first, ...lines];
  const isQuestion = /^[A-Z][a-z]+(?: presses| writes| allows the file| declines the file|:)/.test(text);
  return all.length === 0 && isQuestion ? ['bot says nothing'] : all;
}
