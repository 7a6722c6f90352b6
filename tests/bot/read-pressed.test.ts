import assert from 'node:assert/strict';
import { readPressed } from '../../bot/commands/read-pressed.ts';

describe("a button's data", () => {
  const refused: readonly unknown[] = [
    null,
    'join',
    {},
    { verb: 'delete-everything' },
    { verb: 'join', scheme: { id: 1 } },
    { verb: 'join', scheme: '../other' },
    { verb: 'pause', until: 5 },
    { verb: 'prefer', hours: 'morning', minutes: '45' },
    { verb: 'save-settings', hours: 'at night', minutes: '45' },
    { verb: 'save-settings', minutes: '44' },
    { verb: 'save-settings', minutes: 'toString' },
    { verb: 'save-settings', drink: 5 },
    { verb: 'save-settings', call: 'by pigeon' },
    { verb: 'save-settings', language: 'xx' },
    { verb: 'sign-up', rules: 'all' },
    { verb: 'erase' },
    { verb: 'erase', token: 'now' },
    { verb: 'keep-apart', person: 'former.colleague' },
    { verb: 'take-back', person: '../x' },
    { verb: 'invite-person' },
    { verb: 'never-with', name: 'x'.repeat(257) },
    { verb: 'choose', pairing: 'p00001', revision: 1 },
    { verb: 'choose', pairing: 'p00001', revision: '1', start: '2026-12-15T10:00:00Z' },
    { verb: 'choose', pairing: 'p00001', revision: -1, start: '2026-12-15T10:00:00Z' },
    { verb: 'choose', pairing: 'p00001', revision: 1, start: 'tomorrow' },
    { verb: 'choose', pairing: '../p00001', revision: 1, start: '2026-12-15T10:00:00Z' },
    { verb: 'coming', scheme: 's', round: '2026-12-14', pairing: 'p00001' },
    { verb: 'coming', round: '2026-12-14', pairing: 'p00001', start: '2026-12-15T10:00:00Z' },
    { verb: 'cannot', scheme: 's', round: 'today', pairing: 'p00001', start: '2026-12-15T10:00:00Z' },
    { verb: 'met', scheme: 's', round: '2026-12-14', pairing: 'p00001', start: '2026-12-15T10:00:00Z' },
    {
      ...{ verb: 'met', scheme: 's', round: '2026-12-14', pairing: 'p00001' },
      ...{ start: '2026-12-15T10:00:00Z', said: 'maybe' },
    },
    { verb: 'feedback', scheme: '../s', round: '2026-12-14' },
    { verb: 'feedback', scheme: 's' },
    { verb: 'call-answer', scheme: 's', round: '2026-12-14', answer: 'perhaps' },
    { verb: 'still-in' },
  ];
  for (const data of refused) {
    it(`is refused: ${JSON.stringify(data)}`, () => {
      assert.equal(readPressed(data), null);
    });
  }
  it('may say how a meeting was: a face, a line of at most 280 characters, and whether it is shared', () => {
    const pressed = (fields: object) => {
      const command = readPressed({ verb: 'feedback', scheme: 's', round: '2026-12-14', ...fields });
      return command?.kind === 'feedback' ? command.feedback : null;
    };
    assert.deepEqual(pressed({}), { shared: false });
    assert.deepEqual(pressed({ face: '4', takeaway: ' a\nb ', shared: 'true' }), {
      ...{ face: 4, takeaway: 'a b', shared: true },
    });
    assert.deepEqual(pressed({ face: '5', takeaway: '  ' }), { shared: false });
    assert.equal(pressed({ takeaway: 'x'.repeat(300) })?.takeaway?.length, 280);
  });

  it('may contain the hours and minutes that were filled in', () => {
    for (const [choice, minutes] of [
      ['scheme', null],
      ['30', 30],
      ['45', 45],
      ['60', 60],
    ])
      assert.deepEqual(
        readPressed({ verb: 'save-settings', scheme: 's', hours: 'morning', minutes: choice }),
        {
          kind: 'save-settings',
          scheme: 's',
          answers: {
            preferences: { hours: 'morning', minutes, third: false },
            profile: { call: 'video', language: null },
          },
        },
      );
  });
  it('has the ground rules only when each of them is ticked', () => {
    const ticks = { 'rule-between': 'true', 'rule-selling': 'true', 'rule-turn-up': 'true' };
    const rulesOf = (more: object) => {
      const command = readPressed({ verb: 'sign-up', rules: 1, ...more });
      return command?.kind === 'join' && command.answers?.rules;
    };
    assert.equal(rulesOf(ticks), 1);
    assert.equal(rulesOf({}), null);
    for (const rule of Object.keys(ticks)) {
      for (const value of ['false', '', undefined, null, 'yes'])
        assert.equal(rulesOf({ ...ticks, [rule]: value }), null, rule);
    }
    const own = { ...ticks, ownRule: 'I put my phone away.' };
    assert.equal(rulesOf(own), null);
    const pressed = readPressed({ verb: 'sign-up', rules: 1, ...own, 'rule-own': 'true' });
    const answers = pressed?.kind === 'join' ? pressed.answers : undefined;
    assert.deepEqual([answers?.rules, answers?.ownRule], [1, 'I put my phone away.']);
  });
  it('has what somebody wrote on one line, without invisible characters, at most as long as the field', () => {
    const profileOf = (drink: string) => {
      const command = readPressed({ verb: 'save-settings', drink });
      return command?.kind === 'save-settings' ? command.answers.profile.drink : null;
    };
    assert.equal(profileOf('  oat\n\tmilk\u0000 \u202ecoffee\u200b '), 'oat milk coffee');
    assert.equal(profileOf(' \n '), undefined);
    assert.equal(profileOf('x'.repeat(61)), 'x'.repeat(60));
    assert.equal(profileOf(`${'x'.repeat(59)}🫖`), 'x'.repeat(59), 'half a character is left out');
  });
  it('may contain the time that was pressed, and nothing else', () => {
    const choice = { pairing: 'r003-01', revision: 2, start: '2026-12-15T10:00:00Z' };
    assert.deepEqual(readPressed({ verb: 'choose', ...choice, hours: 'morning', person: 'x' }), {
      kind: 'choose',
      ...choice,
      start: Date.parse('2026-12-15T10:00:00Z'),
    });
    assert.deepEqual(readPressed({ verb: 'other-times', pairing: 'p1' }), { kind: 'other-times' });
  });
  it('may contain a date, no date, or text that is no date', () => {
    assert.deepEqual(readPressed({ verb: 'pause', scheme: 's', until: '2027-01-14' }), {
      kind: 'pause',
      scheme: 's',
      until: '2027-01-14',
    });
    assert.deepEqual(readPressed({ verb: 'pause', until: '' }), { kind: 'pause', scheme: null, until: null });
    assert.deepEqual(readPressed({ verb: 'pause', until: '2027-02-30' }), { kind: 'date-unclear' });
  });
});
