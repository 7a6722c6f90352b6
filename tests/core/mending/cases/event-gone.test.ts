import assert from 'node:assert/strict';
import { after } from './ann-and-ben.ts';

describe('an event that was deleted from the organiser’s calendar', () => {
  it('makes the two choose another time', () => {
    const asked = after({}, { isGone: true });
    assert.deepEqual(
      [asked?.state, asked?.news, asked?.because, asked?.generation],
      ['suggested', 'asked', null, 1],
    );
    assert.equal(asked?.offer?.length, 3);
  });
});
