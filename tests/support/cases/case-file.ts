import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse, parseDocument, stringify } from 'yaml';
import { z } from 'zod';

export const casesFolder = join(import.meta.dirname, '../../cases');

const lines = z.array(z.string());

/** Only what people see. */
const expected = z.strictObject({
  /** What each person hears, oldest first. */
  hears: z.record(z.string(), lines).default({}),
  /** By moment, or `in the end`: the meetings in each person's calendar. */
  calendars: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  /** Why somebody has nobody to meet, as the coordinator sees it in the end. */
  'nobody to meet': z.record(z.string(), z.string()).default({}),
});
export type Expected = z.infer<typeof expected>;

const caseFile = z.strictObject({
  story: z.string(),
  given: lines.min(1),
  happens: lines.default([]),
  /** When the clock begins to tick: by default when the round is paired. */
  from: z.string().default('Thu 10 Dec 10:00'),
  /** When the case ends: by default on the evening before the weekend and the meeting week. */
  until: z.string().default('Fri 11 Dec 20:00'),
  ...expected.shape,
});
export type Case = Readonly<z.infer<typeof caseFile>> & { readonly name: string };

/** The names of all cases. */
export function caseNames(): string[] {
  return readdirSync(casesFolder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => basename(file, '.yaml'))
    .sort();
}

/** @throws when the file is not there, or is no case */
export function readCase(name: string): Case {
  const parsed = caseFile.safeParse(parse(readFileSync(fileOf(name), 'utf8')));
  if (!parsed.success) throw new Error(`tests/cases/${name}.yaml: ${z.prettifyError(parsed.error)}`);
  return { name, ...parsed.data };
}

/** Writes other expectations into a case. The rest of the file stays as it is. */
export function updateCase(name: string, now: Expected): void {
  const document = parseDocument(readFileSync(fileOf(name), 'utf8'));
  for (const [key, value] of Object.entries(now)) {
    if (key === 'nobody to meet' && Object.keys(value).length === 0) document.delete(key);
    else document.set(key, document.createNode(value));
  }
  writeFileSync(fileOf(name), document.toString({ lineWidth: 0 }));
}

/** What a case expects, as it is written in its file. */
export function expectedText({ hears, calendars, 'nobody to meet': nobody }: Expected): string {
  return stringify({ hears, calendars, 'nobody to meet': nobody }, { lineWidth: 0 });
}

function fileOf(name: string): string {
  return join(casesFolder, `${name}.yaml`);
}
