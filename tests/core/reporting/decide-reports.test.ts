import assert from 'node:assert/strict';
import { type Counts, decideReports, nothingCounted } from '../../../core/reporting/decide-reports.ts';

describe('decideReports', () => {
  const part = (count: number, of: number) => ({ count, of });
  const cases: { why: string; counts: Partial<Counts>; told: string[] }[] = [
    { why: 'nothing was counted', counts: {}, told: [] },
    { why: 'a round was paired', counts: { planned: { pairs: 18, trios: 1, without: 2 } }, told: ['paired'] },
    {
      why: 'nobody was there to be paired',
      counts: { planned: { pairs: 0, trios: 0, without: 0 } },
      told: ['paired'],
    },
    { why: 'Outlook refuses nothing', counts: { refused: part(0, 20) }, told: [] },
    {
      why: 'Outlook refuses one of a thousand',
      counts: { refused: part(1, 1000) },
      told: ['refused-by-outlook'],
    },
    { why: 'everybody was reached', counts: { notReached: part(0, 20) }, told: [] },
    { why: 'exactly a tenth was not reached', counts: { notReached: part(2, 20) }, told: [] },
    { why: 'more than a tenth was not reached', counts: { notReached: part(3, 20) }, told: ['not-reached'] },
    {
      why: 'there are no participants',
      counts: { notReached: part(0, 0), withoutMeeting: part(0, 0) },
      told: [],
    },
    { why: 'everybody has a meeting', counts: { withoutMeeting: part(0, 20) }, told: [] },
    { why: 'less than a tenth has no meeting', counts: { withoutMeeting: part(1, 11) }, told: [] },
    {
      why: 'exactly a tenth has no meeting',
      counts: { withoutMeeting: part(2, 20) },
      told: ['without-meeting'],
    },
    {
      why: 'a round was closed in which Outlook refused a meeting',
      counts: { refused: part(1, 9), figures: { tookPart: 20, paired: 18, met: 12, notMet: 4, notKnown: 2 } },
      told: ['refused-by-outlook', 'closed'],
    },
  ];
  for (const { why, counts, told } of cases) {
    it(`tells ${told.join(', then ') || 'nothing'} when ${why}`, () => {
      const reports = decideReports({ ...nothingCounted, ...counts });
      assert.deepEqual(
        reports.map((report) => (report.about === 'needs-a-hand' ? report.reason : report.about)),
        told,
      );
    });
  }

  it('says of how many', () => {
    const reports = decideReports({ ...nothingCounted, notReached: part(3, 20) });
    assert.deepEqual(reports, [{ about: 'needs-a-hand', reason: 'not-reached', count: 3, of: 20 }]);
  });
});
