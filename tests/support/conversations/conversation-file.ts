import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '../../..');
export const conversationsFolder = join(root, 'tests/conversations');

/** The languages of the product in which there are conversations, each a folder. */
export const conversationLanguages = ['en', 'de'] as const;
export type ConversationLanguage = (typeof conversationLanguages)[number];

/** A line of a conversation that is no answer of the bot: somebody says or does something. */
export interface Step {
  /** The number of the line in its file. */
  readonly line: number;
  readonly text: string;
}

export interface Conversation {
  /** The folder and the file's name without its ending, such as `en/joins`. */
  readonly name: string;
  readonly language: ConversationLanguage;
  /** What happens, in a sentence. */
  readonly title: string;
  /** What happened before. What the bot answered to it is not told. */
  readonly given: readonly Step[];
  readonly steps: readonly Step[];
  /** The whole file. */
  readonly text: string;
}

/** A mistake in a conversation's file, by file and line. */
export class ConversationError extends Error {
  constructor(name: string, line: number, what: string) {
    super(`${conversationFile(name)}:${line}: ${what}`);
    this.name = 'ConversationError';
  }
}

/** The names of all conversations. */
export function conversationNames(): string[] {
  return conversationLanguages.flatMap((language) =>
    readdirSync(join(conversationsFolder, language))
      .filter((file) => file.endsWith('.txt'))
      .map((file) => `${language}/${file.slice(0, -'.txt'.length)}`)
      .sort(),
  );
}

/** @throws when there is no such file, and ConversationError when it is no conversation */
export function readConversation(name: string): Conversation {
  return parseConversation(name, readFileSync(fileOf(name), 'utf8'));
}

/** Writes a conversation as it is now. */
export function writeConversation(name: string, text: string): void {
  writeFileSync(fileOf(name), text);
}

const givenMark = 'given: ';

/**
 * Reads a conversation from the text of its file.
 * @throws ConversationError
 */
export function parseConversation(name: string, text: string): Conversation {
  const language = conversationLanguages.find((each) => name.startsWith(`${each}/`));
  const [title = '', ...rest] = text.split('\n');
  if (language === undefined)
    throw new ConversationError(name, 1, 'the folder is no language of the product');
  if (title.trim() === '')
    throw new ConversationError(name, 1, 'the first line says what happens, in a sentence');

  const given: Step[] = [];
  const steps: Step[] = [];
  let answered = false;
  rest.forEach((written, index) => {
    const line = index + 2;
    const said = written.trimEnd();
    if (said === '') return;
    if (/^\s/.test(said)) {
      if (!answered)
        throw new ConversationError(
          name,
          line,
          'an indented line belongs to an answer of the bot: "bot shows:" comes before it',
        );
    } else if (/^bot\b/.test(said)) {
      if (steps.length === 0)
        throw new ConversationError(name, line, 'the bot answers before anybody said or did anything');
      answered = true;
    } else if (said.startsWith(givenMark)) {
      if (steps.length > 0) throw new ConversationError(name, line, '"given:" comes before everything else');
      given.push({ line, text: said.slice(givenMark.length) });
    } else {
      steps.push({ line, text: said });
      answered = false;
    }
  });
  if (steps.length === 0) throw new ConversationError(name, 1, 'nobody says or does anything');
  return { name, language, title, given, steps, text };
}

/**
 * The text of a conversation's file.
 * @param answers the lines of the bot after each step
 */
export function conversationText(
  { title, given, steps }: Omit<Conversation, 'text'>,
  answers: readonly (readonly string[])[],
): string {
  const before = given.map(({ text }) => `${givenMark}${text}`);
  const told = steps.flatMap(({ text }, i) => {
    const said = answers[i] ?? [];
    return [text, ...said, ...(said.length === 0 ? [] : [''])];
  });
  const file = [title, '', ...before, ...(before.length === 0 ? [] : ['']), ...told];
  return `${file.join('\n').trimEnd()}\n`;
}

/** The path of a conversation's file, as messages name it. */
export function conversationFile(name: string): string {
  return relative(root, fileOf(name));
}

function fileOf(name: string): string {
  return join(conversationsFolder, `${name}.txt`);
}
