import assert from 'node:assert/strict';
import fc from 'fast-check';
import { moreRoomAt, roomAt, withSent } from '../../../core/mailbox/limits.ts';
import { newMailbox } from '../../../core/mailbox/change-mailbox.ts';

const ten = Date.parse('2026-12-10T10:00:00Z');
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const mailbox = newMailbox('coffee@contoso.example');

describe('the room of a mailbox', () => {
  const sent = withSent(mailbox, ten, 20, 4_000);
  for (const { at, invitations, recipients, more } of [
    { at: ten, invitations: 10, recipients: 6_000, more: ten + minute },
    { at: ten + minute - 1, invitations: 10, recipients: 6_000, more: ten + minute },
    { at: ten + minute, invitations: 30, recipients: 6_000, more: ten + day },
    { at: ten + day, invitations: 30, recipients: 10_000, more: Infinity },
  ]) {
    it(`is ${invitations} invitations and ${recipients} recipients ${(at - ten) / 1000} seconds after 20 invitations to 4,000`, () => {
      assert.deepEqual(roomAt(sent, at), { invitations, recipients });
      assert.equal(moreRoomAt(sent, at), more);
    });
  }

  it('counts the 24 hours before, as long as it goes on sending', () => {
    const later = withSent(sent, ten + 23 * hour, 1, 5_000);
    assert.equal(roomAt(later, ten + 25 * hour).recipients, 1_000, 'not 5,000');
    const nextDay = withSent(later, ten + 25 * hour, 1, 1_000);
    assert.equal(roomAt(nextDay, ten + 48 * hour).recipients, 0);
    assert.equal(roomAt(nextDay, ten + 49 * hour).recipients, 10_000);
  });

  it('never lets more than 30 invitations into a minute, nor more than 10,000 recipients into a day', () => {
    const step = fc.record({
      wait: fc.oneof(fc.integer({ min: 0, max: 90_000 }), fc.integer({ min: 0, max: 30 * hour })),
      invitations: fc.integer({ min: 1, max: 40 }),
      recipients: fc.integer({ min: 1, max: 12_000 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let now = ten;
        let state = mailbox;
        const all: { at: number; invitations: number; recipients: number }[] = [];
        for (const { wait, ...wanted } of steps) {
          now += wait;
          const room = roomAt(state, now);
          const invitations = Math.min(wanted.invitations, room.invitations);
          const recipients = Math.min(wanted.recipients, room.recipients);
          if (invitations === 0 || recipients === 0) {
            assert.ok(moreRoomAt(state, now) > now && moreRoomAt(state, now) <= now + day);
            continue;
          }
          state = withSent(state, now, invitations, recipients);
          all.push({ at: now, invitations, recipients });
        }
        for (const { at } of all) {
          const within = (length: number) => all.filter((one) => one.at > at - length && one.at <= at);
          assert.ok(within(minute).reduce((sum, one) => sum + one.invitations, 0) <= 30);
          assert.ok(within(day).reduce((sum, one) => sum + one.recipients, 0) <= 10_000);
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
