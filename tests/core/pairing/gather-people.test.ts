import assert from 'node:assert/strict';
import { gatherPeople } from '../../../core/pairing/gather-people.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import type { DirectoryPerson, PersonRecord } from '../../../core/records/person.ts';
import { defaultScheme } from '../../../core/records/scheme.ts';
import type { FreeBusy } from '../../../core/time/free-busy.ts';
import { memoryStorage } from '../../support/memory-storage.ts';
import { participant, personRecord } from '../../support/records.ts';

const scheme = defaultScheme(0);
const [ann, ben] = ['t.ann', 't.ben'] as const;

/** Working hours as a mailbox has them. */
const hoursIn = (zone: string) => ({ zone, days: [], start: '09:00', end: '17:00' }) as const;

describe('gatherPeople keeps names, addresses, zones and working hours with each person', () => {
  let storage: Ports['storage'];
  let directory: Map<string, DirectoryPerson | null>;
  /** The zones of the mailboxes; a person without an entry has none that can be read. */
  let zones: Map<string, string>;
  /** Who was written, in order. */
  let written: string[];
  /** What others do just before people's rows are written. */
  let before: () => Promise<unknown>;

  beforeEach(async () => {
    storage = memoryStorage();
    written = [];
    before = async () => undefined;
    for (const id of [ann, ben]) await storage.people.insert(personRecord(id, { name: 'As in Teams' }));
    directory = new Map([ann, ben].map((id) => [id, entry(id)]));
    zones = new Map([
      [ann, 'Europe/London'],
      [ben, 'W. Europe Standard Time'],
    ]);
  });

  const entry = (id: string, more: Partial<DirectoryPerson> = {}): DirectoryPerson => {
    const mail = `${id.slice(2)}@contoso.example`;
    return { id, name: `Name of ${id}`, mail, office: 'Leeds', enabled: true, guest: false, ...more };
  };

  async function gather(): Promise<void> {
    written = [];
    const { people } = storage;
    const write: typeof people.write = async (changes) => {
      await before();
      written.push(...changes.map(({ value }) => value.id));
      return people.write(changes);
    };
    const ports: Pick<Ports, 'storage' | 'directory'> = {
      storage: { ...storage, people: { ...people, write } },
      directory: { find: async () => [], people: async () => directory },
    };
    const participants = [...directory.keys()].map((id) => participant(id));
    await gatherPeople(ports, scheme, participants, async (able) => {
      const read = (zone: string): FreeBusy => ({ kind: 'read', view: '', hours: hoursIn(zone) });
      return new Map(
        able.flatMap(({ id }) => {
          const zone = zones.get(id);
          return zone === undefined ? [] : [[id, read(zone)]];
        }),
      );
    });
  }

  const kept = async (id: string) => (await storage.people.get(id))?.value;

  it('as the directory and the mailbox have them', async () => {
    directory.set(ben, entry(ben, { department: 'Parks', language: 'de' }));
    await gather();
    assert.deepEqual((await kept(ann))?.work, {
      name: 'Name of t.ann',
      office: 'Leeds',
      mail: 'ann@contoso.example',
      language: null,
      zone: 'Europe/London',
      hours: hoursIn('Europe/London'),
    });
    assert.deepEqual((await kept(ben))?.work, {
      name: 'Name of t.ben',
      department: 'Parks',
      office: 'Leeds',
      mail: 'ben@contoso.example',
      language: 'de',
      zone: 'Europe/Berlin',
      hours: hoursIn('W. Europe Standard Time'),
    });
    assert.equal((await kept(ann))?.name, 'As in Teams');
  });

  it('and writes a row only when something changed', async () => {
    await gather();
    assert.deepEqual(written.sort(), [ann, ben]);
    await gather();
    assert.deepEqual(written, []);

    directory.set(ben, entry(ben, { name: 'Ben Newman' }));
    await gather();
    assert.deepEqual(written, [ben]);
    assert.equal((await kept(ben))?.work?.name, 'Ben Newman');

    zones.set(ann, 'America/Denver');
    await gather();
    assert.deepEqual(written, [ann]);
    assert.equal((await kept(ann))?.work?.zone, 'America/Denver');
  });

  it('and forgets neither zone nor hours when a calendar cannot be read', async () => {
    await gather();
    zones.clear();
    await gather();
    assert.deepEqual(written, []);
    const { zone, hours } = (await kept(ann))?.work ?? {};
    assert.deepEqual([zone, hours], ['Europe/London', hoursIn('Europe/London')]);
  });

  it('but makes no row, and changes none of people whom the directory does not have', async () => {
    const nobody = 't.nobody';
    directory = new Map([
      [ann, null],
      [nobody, entry(nobody)],
    ]);
    await gather();
    assert.deepEqual(written, []);
    assert.equal(await kept(nobody), undefined);
  });

  it('but leaves a row alone that somebody else changes meanwhile, until the next reading', async () => {
    const changed: Partial<PersonRecord> = { conversation: 'another chat' };
    before = async () => {
      const stored = await storage.people.get(ann);
      assert.ok(stored && (await storage.people.replace({ ...stored.value, ...changed }, stored.version)));
    };
    await gather();
    assert.equal((await kept(ann))?.work, null);
    before = async () => undefined;
    await gather();
    const { work, conversation } = (await kept(ann)) ?? {};
    assert.deepEqual([work?.name, conversation], ['Name of t.ann', 'another chat']);
  });
});
