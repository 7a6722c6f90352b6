import { dirname } from 'node:path';
import type { Plugin } from 'esbuild';

/** Another module instead of one of botbuilder's. */
interface Instead {
  /** How it is imported. */
  readonly path: RegExp;
  /** The files that import it so. */
  readonly importer: RegExp;
  /** Source text. */
  readonly contents: string;
}

const anyOfBotbuilder = /node_modules\/(botbuilder|botframework)/;

const instead: readonly Instead[] = [
  {
    // All that the bot imports of botbuilder. The other modules are for transcripts, skills, speech, streams and SharePoint.
    path: /^botbuilder$/,
    importer: /./,
    contents: `
      export { CardFactory } from 'botbuilder-core/lib/cardFactory.js';
      export { CloudAdapterBase } from 'botbuilder-core/lib/cloudAdapterBase.js';
      export { ConfigurationBotFrameworkAuthentication } from 'botbuilder-core/lib/configurationBotFrameworkAuthentication.js';
    `,
  },
  {
    // All that these modules import of everything in their package.
    path: /^\.$/,
    importer: /node_modules\/botbuilder-core\/lib\//,
    contents: `export { INVOKE_RESPONSE_KEY } from './activityHandlerBase.js';`,
  },
  {
    // Calls of Teams itself: the app asks Graph.
    path: /^\.\/teams$/,
    importer: /node_modules\/botframework-connector\/lib\/index\.js$/,
    contents: '',
  },
  {
    // It checks types of what the app itself gives botbuilder, and of calls that the app does not make. What it should check passes.
    path: /^zod$/,
    importer: anyOfBotbuilder,
    contents: `
      const anything = new Proxy(() => {}, {
        get: (_, name) => (name === 'parse' ? (given) => given : anything),
        apply: () => anything,
      });
      module.exports = anything;
    `,
  },
  { path: /^node-fetch$/, importer: anyOfBotbuilder, contents: 'module.exports = fetch;' },
  {
    // Signing: the bot only checks signatures.
    path: /^\.\/sign$/,
    importer: /node_modules\/jsonwebtoken\//,
    contents: '',
  },
  {
    // It asks whether Node is newer than Node 16.
    path: /^semver$/,
    importer: /node_modules\/jsonwebtoken\//,
    contents: 'exports.satisfies = () => true;',
  },
];

/** Gives botbuilder what the app or Node has already, and takes of it what the bot uses. */
export const slimBotbuilder: Plugin = {
  name: 'slim botbuilder',
  setup(building) {
    building.onResolve({ filter: /^[.a-z]/ }, ({ path, importer }) => {
      const found = instead.find((one) => one.path.test(path) && one.importer.test(importer));
      return found && { path, namespace: 'used', pluginData: { ...found, folder: dirname(importer) } };
    });
    building.onLoad({ filter: /./, namespace: 'used' }, ({ pluginData }) => {
      const { contents, folder } = pluginData as Instead & { readonly folder: string };
      return { contents, resolveDir: folder };
    });
  },
};
