import assert from 'node:assert/strict';
import { saysComing } from '../../../bot/commands/says-coming.ts';

describe('"I\'ll be there"', () => {
  for (const text of [
    "I'll be there",
    'I will be there!',
    'I’ll be there, thanks',
    'Ich komme gern.',
    'ich bin da',
  ]) {
    it(`is what this says: ${text}`, () => {
      assert.ok(saysComing(text));
    });
  }
  for (const text of [
    "I won't be there",
    "I'll be there on Friday instead",
    'Ich komme nicht',
    'komme ich?',
    '',
  ]) {
    it(`is not what this says: ${text === '' ? 'nothing' : text}`, () => {
      assert.ok(!saysComing(text));
    });
  }
});
