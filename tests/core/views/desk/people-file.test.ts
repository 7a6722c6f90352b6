import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import { readPeopleFile } from '../../../../core/views/desk/people-file.ts';
import { pairingMessageKey } from '../../../../core/records/keys.ts';
import { defaultScheme } from '../../../../core/records/scheme.ts';
import { memoryStorage } from '../../../support/memory-storage.ts';
import {
  bookedPairing,
  december,
  knownPerson,
  message,
  personRecord,
  placement,
  round,
} from '../../../support/records.ts';

const now = () => Date.parse('2026-12-11T10:00:00Z');

describe('everybody in a round as a file for a spreadsheet', () => {
  async function fileFor(language: string, { ann = 'ann', department = 'R&D' } = {}) {
    const storage = memoryStorage();
    await storage.schemes.insert({ ...defaultScheme(0), zone: 'Europe/Berlin' });
    await storage.rounds.insert(round({ stage: 'meeting' }));
    await storage.people.insert(personRecord('reader', { language }));
    for (const id of ['ann', 'ben', 'cem']) {
      const known = knownPerson(id === 'ann' ? ann : id);
      const work = known.work && { ...known.work, department };
      await storage.people.insert({ ...known, id, work });
    }
    const answers = { ann: 'accepted', ben: 'none' } as const;
    await storage.pairings.insert(bookedPairing('p00001', ['ann', 'ben'], { answers }));
    await storage.outbox.insertMissing(
      ['ann', 'ben'].map((person) => {
        const key = pairingMessageKey({ ...december, pairing: 'p00001', revision: 0 }, person);
        return message(key, person, { state: 'unsent' });
      }),
    );
    await storage.placements.insertMissing([
      placement('ann', { pairing: 'p00001' }),
      placement('ben', { pairing: 'p00001' }),
      placement('cem', { reason: 'away-all-week' }),
      placement('former.colleague', { reason: 'withdrew' }),
    ]);
    const file = await readPeopleFile({ storage, now }, december.scheme, december.round, 'reader');
    assert.ok(file);
    const rows = z.array(z.array(z.string())).parse(parse(file.csv, { bom: true }));
    return { ...file, rows };
  }

  it('reads back as it is shown', async () => {
    const { name, csv, rows } = await fileFor('en-GB');
    assert.equal(name, 'round-2026-12-14.csv');
    assert.ok(csv.startsWith('\uFEFF"Name"'));
    assert.deepEqual(rows, [
      [
        'Name',
        'Department',
        'Mail address',
        'How far they have come',
        'Meets',
        'When (Europe/Berlin)',
        'Answer',
        'Did they meet',
        'Why no meeting',
        'Message',
      ],
      [
        'ann',
        'R&D',
        'ann@contoso.example',
        'Accepted',
        'ben',
        '2026-12-15 11:00',
        'Accepted',
        '',
        '',
        'Not yet',
      ],
      [
        'ben',
        'R&D',
        'ben@contoso.example',
        'Invited',
        'ann',
        '2026-12-15 11:00',
        'No answer yet',
        '',
        '',
        'Not yet',
      ],
      [
        'cem',
        'R&D',
        'cem@contoso.example',
        'In this round',
        '',
        '',
        '',
        '',
        'Away the whole meeting week.',
        'Not yet',
      ],
      [
        'a colleague',
        '',
        '',
        'Signed up',
        '',
        '',
        '',
        '',
        'Left or paused after the round was paired.',
        'Sent',
      ],
    ]);
    assert.ok(rows.flat().every((cell) => !/undefined|NaN/.test(cell)));
  });

  it('is in the language of its reader', async () => {
    const { name, rows } = await fileFor('de-DE');
    assert.equal(name, 'runde-2026-12-14.csv');
    assert.equal(rows[0]?.[1], 'Abteilung');
    assert.equal(rows[1]?.[3], 'Zugesagt');
  });

  it('keeps quotes, commas and lines of names', async () => {
    const { rows } = await fileFor('en', { ann: 'O"Hara, "Ann"\nof "Sales"' });
    assert.equal(rows[1]?.[0], 'O"Hara, "Ann"\nof "Sales"');
    assert.equal(rows.length, 5);
  });

  for (const bad of [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\tx',
    '\r=1',
    '\n=1',
    ' =1',
    '＝1',
    '"=1"',
    'x;=1',
    'x,@y',
  ]) {
    it(`has no cell that a spreadsheet takes for a formula: ${JSON.stringify(bad)}`, async () => {
      const { csv, rows } = await fileFor('en', { ann: bad, department: bad });
      const byAnySign = [...rows.flat(), ...csv.split(/[;,\t\r\n"]/)];
      assert.deepEqual(
        byAnySign.filter((cell) => /^\s*[=+\-@\uFF1D]|^[\t\r]/.test(cell)),
        [],
      );
      assert.equal(rows[1]?.[0]?.replaceAll("'", ''), bad, 'and the text is there');
    });
  }
});
