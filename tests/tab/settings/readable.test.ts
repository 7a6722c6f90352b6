import assert from 'node:assert/strict';
import { dayFault, daysBack } from '../../../tab/settings/break.ts';
import { shownOf } from '../../../tab/settings/data/shown.ts';

describe('the days on which a break may end', () => {
  it('begin tomorrow by the clock of the scheme, and last for two years', () => {
    assert.deepEqual(daysBack('2026-12-31T23:30:00Z', 'Europe/London'), {
      first: '2027-01-01',
      last: '2028-12-31',
    });
    assert.equal(daysBack('2026-12-31T23:30:00Z', 'Europe/Berlin').first, '2027-01-02');
  });

  it('are told from those that are missing, past or too far', () => {
    const days = { first: '2027-01-02', last: '2029-01-01' };
    const found = ['', '2027-01-01', '2027-01-02', '2029-01-01', '2029-01-02'].map((day) =>
      dayFault(day, days),
    );
    assert.deepEqual(found, ['dayMissing', 'date-past', null, null, 'date-too-far']);
  });
});

describe('what is kept about somebody, to be read', () => {
  const reading = { names: { 't.b': 'Bo Larsen' }, locale: 'en-GB', yes: 'Yes', no: 'No' };

  it('has names for ids, words for instants, and plain names for fields', () => {
    assert.deepEqual(
      shownOf(
        { person: 't.b', joinedAt: '2026-11-02T09:00:00.000Z', pausedUntil: null, third: false, number: 3 },
        reading,
      ).map((one) => (one.kind === 'text' ? `${one.name}: ${one.text}` : one.name)),
      [
        'person: Bo Larsen',
        'joined at: 2 November 2026 at 09:00 UTC',
        'paused until: –',
        'third: No',
        'number: 3',
      ],
    );
  });

  it('keeps what is inside a record inside it, and lists of texts on one line', () => {
    assert.deepEqual(
      shownOf({ with: ['t.b', 't.c'], answers: { 't.b': { at: 'noon' } }, none: [], no: {} }, reading),
      [
        { kind: 'text', name: 'with', text: 'Bo Larsen, t.c' },
        {
          kind: 'group',
          name: 'answers',
          inside: [
            { kind: 'group', name: 'Bo Larsen', inside: [{ kind: 'text', name: 'at', text: 'noon' }] },
          ],
        },
        { kind: 'text', name: 'none', text: '–' },
        { kind: 'text', name: 'no', text: '–' },
      ],
    );
  });
});
