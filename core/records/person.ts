import * as z from 'zod';
import { instant } from '../time/instant.ts';
import { workingHours } from '../time/hours.ts';
import { hour } from '../time/interval.ts';
import { answers, ownWords, profile } from './profile.ts';
import { mostActs, personAct } from './work.ts';

/**
 * The key of a person: tenant id and object id of the directory, never a name or a mail address.
 * Written `tid.oid`, both GUIDs in lower case, so it is safe as a table key.
 */
export type PersonId = string;

/**
 * What the directory says about somebody that others in a pairing are shown. A fact that is listed here is kept with the
 * person and reaches the bot and the tab.
 */
export const shownFacts = z.object({
  name: z.string(),
  /** Their job title. */
  role: z.string().exactOptional(),
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

/** Stands for people who had themselves erased, in what is kept about others. It is nobody's key. */
export const formerColleague: PersonId = 'former.colleague';

/** The directory's object id within a person's key. */
export function objectId(person: PersonId): string {
  return person.slice(person.indexOf('.') + 1);
}

/** What somebody asked the bot to do, where Microsoft Graph is needed for it. `scheme`: null for the only one. */
const act = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('join'),
    scheme: z.string().nullable(),
    /** Absent: they did not use the card. */
    answers: answers.exactOptional(),
  }),
  z.object({ kind: z.literal('other-times') }),
  /** `start`: epoch milliseconds. */
  z.object({
    kind: z.literal('choose'),
    pairing: z.string(),
    revision: z.number(),
    start: z.number(),
  }),
]);
export type Act = z.infer<typeof act>;

/** Something that could not be done at once, since Microsoft Graph did not answer. */
const postponed = z.object({
  act,
  /** The id of the activity in which the person asked. The message that tells them of the result has a key made of it. */
  activity: z.string(),
  /** When they asked, and when a worker began to send the message; null: not yet. Epoch milliseconds. */
  since: z.number(),
  sendingAt: z.number().nullable(),
});
export type Postponed = z.infer<typeof postponed>;

/** Something that somebody asked for in the tab. */
export type PersonAct = z.infer<typeof personAct>;

/** A person as this product knows them: who they are, how to reach them, and how they read. Nothing else keeps their name. */
export const personRecord = z.object({
  id: z.string(),
  /** As Teams gives it. */
  name: z.string(),
  /** BCP 47, of the person's Teams client. */
  language: z.string().nullable(),
  /** IANA zone of the person's Teams client. */
  zone: z.string().nullable(),
  /** What the directory and the mailbox last said; null before the first round in which the person took part. */
  work: z
    .object({
      ...shownFacts.shape,
      mail: z.string(),
      /** BCP 47; null when the directory has none. */
      language: z.string().nullable(),
      /** IANA zone of the mailbox's working hours; null when it has none with a name. */
      zone: z.string().nullable(),
      /** The mailbox's working hours; absent: it has none, or they were not read. */
      hours: workingHours.exactOptional(),
    })
    .nullable(),
  /** How to reach the person's chat with the bot; null before the first contact and after the app was removed. */
  conversation: z.string().nullable(),
  /** False when the person blocked or removed the app. */
  reachable: z.boolean(),
  /** When the person removed the app; absent: they have it, or never had it. */
  removedAt: instant.exactOptional(),
  /**
   * The welcome of this install: the activity that it answers, and whether it was certainly sent. Null before the app is
   * added.
   */
  welcome: z.object({ activity: z.string(), said: z.boolean() }).nullable(),
  /** When the person last wrote or pressed a button, known to a day: it is written at most once a day. Absent: never. */
  heardAt: instant.exactOptional(),
  /** Absent until the sign-up card was filled in. */
  profile: profile.exactOptional(),
  /** What the person asked for and is still to be done; absent: nothing. */
  postponed: z.array(postponed).exactOptional(),
  /** What the person asked for in the tab last, oldest first; absent: nothing. */
  acts: z.array(personAct).max(mostActs).exactOptional(),
  /** People whom this person will never meet. Nobody else may learn of it. Missing: nobody. */
  neverWith: z.array(z.string()).exactOptional(),
  /** People whom this person would like to meet again. Nobody else may learn of it before both wish it. Missing: nobody. */
  again: z.array(z.string()).exactOptional(),
  /** That a colleague invited this person to take part. It is kept, so that nobody is invited twice. */
  invited: z
    .object({
      /** Who invited them; null once that person is erased. */
      by: z.string().nullable(),
      at: instant,
      /**
       * `open`: they are not told yet. `sending`: a worker began to tell them, and may have died since. `declined`: they said
       * no, for good.
       */
      state: z.enum(['open', 'sending', 'told', 'declined']),
    })
    .exactOptional(),
});

export type PersonRecord = z.infer<typeof personRecord>;

/** What is kept about somebody who never had the app, beside their name. */
export const stranger: Omit<PersonRecord, 'id' | 'name'> = {
  language: null,
  zone: null,
  work: null,
  conversation: null,
  reachable: false,
  welcome: null,
};

/** Whether an act is still to be done. */
export function isOpenAct({ state }: PersonAct): boolean {
  return state === 'waiting' || state === 'doing';
}

/** What somebody asked for in the tab and is still to be done, or was due in the last hour, oldest first. `now`: epoch milliseconds. */
export function recentActs({ acts = [] }: Pick<PersonRecord, 'acts'>, now: number): PersonAct[] {
  return acts.filter((act) => isOpenAct(act) || now < act.dueAt + hour);
}

/**
 * What a command is about. Of two commands about the same thing that wait, the later one replaces the earlier one. Null: it
 * replaces none.
 */
export function topicOf(command: string): 'enrolment' | 'time' | null {
  if (['join', 'resume', 'leave', 'pause'].includes(command)) return 'enrolment';
  return command === 'other-times' || command === 'choose' ? 'time' : null;
}

/** A person without some of what they asked for. */
export function withoutPostponed(
  { postponed, ...person }: PersonRecord,
  isGone: (one: Postponed) => boolean,
): PersonRecord {
  const left = postponed?.filter((one) => !isGone(one)) ?? [];
  return left.length === 0 ? person : { ...person, postponed: left };
}

/** A person without some of what they asked for in the tab. */
export function withoutActs(
  { acts, ...person }: PersonRecord,
  isGone: (one: PersonAct) => boolean,
): PersonRecord {
  const left = acts?.filter((one) => !isGone(one)) ?? [];
  return left.length === 0 ? person : { ...person, acts: left };
}

/** Somebody's wish that everything about them is erased. */
export const erasureRecord = z.object({
  person: z.string(),
  /** `asked`: they were told what would happen, and have not confirmed it. `confirmed`: it is to be done. */
  state: z.enum(['asked', 'confirmed']),
  /** When they asked, or confirmed. */
  at: instant,
});

export type Erasure = z.infer<typeof erasureRecord>;

/** Somebody as invitations, messages and screens name them. */
export interface Member extends Readonly<z.infer<typeof shownFacts>>, Readonly<z.infer<typeof ownWords>> {
  readonly id: PersonId;
  /** Empty while the directory has not been asked. */
  readonly mail: string;
  /** IANA zone in which they are told times: that of their working hours, else of their Teams client, else the scheme's. */
  readonly zone: string;
  /** BCP 47 */
  readonly language: string;
  /** Present when they would rather talk on the phone than by video. */
  readonly prefersPhone?: true;
}

/**
 * How somebody is named and told of times.
 * @param record undefined: nothing is kept of them any more; they have no name then
 * @param zone the scheme's
 */
export function memberOf(id: PersonId, record: PersonRecord | undefined, zone: string): Member {
  const work = record?.work ?? null;
  const profile = record?.profile;
  return {
    id,
    ...(work === null ? { name: record?.name ?? '' } : shownFacts.parse(work)),
    mail: work?.mail ?? '',
    zone: work?.zone ?? record?.zone ?? zone,
    language: (record && languageOf(record)) ?? work?.language ?? 'en',
    ...(profile !== undefined && ownWords.parse(profile)),
    ...(profile?.call === 'phone' && { prefersPhone: true }),
  };
}

/**
 * The language (BCP 47) in which somebody reads: the one they chose, with the region of their Teams client where that has
 * the same language; else the client's. Null when neither is known.
 */
export function languageOf({ language, profile }: Pick<PersonRecord, 'language' | 'profile'>): string | null {
  const chosen = profile?.language ?? null;
  if (chosen === null || language?.toLowerCase().split(/[-_]/)[0] === chosen) return language;
  return chosen;
}
