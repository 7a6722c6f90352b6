import assert from 'node:assert/strict';
import type { PersonNow } from '../../../../core/mending/cases/situation.ts';
import { decideRepair } from '../../../../core/mending/decide-repair.ts';
import type { Answer, PairingRecord } from '../../../../core/records/pairing.ts';
import { answer, at, booked, person, situation, slots, type Stretch, view } from './situations.ts';

const ben = person('ben');

interface Given {
  /** Ann's answer; Ben has accepted. */
  readonly answered?: Answer;
  readonly pairing?: Partial<PairingRecord>;
  readonly now?: string;
}

/** What becomes of the pairing of Ann and Ben. */
function after(ann: PersonNow, { answered = 'none', pairing, now }: Given = {}): PairingRecord | undefined {
  const repair = decideRepair(
    situation({
      people: [ann, ben],
      pairings: [booked('p00001', [ann, ben], pairing)],
      heard: { p00001: { ann: answer(answered), ben: answer('accepted') } },
      ...(now !== undefined && { more: { now: Date.parse(now) } }),
    }),
  );
  return repair?.changed[0];
}

function busy(...stretches: readonly Stretch[]): PersonNow {
  return person('ann', { freeBusy: { kind: 'read', view: view(...stretches), hours: null } });
}

describe('something else in a calendar at the time of a meeting', () => {
  for (const { given, shows, filled } of [
    { given: 'none', shows: '0', filled: false },
    { given: 'none', shows: '1', filled: false },
    { given: 'none', shows: '4', filled: false },
    { given: 'none', shows: '2', filled: true },
    { given: 'none', shows: '3', filled: true },
    { given: 'none', shows: '?', filled: true },
    { given: 'tentative', shows: '1', filled: false },
    { given: 'tentative', shows: '2', filled: true },
    { given: 'accepted', shows: '2', filled: false },
    { given: 'accepted', shows: '3', filled: true },
  ] as const) {
    it(`answered ${given}, shown as ${shows}: ${filled ? 'other slots are offered' : 'nothing'}`, () => {
      const ann = busy(['15 10:15', '15 10:30', shows]);
      const offered = after(ann, { answered: given });
      if (!filled) {
        assert.equal(offered, undefined);
        return;
      }
      assert.ok(offered);
      assert.deepEqual(
        [offered.state, offered.news, offered.tell, offered.slot, offered.offer?.length],
        ['booked', 'filled', ['ann'], slots[0], 3],
      );
      assert.equal(offered.revision, 1);
    });
  }

  it('is said once for a slot, and again for the next one', () => {
    const ann = busy(['15 10:00', '15 10:30']);
    const handled = { 'filled:ann': slots[0]?.start ?? '' };
    assert.equal(after(ann, { pairing: { handled } }), undefined);
    const elsewhere = { 'filled:ann': at('18 10:00').start };
    assert.equal(after(ann, { pairing: { handled: elsewhere } })?.news, 'filled');
  });

  it('counts in whole quarters inside the meeting alone, and not when it begins at once', () => {
    const slot = at('15 10:10');
    const beside = busy(['15 10:00', '15 10:15'], ['15 10:30', '15 10:45']);
    assert.equal(after(beside, { pairing: { slot } }), undefined);
    assert.equal(after(busy(['15 10:00', '15 10:30']), { now: '2026-12-15T09:45:00Z' }), undefined);
  });
});
