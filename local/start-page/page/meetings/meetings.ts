import { shownAnswer } from '../answer-marks.ts';
import { actionButton, byId, h, redraw } from '../html.ts';
import { stateOf, type Look } from './meeting-state.ts';
import { dateIn, shortDate, time } from '../times.ts';
import { isPerson, type Actions, type Pairing, type View } from '../view.ts';

/** The most meetings that are shown at once. More are folded by day. */
const mostUnfolded = 30;
/** The number of meetings from which on there is a field to find somebody. */
const manyMeetings = 10;

interface Meeting {
  readonly pairing: Pairing;
  readonly state: Look;
}

/** Shows every meeting of the newest round, by day, with its members and its state. */
export function mountMeetings(actions: Actions): (view: View) => void {
  const section = byId('meetings', HTMLElement);
  const find = byId('find', HTMLInputElement);
  const found = byId('found', HTMLElement);
  const days = byId('days', HTMLElement);
  let shown: View | null = null;
  /** What decides which days are open at first: they are shut and opened by hand until it changes. */
  let occasion = '';

  const draw = (view: View): void => {
    const { round, overview } = view;
    section.hidden = round === null;
    if (round === null) return;
    const wanted = find.value.trim().toLowerCase();
    const all = round.pairings.map((pairing) => ({ pairing, state: stateOf(pairing, overview) }));
    const meetings = all.filter(({ pairing }) => hasName(pairing.members, wanted));
    const alone = round.receipt.filter(
      (one) => one.outcome === 'unplaced' && one.pairing === null && hasName([one], wanted),
    );
    byId('meetings-sum', HTMLElement).textContent = `Round ${round.number}: ${counted(all)}.`;
    find.hidden = all.length < manyMeetings;
    found.textContent = wanted === '' ? '' : `${meetings.length} found`;

    const isOpen = openedByHand(days, `${round.round} ${wanted}`);
    const unfolded = wanted !== '' || all.length <= mostUnfolded;
    const group = (key: string, title: string, count: string, ...items: readonly Node[]) =>
      h(
        'details',
        { 'data-key': key, open: (isOpen.get(key) ?? unfolded) ? '' : null },
        h('summary', { 'data-key': `${key}-title` }, h('b', {}, title), ` ${count}`),
        h('ul', { class: 'pairings' }, ...items),
      );
    redraw(
      days,
      ...byDay(meetings, round.zone).map(([day, some]) =>
        group(
          `day-${day}`,
          day === '' ? 'Without a time' : shortDate(day),
          counted(some),
          ...some.map((meeting) => meetingItem(meeting, view, actions)),
        ),
      ),
      alone.length === 0
        ? null
        : group(
            'day-none',
            'Without a partner',
            `${alone.length} ${alone.length === 1 ? 'person' : 'people'}, told why`,
            ...alone.map(({ id, name }) => h('li', {}, personButton({ id, name }, view, actions))),
          ),
    );
  };

  /** Which days somebody opened or shut, since the occasion was the same. */
  const openedByHand = (holder: HTMLElement, now: string): Map<string, boolean> => {
    const known = now === occasion ? [...holder.querySelectorAll('details')] : [];
    occasion = now;
    return new Map(known.map((day) => [day.dataset.key ?? '', day.open]));
  };

  find.addEventListener('input', () => {
    if (shown !== null) draw(shown);
  });
  return (view) => {
    shown = view;
    draw(view);
  };
}

function hasName(people: readonly { readonly name: string }[], wanted: string): boolean {
  return people.some(({ name }) => name.toLowerCase().includes(wanted));
}

/** @example "19 meetings: 17 booked, 2 moved" */
function counted(meetings: readonly Meeting[]): string {
  const total = `${meetings.length} ${meetings.length === 1 ? 'meeting' : 'meetings'}`;
  const states = Map.groupBy(meetings, ({ state }) => state.words);
  if (states.size === 0) return total;
  return `${total}: ${[...states].map(([words, some]) => `${some.length} ${words}`).join(', ')}`;
}

/** The meetings of each day (ISO date), in order of time; first those without a time, under ''. */
function byDay(meetings: readonly Meeting[], zone: string): [string, Meeting[]][] {
  const startOf = ({ pairing: { slot } }: Meeting) => slot?.start ?? '';
  const sorted = [...meetings].sort((a, b) => startOf(a).localeCompare(startOf(b)));
  return [...Map.groupBy(sorted, ({ pairing: { slot } }) => (slot === null ? '' : dateIn(slot.start, zone)))];
}

function meetingItem({ pairing, state }: Meeting, view: View, actions: Actions): Node {
  const members = pairing.members.map((member) => {
    const { mark, words, look } = shownAnswer(member.answer);
    return h(
      'li',
      {},
      personButton(member, view, actions),
      h(
        'span',
        { class: `mark ${look}`, title: words },
        h('span', { 'aria-hidden': 'true' }, mark),
        h('span', { class: 'unseen' }, words),
      ),
    );
  });
  const { slot } = pairing;
  return h(
    'li',
    {},
    h('ul', {}, ...members),
    h(
      'span',
      { class: 'when' },
      slot === null ? null : `${time(slot.start, view.overview.scheme.zone)} · `,
      h('span', { class: `state ${state.look}` }, state.words),
    ),
  );
}

/** A button to be this person; only the name of somebody who is not in the directory. */
function personButton(
  { id, name }: { readonly id: string; readonly name: string },
  { overview, person }: View,
  actions: Actions,
): Node | string {
  const member = overview.people.find((one) => isPerson(id, one));
  if (member === undefined) return name;
  return actionButton(
    name,
    `pairing-${id}`,
    () => {
      actions.choose(member);
    },
    { 'aria-current': member.mail === person.mail ? 'true' : null },
  );
}
