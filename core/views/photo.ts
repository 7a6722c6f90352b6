import type { Ports } from '../ports/ports.ts';
import type { PersonId } from '../records/person.ts';
import { everMet } from './ever-met.ts';

interface Photo {
  /** Its media type. */
  readonly type: string;
  readonly base64: string;
}

/**
 * The picture of somebody, as the directory has it. Members see people whom they were ever paired with, and themselves; coordinators see
 * everybody.
 * @returns null: there is none, or it is not for the reader to see
 */
export async function readPhoto(
  ports: Ports,
  reader: { readonly id: PersonId; readonly coordinator: boolean },
  person: PersonId,
): Promise<Photo | null> {
  const isOpen = reader.coordinator || reader.id === person || (await everMet(ports, reader.id)).has(person);
  const uri = isOpen ? (await ports.photos.of([person])).get(person) : undefined;
  const [, type, base64] = /^data:([^;]+);base64,(.*)$/.exec(uri ?? '') ?? [];
  return type === undefined || base64 === undefined ? null : { type, base64 };
}
