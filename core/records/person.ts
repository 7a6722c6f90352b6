import { z } from 'zod';

/**
 * The key of a person: tenant id and object id of the directory, never a name or a mail address.
 * Written `tid.oid`, both GUIDs in lower case, so it is safe as a table key.
 */
export type PersonId = string;

/**
 * What the directory says about somebody that others in a pairing are shown. A fact that is listed here is kept with the
 * pairing and reaches the bot and the tab.
 */
export const shownFacts = z.object({
  name: z.string(),
  department: z.string().exactOptional(),
  office: z.string().exactOptional(),
});

/** What the directory says about somebody. */
export interface DirectoryPerson extends Readonly<z.infer<typeof shownFacts>> {
  readonly id: PersonId;
  readonly mail: string;
  readonly manager?: PersonId;
  /** BCP 47, as the directory has it. */
  readonly language?: string;
  /** False for disabled accounts: they are never matched. */
  readonly enabled: boolean;
  /** Guests are never matched. */
  readonly guest: boolean;
}

/** @example personId('AAAA…', 'BBBB…') → 'aaaa….bbbb…' */
export function personId(tenant: string, object: string): PersonId {
  return `${tenant}.${object}`.toLowerCase();
}

/** The directory's object id within a person's key. */
export function objectId(person: PersonId): string {
  return person.slice(person.indexOf('.') + 1);
}

/** A person as this product knows them: how to reach them, and how they read. */
export const personRecord = z.object({
  id: z.string(),
  name: z.string(),
  language: z.string().nullable(),
  /** IANA zone of the person's Teams client. */
  zone: z.string().nullable(),
  /** How to reach the person's chat with the bot; null before the first contact and after the app was removed. */
  conversation: z.string().nullable(),
  /** False when the person blocked or removed the app. */
  reachable: z.boolean(),
  /**
   * The welcome of this install: the activity that it answers, and whether it was certainly sent. Null before the app is
   * added.
   */
  welcome: z.object({ activity: z.string(), said: z.boolean() }).nullable(),
});

export type PersonRecord = z.infer<typeof personRecord>;
