import { createReadStream } from 'node:fs';
import { CsvError, parse } from 'csv-parse';
import { InputError } from '../input/input-error.ts';

/** One row: its trimmed cells by column. The cells of a column that the file lacks are empty. */
export interface Row<Column extends string> {
  /** The line on which the row starts, counted from 1. The header is line 1. */
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
}

interface RawRow {
  readonly line: number;
  readonly fields: readonly string[];
}

const quoting = new Set([
  'CSV_QUOTE_NOT_CLOSED',
  'CSV_INVALID_CLOSING_QUOTE',
  'INVALID_OPENING_QUOTE',
  'CSV_MAX_RECORD_SIZE',
]);

/**
 * Reads a CSV file row by row (RFC 4180, header row, UTF-8 with or without byte order mark). The columns may be in
 * any order. Other columns and empty lines are skipped. Only one row is in memory at a time.
 * @param required must be in the header
 * @throws InputError when the file cannot be read or is not such a file
 */
export async function* readTable<Column extends string>(
  path: string,
  columns: readonly Column[],
  required: readonly Column[],
): AsyncGenerator<Row<Column>> {
  let indexes: Map<Column, number> | undefined;
  for await (const { line, fields } of readRows(path)) {
    if (!indexes) {
      indexes = readHeader(path, line, fields, columns, required);
      continue;
    }
    const cells = columns.map((column): [Column, string] => {
      const index = indexes?.get(column);
      const cell = index === undefined ? '' : (fields[index] ?? '').trim();
      if (cell.includes('\uFFFD')) {
        throw new InputError(
          { file: path, line, column },
          { value: cell, problem: 'is not UTF-8', expected: 'a CSV file saved as UTF-8' },
        );
      }
      return [column, cell];
    });
    yield { line, cells: Object.fromEntries(cells) as Record<Column, string> };
  }
  if (!indexes) {
    throw new InputError(
      { file: path },
      { problem: 'the file is empty', expected: `a header row with ${listed(required)}` },
    );
  }
}

function readHeader<Column extends string>(
  file: string,
  line: number,
  fields: readonly string[],
  columns: readonly Column[],
  required: readonly Column[],
): Map<Column, number> {
  const names = fields.map((field) => field.trim());
  for (const column of required) {
    if (!names.includes(column)) {
      throw new InputError(
        { file, line, column },
        { problem: 'the column is not in the header', expected: `a header row with ${listed(required)}` },
      );
    }
  }
  for (const column of columns) {
    if (names.indexOf(column) !== names.lastIndexOf(column)) {
      throw new InputError(
        { file, line, column },
        { problem: 'the column is there twice', expected: 'each column once' },
      );
    }
  }
  return new Map(
    columns.filter((column) => names.includes(column)).map((column) => [column, names.indexOf(column)]),
  );
}

async function* readRows(path: string): AsyncGenerator<RawRow> {
  /** The line on which the last whole row ended. */
  let lastLine = 0;
  /** CR LF line breaks within quotes, which the parser counts twice. */
  let countedTwice = 0;
  const lineOf = new WeakMap<string[], number>();
  const parser = parse({
    bom: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: 1_000_000,
    on_record: (fields: string[], { lines }) => {
      const broken = fields.filter((field) => field.includes('\n') || field.includes('\r')).join('');
      countedTwice += broken.match(/\r\n/g)?.length ?? 0;
      lastLine = lines - countedTwice;
      const inside = broken.match(/\r\n|\r|\n/g)?.length ?? 0;
      lineOf.set(fields, lastLine - inside);
      return fields;
    },
  });
  const source = createReadStream(path);
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    for await (const fields of parser as AsyncIterable<string[]>)
      yield { line: lineOf.get(fields) ?? 0, fields };
  } catch (error) {
    throw inputErrorOf(path, error, lastLine, countedTwice);
  } finally {
    source.destroy();
  }
}

function inputErrorOf(file: string, error: unknown, lastLine: number, countedTwice: number): unknown {
  if (error instanceof CsvError) {
    const at: unknown = error.lines;
    const line =
      typeof at === 'number' && error.code !== 'CSV_QUOTE_NOT_CLOSED' ? at - countedTwice : lastLine + 1;
    if (quoting.has(error.code)) {
      return new InputError(
        { file, line },
        {
          problem: 'a quote is opened or closed in the wrong place',
          expected:
            'cells with quotes, commas or line breaks in double quotes, and quotes inside them doubled (RFC 4180)',
        },
        { cause: error },
      );
    }
    return new InputError(
      { file, line },
      {
        problem: 'the row has another number of cells than the header',
        expected: 'as many cells as the header has columns',
      },
      { cause: error },
    );
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const problem = { ENOENT: 'there is no such file', EISDIR: 'is a directory', EACCES: 'may not be read' }[
    String(code)
  ];
  if (problem === undefined) return error;
  return new InputError({ file }, { problem, expected: 'a CSV file' }, { cause: error });
}

function listed(columns: readonly string[]): string {
  return columns.join(', ');
}
