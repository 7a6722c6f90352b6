import assert from 'node:assert/strict';
import type { ActView, WantedAct } from '../../core/api/acts.ts';
import { type MeetingScene, meetingActs, sceneAt } from '../../tab/now/decide-now.ts';
import { countdownTo } from '../../tab/now/countdown.ts';
import { foresee } from '../../tab/now/foresee.ts';
import { questionAfter } from '../../tab/now/question-after.ts';
import * as answers from './answers.ts';
import { nows } from './nows.ts';

const at = (instant: string): number => Date.parse(instant);
const early = at('2026-12-10T10:00:00Z');

describe('tab: what Now shows', () => {
  it('is the state that the API says', () => {
    const shown = Object.entries(nows).map(([state, now]) => {
      const scene = sceneAt(now, at(now.at));
      return [state, scene.kind === 'standing' ? scene.state : scene.kind];
    });
    for (const [state, seen] of shown) assert.equal(seen, state);
  });

  it('moves on with the time: near from ten minutes before, over when it ends', () => {
    const seen = (instant: string): string => {
      const scene = sceneAt(nows.meeting, at(instant));
      return scene.kind === 'meeting' ? scene.phase : scene.kind;
    };
    assert.deepEqual(
      ['2026-12-15T13:49:59Z', '2026-12-15T13:50:00Z', '2026-12-15T14:29:59Z', '2026-12-15T14:30:00Z'].map(
        seen,
      ),
      ['ahead', 'near', 'near', 'over'],
    );
  });

  it('is about the round of the answer, else of the pairing, else the next one', () => {
    const round = (state: 'skipped' | 'called-off' | 'waiting'): string | null => {
      const scene = sceneAt(nows[state], early);
      return scene.kind === 'standing' ? scene.round : null;
    };
    assert.deepEqual(
      [round('skipped'), round('called-off'), round('waiting')],
      ['2026-12-14', '2026-12-14', '2027-01-11'],
    );
  });
});

describe('tab: what can be done about a meeting', () => {
  function acts(change: Partial<MeetingScene['pairing']>, instant: string): string {
    const pairing = { ...answers.pairing, ...change };
    const scene = sceneAt({ ...nows.meeting, pairing }, at(instant));
    assert.equal(scene.kind, 'meeting');
    const { primary, others } = meetingActs(scene, at(instant));
    return [primary ?? '-', ...others].join(' ');
  }
  const [partner] = answers.pairing.partners;
  assert.ok(partner);
  const { id, name, zone, answer } = partner;
  const unknown = { id, name, zone, answer };
  const cases = [
    { when: 'days before', instant: '2026-12-10T10:00:00Z', seen: 'coming other-times cannot write' },
    { when: 'ten minutes before', instant: '2026-12-15T13:50:00Z', seen: 'join-meeting coming cannot write' },
    { when: 'once it has begun', instant: '2026-12-15T14:00:00Z', seen: 'join-meeting cannot write' },
    {
      when: 'ten minutes before, without a link',
      instant: '2026-12-15T13:50:00Z',
      change: { joinUrl: null },
      seen: 'coming cannot write',
    },
    { when: 'while it is being booked', change: { state: 'planned' }, seen: '- write' },
    { when: 'moved by hand after its week', change: { isAfterWeek: true }, seen: 'coming write' },
    {
      when: 'with somebody whose address is not known',
      change: { partners: [unknown] },
      seen: 'coming other-times cannot',
    },
  ] as const;
  for (const { when, seen, ...rest } of cases) {
    it(`is "${seen}" ${when}; the first stands out`, () => {
      const { change = {}, instant = '2026-12-10T10:00:00Z' } = { change: {}, ...rest } as {
        change?: Partial<MeetingScene['pairing']>;
        instant?: string;
      };
      assert.equal(acts(change, instant), seen);
    });
  }
});

describe('tab: the countdown to a meeting', () => {
  const start = '2026-12-15T14:00:00Z';
  const cases = [
    ['2026-12-10T10:00:00Z', { kind: 'days', days: 5 }],
    ['2026-12-13T23:59:00Z', { kind: 'days', days: 2 }],
    ['2026-12-14T18:00:00Z', { kind: 'tomorrow', hours: 20 }],
    ['2026-12-15T09:40:30Z', { kind: 'hours', hours: 4, minutes: 20 }],
    ['2026-12-15T13:00:00Z', { kind: 'hours', hours: 1, minutes: 0 }],
    ['2026-12-15T13:53:01Z', { kind: 'minutes', minutes: 7 }],
    ['2026-12-15T13:59:59Z', { kind: 'minutes', minutes: 1 }],
    ['2026-12-15T14:00:00Z', { kind: 'begun' }],
  ] as const;
  for (const [now, seen] of cases) {
    it(`says ${JSON.stringify(seen)} at ${now}`, () => {
      assert.deepEqual(countdownTo({ start }, at(now), 'Europe/London'), seen);
    });
  }

  it("counts the days of the reader's own calendar, also where clocks change", () => {
    assert.deepEqual(countdownTo({ start }, at('2026-12-14T13:00:00Z'), 'Pacific/Kiritimati'), {
      kind: 'tomorrow',
      hours: 25,
    });
    assert.deepEqual(
      countdownTo({ start: '2026-03-30T08:00:00Z' }, at('2026-03-28T23:30:00Z'), 'Europe/Berlin'),
      { kind: 'tomorrow', hours: 33 },
    );
  });
});

describe('tab: what Now will be once an act is carried out', () => {
  const inScheme = { scheme: 'unmentoring' };
  const view = (act: WantedAct, state: ActView['state'] = 'waiting'): ActView => ({
    ...{ id: 'act-00000001', act, state, reason: null },
    dueAt: '2026-12-10T10:00:10Z',
  });
  const seen = (from: keyof typeof nows, act: WantedAct, state?: ActView['state']) =>
    foresee({ ...nows[from], acts: [view(act, state)] });
  const january = '2027-01-11';
  const cases = [
    ['never-joined', { kind: 'join', ...inScheme }, 'waiting'],
    ['left', { kind: 'join', ...inScheme }, 'waiting'],
    ['paused', { kind: 'resume', ...inScheme }, 'waiting'],
    ['asked', { kind: 'take-part', ...inScheme, round: january }, 'waiting'],
    ['asked', { kind: 'skip', ...inScheme, round: january }, 'skipped'],
    ['meeting', { kind: 'skip', ...inScheme, round: '2026-12-14' }, 'skipped'],
    ['meeting', { kind: 'skip', ...inScheme, round: january }, 'meeting'],
    ['meeting', { kind: 'pause', ...inScheme, until: january }, 'meeting'],
    ['waiting', { kind: 'pause', ...inScheme, until: null }, 'paused'],
    ['meeting', { kind: 'leave', ...inScheme }, 'left'],
    ['waiting', { kind: 'leave', scheme: 'another' }, 'waiting'],
    ['waiting', { kind: 'invite', person: 'ada' }, 'waiting'],
  ] as const;
  for (const [from, act, state] of cases) {
    it(`goes from ${from} to ${state} with ${JSON.stringify(act)}`, () => {
      assert.equal(seen(from, act).state, state);
    });
  }

  it('stays as it is once the act was carried out or refused', () => {
    for (const state of ['done', 'refused'] as const)
      assert.equal(seen('meeting', { kind: 'leave', ...inScheme }, state).state, 'meeting');
  });

  it('has the time that was chosen, for as long as the others, and not booked yet', () => {
    const start = '2026-12-17T09:30:00Z';
    const { state, pairing } = seen('choose', { kind: 'choose', pairing: 'p1', revision: 0, start });
    assert.equal(state, 'meeting');
    assert.deepEqual(pairing?.slot, { start, end: '2026-12-17T10:00:00.000Z' });
    assert.equal(pairing.state, 'planned');
  });

  it('has the wish beside the others where all have to pick the same time', () => {
    const start = '2026-12-17T09:30:00Z';
    const pairingWithWishes = { ...answers.pairing, wishes: [] };
    const now = { ...nows.choose, pairing: pairingWithWishes };
    const acts = [view({ kind: 'choose', pairing: 'p1', revision: 0, start })];
    const { state, pairing } = foresee({ ...now, acts });
    assert.equal(state, 'choose');
    assert.deepEqual(pairing?.wishes, [
      { person: answers.me.id, slot: { start, end: '2026-12-17T10:00:00.000Z' } },
    ]);
  });
});

describe('tab: another question', () => {
  it('is of the next theme, and after the last comes the first', () => {
    const questions = { think: ['a', 'b'], do: ['c', 'd'], share: ['e', 'f'] };
    const order = [0, 1, 2, 3, 4, 5, 6].map((steps) => {
      const { theme, index } = questionAfter({ theme: 'do', index: 0 }, steps, questions);
      return questions[theme][index];
    });
    assert.deepEqual(order, ['c', 'e', 'b', 'd', 'f', 'a', 'c']);
  });
});
