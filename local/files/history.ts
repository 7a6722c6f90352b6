import { readMet, readPair, readRound } from './cells.ts';
import { readTable } from './csv-table.ts';

/** Two people who were paired in a round; mails in lower case. */
export interface HistoryRow {
  /** The line of the file, counted from 1. */
  readonly line: number;
  readonly round: number;
  readonly a: string;
  readonly b: string;
  readonly met: boolean;
}

const progressEvery = 10_000;

/**
 * Reads `history.csv`. The caller checks whether the people exist.
 * @throws InputError
 */
export async function readHistory(
  path: string,
  {
    onProgress,
  }: {
    /** Called now and then with the number of rows read. */ readonly onProgress?: (rows: number) => void;
  } = {},
): Promise<HistoryRow[]> {
  const rows: HistoryRow[] = [];
  for await (const { line, cells } of readTable(path, ['round', 'a', 'b', 'met'], ['round', 'a', 'b'])) {
    const place = { file: path, line };
    rows.push({
      line,
      round: readRound({ ...place, column: 'round' }, cells.round),
      ...readPair(place, cells),
      met: cells.met === '' || readMet({ ...place, column: 'met' }, cells.met),
    });
    if (rows.length % progressEvery === 0) onProgress?.(rows.length);
  }
  return rows;
}
