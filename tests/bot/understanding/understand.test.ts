import assert from 'node:assert/strict';
import { createModel } from '../../../bot/understanding/model.ts';
import { fold, plainWords } from '../../../bot/understanding/plain-words.ts';
import { type Intent, intents, tables } from '../../../bot/understanding/tables.ts';
import { understand } from '../../../bot/understanding/understand.ts';
import { acts, sure } from '../../../bot/understanding/weigh.ts';

/** Monday 7 December 2026, 09:00 in London. */
const context = { language: 'en', now: Date.parse('2026-12-07T09:00:00Z'), zone: 'Europe/London' };

/** Sentences of which none is among the examples, two a language or more for each intent. */
const worked: readonly (readonly [string, Intent, object?])[] = [
  ['Hi there, could you explain how this works please?', 'help'],
  ['Kannst du mir bitte erklären, wie das hier funktioniert?', 'help'],
  ["Good morning! I'd love to take part in this, please sign me up", 'join'],
  ['Guten Morgen, ich würde da auch gerne mitmachen!', 'join'],
  ["I don't want to take part in this anymore, please take me off", 'leave'],
  ['Ich möchte bitte nicht mehr teilnehmen, melden Sie mich ab', 'leave'],
  ["I'd like a break until 15 January, thanks!", 'pause', { until: '2027-01-15' }],
  ['Ich bin bis zum 15. Januar im Urlaub, bitte pausieren', 'pause', { until: '2027-01-15' }],
  ["I don't want to leave, please just pause me until March", 'pause', { until: '2027-03-01' }],
  ['please skip the next two rounds for me', 'skip', { rounds: 2 }],
  ['Ich möchte bitte die nächsten zwei Runden aussetzen', 'skip', { rounds: 2 }],
  ['Die kommenden fünf Monate ohne mich, ich bin auf Montage', 'pause', { until: '2027-05-07' }],
  ['Pass on me for the next two months', 'pause', { until: '2027-02-07' }],
  ['Meine Angaben sind vollständig zu vernichten', 'erase'],
  ['Wie lange wird aufbewahrt, was ich hier angebe?', 'privacy'],
  ["Hello, I'm back from my holiday and can be paired again", 'resume'],
  ['Hallo, ich bin wieder aus dem Urlaub zurück', 'resume'],
  ['Can you tell me who I am meeting this week?', 'my-pairing'],
  ['Kannst du mir sagen, wen ich diese Woche treffe?', 'my-pairing'],
  ['Could we please move the meeting to another day?', 'other-times'],
  ['Könnten wir das Treffen bitte auf einen anderen Tag verschieben?', 'other-times'],
  ["I'm so sorry, I can't make it on Tuesday", 'cannot-make-it'],
  ['Tut mir leid, ich kann am Dienstag leider doch nicht kommen', 'cannot-make-it'],
  ['Who have I met so far in this scheme?', 'history'],
  ['Zeig mir bitte, wen ich bisher schon getroffen habe', 'history'],
  ["I'd prefer mornings, and 45 minutes please", 'settings', { hours: 'morning', minutes: 45 }],
  ['Nachmittags passt es mir besser, eine Stunde bitte', 'settings', { hours: 'afternoon', minutes: 60 }],
  ['please never pair me with Dr Anna Müller again', 'never-with', { person: 'Anna Müller' }],
  ['Bitte teile mich nie mit Frau Dr. Petra Lang ein', 'never-with', { person: 'Petra Lang' }],
  ['could you please invite Sarah Jones from planning', 'invite', { person: 'Sarah Jones' }],
  ['Kannst du bitte Herrn Thomas Berger einladen?', 'invite', { person: 'Thomas Berger' }],
  ['What exactly do you know about me?', 'my-data'],
  ['Was genau hast du über mich gespeichert?', 'my-data'],
  ['please delete everything you have stored about me', 'erase'],
  ['Bitte löschen Sie alles, was Sie über mich haben', 'erase'],
  ['Can my manager see who I am meeting?', 'privacy'],
  ['Kann mein Chef sehen, mit wem ich mich treffe?', 'privacy'],
  ['Can I please talk to a real person about this?', 'coordinator'],
  ['Kann ich bitte mit einem echten Menschen sprechen?', 'coordinator'],
  ['Yes, we met yesterday and it was lovely', 'met'],
  ['Ja, wir haben uns gestern getroffen, war sehr nett', 'met'],
  ["No, we didn't meet, nobody turned up", 'not-met'],
  ['Nein, wir haben uns leider nicht getroffen', 'not-met'],
  ['Thank you so much for your kind help', 'thanks'],
  ['Vielen lieben Dank für deine Hilfe', 'thanks'],
  ['Ok bye, see you next time', 'bye'],
  ['Tschüss, bis zum nächsten Mal', 'bye'],
  ['Hey, how are you doing today?', 'small-talk'],
  ['Na, wie geht es dir heute so?', 'small-talk'],
  // A clause alone would be a _met_; the whole is an example.
  ['super, dankeschön, hat prima geklappt', 'thanks'],
  ['🙂🎉', 'small-talk'],
  ['Where do I find the form for parking permits?', 'unknown'],
  ['Wo finde ich das Formular für den Parkausweis?', 'unknown'],
];

/** Nobody wants any of these done. */
const traps = [
  "I don't want to leave",
  'please do not remove me from the list',
  'I have to leave early today',
  'leave it with me',
  'Anna is on maternity leave until March',
  'my boss is on holiday until Monday',
  'how much annual leave do I have left',
  'what happens if I leave?',
  'maybe I should leave',
  'should I take a break?',
  'please skip this song',
  'please cancel my gym membership',
  "don't cancel my meeting please",
  'perhaps never pair me with Ben Becker',
  "she can't come on Tuesday",
  'please do not delete my data',
  'please delete this message',
  'did you invite Tom?',
  'please invite the auditors to the meeting on Tuesday',
  'I can make it on Tuesday',
  "I can't make the printer work",
  'can you join these two spreadsheets',
  'is my pause over?',
  'never mind',
  'cheerio, my shift on the ward starts again',
  'I have to call in sick, could you let payroll know?',
  'please put me down for the fire safety course',
  'Ich will nicht aussteigen',
  'bitte melden Sie mich nicht ab',
  'was passiert, wenn ich aussteige?',
  'vielleicht sollte ich aussteigen',
  'Mein Chef ist bis Montag im Urlaub',
  'wie viel Urlaub habe ich noch?',
  'ich mache jetzt Mittagspause',
  'wo muss ich aussteigen?',
  'Ich möchte mein Auto abmelden',
  'bitte das Treffen nicht absagen',
  'kann ich jederzeit pausieren?',
  'er kann am Dienstag nicht kommen',
  'lösche bitte diese Nachricht',
  'bitte lösch meine Daten nicht',
  'hast du Peter schon eingeladen?',
  'ich kann am Dienstag kommen',
  'ich kann den Drucker nicht bedienen',
  'ist meine Pause vorbei?',
  'sag niemals nie',
  'if I erase everything, is it all gone?',
  'wenn ich meine Daten lösche, bleibt dann was?',
  'my nephew wants to quit the tennis club',
  'Meine Tochter will ihren Handyvertrag kündigen',
  'die Kartons im Keller sind zu vernichten',
];
/** Two examples in one language, and the groups of all. */
const lessons = tables.map((table) => ({
  ...table,
  examples: byIntent((intent) => {
    if (table.language !== 'en') return [];
    return intent === 'other-times' ? ['move our coffee'] : intent === 'invite' ? ['ask Tom'] : [];
  }),
}));

describe('what people write', () => {
  const examples = new Set(tables.flatMap(({ examples: byIntent }) => Object.values(byIntent).flat()));
  for (const [text, intent, said] of worked) {
    it(`is understood: ${text}`, () => {
      assert.ok(!examples.has(text), 'it is an example');
      const understood = understand(text, context);
      assert.equal(understood.intent, intent);
      if (said !== undefined) assert.deepEqual(understood.arguments, said);
      if (acts.has(intent)) assert.ok(understood.confidence >= sure, `${understood.confidence}`);
    });
  }

  it('is covered for every intent', () => {
    assert.deepEqual(new Set(worked.map(([, intent]) => intent)), new Set(intents));
  });

  for (const text of traps) {
    it(`asks for nothing to be done: ${text}`, () => {
      const { intent, confidence } = understand(text, context);
      assert.ok(!acts.has(intent) || confidence < sure, `${intent} ${confidence}`);
    });
  }

  it('is the same with typos, capitals, umlauts written out, HTML, Markdown and a mention', () => {
    for (const [text, intent] of [
      ['PLEASE SIGN ME UP', 'join'],
      ['pleese sing me up', 'join'],
      ['I cant maek it tomorow', 'cannot-make-it'],
      ['bitte loesche alle meine Daten', 'erase'],
      ['ich moechte gern mitmahcen', 'join'],
      ['<at>UnMentoring</at>&nbsp;<b>sign</b> me&#160;up', 'join'],
      ['**sign me up**', 'join'],
      ['siiign me uppp', 'join'],
      ['Hilfeee', 'help'],
      ['„Bitte melde mich an“', 'join'],
    ] as const)
      assert.equal(understand(text, context).intent, intent, text);
  });

  it('is understood in another language than the reader’s', () => {
    const german = { ...context, language: 'de-AT' };
    assert.deepEqual(understand('pause until 15 January', german).arguments, { until: '2027-01-15' });
    assert.deepEqual(understand('Pause bis 15. Januar', context).arguments, { until: '2027-01-15' });
  });

  it('is small talk when it is pictures alone, and surely unknown when nobody uses its words', () => {
    for (const text of ['🦄🦄', '🍀']) assert.equal(understand(text, context).intent, 'small-talk', text);
    for (const text of ['wxcvq plokm', 'hjzgtr']) {
      assert.equal(understand(text, context).intent, 'unknown', text);
      assert.ok(understand(text, context).confidence >= sure, text);
    }
  });

  it('is the same with another word of one meaning, and with another name', () => {
    const asked = (word: string) => createModel(lessons)(plainWords(fold(word))).intent;
    for (const text of ['reschedule our chat', 'postpone our natter', 'Verschiebung der Verabredung'])
      assert.equal(asked(text), 'other-times', text);
    assert.equal(asked('ask Priya'), 'invite');
  });

  it('has no intent when there is nothing to read', () => {
    for (const text of ['', '   ', '\u200b']) assert.equal(understand(text, context).intent, 'unknown');
  });

  it('is a pause when several months are to be skipped, and a skip when a round is named beside them', () => {
    const said = understand('skip the next two months', context);
    assert.deepEqual([said.intent, said.arguments], ['pause', { until: '2027-02-07' }]);
    assert.equal(understand('bin zwei Wochen weg, die nächste Runde ohne mich', context).intent, 'skip');
  });

  it('names no day where nobody knows what day it is', () => {
    assert.deepEqual(understand('pause until 15 January', { ...context, now: null }).arguments, {});
  });
});

describe('the examples', () => {
  it('mean the same in whatever order they stand', () => {
    const few = tables.map((table) => ({
      ...table,
      examples: byIntent((intent) => table.examples[intent].slice(0, 8)),
    }));
    const turned = few
      .map((table) => ({ ...table, examples: byIntent((intent) => [...table.examples[intent]].reverse()) }))
      .reverse();
    const [one, other] = [createModel(few), createModel(turned)];
    for (const [text] of worked) {
      const words = plainWords(fold(text));
      assert.deepEqual(one(words), other(words));
    }
  });

  it('stand under one intent each', () => {
    const seen = new Map<string, Intent>();
    for (const { examples } of tables) {
      for (const intent of intents) {
        for (const text of examples[intent]) {
          const plain = text.toLowerCase();
          assert.equal(seen.get(plain) ?? intent, intent, text);
          seen.set(plain, intent);
        }
      }
    }
  });

  it('take far longer to learn from than a sentence takes to read', () => {
    const started = performance.now();
    createModel(tables);
    const learned = performance.now();
    for (const [text] of worked) understand(text, context);
    const each = (performance.now() - learned) / worked.length;
    assert.ok(each * 20 < learned - started, `${each} ms each, ${learned - started} ms to learn`);
  });
});

function byIntent(of: (intent: Intent) => readonly string[]): Record<Intent, readonly string[]> {
  return Object.fromEntries(intents.map((intent) => [intent, of(intent)])) as Record<Intent, string[]>;
}
