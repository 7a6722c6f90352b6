import assert from 'node:assert/strict';
import type { MyHistory } from '../../core/api/meetings.ts';
import { inLines, layOut, radius, type Labelled } from '../../tab/history/lay-out.ts';
import { networkOf, sizeOf } from '../../tab/history/network.ts';
import { wishesWith, withWish } from '../../tab/history/wishes.ts';
import { initialsOf } from '../../tab/parts/names.ts';

type Partner = MyHistory[number]['partners'][number];

const priya: Partner = { id: 'priya', name: 'Priya Raman', department: 'Digital' };
const tom: Partner = { id: 'tom', name: 'Tom Bright', department: 'Digital' };
const zoe: Partner = { id: 'zoe', name: 'Zoë Lindqvist', department: 'Highways and Transport' };
const kwame: Partner = { id: 'kwame', name: 'Kwame Mensah' };
const former: Partner = { id: 'former.colleague', name: '' };

function meeting(number: number, week: string | null, met: boolean | null, ...partners: Partner[]) {
  return {
    scheme: 'unmentoring',
    schemeName: 'UnMentoring',
    number,
    week,
    partners,
    met,
    takeaway: null,
    shared: [],
  };
}

describe('tab: the network of the people met', () => {
  const history: MyHistory = [
    meeting(6, '2026-11-09', null, { ...tom, id: 'nobody-said' }),
    meeting(5, '2026-10-12', true, priya),
    meeting(4, '2026-09-14', true, kwame, former),
    meeting(3, '2026-08-10', false, { ...tom, id: 'not-met' }),
    meeting(2, null, true, zoe),
    meeting(1, null, true, priya, tom),
  ];

  it('has those who were met, by department, in the order in which they came in', () => {
    assert.deepEqual(networkOf(history), [
      {
        department: 'Digital',
        people: [
          { id: 'priya', name: 'Priya Raman', times: 2, last: '2026-10-12' },
          { id: 'tom', name: 'Tom Bright', times: 1, last: null },
        ],
      },
      {
        department: 'Highways and Transport',
        people: [{ id: 'zoe', name: 'Zoë Lindqvist', times: 1, last: null }],
      },
      { department: null, people: [{ id: 'kwame', name: 'Kwame Mensah', times: 1, last: '2026-09-14' }] },
    ]);
  });

  it('counts people once, and only departments that are known', () => {
    assert.deepEqual(sizeOf(networkOf(history)), { people: 4, departments: 2 });
    assert.deepEqual(sizeOf(networkOf([])), { people: 0, departments: 0 });
  });

  it('keeps its order when somebody new is met', () => {
    const before = networkOf(history).map(({ department }) => department);
    const joined = { id: 'new', name: 'Ada Okafor', department: 'Adult Care' };
    const after = networkOf([meeting(7, '2026-12-14', true, joined), ...history]);
    assert.deepEqual(
      after.map(({ department }) => department),
      [...before, 'Adult Care'],
    );
  });
});

describe('tab: the picture of the network', () => {
  const groupOf = (label: string, count: number): Labelled => ({
    label,
    people: Array.from({ length: count }, (_, i) => ({
      id: `${label} ${i}`,
      name: `Somebody Number ${i}`,
      times: 1,
      last: null,
    })),
  });
  const networks = {
    'one person': [groupOf('Digital', 1)],
    'six departments': [3, 1, 2, 1, 3, 1].map((count, i) => groupOf(`Department with number ${i}`, count)),
    'a hundred people': Array.from({ length: 20 }, (_, i) => groupOf(`Department ${i}`, 5)),
  };

  for (const [name, groups] of Object.entries(networks))
    for (const width of [240, 288, 700, 848])
      for (const isRightToLeft of [false, true])
        it(`puts ${name} on ${width} px${isRightToLeft ? ' from right to left' : ''} without overlap`, () => {
          const picture = layOut(groups, width, isRightToLeft);
          const people = picture.groups.flatMap((group) => group.people);
          assert.equal(people.length, groups.flatMap((group) => group.people).length);
          const circles = [...people, picture.me];
          for (const [i, { x, y }] of circles.entries()) {
            assert.ok(x >= radius && x <= width - radius, `x ${x}`);
            assert.ok(y >= radius && y <= picture.height - radius, `y ${y} of ${picture.height}`);
            for (const other of circles.slice(i + 1))
              assert.ok(Math.hypot(x - other.x, y - other.y) >= 2 * radius, `${x},${y}`);
          }
        });

  it('has the reader in the middle and groups on both sides, the first where reading goes on', () => {
    const groups = networks['six departments'];
    const { me, width, groups: placed } = layOut(groups, 700, false);
    assert.equal(me.x, width / 2);
    assert.equal(placed.filter(({ side }) => side === 'before').length, 3);
    for (const { side, at } of placed) assert.equal(at.x > me.x, side === 'after');
    for (const { side, at } of layOut(groups, 700, true).groups) assert.equal(at.x < me.x, side === 'after');
    assert.equal(placed[0]?.label, groups[0]?.label);
  });

  it('writes names where there is room for the longest', () => {
    const groups = networks['six departments'];
    assert.equal(layOut(groups, 288, false).isNamed, false);
    assert.equal(layOut(groups, 700, false).isNamed, true);
    assert.equal(layOut(networks['a hundred people'], 700, false).isNamed, false);
    const long = [
      { ...groupOf('Digital', 1), people: [{ id: 'a', name: 'A'.repeat(60), times: 1, last: null }] },
    ];
    assert.equal(layOut(long, 700, false).isNamed, false);
  });

  it('breaks long labels into lines', () => {
    assert.deepEqual(inLines('Highways and Transport', 12), ['Highways and', 'Transport']);
    assert.deepEqual(inLines('Straßenverkehrsbehörde', 12), ['Straßenverke', 'hrsbehörde']);
    assert.deepEqual(inLines('IT', 12), ['IT']);
  });
});

describe('tab: the wish to meet again', () => {
  const history: MyHistory = [meeting(2, null, true, priya, tom), meeting(1, null, true, priya)];

  it('is shown with everybody it is about, and nobody else', () => {
    const wished = withWish(history, 'priya', true);
    const again = (one: MyHistory) =>
      one.map(({ partners }) => partners.map((partner) => partner.again ?? false));
    assert.deepEqual(again(wished), [[true, false], [true]]);
    assert.deepEqual(withWish(wished, 'priya', false), history);
  });

  it('is on the list once, and leaves it alone when taken back', () => {
    assert.deepEqual(wishesWith(['tom'], 'priya', true), ['tom', 'priya']);
    assert.deepEqual(wishesWith(['tom', 'priya'], 'priya', true), ['tom', 'priya']);
    assert.deepEqual(wishesWith(['tom', 'priya'], 'priya', false), ['tom']);
  });
});

describe('tab: initials', () => {
  it('are those of the first and of the last word, whatever the script', () => {
    const cases = {
      'Miguel Ángel Fernández': 'MF',
      ada: 'A',
      ' Zoë  Lindqvist ': 'ZL',
      '李 小龙': '李小',
      '': '',
    };
    for (const [name, initials] of Object.entries(cases)) assert.equal(initialsOf(name), initials);
  });
});
