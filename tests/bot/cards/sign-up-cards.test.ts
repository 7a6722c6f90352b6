import assert from 'node:assert/strict';
import { noPairingCard } from '../../../bot/cards/answer-cards.ts';
import { joinCard, settingsCard, signUpCard } from '../../../bot/cards/sign-up/sign-up-card.ts';
import { sampleCard, welcomeCard } from '../../../bot/cards/sign-up/welcome-card.ts';
import type { Standing } from '../../../core/enrolment/standing.ts';
import { unmentoring } from '../world.ts';
import { english, profile, standing, linesOf } from './samples.ts';

const ruleIds = ['rule-between', 'rule-selling', 'rule-turn-up'];

describe('a late joiner', () => {
  const late: Standing = { ...standing('active'), late: '2026-12-14', acceptedRules: true };

  it('is told of the round that is ahead of them first, then of the one after it', () => {
    for (const kind of ['joined', 'rejoined', 'already-in', 'resumed'] as const) {
      const [first = '', second = '', ...more] = linesOf(joinCard({ kind, standing: late }, english));
      assert.match(first, /I'm looking for somebody for you in the week of 14 December 2026/);
      assert.doesNotMatch(first, /January/);
      assert.match(second, /The round after it is paired on .*7 January 2027, .* week of 11 January 2027/);
      assert.deepEqual(more, []);
    }
  });

  it('hears the same when they ask for their pairing', () => {
    const said = linesOf(noPairingCard(late, english)).join(' ');
    assert.match(said, /^You have no pairing yet\. .* in the week of 14 December 2026/);
    assert.doesNotMatch(linesOf(noPairingCard(standing('active'), english)).join(' '), /December/);
  });
});

describe('the welcome', () => {
  it('says what is asked, what is kept and who sees it, from the settings of the scheme', () => {
    const monthly: Standing = {
      ...standing('not-in'),
      scheme: { ...unmentoring, minutes: 45, cadence: { kind: 'monthly', week: 3 } },
    };
    const said = linesOf(welcomeCard(monthly, english)).join('\n');
    assert.match(said, /45 minutes long, in the week that begins on the third Monday of the month/);
    assert.match(said, /I read when you are free or busy, and your working hours, but never what/);
    assert.match(said, /A coordinator sees that you meet.* Nobody sees what is said\./);
    assert.deepEqual(
      welcomeCard(monthly, english).actions.map(({ title }) => title),
      ['Join', 'Look first', 'Open in the tab'],
    );
  });

  it('says what the scheme is for, and how many weeks lie between two rounds', () => {
    const scheme: Standing['scheme'] = {
      ...unmentoring,
      purpose: 'So that new colleagues find their way.',
      cadence: { kind: 'weeks', every: 3, from: '2026-12-14' },
    };
    const [, purpose, ...said] = linesOf(welcomeCard({ ...standing('not-in'), scheme }, english));
    assert.equal(purpose, scheme.purpose);
    assert.match(
      said.join('\n'),
      /One conversation every 3 weeks, 30 minutes long; the next one is in the week of 11 January 2027\./,
    );
    assert.doesNotMatch(said.join('\n'), /month/);
  });

  it('lets people look at a pairing of somebody who does not exist, in the next meeting week', () => {
    const { body, actions } = sampleCard(standing('not-in'), english);
    const said = linesOf(sampleCard(standing('not-in'), english)).join('\n');
    assert.match(said, /^You are meeting Sam Sample\n.*nothing is stored/);
    assert.match(said, /SS\nSam Sample\nLibraries, Town Hall\nFavourite drink: ginger tea\n/);
    assert.match(said, /Tuesday,? 12 January 2027, 10:00 to 10:30/);
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Join'],
    );
    assert.ok(body.every((element) => !('id' in element)));
  });
});

describe('the settings', () => {
  it('are filled in with the stored values, and offer longer meetings than usual', () => {
    const preferences = { hours: 'morning', minutes: 45, third: true } as const;
    const filled: Standing = { ...standing('active'), preferences, profile, acceptedRules: true };
    const { body } = settingsCard(filled, { lead: null, filled: null }, english);
    const fields = body.flatMap((element) =>
      element.type === 'Input.ChoiceSet' ? [[element.value, element.choices.map(({ title }) => title)]] : [],
    );
    assert.deepEqual(fields, [
      ['morning', ['Any time', 'Mornings', 'Afternoons']],
      [
        '45',
        ['30 minutes, as usual', ...[45, 60].map((n) => `${n} minutes, where the others like that too`)],
      ],
      ['phone', ['By video', 'On the phone']],
      ['de', ['As in Teams', 'English', 'Deutsch']],
    ]);
    assert.deepEqual(
      body.flatMap((element) =>
        element.type === 'Input.Text' || element.type === 'Input.Toggle' ? [[element.id, element.value]] : [],
      ),
      [
        ['drink', profile.drink],
        ['about', profile.about],
        ['askMe', profile.askMe],
        ['third', 'true'],
      ],
      'the rules are accepted, so they are not asked again',
    );
  });

  it('ask for the own rule of the scheme as well, and send it as it was read', () => {
    const scheme = { ...unmentoring, name: 'Tea', ownRule: 'I put my phone away.' };
    const asked = signUpCard(
      { ...standing('not-in'), scheme },
      { lead: null, filled: standing('not-in') },
      english,
    );
    const own = asked.body.find((element) => 'id' in element && element.id === 'rule-own');
    assert.ok(own?.type === 'Input.Toggle' && own.isRequired === true);
    assert.deepEqual([own.label, own.title, own.value], ['A rule of Tea', 'I put my phone away.', 'false']);
    const [send] = asked.actions;
    assert.ok(send?.type === 'Action.Execute');
    assert.deepEqual([send.data.rules, send.data.ownRule], [1, 'I put my phone away.']);
  });

  it('are shown after "join" was typed, with the ground rules, which nobody has ticked yet', () => {
    const card = joinCard({ kind: 'joined', standing: standing('active') }, english);
    assert.deepEqual(
      card.body.flatMap((element) => ('id' in element ? [element.id] : [])),
      [...ruleIds, 'hours', 'minutes', 'drink', 'about', 'askMe', 'call', 'third', 'language'],
    );
    for (const element of card.body)
      if (element.type === 'Input.Toggle') assert.equal(element.value, 'false', element.id);
  });

  it('are not shown after the sign-up card: its answer says when, and what others will read', () => {
    const signedUp: Standing = { ...standing('active'), profile, acceptedRules: true };
    const card = joinCard({ kind: 'joined', standing: signedUp }, english);
    assert.deepEqual(linesOf(card), [
      "You are in. Everyone in UnMentoring is paired on Thursday 7 January 2027, and your conversation is in the week of 11 January 2027. I'll send you the invitation.",
      'People you are paired with will read:',
      'Favourite drink: oat \\*flat\\* white',
      'In a sentence: I read https:/\u2060/evil.\u2060example aloud.',
      'Likes to be asked about: \\[bees\\](https:/\u2060/evil.\u2060example)',
    ]);
  });

  it('let the other buttons work while a rule is not ticked', () => {
    const cards = [
      joinCard({ kind: 'joined', standing: standing('active') }, english),
      signUpCard(standing('not-in'), { lead: null, filled: standing('not-in') }, english),
    ];
    for (const { actions } of cards) {
      const free = actions.map((each) => each.type === 'Action.Execute' && each.associatedInputs);
      assert.deepEqual(free, [undefined, ...free.slice(1).map(() => 'none')]);
    }
  });

  it('require each ground rule, with a sentence for whoever leaves one out', () => {
    const { body } = signUpCard(standing('not-in'), { lead: null, filled: standing('not-in') }, english);
    const required = body.flatMap((element) =>
      element.type === 'Input.Toggle' && element.isRequired ? [[element.id, element.errorMessage]] : [],
    );
    const message = 'Please tick this one: you need it to take part.';
    assert.deepEqual(
      required,
      ruleIds.map((id) => [id, message]),
    );
  });

  it('are shown to people who take part only', () => {
    for (const status of ['not-in', 'left'] as const)
      assert.ok(
        settingsCard(standing(status), { lead: null, filled: null }, english).body.every(
          ({ type }) => type === 'TextBlock',
        ),
      );
  });
});
