import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandKinds } from '../../bot/commands/command.ts';
import { verbs } from '../../bot/commands/read-pressed.ts';
import {
  conversationLanguages,
  conversationNames,
  conversationsFolder,
  parseConversation,
  readConversation,
} from '../support/conversations/conversation-file.ts';
import { differenceOf } from '../support/conversations/difference.ts';
import { playConversation, type PlayedConversation } from '../support/conversations/play-conversation.ts';
import { sentences } from '../support/conversations/steps.ts';
import { useProduct } from '../support/test-product.ts';

describe('a recorded conversation', () => {
  const start = useProduct();
  const played = new Map<string, Promise<PlayedConversation>>();
  /** Plays a conversation once for all tests. */
  const play = (name: string) => {
    const playing = played.get(name) ?? playConversation(start, readConversation(name));
    played.set(name, playing);
    return playing;
  };

  for (const name of conversationNames()) {
    const recorded = readConversation(name);
    it(`${name}: ${recorded.title}`, async () => {
      const difference = differenceOf(recorded, (await play(name)).text);
      if (difference !== null) throw new Error(difference);
    });
  }

  for (const language of conversationLanguages) {
    it(`is there in "${language}" for every command and every button of the bot`, async () => {
      const names = conversationNames().filter((name) => name.startsWith(`${language}/`));
      const carriedOut = new Set<string>();
      const pressed = new Set<string>();
      for (const name of names) {
        const now = await play(name);
        now.carriedOut.forEach((kind) => carriedOut.add(kind));
        now.pressed.forEach((verb) => pressed.add(verb));
      }
      const missing = [
        ...commandKinds.filter((kind) => !carriedOut.has(kind)).map((kind) => `command ${kind}`),
        ...verbs.filter((verb) => !pressed.has(verb)).map((verb) => `button ${verb}`),
      ];
      assert.ok(missing.length === 0, `no conversation in ${language}/ has: ${missing.join(', ')}`);
    });
  }

  it('is there in one language where it is in another', () => {
    const [first, ...others] = conversationLanguages.map((language) =>
      conversationNames().flatMap((name) => (name.startsWith(`${language}/`) ? [name.slice(3)] : [])),
    );
    for (const other of others) assert.deepEqual(other, first);
  });

  it('may use every sentence that the README lists, and no other', () => {
    const listed =
      readFileSync(join(conversationsFolder, 'README.md'), 'utf8').split('## Sentences')[1] ?? '';
    assert.deepEqual(
      [...listed.matchAll(/^- `(.+?)`/gm)].map(([, sentence]) => sentence).sort(),
      sentences.map(({ says }) => says).sort(),
    );
  });
});

describe('a mistake in a conversation', () => {
  const start = useProduct();
  const file = (...lines: string[]) => ['Ann joins.', '', ...lines, ''].join('\n');
  const play = (text: string) => playConversation(start, parseConversation('en/example', text));

  for (const [what, text, message] of [
    ['a file without a title', '\nAnn: join\n', /example\.txt:1: the first line says what happens/],
    ['a file without a step', 'Ann joins.\n', /example\.txt:1: nobody says or does anything/],
    ['an answer before a step', file('bot: hello'), /example\.txt:3: the bot answers before anybody/],
    ['a line of a card without its head', file('Ann: join', '  # Hello'), /example\.txt:4: an indented line/],
    [
      '"given" in the middle',
      file('Ann: join', 'given: Ben takes part'),
      /example\.txt:4: "given:" comes before/,
    ],
  ] as const) {
    it(`is told with file and line: ${what}`, () => {
      assert.throws(() => parseConversation('en/example', text), { name: 'ConversationError', message });
    });
  }

  for (const [what, text, message] of [
    [
      'a sentence that does not exist',
      file('Ann dances'),
      /example\.txt:3: "Ann dances" is none of the sentences/,
    ],
    [
      'a person who does not exist',
      file('Zoe adds the app'),
      /example\.txt:3: nobody is called Zoe: there are Ann/,
    ],
    [
      'a button that nobody sees',
      file('Ann adds the app', 'Ann presses: Dance'),
      /example\.txt:4: no card of Ann has the button \[Dance\]: there are \[Join\] \[Look first\]/,
    ],
    [
      'a field that is not on the card',
      file('Ann adds the app', 'Ann fills in: Age = 7', 'Ann presses: Join'),
      /example\.txt:5: the card has no field "Age"/,
    ],
    ['a day that is another weekday', file('it is Fri 10 Dec 09:00'), /example\.txt:3: .*say "Thu 10 Dec/],
  ] as const) {
    it(`is told with file and line: ${what}`, async () => {
      await assert.rejects(play(text), { name: 'ConversationError', message });
    });
  }
});
