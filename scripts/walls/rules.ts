// The walls of the design as rules of dependency-cruiser: what each room, and each folder of core, may import.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const words = join(import.meta.dirname, '../../core/words');

/** The folders of the languages, but of English, which the others follow. */
const languages = readdirSync(words, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['en', 'icu'].includes(entry.name))
  .map(({ name }) => `words/${name}`)
  .sort()
  .flatMap((folder) => [folder, `${folder}/tab`, `${folder}/tab/desk`])
  .filter((folder) => existsSync(join(words, '..', folder)));

/** core's folders, from the roof to the cellar: a folder imports only folders that stand below it in this list. */
export const floors: readonly string[] = [
  'operating',
  'clockwork',
  'closing',
  'conversation',
  'acts',
  'stepping-in',
  'rights',
  'following-up',
  'nudging',
  'mending',
  'mending/cases',
  'mending/situation',
  'previewing',
  'pairing',
  'calling',
  'reporting',
  'outstanding',
  'enrolment',
  'booking',
  'telling',
  'views',
  'views/desk',
  'api/endpoints',
  'api',
  'rounds',
  'schemes',
  'mailbox',
  'shared',
  'ports',
  'words',
  ...languages,
  'words/en',
  'words/en/tab',
  'words/en/tab/desk',
  'words/icu',
  'slots',
  'records',
  'records/plans',
  'records/limits',
  'matching',
  'matching/ahead',
  'matching/large',
  'matching/exact',
  'matching/ground',
  'time',
];

interface Room {
  /** Rooms, folders or files that may be imported, the room itself included. */
  readonly inside: readonly string[];
  /** Packages; an entry stands for itself and everything below it. */
  readonly packages: readonly string[];
  /** Whether Node's own modules may be imported. */
  readonly node: boolean;
}

const pure = [
  'zod',
  'zod-openapi',
  'intl-messageformat',
  'temporal-polyfill',
  'windows-iana',
  'p-map',
  'pure-rand',
];
const azure = ['@azure/data-tables', '@azure/storage-queue', '@azure/storage-blob'];
const botbuilder = ['botbuilder', 'botframework-connector'];

export const rooms: Readonly<Record<string, Room>> = {
  core: { inside: ['core'], packages: pure, node: false },
  adapters: {
    inside: ['adapters', 'core'],
    packages: [
      '@azure/core-rest-pipeline',
      ...azure,
      ...['@azure/msal-node', '@microsoft/microsoft-graph-client', 'p-map', 'p-retry', 'zod'],
    ],
    node: true,
  },
  bot: { inside: ['bot', 'core'], packages: [...botbuilder, 'chrono-node', 'entities', ...pure], node: true },
  functions: {
    inside: ['functions', 'core', 'adapters', 'bot'],
    packages: ['@azure/functions', ...azure, 'jose', 'zod'],
    node: true,
  },
  tab: {
    inside: [
      'tab',
      'core/api',
      'core/schemes/settings-schemas.ts',
      'core/records',
      'core/words/pairing-view.ts',
      'core/words/pairing-facts.ts',
      'core/words/icu',
      'core/words/en/questions.ts',
      'core/words/en/tab.ts',
      'core/words/en/tab',
    ],
    packages: [
      'intl-messageformat',
      'react',
      'react-dom',
      '@fluentui',
      '@microsoft/teams-js',
      '@tanstack/react-query',
      '@tanstack/react-virtual',
      'vite',
      // Makes the styles when the tab is built.
      '@griffel/core',
      '@vitejs/plugin-react',
    ],
    node: false,
  },
  local: {
    inside: ['local', 'core', 'bot', 'adapters', 'functions'],
    packages: [
      ...pure,
      ...azure,
      ...[
        '@hono/node-server',
        '@microsoft/m365agentsplayground',
        'adaptivecards',
        'azurite',
        'commander',
        'cron-parser',
        'csv-parse',
        'esbuild',
        'hono',
      ],
      ...['ical.js', 'jose', 'p-limit', 'p-map', 'p-retry'],
    ],
    node: true,
  },
};

/** A rule of dependency-cruiser: what may not be. Paths are regular expressions, relative to the repository. */
interface Rule {
  readonly name: string;
  readonly severity: 'error';
  readonly scope?: 'folder';
  readonly from: { readonly path?: string; readonly pathNot?: string };
  readonly to: {
    readonly path?: string;
    readonly pathNot?: string;
    readonly circular?: true;
    readonly dependencyTypes?: readonly string[];
    readonly dependencyTypesNot?: readonly string[];
  };
}

const installed = [
  ...['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled'],
  ...['npm-no-pkg', 'npm-unknown', 'undetermined', 'unknown'],
];

const escaped = (path: string) => path.replaceAll(/[.+]/g, '\\$&');
const anyOf = (paths: readonly string[]) => paths.map(escaped).join('|');
const packages = (names: readonly string[]) => `(^|node_modules/)(${anyOf(names)})(/|$)`;
/** The files of a folder of core, those of its own sub-folders left out where these have a floor of their own. */
const own = (folder: string) =>
  floors.some((other) => other.startsWith(`${folder}/`)) ? `^core/${folder}/[^/]+$` : `^core/${folder}/`;

function roomRules([name, { inside, packages: allowed, node }]: [string, Room]): Rule[] {
  const from = { path: `^${name}/` };
  const rule = (what: string, to: Rule['to']): Rule => ({
    name: `${name}: ${what}`,
    severity: 'error',
    from,
    to,
  });
  return [
    rule('rooms', { pathNot: `^(${anyOf(inside)})(/|$)`, dependencyTypes: ['local'] }),
    rule('packages', { pathNot: packages(allowed), dependencyTypes: installed }),
    ...(node ? [] : [rule("Node's modules", { dependencyTypes: ['core'] })]),
  ];
}

export const rules: readonly Rule[] = [
  ...Object.entries(rooms).flatMap(roomRules),
  ...floors.slice(1).map((folder, i): Rule => ({
    name: `floors: ${folder}`,
    severity: 'error',
    from: { path: own(folder) },
    to: {
      path: floors
        .slice(0, i + 1)
        .map(own)
        .join('|'),
    },
  })),
  {
    name: 'decisions import no port',
    severity: 'error',
    from: { path: '^core/(.*/decide-[^/]*$|(records|time|slots|matching|words)/)' },
    to: { path: '^core/ports/' },
  },
  {
    name: 'the matching engine has one door',
    severity: 'error',
    from: { path: '^(core|adapters|bot|functions|local)/', pathNot: '^core/matching/' },
    to: { path: '^core/matching/', pathNot: '^core/matching/index\\.ts$' },
  },
  {
    name: 'the tab takes schemas as types alone',
    severity: 'error',
    from: { path: '^tab/' },
    to: {
      path: '^core/(api|records|schemes)/|^core/words/pairing-view\\.ts$',
      pathNot: '^core/records/limits/',
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'botbuilder lives in bot/framework',
    severity: 'error',
    from: { pathNot: '^bot/framework/' },
    to: { path: packages(botbuilder) },
  },
  { name: 'no circle of files', severity: 'error', from: {}, to: { circular: true } },
  { name: 'no circle of folders', severity: 'error', scope: 'folder', from: {}, to: { circular: true } },
];
