import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { encodingOf } from '../input/decode-text.ts';
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
 * Reads a CSV file row by row (RFC 4180, header row, UTF-8, or UTF-16 with a byte order mark). Cells are separated by commas,
 * semicolons or tabs, whichever the header has or Excel's line `sep=;` before it names. Columns may be in any order,
 * their names in any case and with blanks. Other columns, and rows without a cell that says something, are skipped. Only one
 * row is in memory at a time.
 * @param required must be in the header
 * @throws InputError when the file cannot be read or is not such a file
 */
export async function* readTable<Column extends string>(
  path: string,
  columns: readonly Column[],
  required: readonly Column[],
): AsyncGenerator<Row<Column>> {
  let indexes: Map<Column, number> | undefined;
  let width = 0;
  for await (const { line, fields } of readRows(path, columns)) {
    if (!indexes) {
      indexes = readHeader(path, line, fields, columns, required);
      width = fields.length;
      continue;
    }
    if (fields.length !== width) {
      throw new InputError(
        { file: path, line },
        {
          problem: 'the row has another number of cells than the header',
          expected: 'as many cells as the header has columns, and quotes around a cell with a separator',
        },
      );
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
  const names = fields.map(plain);
  const found = new Map<Column, number>();
  for (const column of columns) {
    const [index, other] = names.flatMap((name, i) => (name === plain(column) ? [i] : []));
    if (other !== undefined) {
      throw new InputError(
        { file, line, column },
        { problem: 'the column is there twice', expected: 'each column once' },
      );
    }
    if (index !== undefined) found.set(column, index);
    else if (required.includes(column)) {
      throw new InputError(
        { file, line, column },
        {
          problem: 'the column is not in the header',
          expected: `a header row with ${listed(required)}, separated by commas, semicolons or tabs`,
        },
      );
    }
  }
  return found;
}

/** The name of a column without regard to case, blanks, hyphens, underscores and characters that nobody sees. */
function plain(name: string): string {
  return name.replaceAll(/[\s\p{Cf}_-]/gu, '').toLowerCase();
}

async function* readRows(path: string, columns: readonly string[]): AsyncGenerator<RawRow> {
  /** The line on which the last whole row ended. */
  let lastLine = 0;
  /** CR LF line breaks within quotes, which the parser counts twice. */
  let countedTwice = 0;
  const lineOf = new WeakMap<string[], number>();
  const { encoding, delimiter, from } = await formOf(path, columns);
  const parser = parse({
    delimiter,
    from_line: from,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    relax_column_count: true,
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
  const source = Readable.from(decoded(path, encoding));
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

/**
 * The encoding of a file, the separator of its cells (the one that gives most of the known columns, or the one that Excel's
 * line `sep=;` names), and the line from which it is read.
 */
async function formOf(path: string, columns: readonly string[]) {
  try {
    await using file = await open(path);
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(16_384) });
    const bytes = buffer.subarray(0, bytesRead);
    const encoding = encodingOf(bytes, path);
    const lines = new TextDecoder(encoding).decode(bytes).split(/\r\n|\n|\r/);
    const named = /^"?sep=([^\r\n"])"?[,;\t]*$/i.exec(lines[0] ?? '')?.[1];
    if (named !== undefined) return { encoding, delimiter: named, from: 2 };
    const header = lines.find((line) => line.trim() !== '') ?? '';
    const names = new Set(columns.map(plain));
    const known = (delimiter: string) =>
      header.split(delimiter).filter((name) => names.has(plain(name.replaceAll('"', '')))).length;
    const [delimiter = ','] = [',', ';', '\t'].sort((a, b) => known(b) - known(a));
    return { encoding, delimiter, from: 1 };
  } catch (error) {
    throw inputErrorOf(path, error, 0, 0);
  }
}

async function* decoded(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path)) yield decoder.decode(chunk as Buffer, { stream: true });
  yield decoder.decode();
}

function inputErrorOf(file: string, error: unknown, lastLine: number, countedTwice: number): unknown {
  if (error instanceof CsvError && quoting.has(error.code)) {
    const at: unknown = error.lines;
    const isKnown = typeof at === 'number' && error.code !== 'CSV_QUOTE_NOT_CLOSED';
    return new InputError(
      { file, line: isKnown ? at - countedTwice : lastLine + 1 },
      {
        problem: 'a quote is opened or closed in the wrong place',
        expected:
          'cells with quotes, commas or line breaks in double quotes, and quotes inside them doubled (RFC 4180)',
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
