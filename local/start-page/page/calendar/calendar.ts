import { shownAnswer } from '../answer-marks.ts';
import type { Answer, CalendarEvent } from '../api.ts';
import { actionButton, byId, h, redraw } from '../html.ts';
import { city, moment, shortDate, time, weekDate } from '../times.ts';
import type { Actions, View } from '../view.ts';
import { instant, layOut, type Block, type Day, type Week } from './week.ts';

const answers: readonly { readonly label: string; readonly answer: Answer; readonly response: string }[] = [
  { label: 'Accept', answer: 'accept', response: 'accepted' },
  { label: 'Tentative', answer: 'tentativelyAccept', response: 'tentativelyAccepted' },
  { label: 'Decline', answer: 'decline', response: 'declined' },
];

/** Somebody's meeting week in the emulated Outlook, with the invitation and the three answers. */
export function mountCalendar(actions: Actions): (view: View) => void {
  const invitations = byId('invitations', HTMLElement);
  const grid = byId('week', HTMLElement);
  const title = byId('week-title', HTMLElement);
  const download = byId('ics', HTMLAnchorElement);
  return ({ overview, person, events }) => {
    const { round } = overview.week;
    title.textContent = `Calendar, week of ${shortDate(round)}`;
    byId('week-zone', HTMLElement).textContent = `${city(person.zone)} time`;
    download.href = `/local/calendar?user=${encodeURIComponent(person.mail)}`;
    download.download = `${person.mail}.ics`;

    const invited = events.filter((event) => !event.isOrganizer);
    redraw(
      invitations,
      ...(invited.length === 0
        ? [h('p', { class: 'empty' }, 'No invitation in this week.')]
        : invited.map((event) => invitation(event, person.zone, actions))),
    );
    draw(grid, layOut(events, round, person), person);
  };
}

function invitation(event: CalendarEvent, zone: string, actions: Actions): Node {
  const { response } = event.responseStatus;
  const { words, look } = shownAnswer(response);
  const joinUrl = event.onlineMeeting?.joinUrl ?? null;
  return h(
    'div',
    { class: `invitation ${look}` },
    h('p', { class: 'subject' }, event.subject),
    h(
      'p',
      {},
      `${moment(instant(event.start), zone)} to ${time(instant(event.end), zone)} · ${words}`,
      joinUrl === null ? null : ' · ',
      joinUrl === null ? null : h('a', { href: joinUrl, target: '_blank', rel: 'noopener' }, 'Teams link'),
    ),
    h(
      'p',
      { class: 'actions', role: 'group', 'aria-label': 'Answer the invitation' },
      ...answers.map(({ label, answer, response: given }) =>
        actionButton(
          label,
          `${answer}-${event.id}`,
          () => {
            actions.answer(event, answer);
          },
          { 'aria-pressed': String(response === given) },
        ),
      ),
    ),
  );
}

function draw(grid: HTMLElement, week: Week, person: View['person']): void {
  grid.style.setProperty('--hours', String(week.to - week.from));
  // Room for the day with the most whole-day events, so that none is hidden.
  grid.style.setProperty('--all-day', String(Math.max(1, ...week.days.map(({ allDay }) => allDay.length))));
  const hours = Array.from({ length: week.to - week.from }, (_, index) =>
    h('li', {}, `${String(week.from + index).padStart(2, '0')}:00`),
  );
  redraw(
    grid,
    h('ol', { class: 'hours', 'aria-hidden': 'true' }, ...hours),
    ...week.days.map((day) => column(day, week, person)),
  );
}

function column(day: Day, week: Week, { zone }: View['person']): Node {
  const none = day.blocks.length === 0 && day.allDay.length === 0;
  return h(
    'section',
    {},
    h('h4', {}, weekDate(day.date)),
    h(
      'ul',
      { class: 'all-day' },
      ...day.allDay.map((event) => h('li', { class: event.showAs, title: event.subject }, event.subject)),
    ),
    none ? h('p', { class: 'unseen' }, 'Nothing.') : null,
    h('ol', { class: 'blocks' }, ...day.blocks.map((block) => blockItem(block, week, zone))),
  );
}

function blockItem({ event, start, end, from, to, lane, lanes }: Block, week: Week, zone: string): Node {
  const look = event.isOrganizer
    ? event.showAs
    : `invited ${shownAnswer(event.responseStatus.response).look}`;
  const times = `${time(start, zone)}–${time(end, zone)}`;
  const subject = event.subject === '' ? 'Busy' : event.subject;
  const style = [
    `--from: ${from / 60 - week.from}`,
    `--length: ${(to - from) / 60}`,
    `--left: ${(lane / lanes) * 100}%`,
    `--width: ${100 / lanes}%`,
  ].join('; ');
  return h(
    'li',
    { class: look, style, title: `${times} ${subject}` },
    h('time', { datetime: start }, times),
    ' ',
    subject,
  );
}
