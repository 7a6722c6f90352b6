import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { startPlayground } from '../../../local/teams/playground.ts';
import type { Playground } from '../../../local/teams/playground.ts';
import { playgroundGateway } from '../../../local/teams/playground-gateway.ts';
import { ann, startWorld } from '../../bot/world.ts';
import { useFolder } from '../../support/folder.ts';
import { useBrowser, withPage } from '../../browser.ts';

const inbox = '/local/inbox?user=ann@example.com';

describe("Microsoft's playground as a client of our Teams", () => {
  const { at } = useFolder();
  const browser = useBrowser();

  it('shows the answer to "join", presses a button, and shows a message of the product’s own', async () => {
    const world = await startWorld();
    const me = world.teams.roster.byMail(ann.mail);
    assert.ok(me);
    let playground: Playground | null = null;
    world.app.route(
      '/',
      playgroundGateway(world.teams, me, () => playground?.connectorUrl ?? ''),
    );
    try {
      const messagesUrl = `${world.url}/local/playground/messages`;
      const running = (playground = await startPlayground({
        teams: world.teams,
        me,
        messagesUrl,
        dir: at(),
      }));

      const elsewhere = connect(Number(new URL(running.url).port), '127.0.0.2');
      await assert.rejects(once(elsewhere, 'connect'), /ECONNREFUSED/, 'listens on this machine only');

      await withPage(browser(), { viewport: { width: 1000, height: 900 } }, async (page) => {
        await page.goto(running.url);
        const box = page.getByRole('textbox').last();
        await box.click();
        await box.fill('join');
        await page.keyboard.press('Enter');
        await page.getByText('You are in.').first().waitFor();

        // A message on the product's own initiative.
        const [conversation] = world.operations.conversations.values();
        assert.ok(conversation);
        await world.bot.messenger.send(
          conversation,
          { id: 'p', name: 'Ann', language: 'en', zone: 'Europe/London' },
          {
            kind: 'pairing',
            pairing: {
              scheme: 'unmentoring',
              schemeName: 'UnMentoring',
              round: '2026-12-14',
              pairing: 'p1',
              state: 'booked',
              revision: 0,
              slot: { start: '2026-12-15T10:00:00Z', end: '2026-12-15T10:30:00Z' },
              offer: null,
              joinUrl: 'https://teams.microsoft.com/l/meetup-join/1',
              myAnswer: 'none',
              mySaid: null,
              seenAt: '2026-12-10T10:00:00Z',
              partners: [{ id: 'q', name: 'Bernd Becker', zone: 'Europe/Berlin', answer: 'none' }],
              lastMet: null,
              newLink: null,
              question: { theme: 'do', index: 1 },
              isAfterWeek: false,
            },
            news: 'booked',
            because: null,
            insteadOf: null,
            passedOver: false,
          },
          'unmentoring:2026-12-14:p1:p',
        );
        await page.getByText('You are meeting Bernd Becker').first().waitFor();

        world.operations.status = 'active';
        // The "Pause" button, an Action.Execute. The answer replaces the card.
        await page.getByRole('button', { name: 'Pause' }).last().click();
        await page.getByText('Until when would you like a break?').first().waitFor();
      });

      const kept = (await world.local(inbox)).body as unknown as { key: string | null }[];
      assert.ok(kept.some(({ key }) => key === 'unmentoring:2026-12-14:p1:p'));
      assert.deepEqual(world.operations.calls, ['join -']);
    } finally {
      await playground?.stop();
      await world.stop();
    }
  });
});
