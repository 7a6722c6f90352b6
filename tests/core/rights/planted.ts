import type { Storage } from '../../../core/ports/storage.ts';
import { unplacedMessageKey } from '../../../core/records/keys.ts';
import type { PersonAct } from '../../../core/records/person.ts';
import { defaultScheme } from '../../../core/records/scheme.ts';
import type { WantedAct } from '../../../core/records/work.ts';
import { employee, idOf } from '../../support/emulated-graph.ts';
import { ben, eve } from '../../support/people.ts';
import {
  bookedPairing,
  december,
  draft,
  eventOn,
  message,
  participant,
  personRecord,
  placement,
  plan,
  repair,
  round,
} from '../../support/records.ts';

export const zora = employee('Zora Quill');
const [gone, other] = [idOf(zora), idOf(ben)];
/** What Zora filled in when she signed up. */
const profile = { drink: 'Quince tea', call: 'phone', language: null } as const;
const preferences = { hours: 'either', minutes: null, third: true } as const;
const traces = [gone, zora.oid, zora.name, zora.mail, profile.drink];

/** An act of the tab that was done. */
const personAct = (act: WantedAct): PersonAct => {
  const [id, dueAt] = ['key-1234', Date.parse('2026-12-07T08:00:00Z')];
  return { id, act, dueAt, state: 'done', reason: null };
};

/** What names Zora. */
export const naming = (texts: readonly string[]) =>
  texts.filter((text) => traces.some((trace) => text.toLowerCase().includes(trace.toLowerCase())));

/** Writes records that name Zora, of every kind that there is, in a round that is closed. */
export async function plant(storage: Storage): Promise<void> {
  const { people, participants, pairings, outbox, placements, plans, repairs } = storage;
  const scheme = defaultScheme(Date.parse('2026-11-02T08:00:00Z'));
  await storage.schemes.insert({ ...scheme, coordinators: [gone] });
  await storage.rounds.insert(round({ stage: 'closed', repairs: 2, apart: [[gone, other]] }));
  const mail = { name: zora.name, mail: zora.mail, language: null, zone: null };
  const act = { kind: 'join', scheme: null, answers: { rules: 1, preferences, profile } } as const;
  const postponed = [{ act, activity: '7', since: Date.parse('2026-12-07T08:00:00Z'), sendingAt: null }];
  await people.insert(
    personRecord(gone, {
      name: zora.name,
      work: mail,
      neverWith: [other],
      again: [other],
      profile,
      postponed,
      acts: [personAct({ kind: 'join', scheme: 'unmentoring', answers: { rules: 1, preferences, profile } })],
    }),
  );
  const ofBen = [gone, idOf(eve)].map((person) => personAct({ kind: 'invite', person }));
  const invited = { by: gone, at: 1, state: 'told' } as const;
  await people.insert(
    personRecord(other, { neverWith: [gone, idOf(eve)], again: [idOf(eve), gone], invited, acts: ofBen }),
  );
  await people.insert(personRecord(idOf(eve), { neverWith: [gone], again: [gone] }));
  const met = (...ids: readonly string[]) => [
    { number: 3, round: null, with: [...ids], met: true, spent: true },
  ];
  const rules = [{ version: 1, acceptedAt: Date.parse('2026-12-07T08:00:00Z') }];
  await participants.insert(
    participant(gone, { status: 'active', meetings: met(other), preferences, rules }),
  );
  await participants.insert(participant(other, { meetings: met(gone, idOf(eve)) }));
  const told = { pairing: 'p00001', state: 'sent' } as const;
  const calledOff = (by: string, word: string) => ({ kind: 'called-off', by: { person: by, word } }) as const;
  const said = { kind: 'pairing', news: 'moved', because: gone, insteadOf: gone, passedOver: false } as const;
  await pairings.writeWith([
    {
      value: {
        ...bookedPairing('p00001', [gone, other], { event: eventOn('p00001', [gone, other]) }),
        answers: { [gone]: 'declined' },
        handled: { [gone]: 1, [`proposed:${gone}`]: 2 },
      },
      version: null,
      messages: [
        message(`pairing:1:${gone}`, gone, { ...told }),
        message(`pairing:1:${other}`, other, { ...told, said }),
        message(`pairing:2:${other}`, other, { ...told, said: calledOff(gone, 'Ask me for another day.') }),
        message(`pairing:3:${other}`, other, { ...told, said: calledOff(idOf(eve), 'Zora Quill is ill.') }),
      ],
    },
  ]);
  const alone = unplacedMessageKey({ ...december, person: gone, repair: 0 });
  await outbox.insertMissing([message(alone, gone, { pairing: null })]);
  await placements.insertMissing([
    placement(gone, { pairing: 'p00001', note: { before: 'Ask about quinces.', after: '' } }),
    placement(other, { pairing: 'p00001' }),
  ]);
  await plans.putFirst(plan({ unplaced: [{ id: gone, reason: 'alone' }] }));
  await storage.drafts.putFirst(draft(1, { leftOut: [gone], unplaced: [{ id: gone, reason: 'left-out' }] }));
  await storage.drafts.putFirst(draft(2, { by: other, change: { kind: 'swap', one: gone, other } }));
  await storage.drafts.putFirst(draft(3));
  await repairs.putFirst(repair(1, {}));
  // The last was stored, and the process died.
  for (const number of [2, 3]) await repairs.putFirst(repair(number, { placements: [placement(gone)] }));
  await storage.availability.putFirst(
    december,
    new Map([[gone, { kind: 'unreadable', reason: 'MailboxNotFound' }]]),
  );
}
