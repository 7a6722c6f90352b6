import assert from 'node:assert/strict';
import {
  ada,
  answer,
  coffee,
  grace,
  inCalendar,
  katherine,
  organiser,
  refusal,
  refused,
  useWorld,
  utc,
} from './world.ts';

const events = `/users/${organiser.mail}/events`;
const key = 'String {6f1d8a52-3c1e-4b7a-9d60-8a1f0c5f7e21} Name Pairing';
const find = (value: string): string =>
  `${events}?$filter=${encodeURIComponent(`singleValueExtendedProperties/Any(ep: ep/id eq '${key}' and ep/value eq '${value}')`)}`;

describe('emulated Graph: events', () => {
  const graph = useWorld();

  const answersOf = async (id: string): Promise<string[]> =>
    (await graph.as().get(`${events}/${id}`)).attendees.map(({ status }) => status.response);

  it('makes an event with a Teams link, and a tentative copy for each attendee', async () => {
    const event = await graph.as().post(events, coffee());
    assert.equal(event.responseStatus.response, 'organizer');
    assert.match(event.onlineMeeting?.joinUrl ?? '', /^https:\/\/teams\.microsoft\.com\/l\/meetup-join\//);
    assert.deepEqual(event.start, utc('2026-12-15T10:00:00.0000000'));
    for (const person of [ada, grace]) {
      const copy = await inCalendar(graph, person);
      assert.equal(copy?.iCalUId, event.iCalUId);
      assert.notEqual(copy.id, event.id);
      assert.equal(copy.showAs, 'tentative');
      assert.equal(copy.responseStatus.response, 'notResponded');
      assert.deepEqual(copy.onlineMeeting, event.onlineMeeting);
    }
    assert.equal(await inCalendar(graph, katherine), undefined);
  });

  it('makes one event for a repeated transaction id, also from simultaneous requests', async () => {
    const body = coffee({ transactionId: 'round-1/pair-1' });
    const made = await Promise.all([1, 2, 3, 4].map(() => graph.as().post(events, body)));
    assert.equal(new Set(made.map(({ id }) => id)).size, 1);
    assert.equal((await graph.as().get(events)).value.length, 1);
  });

  it('refuses a transaction id with another content, and names the event that has it', async () => {
    const first = await graph.as().post(events, coffee({ transactionId: 't' }));
    const response = await graph.fetch(`/graph/v1.0${events}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(coffee({ transactionId: 't', subject: 'Tea' })),
    });
    const { error } = (await response.json()) as { error: Record<string, unknown> };
    assert.equal(response.status, 409);
    assert.equal(error.code, 'ErrorDuplicateTransactionId');
    assert.equal(error['@event.existingEventId'], first.id);
    assert.equal((await graph.as().get(events)).value.length, 1);
  });

  it('finds an event by its extended property, shows the property when expanded, and only then', async () => {
    for (const value of ['a', "b'c", 'A']) {
      await graph
        .as()
        .post(events, coffee({ subject: value, singleValueExtendedProperties: [{ id: key, value }] }));
    }
    const { value } = await graph
      .as()
      .get(
        `${find("b''c")}&$select=subject&$expand=${encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${key.toLowerCase()}')`)}`,
      );
    assert.deepEqual(
      value.map((event) => [event.subject, event.singleValueExtendedProperties]),
      [["b'c", [{ id: key, value: "b'c" }]]],
    );
    const plain = await graph.as().get(find('a'));
    assert.deepEqual(
      plain.value.map((event) => [event.subject, 'singleValueExtendedProperties' in event]),
      [['a', false]],
    );
    assert.deepEqual((await graph.as().get(find('none'))).value, []);
    assert.equal('singleValueExtendedProperties' in ((await inCalendarOf(ada.mail))[0] ?? {}), false);
  });

  it('finds an event by the value that its extended property has now', async () => {
    const { id } = await graph
      .as()
      .post(events, coffee({ singleValueExtendedProperties: [{ id: key, value: 'old' }] }));
    await graph.as().patch(`${events}/${id}`, { singleValueExtendedProperties: [{ id: key, value: 'new' }] });
    assert.deepEqual((await graph.as().get(find('old'))).value, []);
    assert.deepEqual(
      (await graph.as().get(find('new'))).value.map((event) => event.id),
      [id],
    );
  });

  it('combines conditions, in lists and in calendar views', async () => {
    const other = key.replace('Pairing', 'Round');
    for (const [pairing, round] of [
      ['p1', 'r1'],
      ['p1', 'r2'],
    ]) {
      const singleValueExtendedProperties = [
        { id: key, value: pairing },
        { id: other, value: round },
      ];
      await graph.as().post(events, coffee({ subject: round, singleValueExtendedProperties }));
    }
    const any = (id: string, value: string): string =>
      `singleValueExtendedProperties/Any(p: p/id eq '${id}' and p/value eq '${value}')`;
    const both = encodeURIComponent(`${any(key, 'p1')} and ${any(other, 'r2')}`);
    const view = `/users/${organiser.mail}/calendarView?startDateTime=2026-12-15T00:00:00Z&endDateTime=2026-12-16T00:00:00Z`;
    for (const path of [`${events}?$filter=${both}`, `${view}&$filter=${both}`]) {
      assert.deepEqual(
        (await graph.as().get(path)).value.map(({ subject }) => subject),
        ['r2'],
      );
    }
  });

  const inCalendarOf = async (mail: string): Promise<readonly Record<string, unknown>[]> =>
    (await graph.as(`user:${ada.oid}`).get(`/users/${mail}/events`)).value;

  it('lets an attendee answer: the organiser sees it, the other attendee does not', async () => {
    const { id } = await graph.as().post(events, coffee());
    await answer(graph, ada, 'tentativelyAccept', { comment: 'maybe' });
    assert.deepEqual(await answersOf(id), ['tentativelyAccepted', 'none']);
    assert.equal((await inCalendar(graph, ada))?.showAs, 'tentative');
    await answer(graph, ada, 'accept', { sendResponse: true });
    assert.deepEqual(await answersOf(id), ['accepted', 'none']);
    assert.equal((await inCalendar(graph, ada))?.showAs, 'busy');
    assert.deepEqual(
      (await inCalendar(graph, grace))?.attendees.map(({ status }) => status.response),
      ['none', 'none'],
    );
  });

  it('keeps an answer from the organiser when the attendee does not send it', async () => {
    const { id } = await graph.as().post(events, coffee());
    await answer(graph, ada, 'decline', { sendResponse: false });
    assert.deepEqual(await answersOf(id), ['none', 'none']);
    assert.equal(await inCalendar(graph, ada), undefined);
  });

  it('shows a proposed time to the organiser, and removes the copy of an attendee who declines', async () => {
    const { id } = await graph.as().post(events, coffee());
    const proposedNewTime = {
      start: { dateTime: '2026-12-16T09:00:00', timeZone: 'Eastern Standard Time' },
      end: { dateTime: '2026-12-16T09:30:00', timeZone: 'Eastern Standard Time' },
    };
    await answer(graph, grace, 'decline', { proposedNewTime });
    const { attendees } = await graph.as().get(`${events}/${id}`);
    assert.equal(attendees[1]?.status.response, 'declined');
    assert.deepEqual((attendees[1] as unknown as Record<string, unknown>).proposedNewTime, {
      start: utc('2026-12-16T14:00:00.0000000'),
      end: utc('2026-12-16T14:30:00.0000000'),
    });
    assert.equal(await inCalendar(graph, grace), undefined);
    assert.notEqual(await inCalendar(graph, ada), undefined);
  });

  it('refuses a proposal where none is allowed, and an answer of the organiser', async () => {
    const { id } = await graph.as().post(events, coffee({ allowNewTimeProposals: false }));
    const time = utc('2026-12-16T09:00:00');
    const proposal = { proposedNewTime: { start: time, end: time } };
    assert.equal((await refusal(answer(graph, ada, 'decline', proposal))).status, 400);
    assert.equal((await refusal(answer(graph, ada, 'accept', proposal))).status, 400);
    assert.equal((await refusal(graph.as().post(`${events}/${id}/accept`, {}))).status, 400);
    assert.notEqual(await inCalendar(graph, ada), undefined);
  });

  it('cancels for everybody, once, and only by the organiser', async () => {
    const { id } = await graph.as().post(events, coffee());
    assert.equal((await refusal(answer(graph, ada, 'cancel'))).status, 400);
    await graph.as().post(`${events}/${id}/cancel`, { Comment: 'Sorry' });
    assert.equal(await inCalendar(graph, ada), undefined);
    assert.equal(await inCalendar(graph, grace), undefined);
    assert.deepEqual(await refused(graph.as().post(`${events}/${id}/cancel`, {})), [
      404,
      'ErrorItemNotFound',
    ]);
  });

  it('deletes an attendee’s copy without telling anybody, the organiser’s for everybody', async () => {
    const { id } = await graph.as().post(events, coffee());
    const copy = await inCalendar(graph, ada);
    await graph.as(`user:${ada.oid}`).delete(`/users/${ada.mail}/events/${copy?.id ?? ''}`);
    assert.deepEqual(await answersOf(id), ['none', 'none']);
    assert.notEqual(await inCalendar(graph, grace), undefined);
    await graph.as().delete(`${events}/${id}`);
    assert.equal(await inCalendar(graph, grace), undefined);
  });

  it('moves an event for everybody and asks again; a new body loses the Teams link', async () => {
    const event = await graph.as().post(events, coffee());
    await answer(graph, ada, 'accept');
    const moved = await graph.as().patch(`${events}/${event.id}`, {
      start: utc('2026-12-16T10:00:00'),
      end: utc('2026-12-16T10:30:00'),
    });
    assert.deepEqual(moved.onlineMeeting, event.onlineMeeting);
    assert.deepEqual(await answersOf(event.id), ['none', 'none']);
    const after = await inCalendar(graph, ada);
    assert.deepEqual([after?.start.dateTime, after?.showAs], ['2026-12-16T10:00:00.0000000', 'tentative']);

    const stripped = await graph
      .as()
      .patch(`${events}/${event.id}`, { body: { contentType: 'text', content: 'new' } });
    assert.deepEqual([stripped.isOnlineMeeting, stripped.onlineMeeting], [false, null]);
    assert.equal((await inCalendar(graph, ada))?.onlineMeeting, null);
  });

  const invited = (...people: readonly (typeof ada)[]) => ({
    attendees: people.map(({ mail, name }) => ({ type: 'required', emailAddress: { address: mail, name } })),
  });

  it('keeps the answers of the other attendees when one is removed, who loses the copy, and one is added, who gets a copy', async () => {
    const { id } = await graph.as().post(events, coffee());
    await answer(graph, ada, 'accept');
    await graph.as().patch(`${events}/${id}`, invited(ada, katherine));
    assert.deepEqual(await answersOf(id), ['accepted', 'none']);
    assert.equal((await inCalendar(graph, ada))?.showAs, 'busy');
    assert.equal(await inCalendar(graph, grace), undefined);
    assert.equal((await inCalendar(graph, katherine))?.showAs, 'tentative');
  });

  it('asks everybody again when time and attendees change, also those who had declined', async () => {
    const { id } = await graph.as().post(events, coffee());
    await answer(graph, ada, 'decline');
    const later = utc('2026-12-16T10:30:00');
    await graph.as().patch(`${events}/${id}`, { ...invited(ada, katherine), end: later });
    assert.deepEqual(await answersOf(id), ['none', 'none']);
    assert.equal((await inCalendar(graph, ada))?.showAs, 'tentative');
    assert.equal((await inCalendar(graph, katherine))?.showAs, 'tentative');
  });

  it('gives each answer a time of its own, even while the clock does not move', async () => {
    const { id } = await graph.as().post(events, coffee());
    for (const person of [ada, grace]) await answer(graph, person, 'accept');
    const { attendees } = await graph.as().get(`${events}/${id}`);
    assert.deepEqual(
      attendees.map(({ status }) => (status as { time?: string }).time),
      ['2026-12-07T08:00:00Z', '2026-12-07T08:00:00.001Z'],
    );
  });

  it('keeps the categories that the organiser gives', async () => {
    const { id } = await graph.as().post(events, coffee({ categories: ['UnMentoring'] }));
    assert.deepEqual((await graph.as().get(`${events}/${id}?$select=categories`)).categories, [
      'UnMentoring',
    ]);
  });

  it('lets the person at this machine write into a calendar without a token', async () => {
    const response = await graph.fetch(`/graph/v1.0/users/${ada.oid}/calendar/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        subject: 'Coffee',
        start: coffee().start,
        end: coffee().end,
        showAs: 'oof',
      }),
    });
    assert.equal(response.status, 201);
    const mine = await inCalendar(graph, ada);
    assert.deepEqual([mine?.showAs, mine?.isOnlineMeeting, mine?.attendees], ['oof', false, []]);
  });

  it('pages, filters by time and orders events', async () => {
    for (let day = 14; day <= 18; day += 1) {
      const [start, end] = ['10:00', '10:30'].map((time) => ({
        dateTime: `2026-12-${day}T${time}`,
        timeZone: 'UTC',
      }));
      await graph.as().post(events, coffee({ subject: `${day}`, start, end }));
    }
    const first = await graph.as().get(`${events}?$top=3&$orderby=start/dateTime desc&$select=subject`);
    const rest = await graph.as().get(first['@odata.nextLink']?.slice(graph.url.length) ?? '');
    assert.deepEqual(
      [...first.value, ...rest.value].map((event) => event.subject),
      ['18', '17', '16', '15', '14'],
    );
    assert.equal(rest['@odata.nextLink'], undefined);
    assert.equal((await graph.as().get(`${events}?$top=5`))['@odata.nextLink'], undefined);
    const late = await graph
      .as()
      .get(`${events}?$filter=start/dateTime ge '2026-12-17T00:00:00Z' and subject ne '18'`);
    assert.deepEqual(
      late.value.map((event) => event.subject),
      ['17'],
    );
  });

  it('answers in the zone that Prefer names, and says so', async () => {
    const { id } = await graph.as().post(events, coffee());
    const inKolkata = await graph
      .as()
      .get(`${events}/${id}`, { Prefer: 'IdType="ImmutableId", outlook.timezone="India Standard Time"' });
    assert.deepEqual(inKolkata.start, {
      dateTime: '2026-12-15T15:30:00.0000000',
      timeZone: 'India Standard Time',
    });
    assert.deepEqual(
      await refused(graph.as().get(`${events}/${id}`, { Prefer: 'outlook.timezone="Nowhere"' })),
      [400, 'TimeZoneNotSupportedException'],
    );
  });

  for (const [what, change, code] of [
    ['a property that events do not have', { colour: 'red' }, 'RequestBodyRead'],
    ['a read-only property', { iCalUId: 'x' }, 'RequestBodyRead'],
    [
      'an unknown part of an attendee',
      { attendees: [{ emailAddress: { address: ada.mail }, mood: 'good' }] },
      'RequestBodyRead',
    ],
    [
      'an address that is none',
      { attendees: [{ emailAddress: { address: 'ada' } }] },
      'ErrorPropertyValidationFailure',
    ],
    ['no start', { start: undefined }, 'ErrorPropertyValidationFailure'],
    ['a start as text', { start: '2026-12-15T10:00:00Z' }, 'ErrorPropertyValidationFailure'],
    [
      'an end before the start',
      { end: utc('2026-12-15T09:00:00') },
      'ErrorCalendarEndDateIsEarlierThanStartDate',
    ],
    [
      'an extended property without a name',
      { singleValueExtendedProperties: [{ id: 'Pairing', value: 'x' }] },
      'ErrorPropertyValidationFailure',
    ],
    ['an unknown provider', { onlineMeetingProvider: 'zoom' }, 'ErrorPropertyValidationFailure'],
    ['a whole day that starts at ten', { isAllDay: true }, 'ErrorPropertyValidationFailure'],
  ] as const) {
    it(`refuses ${what}, and makes nothing`, async () => {
      assert.deepEqual(await refused(graph.as().post(events, coffee(change))), [400, code]);
      assert.deepEqual((await graph.as().get(events)).value, []);
      assert.equal(await inCalendar(graph, ada), undefined);
    });
  }

  it('refuses a body that is not JSON, or has another content type', async () => {
    for (const [type, body] of [
      ['application/json', '{'],
      ['text/plain', '{}'],
      ['application/json', '[]'],
    ] as const) {
      const response = await graph.fetch(`/graph/v1.0${events}`, {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      });
      assert.equal(response.status, 400);
    }
  });

  it('refuses a calendar view without start and end', async () => {
    assert.equal(
      (
        await refusal(
          graph.as().get(`/users/${organiser.mail}/calendarView?startDateTime=2026-12-14T00:00:00Z`),
        )
      ).status,
      400,
    );
  });
});
