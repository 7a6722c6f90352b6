/** Bytes. Browsers take 64 KiB, of all bodies that are under way together. */
const most = 60_000;

/** Whether a write with this body can still be sent after its page was closed. */
export function outlivesPage(body: string | null): boolean {
  return new TextEncoder().encode(body ?? '').length < most;
}
