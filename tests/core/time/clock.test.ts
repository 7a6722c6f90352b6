import assert from 'node:assert/strict';
import { clockOf, instantOf, reachedAt } from '../../../core/time/clock.ts';

const iso = (instant: number) => new Date(instant).toISOString();
const wall = (text: string) => Date.parse(`${text}:00Z`);

describe('a zone clock', () => {
  const london = clockOf('Europe/London');

  it('gives the first instant of a time that is shown twice', () => {
    assert.equal(iso(instantOf(london, wall('2026-10-25T01:30'))), '2026-10-25T00:30:00.000Z');
  });

  it('gives the instant of a skipped time as if the clock had not been changed', () => {
    assert.equal(iso(instantOf(london, wall('2026-03-29T01:30'))), '2026-03-29T01:30:00.000Z');
  });

  it('reaches a skipped time at the switch', () => {
    assert.equal(iso(reachedAt(london, wall('2026-03-29T01:30'))), '2026-03-29T01:00:00.000Z');
  });

  it('knows half-hour switches, and a skipped day', () => {
    // Lord Howe: +10:30 to +11 on 2026-10-04 at 02:00. Samoa: from 2011-12-29 straight to the 31st.
    const lordHowe = clockOf('Australia/Lord_Howe');
    assert.equal(iso(reachedAt(lordHowe, wall('2026-10-04T02:15'))), '2026-10-03T15:30:00.000Z');
    assert.equal(iso(instantOf(lordHowe, wall('2026-10-04T03:00'))), '2026-10-03T16:00:00.000Z');
    assert.equal(
      iso(reachedAt(clockOf('Pacific/Apia'), wall('2011-12-30T12:00'))),
      '2011-12-30T10:00:00.000Z',
    );
  });
});
