import { InputError } from './input-error.ts';

/**
 * The text of a file: UTF-8, or UTF-16 with a byte order mark. Bytes that are not UTF-8 become U+FFFD.
 * @throws InputError for UTF-16 without a byte order mark
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  // Every other byte of plain words in UTF-16 is 0.
  if (first === 0 || second === 0) {
    throw new InputError(
      { file },
      { problem: 'is UTF-16 without a byte order mark', expected: 'a file saved as UTF-8' },
    );
  }
  return new TextDecoder().decode(bytes);
}
