import assert from 'node:assert/strict';
import { readPeople } from '../../../core/pairing/read-people.ts';
import type { Calendars } from '../../../core/ports/calendars.ts';
import type { Participant } from '../../../core/records/participant.ts';
import type { DirectoryPerson } from '../../../core/records/person.ts';
import type { FreeBusy } from '../../../core/time/free-busy.ts';

const week = { start: Date.parse('2026-12-14T00:00:00Z'), end: Date.parse('2026-12-21T00:00:00Z') };

/** Somebody who takes part; `mail` is what the directory gave last. */
function participant(person: string, mail: string | null): Participant {
  return {
    scheme: 'unmentoring',
    person,
    status: 'active',
    mail,
    pausedUntil: null,
    withdrewAt: null,
    joinedAt: '2026-12-07T08:00:00.000Z',
    meetings: [],
    preferences: null,
    awkward: 0,
  };
}

function known(id: string, more: Partial<DirectoryPerson> = {}): DirectoryPerson {
  return { id, mail: `${id}@contoso.example`, name: id, enabled: true, guest: false, ...more };
}

/** A calendar that says by its view at which address it was read. */
const at = (mail: string): FreeBusy => ({ kind: 'read', view: mail, hours: null });

/**
 * Microsoft 365 with these people in the directory, and what it was asked for: `ahead` with the directory, `after` it.
 * @param fits whether directory and calendars fit in one round trip
 */
function microsoft365(directory: Readonly<Record<string, DirectoryPerson | null>>, fits = true) {
  const asked = {
    people: [] as string[],
    ahead: [] as string[],
    after: [] as string[],
    details: [] as unknown[],
  };
  const read: Calendars['freeBusy'] = async (people) => new Map(people.map(({ id, mail }) => [id, at(mail)]));
  const calendars: Calendars = {
    async freeBusy(people, window, detail) {
      asked.after.push(...people.map(({ mail }) => mail));
      asked.details.push(detail);
      return read(people, window);
    },
    async peopleAndFreeBusy(ids, addressed, window, detail) {
      asked.people.push(...ids);
      asked.ahead.push(...addressed.map(({ mail }) => mail));
      asked.details.push(detail);
      return {
        people: new Map(ids.map((id) => [id, directory[id] ?? null])),
        freeBusy: fits ? await read(addressed, window) : new Map(),
      };
    },
  };
  return { ports: { calendars }, asked };
}

describe('readPeople', () => {
  const ann = 'ann@contoso.example';

  for (const [what, last, now, { ahead, after, found }] of [
    ['is the one known', ann, known('ann'), { ahead: [ann], after: [], found: ann }],
    [
      'has changed',
      'old@contoso.example',
      known('ann'),
      { ahead: ['old@contoso.example'], after: [ann], found: ann },
    ],
    ['was not known', null, known('ann'), { ahead: [], after: [ann], found: ann }],
    [
      'is that of a disabled account',
      ann,
      known('ann', { enabled: false }),
      { ahead: [ann], after: [], found: null },
    ],
    ['is a guest’s', ann, known('ann', { guest: true }), { ahead: [ann], after: [], found: null }],
    ['is gone from the directory', ann, null, { ahead: [ann], after: [], found: null }],
    ['was not known of a guest', null, known('ann', { guest: true }), { ahead: [], after: [], found: null }],
  ] as const) {
    it(`reads a calendar whose address ${what}`, async () => {
      const { ports, asked } = microsoft365({ ann: now });
      const { directory, freeBusy } = await readPeople(ports, [participant('ann', last)], week, {});
      assert.deepEqual([asked.people, asked.ahead, asked.after], [['ann'], ahead, after]);
      assert.deepEqual(freeBusy, new Map(found === null ? [] : [['ann', at(found)]]));
      assert.deepEqual(directory, new Map([['ann', now]]));
    });
  }

  it('reads everybody after the directory when all that does not fit in one round trip', async () => {
    const { ports, asked } = microsoft365({ ann: known('ann'), ben: known('ben') }, false);
    const people = [participant('ann', ann), participant('ben', 'ben@contoso.example')];
    const { freeBusy } = await readPeople(ports, people, week, {});
    assert.deepEqual(asked.after, [ann, 'ben@contoso.example']);
    assert.deepEqual([...freeBusy.keys()], ['ann', 'ben']);
  });

  it('reads no calendar that was read before', async () => {
    const { ports, asked } = microsoft365({ ann: known('ann'), ben: known('ben'), cem: known('cem') });
    const people = [
      participant('ann', ann),
      participant('ben', null),
      participant('cem', 'cem@contoso.example'),
    ];
    const before = new Map([
      ['ann', at(ann)],
      ['ben', at('ben@contoso.example')],
    ]);
    const { directory, freeBusy } = await readPeople(ports, people, week, { before });
    assert.deepEqual(
      [asked.people, asked.ahead, asked.after],
      [['ann', 'ben', 'cem'], ['cem@contoso.example'], []],
    );
    assert.deepEqual([...freeBusy.keys()], ['cem']);
    assert.equal(directory.size, 3);
  });

  it('asks for entries of all, or of nobody', async () => {
    for (const options of [{ detail: 'entries' }, {}] as const) {
      const { ports, asked } = microsoft365({ ann: known('ann'), ben: known('ben') });
      await readPeople(ports, [participant('ann', ann), participant('ben', null)], week, options);
      const wanted = 'detail' in options ? options.detail : undefined;
      assert.deepEqual(asked.details, [wanted, wanted]);
    }
  });
});
