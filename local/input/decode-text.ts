import { InputError } from './input-error.ts';

/**
 * The text of a file: UTF-8, or UTF-16 with a byte order mark. Bytes that are not UTF-8 become U+FFFD.
 * @throws InputError for UTF-16 without a byte order mark
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  return new TextDecoder(encodingOf(bytes, file)).decode(bytes);
}

/**
 * The encoding of a file that begins with these bytes, for `TextDecoder`.
 * @throws InputError for UTF-16 without a byte order mark
 */
export function encodingOf([first, second]: Uint8Array, file: string): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Every other byte of plain words in UTF-16 is 0.
  if (first === 0 || second === 0) {
    throw new InputError(
      { file },
      { problem: 'is UTF-16 without a byte order mark', expected: 'a file saved as UTF-8' },
    );
  }
  return 'utf-8';
}
