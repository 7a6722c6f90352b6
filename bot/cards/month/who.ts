import type { PersonId } from '../../../core/records/person.ts';
import { detailsOf } from '../../../core/words/pairing-facts.ts';
import type { MemberView, PairingView } from '../../../core/words/pairing-view.ts';
import { type Column, type ColumnSet, picture as photoOf, subtle, text, type TextBlock } from '../card.ts';
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

/**
 * Somebody's picture beside what is said of them.
 * @param photo a data URI; null: their initials
 */
function portrait(name: string, photo: string | null, said: readonly TextBlock[]): ColumnSet {
  const picture: Column =
    photo === null
      ? {
          type: 'Column',
          width: '48px',
          style: 'emphasis',
          minHeight: '48px',
          verticalContentAlignment: 'Center',
          items: [{ ...text(initialsOf(name)), weight: 'Bolder', horizontalAlignment: 'Center' }],
        }
      : {
          type: 'Column',
          width: '48px',
          items: [photoOf(name, photo)],
        };
  return { type: 'ColumnSet', columns: [picture, { type: 'Column', width: 'stretch', items: said }] };
}

/** @example 'Élodie van der Berg' → 'ÉB' */
function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? [];
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => Array.from(word ?? '')[0]?.toUpperCase() ?? '').join('') || '?';
}
