import type { PersonRow } from '../../api/desk.ts';
import { languageOf, type PersonId } from '../../records/person.ts';
import type { PlacementReason } from '../../records/placement.ts';
import { findRound, type SchemePorts } from '../../schemes/find-scheme.ts';
import { deskWordsFor } from '../../words/desk-words.ts';
import { wordsFor } from '../../words/languages.ts';
import { personRows } from './people.ts';
import { readAllPeople } from './read-people.ts';
import { readAllTold } from './told.ts';

/** A file for a spreadsheet. */
interface TableFile {
  readonly name: string;
  readonly csv: string;
}

/**
 * What became of everybody in a round as CSV (RFC 4180, UTF-8 with its mark, so that Excel reads it), in the order of their ids
 * and in the language of its reader; null when there is no such round.
 */
export async function readPeopleFile(
  ports: SchemePorts,
  schemeId: string,
  roundId: string,
  reader: PersonId,
): Promise<TableFile | null> {
  const found = await findRound(ports, schemeId, roundId);
  if (found === null) return null;
  const { scheme, round } = found;
  const known = await ports.storage.people.get(reader);
  const language = (known && languageOf(known.value)) ?? 'en';
  const { file, round: said } = await deskWordsFor(language);
  const { colleague } = wordsFor(language);
  const reasons: Readonly<Partial<Record<PlacementReason, string>>> = said.reasons;
  // Swedish writes dates and times as spreadsheets read them.
  const when = new Intl.DateTimeFormat('sv', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: scheme.zone,
  });
  const { heads } = file;
  const columns: readonly [string, (row: PersonRow) => string | null][] = [
    [said.name, ({ name }) => name || colleague],
    [heads.department, ({ department }) => department],
    [heads.mail, ({ mail }) => mail],
    [heads.step, ({ step }) => file.steps[step]],
    [heads.partners, (row) => row.with.map(({ name }) => name || colleague).join('; ')],
    [heads.when({ zone: scheme.zone }), ({ slot }) => slot && when.format(new Date(slot.start))],
    [heads.answer, ({ answer }) => answer && file.answers[answer]],
    [heads.outcome, ({ outcome }) => outcome && said.outcomes[outcome]],
    [heads.reason, ({ reason }) => reason && (reasons[reason] ?? said.otherReason)],
    [heads.told, ({ told }) => said.told[told]],
  ];
  const { everybody } = await readAllPeople(ports, scheme, round);
  const key = { scheme: scheme.id, round: round.round };
  const rows = await personRows(ports, scheme, everybody, readAllTold(ports.storage, key, everybody));
  const lines = [
    lineOf(columns.map(([head]) => head)),
    ...rows.map((row) => lineOf(columns.map(([, cell]) => cell(row) ?? ''))),
  ];
  return { name: file.name({ round: round.round }), csv: `\uFEFF${lines.join('')}` };
}

/** Where a spreadsheet takes text for a formula: at its beginning, or after what some take for the end of a cell. */
const formula =
  /^(?=[\t\r\n]|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])|(?<=[;,\t\r\n"])(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/gu;

/** A line of a CSV file. An apostrophe comes before what would be a formula: spreadsheets read text then. */
function lineOf(cells: readonly string[]): string {
  const quoted = cells.map((text) => `"${text.replace(formula, "'").replaceAll('"', '""')}"`);
  return `${quoted.join(',')}\r\n`;
}
