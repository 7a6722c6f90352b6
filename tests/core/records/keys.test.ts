import assert from 'node:assert/strict';
import { eventKey, pairingMessageKey, unplacedMessageKey } from '../../../core/records/keys.ts';
import { pairing, placement } from '../../support/records.ts';

describe('the key', () => {
  const third = pairing('p00003', ['Ann', 'Ben'], { revision: 2, generation: 0 });

  it('of an event names its pairing, and how many events of it were cancelled', () => {
    assert.equal(eventKey(third), 'unmentoring:2026-12-14:p00003');
    assert.equal(eventKey({ ...third, generation: 1 }), 'unmentoring:2026-12-14:p00003:1');
  });

  it('of a message about a pairing names the revision and the reader', () => {
    assert.equal(pairingMessageKey(third, 't.ann'), 'pairing:unmentoring:2026-12-14:p00003:2:t.ann');
  });

  it('of a message to somebody without a pairing names the repair and the reader', () => {
    const alone = placement('t.ann', { repair: 4 });
    assert.equal(unplacedMessageKey(alone), 'pairing:unmentoring:2026-12-14:none:4:t.ann');
  });
});
