// What the manifest says of addresses, sign-in, tabs and bots.
import type { AppPackage } from '../make-package.ts';
import { namesNothing, type Rule } from './rule.ts';

/** Names below which anybody may have a host: tunnels and clouds. */
const anybodys =
  /(^|\.)(ngrok(-free)?\.(io|app|dev)|devtunnels\.ms|loca\.lt|trycloudflare\.com|azurewebsites\.net|azurestaticapps\.net|azurefd\.net|web\.core\.windows\.net|onmicrosoft\.com|github\.io)$/;

/** Every address in the manifest that Teams opens. */
function addressesOf({ manifest }: AppPackage): URL[] {
  const { developer, configurableTabs, staticTabs } = manifest;
  return [
    ...[developer.websiteUrl, developer.privacyUrl, developer.termsOfUseUrl],
    ...configurableTabs.map(({ configurationUrl }) => configurationUrl),
    ...staticTabs.flatMap(({ contentUrl }) => contentUrl ?? []),
  ].map((address) => new URL(address));
}

/** The places of all texts that a language has to replace. */
function placesOf({ manifest }: AppPackage): string[] {
  return [
    ...['name.short', 'name.full', 'description.short', 'description.full'],
    ...manifest.bots.flatMap(({ commandLists }, bot) =>
      commandLists.flatMap(({ commands }, list) =>
        commands.flatMap((_, i) =>
          ['title', 'description'].map((part) => `bots[${bot}].commandLists[${list}].commands[${i}].${part}`),
        ),
      ),
    ),
    ...manifest.staticTabs.flatMap(({ name }, i) => (name === undefined ? [] : [`staticTabs[${i}].name`])),
  ];
}

export const manifestRules: readonly Rule[] = [
  {
    says: 'The manifest and its languages follow a released schema, not a preview.',
    broken: ({ manifest }) =>
      /^\d+\.\d+$/.test(manifest.manifestVersion) ? null : `"${manifest.manifestVersion}"`,
  },
  {
    says: 'The version has three numbers and is 1.0.0 or later.',
    broken: ({ manifest }) =>
      /^[1-9]\d*\.\d+\.\d+$/.test(manifest.version) ? null : `"${manifest.version}"`,
  },
  {
    says: 'The version rises with each upload.',
    look: 'whoever uploads compares it with the one in the Teams admin center',
  },
  namesNothing('Every address is https, on a host of validDomains.', (app) =>
    addressesOf(app)
      .filter(({ protocol, host }) => protocol !== 'https:' || !app.manifest.validDomains.includes(host))
      .map(({ href }) => href),
  ),
  namesNothing('The hosts are our own: no wildcard, no tunnel, no name that a cloud gives.', ({ manifest }) =>
    manifest.validDomains.filter((domain) => domain.includes('*') || anybodys.test(domain)),
  ),
  {
    says: 'The client id of the sign-in is in the manifest, and its resource is on our host.',
    broken: ({ manifest: { bots, validDomains, webApplicationInfo } }) => {
      const { id, resource } = webApplicationInfo;
      const expected = `api://${validDomains[0] ?? ''}/botid-${id}`;
      if (bots.some(({ botId }) => botId !== id)) return `the client id ${id} is not that of the bot`;
      return resource === expected ? null : `${resource} instead of ${expected}`;
    },
  },
  namesNothing('Each language translates every name, description, command and tab.', (app) =>
    [...app.languages].flatMap(([language, said]) =>
      placesOf(app)
        .filter((place) => said[place] === undefined)
        .map((place) => `${language}: ${place}`),
    ),
  ),
  namesNothing(
    'The bot lists its commands in each of its scopes, help among them.',
    ({ manifest: { bots } }) =>
      bots.flatMap(({ scopes, commandLists }) =>
        scopes.filter(
          (scope) =>
            !commandLists.some(
              (list) => list.scopes.includes(scope) && list.commands.some(({ title }) => title === 'help'),
            ),
        ),
      ),
  ),
  {
    says: 'A bot that offers files says so.',
    broken: ({ manifest }) =>
      manifest.bots.some(({ supportsFiles }) => !supportsFiles) ? 'it says that it has none' : null,
  },
  {
    says: 'A bot that only notifies is worth its messages.',
    broken: ({ manifest }) =>
      manifest.bots.some(({ isNotificationOnly }) => isNotificationOnly)
        ? 'it says that it only notifies'
        : null,
  },
  {
    says: 'A personal tab comes with a personal bot.',
    broken: ({ manifest: { bots, staticTabs } }) =>
      staticTabs.some(({ contentUrl }) => contentUrl !== undefined) &&
      bots.some(({ scopes }) => scopes.includes('personal'))
        ? null
        : 'one of the two is missing',
  },
  namesNothing('A team or a group chat that gets the bot can have a tab, too.', ({ manifest }) =>
    ['team', 'groupChat'].filter(
      (scope) =>
        manifest.bots.some(({ scopes }) => scopes.includes(scope)) &&
        !manifest.configurableTabs.some(({ scopes }) => scopes.includes(scope)),
    ),
  ),
  {
    says: 'The entry of the Azure Bot has the same name, icon and links to privacy and terms.',
    look: 'whoever sets up the Azure Bot compares them with the package',
  },
];
