import * as teams from '../local/teams/activities.ts';
import type { Member } from '../local/teams/roster.ts';
import type { Chance } from './chance.ts';
import { mutateJson, mutateText } from './mutate.ts';
import type { FuzzedProduct } from './product.ts';
import { verdictOf, type Attempt, type Target } from './target.ts';

const texts = [
  ...[
    'join',
    'leave',
    'pause until 14 January',
    'pause until 2027-01-31',
    'my pairing',
    'another time',
    'help',
  ],
  ...['settings', 'mornings', 'mitmachen', 'Pause bis 14. Januar', '<at>UnMentoring</at> join&nbsp;'],
];
const buttons = [
  ...[
    'join',
    'leave',
    'pause-ask',
    'help',
    'my-pairing',
    'other-times',
    'settings',
    'sign-up-ask',
    'look-first',
  ].map((verb) => ({
    verb,
  })),
  ...['leave-ask', 'skip-ask', 'stay', 'history', 'my-data', 'read-my-data', 'privacy', 'coordinator'].map(
    (verb) => ({
      verb,
    }),
  ),
  { verb: 'never-with', name: 'Ann' },
  { verb: 'invite', name: '' },
  { verb: 'erase', token: '2026-12-10T10:00:00.000Z' },
  { verb: 'pause', until: '2027-01-31' },
  { verb: 'sign-up', rules: 1, 'rule-between': 'true', 'rule-selling': 'true', 'rule-turn-up': 'true' },
  { verb: 'save-settings', hours: 'morning', minutes: '45', drink: 'tea', third: 'true', language: 'de' },
  { verb: 'choose', pairing: 'p1', revision: 0, start: '2026-12-15T10:00:00.000Z' },
];

/** When the activities are sent. Fixed, since a mutant depends on its seed and number alone. */
const at = Date.parse('2026-12-10T10:00:00Z');

/** Activities of Teams with a real signature, at `/api/messages` of the whole product. */
export function activities({ url, teams: { channel, roster }, ...product }: FuzzedProduct): Target {
  const made: readonly ((member: Member) => object[])[] = [
    (member) => teams.installActivities(channel, member, at),
    (member) => texts.map((text) => teams.textActivity(channel, member, at, text)),
    (member) => buttons.map((data) => teams.submitActivity(channel, member, at, data)),
    (member) => buttons.map((data) => teams.executeActivity(channel, member, at, { verb: data.verb, data })),
    (member) => [teams.uninstallActivity(channel, member, at)],
  ];
  const seedsOf = (member: Member, id: string) =>
    made.flatMap((make) => make(member)).map((activity, i) => ({ ...activity, id: `${id}-${i}` }));

  const attempt = (input: unknown, body: string): Attempt => ({
    input,
    async throwIt() {
      const answer = await fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Authorization: `Bearer ${await product.identity.channelToken(channel.serviceUrl)}`,
        },
        body,
      });
      await answer.text();
      // 501 is the Bot Framework's own answer to an invoke that a bot does not know.
      if (answer.status === 501) return { kind: 'refused' };
      return verdictOf(answer.status, () => product.lastFailure());
    },
  });
  const members = roster.members;
  const first = members.slice(0, 1).flatMap((member) => seedsOf(member, 'seed'));

  return {
    seeds: first.map((activity) => attempt(activity, JSON.stringify(activity))),
    mutant(chance: Chance) {
      const id = `mutant-${chance.below(1_000_000_000)}`;
      const activity = chance.oneOf(seedsOf(chance.oneOf(members), id));
      const text = 'text' in activity && typeof activity.text === 'string' ? activity.text : null;
      const input =
        text !== null && chance.below(3) === 0
          ? { ...activity, text: mutateText(chance, text, texts) }
          : mutateJson(chance, activity);
      const body = JSON.stringify(input);
      switch (chance.below(60)) {
        case 0: {
          const torn = mutateText(chance, body);
          return attempt(torn, torn);
        }
        case 1:
          return attempt({ padded: input }, body + ' '.repeat(300_000));
        default:
          return attempt(input, body);
      }
    },
  };
}
