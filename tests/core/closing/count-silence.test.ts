import assert from 'node:assert/strict';
import { countedAs, countSilence } from '../../../core/closing/count-silence.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import type { Participant } from '../../../core/records/participant.ts';
import { defaultScheme } from '../../../core/records/scheme.ts';
import { memoryStorage } from '../../support/memory-storage.ts';
import {
  bookedPairing,
  cancelledPairing,
  december,
  failedPairing,
  participant,
  personRecord,
  placement,
  round,
  tenOn,
} from '../../support/records.ts';

const pair = ['Ann', 'Ben'];
const since = Date.parse('2026-12-10T10:00:00Z');
const place = placement('Ann', { pairing: 'p' });
const booked = bookedPairing('p', pair);
const met = { said: 'no', start: tenOn(15).start, at: 0 } as const;

describe('how a round counts for somebody', () => {
  for (const { name, at = place, pairing = booked, person = { reachable: true }, counts } of [
    { name: 'silent, when they neither answered nor pressed nor wrote', counts: 'silent' },
    {
      name: 'silent, when only the other answered',
      pairing: bookedPairing('p', pair, { answers: { ben: 'accepted' } }),
      counts: 'silent',
    },
    {
      name: 'heard, when they declined',
      pairing: bookedPairing('p', pair, { answers: { ann: 'declined' } }),
      counts: 'heard',
    },
    {
      name: 'heard, when they answered an earlier time',
      pairing: bookedPairing('p', pair, { handled: { ann: 1 } }),
      counts: 'heard',
    },
    {
      name: 'heard, when they proposed a time',
      pairing: bookedPairing('p', pair, { handled: { 'proposed:ann': 1 } }),
      counts: 'heard',
    },
    {
      name: 'heard, when they said that they come',
      pairing: bookedPairing('p', pair, { coming: ['ann'] }),
      counts: 'heard',
    },
    {
      name: 'heard, when they said whether they met',
      pairing: bookedPairing('p', pair, { followUps: { ann: met } }),
      counts: 'heard',
    },
    { name: 'heard, when they wrote', person: { reachable: true, heardAt: since + 1 }, counts: 'heard' },
    {
      name: 'silent, when they wrote days before',
      person: { reachable: true, heardAt: since - 25 * 3_600_000 },
      counts: 'silent',
    },
    {
      name: 'silent, when they chose no time',
      pairing: failedPairing('p', pair, { reason: 'nobody-chose' }),
      counts: 'silent',
    },
    { name: 'not at all, when it could not be booked', pairing: failedPairing('p', pair), counts: null },
    { name: 'not at all, when it was called off', pairing: cancelledPairing('p', pair), counts: null },
    {
      name: 'not at all, when they left',
      at: placement('Ann', { pairing: 'p', reason: 'withdrew' }),
      counts: null,
    },
    { name: 'not at all, when they had no meeting', at: placement('Ann', { reason: 'alone' }), counts: null },
    {
      name: 'unreached, when the app could not reach them',
      at: placement('Ann', { reason: 'unreachable' }),
      person: { reachable: false },
      counts: 'unreached',
    },
    {
      name: 'not at all, when it reaches them again',
      at: placement('Ann', { reason: 'unreachable' }),
      counts: null,
    },
  ] as const) {
    it(`is ${name}`, () => {
      assert.equal(countedAs(at, at.pairing === null ? undefined : pairing, person, since), counts);
    });
  }
});

describe('countSilence', () => {
  const scheme = defaultScheme(0);

  /** What is counted for Ann after the round of December, which is closed twice. */
  async function after(before: Partial<Participant>, more: Parameters<typeof bookedPairing>[2] = {}) {
    const storage = memoryStorage();
    const ports = { storage } as unknown as Ports;
    await storage.participants.insert(participant('ann', before));
    await storage.people.insert(personRecord('ann'));
    await storage.placements.insert(place);
    for (let time = 0; time < 2; time++)
      await countSilence(ports, scheme, round(), [bookedPairing('p', pair, more)]);
    const { silent, unreached } =
      (await storage.participants.get({ ...december, person: 'ann' }))?.value ?? {};
    return { silent, unreached };
  }

  it('counts a silent round once, however often it is closed', async () => {
    assert.deepEqual(await after({}), { silent: 1, unreached: undefined });
    assert.deepEqual(await after({ silent: 2, counted: '2026-11-09' }), { silent: 3, unreached: undefined });
  });

  it('begins anew with any sign of life', async () => {
    const heard = await after({ silent: 2, counted: '2026-11-09' }, { answers: { ann: 'tentative' } });
    assert.deepEqual(heard, { silent: undefined, unreached: undefined });
  });

  it('does not add silence to rounds in which somebody could not be reached', async () => {
    assert.deepEqual(await after({ unreached: 2, counted: '2026-11-09' }), {
      silent: 1,
      unreached: undefined,
    });
  });
});
