import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  emptyBudget,
  endTurn,
  type Need,
  reservationsLeft,
  reserveStarts,
  takeTurn,
} from '../../../core/mailbox/decide-turn.ts';
import { invitationsAMinute, recipientsADay } from '../../../core/mailbox/limits.ts';
import type { MailboxBudget } from '../../../core/records/mailbox.ts';

const lease = 120_000;
/** Thursday 10 December 2026, 10:00 UTC. */
const ten = Date.parse('2026-12-10T10:00:00Z');
const seconds = (n: number) => ten + n * 1000;
const handful = (key: string, invitations = 20): Need & { holder: string } => ({
  key,
  holder: `${key}@test`,
  invitations,
  recipients: 2 * invitations,
});

/** The budget after a turn that began and ended at the same instant. */
function sent(budget: MailboxBudget, at: number, need: Need & { holder: string }): MailboxBudget {
  const taken = takeTurn(budget, at, lease, need);
  assert.ok(taken.kind === 'go');
  const ended = endTurn(taken.budget, at, need.holder, true);
  assert.ok(ended);
  return ended;
}

/** The decision: `go`, or its kind and the seconds after ten o'clock of its `until`. */
function asked(budget: MailboxBudget, at: number, need: Need & { holder: string }) {
  const taken = takeTurn(budget, at, lease, need);
  return taken.kind === 'go' ? 'go' : `${taken.kind} ${(taken.until - ten) / 1000}`;
}

describe('reserveStarts', () => {
  const empty = emptyBudget('coffee@contoso.example');
  const needs = ['a', 'b', 'c'].map((key) => handful(key));
  const inSeconds = (starts: ReadonlyMap<string, number>) =>
    Object.fromEntries([...starts].map(([key, at]) => [key, (at - ten) / 1000]));

  it('reserves starts 65 seconds apart, which the works find when they come', () => {
    const { budget, starts } = reserveStarts(empty, ten, needs);
    assert.deepEqual(inSeconds(starts), { a: 0, b: 65, c: 130 });
    assert.equal(asked(budget, seconds(1), handful('b')), 'wait 65');
    const first = sent(budget, seconds(1), handful('a'));
    assert.equal(asked(first, seconds(65), handful('b')), 'go');
    assert.equal(asked(first, seconds(65), handful('d')), 'wait 195');
  });

  it('gives the same starts when asked again, and counts no recipient twice', () => {
    const once = reserveStarts(empty, ten, needs);
    const twice = reserveStarts(once.budget, ten, needs);
    assert.deepEqual(inSeconds(twice.starts), { a: 0, b: 65, c: 130 });
    assert.deepEqual(twice.budget.recipients, [{ hour: ten, count: 120 }]);
  });

  it('leaves out work beyond the 200 starts that can be reserved', () => {
    const many = Array.from({ length: 203 }, (_, i) => handful(`w${i}`));
    const { budget, starts } = reserveStarts(empty, ten, many);
    assert.equal(starts.size, 200);
    assert.equal(reservationsLeft(budget, ten), 0);
  });
});

describe('takeTurn', () => {
  const empty = emptyBudget('coffee@contoso.example');

  it('lets the first worker begin, and tells others until when its turn may last', () => {
    const taken = takeTurn(empty, ten, lease, handful('a'));
    assert.ok(taken.kind === 'go');
    assert.equal(asked(taken.budget, seconds(1), handful('b', 10)), 'busy 120');
    assert.equal(asked(taken.budget, seconds(1), handful('a')), 'busy 120', 'a repeat of the same work');
  });

  it('lets the next worker begin when the lease of a dead worker is over', () => {
    const taken = takeTurn(empty, ten, lease, handful('a'));
    assert.ok(taken.kind === 'go');
    assert.equal(asked(taken.budget, seconds(119), handful('b', 10)), 'busy 120');
    assert.equal(asked(taken.budget, seconds(120), handful('b', 10)), 'go');
    assert.equal(
      asked(taken.budget, seconds(120), handful('b', 11)),
      'wait 185',
      'the dead worker may have sent until then',
    );
    assert.equal(asked(taken.budget, seconds(120), handful('a')), 'go', 'a repeat is not counted twice');
  });

  it('makes the 31st invitation of a minute wait, with a reserved start', () => {
    const first = sent(empty, ten, handful('a', 30));
    const taken = takeTurn(first, seconds(1), lease, handful('b', 1));
    assert.ok(taken.kind === 'wait' && taken.budget !== null);
    assert.equal(taken.until, seconds(65));
    assert.equal(asked(taken.budget, seconds(30), handful('b', 1)), 'wait 65', 'too early');
    assert.equal(asked(taken.budget, seconds(65), handful('b', 1)), 'go');
  });

  it('reserves a start for each work that waits, and lets no other go before it', () => {
    let budget = sent(empty, ten, handful('a'));
    for (const [key, place] of [
      ['b', 65],
      ['c', 130],
      ['d', 195],
    ] as const) {
      const taken = takeTurn(budget, seconds(1), lease, handful(key));
      assert.ok(taken.kind === 'wait' && taken.budget !== null);
      assert.equal(taken.until, seconds(place));
      budget = taken.budget;
    }
    assert.equal(asked(budget, seconds(1), handful('e', 10)), 'go', 'there is room for ten beside the first');
    assert.equal(asked(budget, seconds(60), handful('f')), 'wait 260');
  });

  it('starts a few seconds later, not last, when the work before it was late', () => {
    let budget = sent(empty, ten, handful('a'));
    for (const key of ['b', 'c', 'd']) {
      const taken = takeTurn(budget, ten, lease, handful(key));
      assert.ok(taken.kind === 'wait' && taken.budget !== null);
      budget = taken.budget;
    }
    budget = sent(budget, seconds(74), handful('b'));
    assert.equal(asked(budget, seconds(130), handful('c')), 'wait 134');
  });

  it('reserves starts one after the other for works that all come late', () => {
    let budget = sent(empty, ten, handful('a'));
    const wait = (at: number, key: string): number => {
      const taken = takeTurn(budget, at, lease, handful(key));
      assert.ok(taken.kind === 'wait' && taken.budget !== null);
      budget = taken.budget;
      return (taken.until - ten) / 1000;
    };
    for (const key of ['b', 'c', 'd']) wait(ten, key);
    budget = sent(budget, seconds(600), handful('b'));
    assert.deepEqual([wait(seconds(600), 'c'), wait(seconds(600), 'd')], [665, 730]);
  });

  it('keeps to 10,000 recipients in 24 hours, counted by the hour', () => {
    const full = { ...empty, recipients: [{ hour: ten - 3_600_000, count: recipientsADay - 30 }] };
    assert.equal(asked(full, ten, handful('a', 15)), 'go');
    assert.equal(asked(full, ten, handful('a', 16)), `wait ${24 * 3600}`, 'a day after the end of that hour');
  });

  describe('with two hundred reserved starts', () => {
    /** Thirty invitations sent at ten, and `size` reserved starts 65 seconds apart. */
    const line = (size: number): MailboxBudget => {
      let budget = sent(empty, ten, handful('first', 30));
      for (let i = 1; i <= size; i++) {
        const taken = takeTurn(budget, ten, lease, handful(longKey(i)));
        assert.ok(taken.kind === 'wait' && taken.budget !== null);
        assert.equal(taken.until, seconds(65 * i));
        budget = taken.budget;
      }
      return budget;
    };
    /** A key of the greatest length: a scheme's id has at most forty characters. */
    const longKey = (i: number) => `${'s'.repeat(40)}:2026-12-14:p${String(i).padStart(5, '0')}`;

    it('reserves no further start until one of them has been used', () => {
      let budget = line(199);
      assert.equal(reservationsLeft(budget, ten), 1);
      assert.equal(
        reservationsLeft(budget, seconds(65 * 200 + 3_600)),
        200,
        'work that never came is forgotten',
      );
      budget = line(200);
      assert.equal(asked(budget, seconds(1), handful('one more')), 'full 61');
      assert.equal(reservationsLeft(budget, seconds(1)), 0);
      assert.equal(
        asked(budget, seconds(1), handful(longKey(200))),
        'wait 13000',
        'a reserved start stays reserved',
      );
      assert.equal(asked(budget, seconds(1), { ...handful('r'), invitations: 0, recipients: 0 }), 'go');
      budget = sent(budget, seconds(65), handful(longKey(1)));
      assert.equal(reservationsLeft(budget, seconds(66)), 1);
      assert.equal(asked(budget, seconds(66), handful('one more')), 'wait 13065');
    });

    it('fits into one property of Table storage', () => {
      assert.ok(JSON.stringify(line(200).sendings).length < 32_768);
    });

    it('lets small work begin while the minute has room for it, but stores at most 250 entries', () => {
      let budget = line(200);
      for (let i = 1; i <= 50; i++) {
        const at = seconds(60 + 7 * i);
        const small = handful(longKey(9_000 + i), 1);
        const taken = takeTurn(budget, at, lease, small);
        assert.ok(taken.kind === 'go');
        // It failed, so its entry waits for the repeat.
        budget = endTurn(taken.budget, at, small.holder, false) ?? budget;
      }
      assert.equal(asked(budget, seconds(417), handful('one more', 1)), 'full 477');
      assert.ok(JSON.stringify(budget.sendings).length < 32_768);
    });
  });

  it('lets reading wait for its turn, not for the limits', () => {
    const reading = { key: 'r', holder: 'r', invitations: 0, recipients: 0 };
    const full = sent(empty, ten, handful('a', 30));
    assert.equal(asked(full, ten, reading), 'go');
    const taken = takeTurn(full, ten, lease, reading);
    assert.ok(taken.kind === 'go');
    assert.equal(asked(taken.budget, ten, { ...reading, key: 's' }), 'busy 120');
  });

  it('refuses work that is larger than the limits', () => {
    assert.throws(
      () => takeTurn(empty, ten, lease, handful('a', 31)),
      /31 invitations to 62 recipients never fit/,
    );
  });
});

describe('endTurn', () => {
  it('ends only the turn of the holder', () => {
    const taken = takeTurn(emptyBudget('m'), ten, lease, handful('a'));
    assert.ok(taken.kind === 'go');
    assert.equal(endTurn(taken.budget, seconds(1), 'somebody else', true), null);
    assert.equal(endTurn(taken.budget, seconds(1), 'a@test', true)?.turn, null);
  });

  it('counts the minute from the end of the turn', () => {
    const taken = takeTurn(emptyBudget('m'), ten, lease, handful('a'));
    assert.ok(taken.kind === 'go');
    const ended = endTurn(taken.budget, seconds(50), 'a@test', true);
    assert.ok(ended);
    assert.equal(asked(ended, seconds(100), handful('b')), 'wait 115');
  });

  it('counts failed work and its repeat once', () => {
    const taken = takeTurn(emptyBudget('m'), ten, lease, handful('a'));
    assert.ok(taken.kind === 'go');
    const failed = endTurn(taken.budget, seconds(1), 'a@test', false);
    assert.ok(failed);
    assert.equal(asked(failed, seconds(2), handful('b')), 'wait 66');
    const again = takeTurn(failed, seconds(2), lease, handful('a'));
    assert.ok(again.kind === 'go');
    assert.deepEqual(again.budget.recipients, taken.budget.recipients);
    assert.deepEqual(again.budget.sendings, [{ key: 'a', at: seconds(2), invitations: 20 }]);
  });
});

describe('turns at a mailbox', () => {
  /** Works that come at random times, and are late by random times when they come back. */
  const arrivals = fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 200_000 }),
      late: fc.integer({ min: 0, max: 30_000 }),
      takes: fc.integer({ min: 0, max: 60_000 }),
      invitations: fc.integer({ min: 1, max: 20 }),
      dies: fc.boolean(),
    }),
    { minLength: 1, maxLength: 25 },
  );

  it('never overlap, never send more than 30 invitations in a minute, and come for every work', () => {
    fc.assert(
      fc.property(arrivals, (given) => {
        let budget = emptyBudget('m');
        const waiting = given.map((work, i) => ({ ...work, key: `w${i}`, at: ten + work.at, tries: 0 }));
        const turns: { from: number; to: number; invitations: number }[] = [];
        const ends: { at: number; holder: string }[] = [];
        while (waiting.length > 0) {
          waiting.sort((a, b) => a.at - b.at);
          const next = waiting.shift();
          assert.ok(next);
          for (const end of ends.splice(0)) {
            if (end.at > next.at) ends.push(end);
            else budget = endTurn(budget, end.at, end.holder, true) ?? budget;
          }
          const holder = `${next.key}@${next.at}`;
          const need = { ...next, recipients: 2 * next.invitations, holder };
          const taken = takeTurn(budget, next.at, lease, need);
          if (taken.kind === 'go') {
            budget = taken.budget;
            turns.push({ from: next.at, to: next.at + next.takes, invitations: next.invitations });
            // A worker that dies has sent its invitations, and does not end its turn.
            if (!next.dies) ends.push({ at: next.at + next.takes, holder });
            continue;
          }
          if (taken.kind === 'wait') budget = taken.budget ?? budget;
          assert.ok(next.tries < 200, `${next.key} never gets its turn`);
          waiting.push({ ...next, at: taken.until + next.late, tries: next.tries + 1 });
        }
        turns.sort((a, b) => a.from - b.from);
        for (const [i, turn] of turns.entries()) {
          const before = turns[i - 1];
          assert.ok(before === undefined || before.to <= turn.from, 'two turns at once');
          // The worst case: all of a turn is sent at its end, and all of the next one at its beginning.
          const within = turns.slice(i).filter(({ from }) => from < turn.to + 60_000);
          const sum = within.reduce((total, { invitations }) => total + invitations, 0);
          assert.ok(sum <= invitationsAMinute, `${sum} invitations in a minute`);
        }
        assert.equal(turns.length, given.length);
      }),
      { numRuns: 300 },
    );
  });

  it('never write to more than 10,000 recipients in 24 hours', () => {
    const hour = 3_600_000;
    const works = fc.array(
      fc.record({
        gap: fc.integer({ min: 0, max: 3 * hour }),
        recipients: fc.integer({ min: 1, max: 5_000 }),
      }),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(works, (given) => {
        let budget = emptyBudget('m');
        let arrival = ten;
        const done: { at: number; recipients: number }[] = [];
        const waiting = given.map(({ gap, recipients }, i) => {
          arrival += gap;
          return { key: `w${i}`, at: arrival, recipients };
        });
        while (waiting.length > 0) {
          waiting.sort((a, b) => a.at - b.at);
          const next = waiting.shift();
          assert.ok(next);
          const taken = takeTurn(budget, next.at, lease, { ...next, invitations: 1, holder: next.key });
          if (taken.kind === 'go') {
            done.push(next);
            budget = endTurn(taken.budget, next.at, next.key, true) ?? budget;
          } else {
            if (taken.kind === 'wait') budget = taken.budget ?? budget;
            waiting.push({ ...next, at: taken.until });
          }
        }
        for (const { at } of done) {
          const day = done.filter((other) => other.at > at - 24 * hour && other.at <= at);
          const sum = day.reduce((total, { recipients }) => total + recipients, 0);
          assert.ok(sum <= recipientsADay, `${sum} recipients in a day`);
        }
      }),
    );
  });
});
