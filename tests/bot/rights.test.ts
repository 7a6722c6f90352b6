import assert from 'node:assert/strict';
import { answerCommand } from '../../bot/activities/answer-command.ts';
import type { AdaptiveCard } from '../../bot/cards/card.ts';
import type { Command } from '../../bot/commands/command.ts';
import { readPressed } from '../../bot/commands/read-pressed.ts';
import { conversationOperations } from '../../core/conversation/operations.ts';
import { bookedProduct } from '../support/booked-round.ts';
import { idOf } from '../support/emulated-graph.ts';
import { ann, ben } from '../support/people.ts';
import { callerOf, useProduct } from '../support/test-product.ts';

const scheme = null;

describe('what somebody asks of the whole product in the chat', () => {
  const start = useProduct();

  /** Ann, who has a meeting with Ben, and what the bot answers her. */
  async function chat(language: string) {
    const product = await bookedProduct(start, [ann, ben]);
    const operations = conversationOperations(product.ports);
    const caller = { ...callerOf(ann), language };
    const says = (command: Command) => answerCommand(operations, caller, command);
    const press = (card: AdaptiveCard, title: string) => {
      const button = card.actions.find((one) => one.title === title);
      assert.ok(button?.type === 'Action.Execute', `no button "${title}"`);
      const command = readPressed(button.data);
      assert.ok(command);
      return says(command);
    };
    const status = async () =>
      (await product.ports.storage.participants.get({ scheme: 'unmentoring', person: idOf(ann) }))?.value
        .status;
    return { says, press, status };
  }

  for (const [language, meeting, yes, left] of [
    ['en-GB', /^Your meeting with Ben on .* would be cancelled/m, 'Yes, leave', /^You have left/],
    ['de-DE', /^Ihr Treffen mit Ben am .* würde abgesagt/m, 'Ja, abmelden', /^Sie haben sich/],
  ] as const) {
    it(`is told in ${language} what leaving does to the meeting, and leaves with the press alone`, async () => {
      const { says, press, status } = await chat(language);
      const card = await says({ kind: 'leave-ask', scheme });
      assert.match(textOf(card), meeting);
      assert.equal(await status(), 'active');
      assert.match(textOf(await press(card, yes)), left);
      assert.equal(await status(), 'left');
    });
  }

  it('keeps apart from Ben, reads of it, and has everything erased', async () => {
    const { says, press, status } = await chat('en-GB');
    const found = await says({ kind: 'never-with', name: 'Ben' });
    const kept = await press(found, 'Ben');
    assert.match(textOf(kept), /^Noted: .* paired with Ben\..*\nYou two already have a meeting ahead/);
    assert.doesNotMatch(kept.fallbackText, /Ben/);
    assert.match(textOf(await says({ kind: 'never-with', name: null })), /never be paired with Ben\./);
    assert.match(textOf(await says({ kind: 'read-my-data' })), /neverWith/);
    const asked = await says({ kind: 'erase-ask' });
    assert.match(textOf(asked), /Your meeting with Ben on .*\n.*would go, and cannot be brought back/);
    assert.equal(await status(), 'active');
    assert.match(textOf(await press(asked, 'Yes, erase it all')), /when the round under way has ended/);
    assert.equal(await status(), 'left');
    assert.match(textOf(await press(asked, 'Yes, erase it all')), /^It is settled/);
  });
});

function textOf({ body }: AdaptiveCard): string {
  return body.flatMap((element) => (element.type === 'TextBlock' ? [element.text] : [])).join('\n');
}
