import assert from 'node:assert/strict';
import { ann, bernd, cardOf, tenant, unmentoring, useWorld, wordsOf } from './world.ts';
import type { Shown } from './world.ts';

const me = `user=${ann.mail}`;

describe('a conversation with the bot', () => {
  const world = useWorld();

  const install = () => world.local(`/local/install?${me}`);
  async function say(text: string, user = me): Promise<string> {
    const { status, body } = await world.local(`/local/say?${user}`, { text });
    assert.equal(status, 200);
    assert.equal(body.replies.length, 1);
    return wordsOf(cardOf(body.replies[0]));
  }
  async function press(action: object) {
    const { status, body } = await world.local(`/local/say?${me}`, { action });
    assert.equal(status, 200);
    return body;
  }
  async function inbox(): Promise<readonly Shown[]> {
    return (await world.local(`/local/inbox?${me}`)).body as unknown as Shown[];
  }

  it('begins with one welcome, though Teams sends two events', async () => {
    const { body } = await install();
    assert.equal(body.replies.length, 1);
    assert.match(wordsOf(cardOf(body.replies[0])), /^Welcome to UnMentoring\n/);
    assert.equal((await inbox()).length, 1);
  });

  it('welcomes somebody again who removed the app and came back', async () => {
    await install();
    await world.local(`/local/uninstall?${me}`);
    assert.deepEqual(world.operations.calls, ['forgetConversation']);
    assert.equal(world.operations.conversations.size, 0);
    await install();
    assert.equal((await inbox()).length, 2);
    assert.equal(world.operations.conversations.size, 1);
  });

  const said: readonly (readonly [string, string | null, RegExp])[] = [
    ['Hello', null, /^Hello Ann Archer\.\n/],
    ['help', null, /You can say "join"/],
    ['join', 'join -', /^You are in\. .*Thursday,? 7 January 2027.* week of 11 January 2027/],
    ['Hi, please sign me up, thanks!', 'join -', /^You are in\./],
    ['pause', null, /Until when would you like a break/],
    ['skip this one', 'pause - -', /break from UnMentoring.* 18 January 2027/],
    ['skip the next two', null, /Until when would you like a break/],
    ['pause until 14 January', 'pause - 2027-01-14', /before 14 January 2027/],
    ['pause until Christmas', 'pause - 2026-12-25', /before 25 December 2026/],
    ["I don't want to leave", null, /did not understand/],
    ['leave', 'leave -', /You have left UnMentoring\. .*cancel it with a kind word/],
    ['another time', 'otherTimes', /^You have no meeting at the moment/],
    [
      'afternoons',
      'prefer - afternoon -',
      /^From the next pairing on, I look for an afternoon, and for 30 minutes as usual/,
    ],
    ['my pairing', 'myPairing', /not taking part in UnMentoring yet/],
    ['what is the capital of Spain', null, /^I did not understand that\.\nYou can say/],
  ];
  for (const [text, operation, reply] of said) {
    it(`answers "${text}"${operation === null ? '' : ` by one operation: ${operation}`}`, async () => {
      await install();
      assert.match(await say(text), reply);
      assert.deepEqual(world.operations.calls, operation === null ? [] : [operation]);
    });
  }

  it('refuses in a sentence, with a button for what to do next', async () => {
    await install();
    world.operations.joining = { kind: 'refused', reason: 'guest' };
    const { body } = await world.local(`/local/say?${me}`, { text: 'join' });
    const card = cardOf(body.replies[0]);
    assert.match(wordsOf(card), /Only people with a work account/);
    assert.ok(card.actions.length > 0);
  });

  it('answers in the language of the person who writes', async () => {
    const german = `user=${bernd.mail}`;
    await world.local(`/local/install?${german}`);
    assert.match(await say('mitmachen', german), /^Sie sind dabei\. .*Donnerstag, 7\. Januar 2027/);
  });

  it('answers a button with a card in its place, as the sender, whatever the data claim', async () => {
    await install();
    const { response, replies } = await press({
      type: 'Action.Execute',
      verb: 'join',
      data: { scheme: 'unmentoring', aadObjectId: bernd.oid, from: bernd.oid },
    });
    assert.equal(response?.statusCode, 200);
    assert.equal(response.type, 'application/vnd.microsoft.card.adaptive');
    assert.match(wordsOf(response.value), /^You are in\./);
    assert.deepEqual(world.operations.calls, ['join unmentoring']);
    assert.deepEqual([...world.operations.conversations.keys()], [`${tenant}.${ann.oid}`]);
    assert.equal(replies.length, 1);
  });

  it('understands every button that it shows, and the fallback of each', async () => {
    const welcome = await install();
    for (const action of cardOf(welcome.body.replies[0]).actions) {
      const { response } = await press(action);
      assert.equal(response?.statusCode, 200, JSON.stringify(action));
      const { replies } = await press(action.fallback as object);
      assert.equal(replies.length, 1);
    }
    assert.deepEqual(world.operations.calls, ['join unmentoring', 'join unmentoring']);
  });

  it('reads the date that was filled in', async () => {
    await install();
    const { response } = await press({ verb: 'pause-ask', scheme: 'unmentoring' });
    const pause = response?.value.actions[0] as { data: object };
    await press({ ...pause, data: { ...pause.data, until: '2027-02-01' } });
    assert.deepEqual(world.operations.calls, ['pause unmentoring 2027-02-01']);
  });

  it('does nothing for a button of another app', async () => {
    await install();
    const { response } = await press({ type: 'Action.Execute', verb: 'transfer-money', data: {} });
    assert.equal(response?.statusCode, 400);
    assert.equal(response.type, 'application/vnd.microsoft.error');
    assert.deepEqual(world.operations.calls, []);
  });

  it('shows the pairing to a member who asks for it', async () => {
    await install();
    world.operations.status = 'active';
    world.operations.pairing = {
      scheme: 'unmentoring',
      schemeName: unmentoring.name,
      round: '2026-12-14',
      pairing: 'p00001',
      state: 'booked',
      revision: 1,
      myAnswer: 'none',
      offer: null,
      partners: [
        { id: 'q', name: 'Bernd Becker', department: 'Parks', zone: 'Europe/Berlin', answer: 'none' },
      ],
      slot: { start: '2026-12-15T10:00:00Z', end: '2026-12-15T10:30:00Z' },
      joinUrl: 'https://teams.microsoft.com/l/meetup-join/1',
      lastMet: 7,
      newLink: null,
      isAfterWeek: false,
    };
    const words = await say('my pairing');
    assert.match(words, /You are meeting Bernd Becker\nBernd Becker, Parks\n/);
    assert.match(words, /Tuesday,? 15 December 2026, 10:00 to 10:30 \(Greenwich Mean Time\)/);
    assert.match(words, /For Bernd Becker it is 11:00 to 11:30/);
    assert.match(words, /7 rounds ago/);
    assert.ok((await inbox()).every(({ key }) => key === null));
  });

  it('offers other times, and moves the meeting to the one that is pressed', async () => {
    await install();
    world.operations.status = 'active';
    const pairing = {
      scheme: 'unmentoring',
      schemeName: unmentoring.name,
      round: '2026-12-14',
      pairing: 'p00001',
      state: 'booked',
      revision: 4,
      myAnswer: 'none',
      offer: [{ start: '2026-12-16T14:00:00Z', end: '2026-12-16T14:30:00Z' }],
      partners: [{ id: 'q', name: 'Bernd Becker', zone: 'Europe/Berlin', answer: 'none' }],
      slot: { start: '2026-12-15T10:00:00Z', end: '2026-12-15T10:30:00Z' },
      joinUrl: null,
      lastMet: null,
      newLink: null,
      isAfterWeek: false,
    } as const;
    world.operations.choosing = { kind: 'offered', pairing };
    const { body } = await world.local(`/local/say?${me}`, { text: 'another time' });
    const offered = cardOf(body.replies[0]);
    assert.match(
      wordsOf(offered),
      /^When would you like to meet Bernd Becker\?\nNo problem\..*\nWednesday,? 16 December 2026, 14:00/,
    );

    const slot = pairing.offer[0];
    world.operations.choosing = {
      kind: 'chosen',
      pairing: { ...pairing, state: 'planned', offer: null, slot },
    };
    const { response } = await press(offered.actions[0] ?? {});
    assert.ok(response);
    assert.match(
      wordsOf(response.value),
      /^You are meeting Bernd Becker\nThat is settled\..*\n.*\nWednesday,? 16 December 2026, 14:00/,
    );
    assert.deepEqual(world.operations.calls, ['otherTimes', 'choose p00001 4 2026-12-16T14:00:00.000Z']);
  });

  it('stores preferred hours and length, and keeps the length when only the hours are typed', async () => {
    await install();
    const { body } = await world.local(`/local/say?${me}`, { text: 'join' });
    const save = cardOf(body.replies[0]).actions[0] as { data: object };
    const { response } = await press({ ...save, data: { ...save.data, hours: 'morning', minutes: '45' } });
    assert.ok(response);
    assert.match(
      wordsOf(response.value),
      /^From the next pairing on, I look for a morning, and for 45 minutes if the others/,
    );
    assert.match(
      await say('any time'),
      /^From the next pairing on, any time of the day will do, for 45 minutes if the others/,
    );
    assert.deepEqual(world.operations.calls, [
      'join -',
      'prefer unmentoring morning 45',
      'prefer - either -',
    ]);
  });

  it('answers an activity that comes twice, and welcomes only once', async () => {
    await install();
    const token = `Bearer ${await world.identity.channelToken(world.serviceUrl)}`;
    const joining = personal({ type: 'message', id: 'same', text: 'join' });
    assert.equal((await world.post(joining, token)).status, 200);
    assert.equal((await world.post(joining, token)).status, 200);
    assert.deepEqual(world.operations.calls, ['join -', 'join -']);
    const event = personal({ type: 'installationUpdate', id: 'again', action: 'add' });
    await world.post(event, token);
    assert.equal((await inbox()).filter(({ activity }) => activity.summary?.startsWith('Welcome')).length, 1);
  });

  it('says in a group that it works in a personal chat, and stores nothing', async () => {
    const token = `Bearer ${await world.identity.channelToken(world.serviceUrl)}`;
    const group = { id: 'a:x', conversationType: 'groupChat', tenantId: tenant, isGroup: true };
    const pressed = personal({ type: 'invoke', name: 'adaptiveCard/action', conversation: group });
    const { status, body } = await world.post(pressed, token);
    assert.equal(status, 200);
    assert.match(body, /I work in a personal chat/);
    assert.equal(world.operations.conversations.size, 0);
  });

  it('forgets the chat of somebody who blocked the bot while it answered', async () => {
    const token = `Bearer ${await world.identity.channelToken(world.serviceUrl)}`;
    const { status } = await world.post(personal({ type: 'message', text: 'hello' }), token);
    assert.equal(status, 200);
    assert.deepEqual(world.operations.calls, ['forgetConversation']);
  });

  it('does not fail for a group chat that is gone', async () => {
    const token = `Bearer ${await world.identity.channelToken(world.serviceUrl)}`;
    const group = { id: 'a:gone', conversationType: 'groupChat', tenantId: tenant };
    const { status } = await world.post(
      personal({ type: 'message', text: 'hello', conversation: group }),
      token,
    );
    assert.equal(status, 200);
  });

  it('shows the same conversation for every activity of a person', async () => {
    await install();
    const [first] = world.operations.conversations.values();
    await say('hello');
    const [second] = world.operations.conversations.values();
    assert.equal(second, first);
    assert.doesNotMatch(first ?? '', /Ann/);
  });

  function personal(changes: object): object {
    return {
      channelId: 'msteams',
      serviceUrl: world.serviceUrl,
      from: { id: `29:${ann.oid}`, name: ann.name, aadObjectId: ann.oid },
      recipient: { id: '28:bot' },
      conversation: { id: `a:${ann.oid}`, conversationType: 'personal', tenantId: tenant },
      ...changes,
    };
  }
});
