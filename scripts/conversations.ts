// Plays the conversations with the bot (tests/conversations). `npm run conversations` lists them, `-- --name en/join` plays one and
// prints it as it is now, `-- --update en/join` writes that into its file, to be reviewed, and `-- --update-all` does so for all.
import { parseArgs } from 'node:util';
import {
  conversationNames,
  readConversation,
  writeConversation,
} from '../tests/support/conversations/conversation-file.ts';
import { playConversation } from '../tests/support/conversations/play-conversation.ts';
import { useProduct } from '../tests/support/test-product.ts';

const { values } = parseArgs({
  options: { name: { type: 'string' }, update: { type: 'string' }, 'update-all': { type: 'boolean' } },
});
const all = conversationNames();
const name = values.update ?? values.name;
const chosen = values['update-all'] === true ? all : name === undefined ? [] : [name];
if (chosen.length === 0) {
  for (const each of all) console.log(`${each}: ${readConversation(each).title}`);
}
const ends: (() => Promise<void>)[] = [];
const start = useProduct((end) => ends.push(end));
for (const each of chosen) {
  try {
    const recorded = readConversation(each);
    const { text } = await playConversation(start, recorded);
    if (values['update-all'] !== true) console.log(text);
    else if (text !== recorded.text) console.log(`${each} has changed`);
    if (values.name === undefined) writeConversation(each, text);
  } catch (error) {
    // The others are still played.
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
for (const end of ends) await end();
