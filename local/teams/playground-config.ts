import type { Channel } from './activities.ts';
import type { Member } from './roster.ts';

/** The id of the one personal chat that the playground shows. */
export const playgroundChat = 'playground-personal-chat';

/** The playground has one current user and exactly five others. */
const others = 5;

/**
 * `.m365agentsplayground.yml` (JSON is YAML): `me` and five other people of the organisation. In a smaller
 * organisation made-up people fill the places; they never write.
 */
export function playgroundConfig(channel: Channel, me: Member, colleagues: readonly Member[]): string {
  const shown = colleagues
    .filter((member) => member !== me)
    .slice(0, others)
    .map(user);
  const fill = Array.from({ length: others - shown.length }, (_, index) => stranger(index + 1));
  return JSON.stringify(
    {
      version: '0.1.1',
      tenantId: channel.tenant,
      bot: { id: `28:${channel.appId}`, name: channel.botName },
      currentUser: user(me),
      users: [...shown, ...fill],
      personalChat: { id: playgroundChat },
      groupChat: { id: 'playground-group-chat', name: 'Group chat' },
      team: {
        id: 'playground-team',
        name: 'Everybody',
        aadGroupId: '00000000-0000-4000-8000-000000000031',
        channels: [{ id: 'playground-announcements', name: 'Announcements' }],
      },
    },
    null,
    2,
  );
}

function user({ account, employee }: Member): Record<string, string> {
  return profile(account, employee.name, employee.mail, employee.oid);
}

function stranger(number: number): Record<string, string> {
  const oid = `00000000-0000-4000-8000-00000000000${number}`;
  return profile(`29:${oid}`, `Nobody ${number}`, `nobody${number}@example.com`, oid);
}

function profile(id: string, name: string, mail: string, oid: string): Record<string, string> {
  const words = name.split(' ');
  return {
    id,
    name,
    userPrincipleName: mail,
    aadObjectId: oid,
    givenName: words[0] ?? name,
    surname: words.slice(1).join(' ') || name,
    email: mail,
  };
}
