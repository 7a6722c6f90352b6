import { readPair } from './cells.ts';
import { readTable } from './csv-table.ts';

/** Two people who may never be paired; mails in lower case. */
export interface ExclusionRow {
  /** The line of the file, counted from 1. */
  readonly line: number;
  readonly a: string;
  readonly b: string;
}

/**
 * Reads `exclude.csv`. The caller checks whether the people exist.
 * @throws InputError
 */
export async function readExclusions(path: string): Promise<ExclusionRow[]> {
  const rows: ExclusionRow[] = [];
  for await (const { line, cells } of readTable(path, ['a', 'b'], ['a', 'b'])) {
    rows.push({ line, ...readPair({ file: path, line }, cells) });
  }
  return rows;
}
