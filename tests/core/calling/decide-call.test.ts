import assert from 'node:assert/strict';
import { type Call, decideCall, pairedBefore } from '../../../core/calling/decide-call.ts';
import { defaultScheme } from '../../../core/records/scheme.ts';
import { december, participant, round } from '../../support/records.ts';

const standing = defaultScheme(Date.parse('2026-10-01T08:00:00Z'));
const eachTime = { ...standing, asking: 'each-time' as const };

/** When November's round was paired. */
const since = Date.parse('2026-11-05T10:00:00Z');
const known = { reachable: true };
const heard = { reachable: true, heardAt: Date.parse('2026-11-20T12:00:00Z') };
const heardLongAgo = { reachable: true, heardAt: Date.parse('2026-11-04T09:59:59Z') };
const gone = { reachable: false };

const none: Call = { message: null, change: null };
const calls = { message: 'call', change: null } as const;
const asks = { message: 'still', change: null } as const;

describe('what somebody gets before a round', () => {
  for (const { name, scheme = standing, more = {}, person = known, gets } of [
    { name: 'nothing, when they were silent for one round', more: { silent: 1 }, gets: none },
    { name: 'nothing, when they were never silent', gets: none },
    { name: 'a line, after two silent rounds', more: { silent: 2 }, gets: calls },
    { name: 'a question, after three', more: { silent: 3 }, gets: asks },
    { name: 'a question, after five', more: { silent: 5 }, person: heardLongAgo, gets: asks },
    {
      name: 'nothing, when they wrote since the round before was paired',
      more: { silent: 3 },
      person: heard,
      gets: { message: null, change: 'heard' },
    },
    {
      name: 'nothing and no part, when they could not be reached for three rounds',
      more: { unreached: 3 },
      person: gone,
      gets: { message: null, change: 'step-out' },
    },
    {
      name: 'nothing, when they could not be reached for two',
      more: { unreached: 2 },
      person: gone,
      gets: none,
    },
    {
      name: 'nothing, when they can be reached again',
      more: { unreached: 3 },
      gets: { message: null, change: 'heard' },
    },
    { name: 'a question, where the scheme asks each time', scheme: eachTime, gets: calls },
    {
      name: 'nothing, where it does and they joined after others were asked',
      scheme: eachTime,
      more: { inRound: december.round },
      gets: none,
    },
    {
      name: 'a question, where it does and they said yes to the round before',
      scheme: eachTime,
      more: { inRound: '2026-11-09' },
      gets: calls,
    },
    {
      name: 'whether they are still there, where it does and they were silent for three rounds',
      scheme: eachTime,
      more: { silent: 3 },
      gets: asks,
    },
    {
      name: 'the usual question, where it does and they wrote since',
      scheme: eachTime,
      more: { silent: 3 },
      person: heard,
      gets: { message: 'call', change: 'heard' },
    },
  ]) {
    it(`is ${name}`, () => {
      assert.deepEqual(
        decideCall({ scheme, round: december, since }, participant('ann', more), person),
        gets,
      );
    });
  }

  it('counts from the pairing of the round before, whichever round was claimed last', () => {
    const rounds = [
      round({ round: '2026-11-09' }),
      round({ round: '2026-10-12' }),
      round(),
      round({ round: '2027-01-11' }),
    ];
    assert.equal(
      new Date(pairedBefore(standing, december, rounds)).toISOString(),
      '2026-11-05T10:00:00.000Z',
    );
    assert.equal(pairedBefore(standing, december, [round()]), 0);
  });
});
