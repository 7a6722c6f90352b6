import assert from 'node:assert/strict';
import type { Answers } from '../../../core/records/profile.ts';
import {
  answersOf,
  changedFields,
  faultsOf,
  follow,
  type Form,
  formOf,
  type Typing,
} from '../../../tab/settings/wishes/form.ts';

const full: Answers = {
  preferences: { hours: 'morning', minutes: 45, third: true },
  profile: {
    drink: 'mint tea',
    about: 'I count newts.',
    askMe: 'ponds',
    call: 'phone',
    language: 'de',
    quiet: { from: '17:30', to: '09:00' },
  },
};
const bare: Answers = {
  preferences: { hours: 'either', minutes: null },
  profile: { call: 'video', language: null },
};
const empty = formOf(bare, 30);

describe('the form of somebody’s settings', () => {
  it('holds all that is stored, and stores it as it was', () => {
    assert.deepEqual(answersOf(formOf(full, 30)), full);
  });

  it('shows what was never chosen as the card does: empty, usual, alone, as in Teams, by working hours', () => {
    assert.deepEqual(empty, {
      ...{ drink: '', about: '', askMe: '', hours: 'either', minutes: 'scheme', call: 'video', third: false },
      ...{ language: 'teams', quiet: 'work', from: '18:00', to: '08:00' },
    });
    assert.deepEqual(answersOf(empty), {
      preferences: { hours: 'either', minutes: null, third: false },
      profile: { call: 'video', language: null },
    });
  });

  it('shows a length that the scheme has reached as the usual one', () => {
    assert.equal(formOf(full, 45).minutes, 'scheme');
    assert.equal(formOf(full, 30).minutes, '45');
  });

  it('puts texts on one line, and leaves out those that are blank', () => {
    const { profile } = answersOf({ ...empty, drink: '  rose\u200b \n hip ', about: ' \t' });
    assert.deepEqual(profile, { drink: 'rose hip', call: 'video', language: null });
  });
});

describe('what is wrong with quiet hours', () => {
  const times = (from: string, to: string): Form => ({ ...empty, quiet: 'own', from, to });

  it('is a time that is missing, or an end at the beginning', () => {
    assert.deepEqual(faultsOf(times('', '')), { from: 'timeMissing', to: 'timeMissing' });
    assert.deepEqual(faultsOf(times('18:00', '18:00')), { to: 'timesSame' });
    assert.deepEqual(faultsOf(times('18:00', '08:00')), {});
  });

  it('is nothing as long as the working hours count', () => {
    assert.deepEqual(faultsOf({ ...empty, from: '', to: '' }), {});
  });
});

describe('what changed in a form', () => {
  const base = formOf(full, 30);

  it('is each field with another value, the times of the quiet hours as one', () => {
    assert.deepEqual(changedFields(base, { ...base, hours: 'either', from: '18:00', drink: 'coffee' }), [
      'drink',
      'hours',
      'quiet',
    ]);
  });

  it('is nothing that would be stored alike', () => {
    assert.deepEqual(changedFields(base, { ...base, drink: ' mint  tea' }), []);
    assert.deepEqual(changedFields(empty, { ...empty, from: '20:00' }), []);
  });
});

describe('a form that somebody fills in while something else is stored', () => {
  const base = formOf(full, 30);
  const begun = (typed: Form): Typing => ({ base, typed, elsewhere: [] });

  it('keeps what they typed, follows in the rest, and says what was changed elsewhere', () => {
    const typed: Form = { ...base, drink: 'coffee', from: '20:00', to: '07:00' };
    const stored: Form = { ...base, drink: 'cocoa', call: 'video', quiet: 'work' };
    const followed = follow(begun(typed), stored);
    assert.deepEqual(followed, {
      base: stored,
      typed: { ...typed, call: 'video' },
      elsewhere: ['drink', 'call', 'quiet'],
    });
    assert.deepEqual(follow(followed, { ...stored, third: false }).elsewhere, ['drink', 'third', 'quiet']);
  });

  it('follows without a word where nothing was typed, or the same', () => {
    const stored: Form = { ...base, drink: 'cocoa' };
    assert.deepEqual(follow(begun(base), stored), { base: stored, typed: stored, elsewhere: [] });
    assert.deepEqual(follow(begun({ ...base, drink: ' cocoa ' }), stored).elsewhere, []);
  });
});
