import type { PersonId } from '../../../core/records/person.ts';
import { detailsOf, type MemberView, type PairingView } from '../../../core/words/pairing-view.ts';
import { type ColumnSet, portrait, subtle, text } from '../card.ts';
import type { Reading } from '../reading.ts';
import { profileLines } from '../sign-up/sign-up-fields.ts';

/** Pictures of people as data URIs. */
export type Photos = ReadonlyMap<PersonId, string>;

/** Who they are: picture, name, role and place, and what they say about themselves. */
export function whoTheyAre({ partners }: PairingView, photos: Photos, reading: Reading): ColumnSet[] {
  return partners.map((partner) => portraitOf(partner, photos.get(partner.id) ?? null, reading));
}

function portraitOf(partner: MemberView, photo: string | null, reading: Reading): ColumnSet {
  const name = partner.name || reading.words.colleague;
  const details = detailsOf(partner).join(', ');
  return portrait(name, photo, [
    { ...text(name), weight: 'Bolder' },
    ...(details === '' ? [] : [{ ...subtle(details), spacing: 'None' } as const]),
    ...profileLines(partner, reading),
  ]);
}
