/** The place of a fault in a file. */
export interface Place {
  readonly file: string;
  /** Counted from 1. */
  readonly line?: number | undefined;
  /** The name of a CSV column or of an iCalendar property. */
  readonly column?: string | undefined;
}

/** What is wrong there: "`value` `problem`; expected `expected`". */
export interface Fault {
  /** The value at fault, as written in the file, if it is one value. */
  readonly value?: string | undefined;
  readonly problem: string;
  readonly expected: string;
}

/**
 * A given file cannot be used. The message is one sentence that says where the fault is and what was expected.
 * @example people.csv, line 7, column timeZone: "Mars/Phobos" is not a time zone; expected an IANA name …
 */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly file: string;
  readonly line: number | undefined;
  readonly column: string | undefined;
  readonly value: string | undefined;
  readonly expected: string;

  constructor(place: Place, fault: Fault, options?: ErrorOptions) {
    super(sentence(place, fault), options);
    this.file = place.file;
    this.line = place.line;
    this.column = place.column;
    this.value = fault.value;
    this.expected = fault.expected;
  }
}

function sentence(place: Place, { value, problem, expected }: Fault): string {
  const line = place.line === undefined ? '' : `, line ${place.line}`;
  const column = place.column === undefined ? '' : `, column ${place.column}`;
  const subject = value === undefined ? '' : `"${shortened(value)}" `;
  return `${place.file}${line}${column}: ${subject}${problem}; expected ${expected}`;
}

/** A value as one printable line of at most 80 characters. */
function shortened(value: string): string {
  const line = value.replaceAll(/\p{Cc}+/gu, ' ');
  return line.length <= 80 ? line : `${line.slice(0, 79)}…`;
}
