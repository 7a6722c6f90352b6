// `npm run understand`: reads sentences from standard input and prints for each line what the bot understands, as a line of JSON.
// `-- --language de` is the reader's language, `-- --now INSTANT` the moment from which days are counted.
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { understand } from '../bot/understanding/understand.ts';

const { values } = parseArgs({
  options: {
    language: { type: 'string', default: 'en' },
    now: { type: 'string' },
  },
});
const now = values.now === undefined ? Date.now() : Date.parse(values.now);
const language = values.language.trim();
if (Number.isNaN(now) || language === '') {
  console.error(`--now takes an instant such as 2026-12-07T09:00:00Z, --language a tag such as de.`);
  process.exit(2);
}
const lines = (await text(process.stdin)).replace(/\r\n/g, '\n').replace(/\n$/, '').split('\n');
for (const line of lines) {
  const understood = understand(line, { language, now, zone: 'Europe/London' });
  const { intent, confidence, arguments: said } = understood;
  console.log(JSON.stringify({ text: line, intent, confidence, arguments: said }));
}
