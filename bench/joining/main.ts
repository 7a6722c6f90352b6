// node bench/joining/main.ts [--people 200] [--json]: everybody adds the app to the local product at once, then everybody says
// at once that they join
import { parseArgs } from 'node:util';
import { openDataFolder } from '../../local/data/data-folder.ts';
import { startProduct } from '../../local/product.ts';
import { staffOf } from '../booking/organisation.ts';

const { values } = parseArgs({
  options: { people: { type: 'string', default: '200' }, json: { type: 'boolean' } },
});
const employees = staffOf(Number(values.people));

/** When the bot first wrote into a chat, or showed there that it is at work: milliseconds, by the chat's id. */
const firstSigns = new Map<string, number>();
const data = await openDataFolder(null);
const product = await startProduct({
  port: 0,
  data,
  keep: false,
  organisation: { employees, coordinators: [], calendars: new Map() },
  history: [],
  now: Date.parse('2026-12-01T08:00:00Z'),
  seed: 1,
  playground: false,
  observe({ method, url }) {
    const chat = /\/local\/connector\/v3\/conversations\/([^/]+)\/activities/.exec(url)?.[1];
    if (method !== 'POST' || chat === undefined) return;
    const id = decodeURIComponent(chat);
    if (!firstSigns.has(id)) firstSigns.set(id, performance.now());
  },
});
try {
  const acts = { 'add the app': 'install', 'say join': 'say' } as const;
  for (const [what, act] of Object.entries(acts)) {
    const { signs, answers } = await everybody(act);
    const result = { what, people: employees.length, 'first sign': spread(signs), answer: spread(answers) };
    console.log(values.json ? JSON.stringify({ node: process.version, ...result }) : result);
  }
} finally {
  await product.stop();
  await data.release();
}

/** Milliseconds from the moment at which everybody began until each had a sign, and until each was answered. */
async function everybody(act: 'install' | 'say') {
  firstSigns.clear();
  const begun = performance.now();
  const answers = await Promise.all(
    employees.map(async ({ mail }) => {
      const init = { method: 'POST', body: JSON.stringify({ text: 'join' }) };
      const { status } = await fetch(`${product.url}/local/${act}?user=${mail}`, init);
      if (status !== 200) throw new Error(`${act} was answered with ${status}`);
      return performance.now() - begun;
    }),
  );
  const signs = product.teams.roster.members.map(
    ({ conversation }) => (firstSigns.get(conversation) ?? Number.NaN) - begun,
  );
  return { signs, answers };
}

/** The least, the median and the most, in seconds. */
function spread(milliseconds: readonly number[]) {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN) / 1000;
  return { least: at(0), median: at(0.5), most: at(1) };
}
