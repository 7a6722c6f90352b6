import type { Ports } from '../ports/ports.ts';
import type { PersonId } from '../records/person.ts';
import { allSchemes } from '../schemes/find-scheme.ts';
import { enrolmentsIn } from './me.ts';

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
  ports: Pick<Ports, 'storage' | 'photos' | 'now'>,
  reader: { readonly id: PersonId; readonly coordinator: boolean },
  person: PersonId,
): Promise<Photo | null> {
  const isOpen =
    reader.coordinator || reader.id === person || (await wasPairedWith(ports, reader.id, person));
  const uri = isOpen ? (await ports.photos.of([person])).get(person) : undefined;
  const [, type, base64] = /^data:([^;]+);base64,(.*)$/.exec(uri ?? '') ?? [];
  return type === undefined || base64 === undefined ? null : { type, base64 };
}

async function wasPairedWith(
  ports: Pick<Ports, 'storage' | 'now'>,
  one: PersonId,
  other: PersonId,
): Promise<boolean> {
  const enrolments = await enrolmentsIn(await allSchemes(ports), ports, one);
  return enrolments.some(({ participant }) =>
    participant.meetings.some((meeting) => meeting.with.includes(other)),
  );
}
