import { hash } from 'node:crypto';

/** The namespace of URLs (RFC 9562, section 6.6). */
const urls = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');

/**
 * The directory object id for a mail, in any case. It is a name-based GUID (RFC 9562, version 5): the same at every
 * start and on every machine.
 */
export function objectIdOf(mail: string): string {
  const name = Buffer.from(`mailto:${mail.toLowerCase()}`);
  const id = hash('sha1', Buffer.concat([urls, name]), 'buffer').subarray(0, 16);
  id.writeUInt8((id.readUInt8(6) & 0x0f) | 0x50, 6);
  id.writeUInt8((id.readUInt8(8) & 0x3f) | 0x80, 8);
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
