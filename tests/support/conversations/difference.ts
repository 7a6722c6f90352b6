import { structuredPatch } from 'diff';
import { type Conversation, conversationFile } from './conversation-file.ts';

/**
 * What differs between a conversation as it is recorded and as it is now, to be read by people: `-` marks recorded lines, `+`
 * lines as they are now. Null when nothing does.
 */
export function differenceOf({ name, text }: Conversation, now: string): string | null {
  if (text === now) return null;
  const { hunks } = structuredPatch('', '', text, now, '', '', { context: 3 });
  const file = conversationFile(name);
  return [
    'the bot answers otherwise',
    ...hunks.flatMap(({ oldStart, lines }) => ['', `${file}:${oldStart}`, ...lines]),
    '',
    `- is recorded, + is what it answers now. If that is right: npm run conversations -- --update ${name}`,
  ].join('\n');
}
