import assert from 'node:assert/strict';
import { cancellation, invitation } from '../../../core/words/invitation.ts';
import { wordsFor } from '../../../core/words/languages.ts';
import { bookedPairing, cancelledPairing, suggestedPairing } from '../../support/records.ts';

const ann = { id: 'a', name: 'Ann Archer', language: 'en-GB', department: 'Planning', office: 'Leeds' };
const bernd = { id: 'b', name: 'Bernd Becker', language: 'de-DE' };
const cem = { id: 'c', name: 'Cem Çelik', language: 'de-AT' };
const about = { schemeName: 'UnMentoring', minutes: 45, question: { theme: 'think', index: 2 } } as const;

const [en, de] = [wordsFor('en'), wordsFor('de')];

describe('an Outlook invitation', () => {
  it('says what it is, where to start, and how to move or leave, in the language that all share', () => {
    const { subject, body } = invitation({ ...about, members: [ann, { ...bernd, language: 'en-US' }] });
    assert.equal(subject, 'UnMentoring: Ann Archer and Bernd Becker');
    assert.equal(
      body.replaceAll(/<(?:p|li)>/g, '\n').replaceAll(/<[^>]*>/g, ''),
      [
        '',
        'Hello,',
        'UnMentoring has brought you together at random: 45 minutes to get to know each other, over a favourite drink. There is no agenda.',
        'Somewhere to start, if you like. Think: What makes a conversation a good one for you?',
        'Does another time suit you better? Decline with a proposed time in Outlook, or write &quot;another time&quot; to the UnMentoring bot in Teams. Nobody minds.',
        'Would you rather not take part any more? Write &quot;leave&quot; to the bot.',
      ].join('\n'),
    );
    assert.match(body, /^<div lang="en"><p>/);
    assert.doesNotMatch(body, /<h3>/);
  });

  const phone = { prefersPhone: true } as const;
  for (const { when, members, first } of [
    {
      when: 'the first of two',
      members: [{ ...ann, ...phone }, bernd],
      first: ['Bernd Becker', 'Ann Archer'],
    },
    {
      when: 'the second of two',
      members: [ann, { ...bernd, ...phone }],
      first: ['Ann Archer', 'Bernd Becker'],
    },
    {
      when: 'both',
      members: [
        { ...bernd, ...phone },
        { ...ann, ...phone },
      ],
      first: ['Ann Archer', 'Bernd Becker'],
    },
  ]) {
    it(`says first who calls whom when ${when} would rather talk on the phone`, () => {
      const [caller = '', called = ''] = first;
      const english = invitation({ ...about, members: members.map((one) => ({ ...one, language: 'en' })) });
      assert.ok(english.body.startsWith(`<div lang="en"><p>By phone: ${caller} calls ${called}. `));
      assert.match(
        english.body,
        /contact card in Teams or Outlook.* use the Teams link of this invitation\./,
      );
      const german = invitation({ ...about, members: members.map((one) => ({ ...one, language: 'de' })) });
      assert.ok(german.body.startsWith(`<div lang="de"><p>Am Telefon: ${caller} ruft ${called} an. `));
    });
  }

  it('says nothing of the phone when nobody prefers it, nor to three', () => {
    for (const members of [
      [ann, bernd],
      [{ ...ann, ...phone }, bernd, cem],
    ])
      assert.doesNotMatch(invitation({ ...about, members }).body, /By phone|Am Telefon/);
  });

  it('names who calls without letting a name become HTML', () => {
    const members = [{ ...ann, name: '<b>Ann</b>', ...phone }, bernd];
    assert.doesNotMatch(invitation({ ...about, members }).body, /<b>/);
  });

  for (const { name, longest, ends } of [
    { name: 'at the end of a word', longest: 'Ann '.repeat(64).trim(), ends: / Ann…$/ },
    { name: 'within a single long word', longest: 'é'.repeat(256), ends: /^UnMentoring: é+…$/ },
    { name: 'between two characters', longest: '🫖'.repeat(128), ends: /^UnMentoring: 🫖+…$/u },
    { name: 'before a comma', longest: `${'x'.repeat(238)}, yyy`, ends: /x…$/ },
  ]) {
    it(`has a subject of at most 255 characters, cut ${name}`, () => {
      const { subject } = invitation({ ...about, members: [{ ...ann, name: longest }, bernd] });
      assert.ok(subject.length <= 255 && subject.length > 200, String(subject.length));
      assert.match(subject, ends);
      assert.ok(subject.isWellFormed());
    });
  }

  it('has a subject of 255 characters whole', () => {
    const rest = 'UnMentoring:  and Bernd Becker'.length;
    const members = [{ ...ann, name: 'x'.repeat(255 - rest) }, bernd];
    assert.match(
      invitation({ ...about, members: members.map((one) => ({ ...one, language: 'en' })) }).subject,
      /Bernd Becker$/,
    );
  });

  it('is in one language alone where members read variants of it', () => {
    const { subject, body } = invitation({ ...about, members: [bernd, cem] });
    assert.equal(subject, 'UnMentoring: Bernd Becker und Cem Çelik');
    assert.deepEqual(body.match(/<div lang="\w+">/g), ['<div lang="de">']);
  });

  it('has a section for each language where they differ, headed by its name, with the same question', () => {
    const { subject, body } = invitation({ ...about, members: [bernd, ann, cem] });
    assert.equal(subject, 'UnMentoring: Bernd Becker, Ann Archer, Cem Çelik');
    const [german = '', english = ''] = body.split('</div>');
    assert.match(german, /^<div lang="de"><h3>Deutsch<\/h3><p>Hallo,</);
    assert.match(english, /^<div lang="en"><h3>English<\/h3><p>Hello,</);
    assert.ok(german.includes(`Denken: ${de.questions.think[2]}`));
    assert.ok(english.includes(`Think: ${en.questions.think[2]}`));
  });

  it('is in English for whoever reads neither', () => {
    const members = [ann, { ...bernd, language: 'pt-BR' }];
    assert.match(invitation({ ...about, members }).body, /^<div lang="en"><p>/);
  });

  it('tells nothing of anybody but the name, and that in the subject, which follows who is invited', () => {
    const { subject, body } = invitation({ ...about, members: [ann, bernd] });
    assert.doesNotMatch(subject + body, /Planning|Leeds/);
    assert.doesNotMatch(body, /Ann|Bernd/);
  });

  it('lets no name become HTML', () => {
    const schemeName = `<img src=x onerror="alert(1)"> O'Neil & Co`;
    const { body } = invitation({ ...about, schemeName, members: [ann, bernd] });
    assert.doesNotMatch(body, /<img/);
    assert.match(body, /&lt;img src=x onerror=&quot;alert\(1\)&quot;&gt; O&#39;Neil &amp; Co/);
  });
});

describe('the word that goes out with a cancelled event', () => {
  const members = [ann, bernd];
  const because = bernd.id;
  const cancelled = (by: string | null) => cancelledPairing('p', ['a', 'b'], { because: by });

  it('is kind, in the language of every attendee, and says where it goes on', () => {
    assert.equal(
      cancellation('UnMentoring', cancelled(because), members),
      'Bernd Becker cannot take part this time after all, and that can happen. UnMentoring tells you in the Teams chat what happens next.\n\n' +
        'Bernd Becker kann diesmal nun doch nicht dabei sein; so etwas kommt vor. Wie es weitergeht, erfahren Sie von UnMentoring im Teams-Chat.',
    );
    for (const unknown of [null, 'nobody of them'])
      assert.match(
        cancellation('U', cancelled(unknown), [ann]),
        /^This conversation cannot take place after all, [^\n]*$/,
      );
  });

  it('names nobody whose answers made the time free again', () => {
    assert.match(cancellation('U', suggestedPairing('p', ['a', 'b']), members), /which other times/);
    for (const pairing of [suggestedPairing('p', ['a', 'b']), bookedPairing('p', ['a', 'b'])])
      assert.doesNotMatch(cancellation('U', pairing, members), /Bernd/);
  });
});
