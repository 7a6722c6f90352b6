import { type MySettings, wantedSettings } from '../api/me.ts';
import type { Ports } from '../ports/ports.ts';
import { hasAcceptedRules, type Participant, rulesVersion } from '../records/participant.ts';
import type { PersonId, PersonRecord } from '../records/person.ts';
import type { Answers, Profile } from '../records/profile.ts';
import type { Scheme } from '../records/scheme.ts';
import { change } from '../shared/change.ts';
import { versionOf } from '../shared/version-of.ts';
import type { Caller } from './caller.ts';
import { heardNow } from './heard.ts';
import { isEnrolled } from './prefer.ts';
import { acceptsRules, tidyAnswers, withAnswers } from './rules.ts';
import { noPreferences } from './standing.ts';

/** What people have who never filled in the sign-up card. */
const noProfile: Profile = { call: 'video', language: null };

/** What somebody chose in a scheme, also when they have left it; null: they were never in it, or nothing is kept of them. */
export async function readMySettings(
  ports: Pick<Ports, 'storage'>,
  person: PersonId,
  scheme: string,
): Promise<MySettings | null> {
  return (await read(ports, person, scheme)).settings;
}

/**
 * `stale`: they are other settings by now than those that the version names. Where somebody else changed them at the same moment, a part may
 * be stored. `unknown`: they do not take part, or nothing is kept of them.
 */
export type SettingsResult =
  | { readonly kind: 'changed' | 'stale'; readonly settings: MySettings }
  | { readonly kind: 'refused'; readonly reason: 'rules' }
  | { readonly kind: 'unknown' };

/**
 * Stores a filled-in settings card of somebody who takes part or pauses, in place of what they chose before. Settings that are
 * stored already are accepted whatever the version.
 * @param version of the settings that they saw when they filled it in
 */
export async function saveMySettings(
  ports: Ports,
  { id: person }: Pick<Caller, 'id'>,
  schemeId: string,
  version: string,
  given: Answers,
): Promise<SettingsResult> {
  const { rules, ownRule, ...wanted } = tidyAnswers(given);
  const { settings: seen, participant, scheme } = await read(ports, person, schemeId);
  if (seen === null || scheme === null || !isEnrolled(participant)) return { kind: 'unknown' };
  if (rules !== undefined && rules !== null && !acceptsRules(given, scheme))
    return { kind: 'refused', reason: 'rules' };
  const next = settingsOf({ ...wanted, rules: rules ?? seen.answers.rules ?? null });
  if (next.version === seen.version) return { kind: 'changed', settings: seen };
  if (version !== seen.version) return { kind: 'stale', settings: seen };

  // Of two changes at once, the later one finds other settings than its author saw.
  const { people, participants } = ports.storage;
  const found = { isSeen: true };
  await change(people, person, (current) => {
    found.isSeen = current !== null && isSame(current.profile ?? noProfile, seen.answers.profile);
    if (!found.isSeen || current === null) return null;
    return { ...current, profile: next.answers.profile, heardAt: heardNow(current, ports.now()) };
  });
  if (found.isSeen) {
    const chosen: Omit<Answers, 'profile'> = {
      rules: seen.answers.rules ?? null,
      preferences: seen.answers.preferences,
    };
    const answers = { ...next.answers, ...(ownRule !== undefined && { ownRule }) };
    await change(participants, { scheme: schemeId, person }, (current) => {
      found.isSeen = isEnrolled(current) && isSame(chosenIn(current, scheme), chosen);
      return found.isSeen && current !== null ? withAnswers(current, answers, scheme, ports.now()) : null;
    });
  }
  const now = found.isSeen ? { settings: next, participant } : await read(ports, person, schemeId);
  if (now.settings === null || !isEnrolled(now.participant)) return { kind: 'unknown' };
  ports.log('prefer', { scheme: schemeId, person });
  return { kind: found.isSeen ? 'changed' : 'stale', settings: now.settings };
}

async function read({ storage }: Pick<Ports, 'storage'>, person: PersonId, schemeId: string) {
  const [found, enrolment, known] = await Promise.all([
    storage.schemes.get(schemeId),
    storage.participants.get({ scheme: schemeId, person }),
    storage.people.get(person),
  ]);
  const [scheme, participant] = [found?.value ?? null, enrolment?.value ?? null];
  return { scheme, participant, settings: shown(scheme, participant, known?.value ?? null) };
}

function shown(
  scheme: Scheme | null,
  participant: Participant | null,
  known: PersonRecord | null,
): MySettings | null {
  if (scheme === null || participant === null || known === null) return null;
  return settingsOf({ ...chosenIn(participant, scheme), profile: known.profile ?? noProfile });
}

/** The part of somebody's settings that is kept with their enrolment. */
function chosenIn(participant: Participant, scheme: Scheme): Omit<Answers, 'profile'> {
  return {
    rules: hasAcceptedRules(participant, scheme) ? rulesVersion : null,
    preferences: participant.preferences ?? noPreferences,
  };
}

function settingsOf(answers: Answers): MySettings {
  // Parsing puts the fields into one order, on which the version depends.
  const parsed = wantedSettings.parse(answers);
  return { version: versionOf(parsed), answers: parsed };
}

function isSame(one: object, other: object): boolean {
  return versionOf(one) === versionOf(other);
}
