import assert from 'node:assert/strict';
import { type NowState, nowState } from '../../../core/api/me.ts';
import type { Participant } from '../../../core/records/participant.ts';
import type { PairingRecord } from '../../../core/records/pairing.ts';
import type { Placement } from '../../../core/records/placement.ts';
import type { Round } from '../../../core/records/round.ts';
import { defaultScheme, type Scheme } from '../../../core/records/scheme.ts';
import { decideNow } from '../../../core/views/decide-now.ts';
import {
  bookedPairing,
  cancelledPairing,
  failedPairing,
  pairing,
  participant,
  placement,
  round,
  suggestedPairing,
  tenOn,
} from '../../support/records.ts';

const standing = defaultScheme(Date.parse('2026-11-02T08:00:00Z'));
const eachTime: Scheme = { ...standing, asking: 'each-time' };
const members = ['Ann', 'Ben'];
const meeting = { stage: 'meeting' } as const;
const said = (what: 'yes' | 'no') => ({ followUps: { ann: { said: what, start: tenOn(15).start, at: 1 } } });

interface Example {
  readonly state: NowState;
  readonly when: string;
  readonly at: string;
  readonly scheme?: Scheme;
  /** Null: Ann was never in the scheme. */
  readonly ann?: Partial<Participant> | null;
  readonly round?: Partial<Round>;
  readonly place?: Partial<Placement>;
  readonly pairing?: PairingRecord;
  readonly about?: string;
  readonly reason?: string;
}

// December's round is called on Monday 7 December, paired on Thursday 10 at 10:00, and is from Monday 14 to Sunday 20.
const before = '2026-12-09T09:00:00Z';
const paired = '2026-12-11T09:00:00Z';
const monday = '2026-12-14T09:00:00Z';
const wednesday = '2026-12-16T09:00:00Z';
const after = '2026-12-21T09:00:00Z';
const calling = { stage: 'calling', called: 'each-time' } as const;
const examples: readonly Example[] = [
  { state: 'never-joined', when: 'nothing is kept of her', at: before, ann: null },
  {
    state: 'never-joined',
    when: 'she is only known from an earlier programme',
    at: before,
    ann: { status: 'not-in' },
  },
  { state: 'waiting', when: 'no round is called', at: before },
  {
    state: 'waiting',
    when: 'her break is over',
    at: before,
    ann: { status: 'paused', pausedUntil: '2026-12-09' },
  },
  {
    state: 'waiting',
    when: 'she joined after the round was paired, and company is looked for',
    at: paired,
    round: meeting,
    place: {},
    about: '2026-12-14',
  },
  {
    state: 'asked',
    when: 'the scheme asks each time',
    at: before,
    scheme: eachTime,
    round: calling,
    about: '2026-12-14',
  },
  {
    state: 'waiting',
    when: 'she said yes to the call',
    at: before,
    scheme: eachTime,
    round: calling,
    ann: { inRound: '2026-12-14' },
  },
  {
    state: 'asked',
    when: 'she was silent for long, and is asked whether she is still there',
    at: before,
    round: { stage: 'calling', called: 'standing' },
    ann: { silent: 3, called: '2026-12-14' },
    about: '2026-12-14',
  },
  {
    state: 'waiting',
    when: 'others are called',
    at: before,
    round: { stage: 'calling', called: 'standing' },
  },
  {
    state: 'skipped',
    when: 'she skips the next round',
    at: before,
    ann: { status: 'paused', pausedUntil: '2026-12-21' },
    about: '2026-12-14',
  },
  {
    state: 'skipped',
    when: 'she did not say yes to the round under way',
    at: wednesday,
    scheme: eachTime,
    round: { ...meeting, called: 'each-time' },
    about: '2026-12-14',
  },
  {
    state: 'waiting',
    when: 'she joined after the round under way was paired, before which others were asked',
    at: wednesday,
    scheme: eachTime,
    round: { ...meeting, called: 'each-time' },
    ann: { joinedAt: Date.parse(wednesday) },
  },
  {
    state: 'paused',
    when: 'she is on a break',
    at: before,
    ann: { status: 'paused', pausedUntil: '2027-02-01' },
  },
  { state: 'paused', when: 'she is on a break without an end', at: before, ann: { status: 'paused' } },
  { state: 'left', when: 'she left', at: before, ann: { status: 'left' } },
  {
    state: 'left',
    when: 'she left a round that others are in',
    at: wednesday,
    ann: { status: 'left' },
    round: meeting,
    place: { reason: 'withdrew' },
  },
  {
    state: 'unplaced',
    when: 'no time suited',
    at: wednesday,
    round: meeting,
    place: { reason: 'no-common-slot' },
    about: '2026-12-14',
    reason: 'no-common-slot',
  },
  {
    state: 'unplaced',
    when: 'her partner left, and nobody else was found',
    at: wednesday,
    round: meeting,
    place: { pairing: 'p00001' },
    pairing: cancelledPairing('p00001', members, { isOver: true }),
    about: '2026-12-14',
    reason: 'partner-left',
  },
  {
    state: 'waiting',
    when: 'the week without a meeting is over',
    at: after,
    round: meeting,
    place: { reason: 'alone' },
  },
  { state: 'choose', when: 'times are suggested', at: monday, pairing: suggestedPairing('p00001', members) },
  {
    state: 'meeting',
    when: 'the invitation is still to go out',
    at: paired,
    pairing: pairing('p00001', members),
  },
  {
    state: 'meeting',
    when: 'it is running',
    at: '2026-12-15T10:29:00Z',
    pairing: bookedPairing('p00001', members),
  },
  {
    state: 'over',
    when: 'it has ended',
    at: '2026-12-15T10:30:00Z',
    pairing: bookedPairing('p00001', members),
  },
  {
    state: 'over',
    when: 'the week is over, and she has not said',
    at: after,
    pairing: bookedPairing('p00001', members),
  },
  {
    state: 'over',
    when: 'she said that they met',
    at: wednesday,
    pairing: bookedPairing('p00001', members, said('yes')),
  },
  {
    state: 'waiting',
    when: 'she said so, and the week is over',
    at: after,
    pairing: bookedPairing('p00001', members, said('yes')),
  },
  {
    state: 'over',
    when: 'they did not meet, and still may',
    at: after,
    pairing: bookedPairing('p00001', members, said('no')),
  },
  {
    state: 'called-off',
    when: 'somebody else is looked for',
    at: monday,
    pairing: cancelledPairing('p00001', members),
  },
  { state: 'called-off', when: 'it failed', at: monday, pairing: failedPairing('p00001', members) },
];

function nowOf({ at, scheme = standing, ann = {}, place, ...given }: Example) {
  const inRound = given.pairing === undefined ? place : { pairing: given.pairing.pairing, ...place };
  const places =
    given.round === undefined && inRound === undefined
      ? []
      : [
          {
            scheme,
            round: round(given.round ?? meeting),
            placement: inRound === undefined ? null : placement('ann', inRound),
            pairing: given.pairing ?? null,
          },
        ];
  return decideNow(
    [{ scheme, participant: ann === null ? null : participant('ann', ann), places }],
    'ann',
    Date.parse(at),
  );
}

describe('where somebody stands now', () => {
  for (const example of examples) {
    it(`is ${example.state} when ${example.when}`, () => {
      const { state, round, reason, place } = nowOf(example);
      const isMet = ['choose', 'meeting', 'over', 'called-off'].includes(example.state);
      assert.deepEqual(
        { state, round, reason, pairing: place?.pairing },
        {
          state: example.state,
          round: example.about ?? null,
          reason: example.reason ?? null,
          pairing: isMet ? example.pairing : undefined,
        },
      );
    });
  }

  it('is no-scheme when there is none, and no state is without an example', () => {
    assert.equal(decideNow([], 'ann', Date.parse(before)).state, 'no-scheme');
    const shown = new Set(examples.map(({ state }) => state));
    assert.deepEqual([...nowState.options.filter((state) => !shown.has(state))], ['no-scheme']);
  });

  it('is about the scheme that has a meeting, of several', () => {
    const lunch = { ...standing, id: 'lunch' };
    const at = (pairing: PairingRecord | null) => ({
      scheme: lunch,
      participant: participant('ann', { scheme: 'lunch' }),
      places: [
        {
          scheme: lunch,
          round: round({ ...meeting, scheme: 'lunch' }),
          placement: placement('ann'),
          pairing,
        },
      ],
    });
    const asked = {
      scheme: eachTime,
      participant: participant('ann'),
      places: [{ scheme: eachTime, round: round(calling), placement: null, pairing: null }],
    };
    const booked = decideNow([asked, at(bookedPairing('p00001', members))], 'ann', Date.parse(before));
    assert.deepEqual([booked.state, booked.scheme?.id], ['meeting', 'lunch']);
    const waits = decideNow([at(null), asked], 'ann', Date.parse(before));
    assert.deepEqual([waits.state, waits.scheme?.id], ['asked', 'unmentoring']);
  });
});
