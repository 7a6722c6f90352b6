/** A short text that differs when a value does: an ETag of what somebody was shown. FNV-1a of its JSON, 64 bits. */
export function versionOf(value: unknown): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(JSON.stringify(value)))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(36);
}
