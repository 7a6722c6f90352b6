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
    ['skip this one', null, /^Would you like to skip one round of UnMentoring\?\n.*week of 11 January 2027/],
    ['skip the next two', null, /Until when would you like a break/],
    ['pause until 14 January', null, /^Would you like a break .* first day back would be 14 January 2027/],
    ['pause until Christmas', null, /25 December 2026/],
    ["I don't want to leave", null, /did not understand/],
    ['leave', null, /^Would you like to leave UnMentoring\?\nYou have no meeting ahead/],
    ['maybe leave', null, /^Did you mean one of these\? I have not done anything yet/],
    ['🎉', null, /^That is kind of you\.$/],
    ['thank you so much', null, /^You are welcome\.$/],
    ['bye', null, /^Thank you, and see you soon\.$/],
    ['we met', null, /^I am glad to hear it\. I have noted nothing for now/],
    ['we did not meet', null, /^That happens, and nobody minds/],
    ['who have I met', 'myHistory', /^Whom you were paired with$/],
    ['privacy', null, /^Privacy\nI keep your name/],
    ['who is the coordinator', null, /^A person will help you here: help⁠@contoso/],
    ['delete my data', 'ask to erase', /^Would you like everything about you to be erased\?/],
    ['never pair me with Anna Müller', 'find Anna Müller', /^Whom do you mean\?\nBernd Becker$/],
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
      world.operations.status = text === 'my pairing' ? 'not-in' : 'active';
      assert.match(await say(text), reply);
      assert.deepEqual(world.operations.calls, operation === null ? [] : [operation]);
    });
  }

  const priya = {
    scheme: 'unmentoring',
    partners: ['Priya'],
    start: '2027-01-13T10:00:00Z',
    day: '2027-01-13',
  };
  /** What the bot asks after a text, and the data of its buttons by their titles. */
  async function asked(text: string) {
    const { body } = await world.local(`/local/say?${me}`, { text });
    const card = cardOf(body.replies[0]);
    return { words: wordsOf(card), buttons: new Map(card.actions.map((one) => [one.title, one])) };
  }
  const answer = async (button: object | undefined) => {
    const { response } = await press(button ?? {});
    assert.equal(response?.statusCode, 200);
    return wordsOf(response.value);
  };

  it('says what leaving would do, offers to skip instead first, and leaves when it is pressed', async () => {
    await install();
    world.operations.status = 'active';
    world.operations.ahead = [priya];
    const { words, buttons } = await asked('leave');
    assert.match(
      words,
      /\nYour meeting with Priya on Wednesday,? 13 January 2027 would be cancelled, and I would/,
    );
    assert.deepEqual([...buttons.keys()], ['Skip this one', 'Yes, leave', 'Stay']);
    assert.match(await answer(buttons.get('Stay')), /^Good\. Everything stays/);
    assert.deepEqual(world.operations.calls, []);
    await answer(buttons.get('Skip this one'));
    for (const said of [/^You have left/, /^You have left/])
      assert.match(await answer(buttons.get('Yes, leave')), said);
    assert.deepEqual(world.operations.calls, [
      'pause unmentoring -',
      'leave unmentoring',
      'leave unmentoring',
    ]);
  });

  it('says of a break which meetings it would cancel, and begins it when that is pressed', async () => {
    await install();
    world.operations.status = 'active';
    world.operations.ahead = [priya];
    assert.match((await asked('pause until 13 January')).words, /You have no meeting ahead/);
    const { words, buttons } = await asked('pause until 14 January');
    assert.match(words, /Your meeting with Priya on Wednesday/);
    assert.deepEqual(world.operations.calls, []);
    assert.match(await answer(buttons.get('Yes, take a break')), /before 14 January 2027/);
    assert.deepEqual(world.operations.calls, ['pause unmentoring 2027-01-14']);
  });

  it('does not ask whether to leave or pause of somebody who takes no part', async () => {
    await install();
    assert.match(await say('leave'), /so there was nothing to leave/);
    assert.match(await say('pause'), /^You are not taking part/);
  });

  it('offers what may be meant, and a way forward', async () => {
    await install();
    const { words, buttons } = await asked('maybe leave');
    assert.match(words, /ask a person: help/);
    assert.ok(buttons.size >= 2 && buttons.size <= 4, [...buttons.keys()].join());
    for (const button of buttons.values()) await answer(button);
    assert.ok(world.operations.calls.every((call) => !/^(leave|pause|erase) /.test(call)));
  });

  it('erases in two steps, and asks again when the second comes too late', async () => {
    await install();
    const { buttons } = await asked('delete my data');
    const yes = buttons.get('Yes, erase it all') as { data: object };
    assert.match(await answer(yes), /^It is settled: everything about you will be erased/);
    const late = { ...yes, data: { ...yes.data, token: '2026-12-01T09:00:00Z' } };
    assert.match(await answer(late), /\nThat button worked for one hour only, so nothing was erased\./);
    assert.equal(world.operations.calls.filter((call) => call === 'ask to erase').length, 2);
  });

  it('keeps two people apart when it is pressed, lists it, and takes it back', async () => {
    await install();
    const { buttons } = await asked('never pair me with Anna Müller');
    const id = `${tenant}.${bernd.oid}`;
    assert.deepEqual(world.operations.calls.splice(0), ['find Anna Müller']);
    assert.match(
      await answer(buttons.get('Bernd Becker')),
      /^Noted: from now on you'll never be paired with Bernd/,
    );
    const find = { type: 'Action.Execute', verb: 'never-with', data: { name: ' ' } };
    assert.match(await answer(find), /You will never be paired with Bernd Becker\. Only you/);
    assert.match(await answer({ ...find, verb: 'take-back', data: { person: id } }), /^Taken back/);
    assert.match(await answer({ ...find, data: { name: 'Nobody' } }), /I can't find anybody of that name/);
    assert.deepEqual(world.operations.calls, [`never ${id}`, `take back ${id}`, 'find Nobody']);
  });

  it('invites whom somebody chooses', async () => {
    await install();
    const unclear = await asked('maybe invite Ben Brook');
    const { response } = await press(unclear.buttons.get('Invite a colleague') ?? {});
    assert.ok(response);
    assert.match(wordsOf(response.value), /^Whom do you mean\?\nThat person gets one kind card/);
    assert.match(await answer(response.value.actions[0]), /^A kind card goes to Bernd Becker/);
    assert.equal(world.operations.calls.at(-1), `invite ${tenant}.${bernd.oid}`);
  });

  it('names a person who was erased as a colleague', async () => {
    await install();
    const { body } = await world.local(`/local/say?${me}`, { text: 'who have I met' });
    assert.match(JSON.stringify(cardOf(body.replies[0]).body), /"value":"a colleague: you met"/);
  });

  it('refuses in a sentence, with a button for what to do next', async () => {
    await install();
    world.operations.joining = { kind: 'refused', reason: 'guest' };
    const { body } = await world.local(`/local/say?${me}`, { text: 'join' });
    const card = cardOf(body.replies[0]);
    assert.match(wordsOf(card), /only people with a work account/);
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
    assert.deepEqual(world.operations.calls, [], 'looking stores nothing');
  });

  it('reads the date that was filled in', async () => {
    await install();
    world.operations.status = 'active';
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
      mySaid: null,
      seenAt: '2026-12-10T10:00:00Z',
      offer: null,
      partners: [
        { id: 'q', name: 'Bernd Becker', department: 'Parks', zone: 'Europe/Berlin', answer: 'none' },
      ],
      slot: { start: '2026-12-15T10:00:00Z', end: '2026-12-15T10:30:00Z' },
      joinUrl: 'https://teams.microsoft.com/l/meetup-join/1',
      lastMet: 7,
      newLink: null,
      question: { theme: 'do', index: 1 },
      isAfterWeek: false,
    };
    const words = await say('my pairing');
    assert.match(words, /You are meeting Bernd Becker\nBB\nBernd Becker\nParks\n/);
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
      mySaid: null,
      seenAt: '2026-12-10T10:00:00Z',
      offer: [{ start: '2026-12-16T14:00:00Z', end: '2026-12-16T14:30:00Z' }],
      partners: [{ id: 'q', name: 'Bernd Becker', zone: 'Europe/Berlin', answer: 'none' }],
      slot: { start: '2026-12-15T10:00:00Z', end: '2026-12-15T10:30:00Z' },
      joinUrl: null,
      lastMet: null,
      newLink: null,
      question: { theme: 'do', index: 1 },
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
    assert.match(wordsOf(response.value), /^That is settled\..*\nWednesday,? 16 December 2026, 14:00/);
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
    assert.deepEqual(world.operations.calls, ['join -', 'saveSettings unmentoring', 'prefer - either -']);
  });

  it('signs somebody up who pressed Join and filled in the card, and keeps what they wrote when a tick is missing', async () => {
    const welcome = await install();
    const { response: form } = await press(cardOf(welcome.body.replies[0]).actions[0] ?? {});
    assert.match(wordsOf(form?.value ?? { body: [], actions: [] }), /^Sign up for UnMentoring\n/);
    const send = form?.value.actions[0] as { data: object };
    const filled = { ...send.data, drink: ' mint  tea ', hours: 'morning', third: 'true', call: 'phone' };

    world.operations.joining = { kind: 'refused', reason: 'rules' };
    const { response: again } = await press({ ...send, data: filled });
    assert.match(
      wordsOf(again?.value ?? { body: [], actions: [] }),
      /\nNothing was stored yet: .*all the ground rules/,
    );
    const drink = again?.value.body.find(({ id }) => id === 'drink');
    assert.deepEqual(drink && 'value' in drink && drink.value, 'mint tea');

    world.operations.joining = null;
    const ticks = { 'rule-between': 'true', 'rule-selling': 'true', 'rule-turn-up': 'true' };
    const { response } = await press({ ...send, data: { ...filled, ...ticks } });
    assert.match(wordsOf(response?.value ?? { body: [], actions: [] }), /^You are in\./);
    assert.deepEqual(world.operations.calls, ['join unmentoring', 'join unmentoring']);
    const [missing, whole] = world.operations.answers;
    assert.equal(missing?.rules, null);
    assert.deepEqual(whole, {
      rules: 1,
      preferences: { hours: 'morning', minutes: null, third: true },
      profile: { drink: 'mint tea', call: 'phone', language: null },
    });
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
