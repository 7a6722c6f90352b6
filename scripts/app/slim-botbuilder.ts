import type { Plugin } from 'esbuild';

/** Another module instead of one that botbuilder or its packages import. */
interface Instead {
  /** How it is imported. */
  readonly path: RegExp;
  /** The files that import it so; all when absent. */
  readonly importer?: RegExp;
  /** Source text. */
  readonly contents: string;
}

const botbuilders = /node_modules\/(botbuilder|botframework)/;

/** What botbuilder is given of Azure's packages, of which it would bring a second copy, in CommonJS. */
const given = 'given-azure';

const instead: readonly Instead[] = [
  {
    // All that the bot imports of botbuilder. The other modules are for transcripts, skills, speech, streams and SharePoint.
    path: /^botbuilder$/,
    contents: `
      import 'azure-for-botbuilder';
      export { CardFactory } from 'botbuilder-core/lib/cardFactory.js';
      export { CloudAdapterBase } from 'botbuilder-core/lib/cloudAdapterBase.js';
      export { ConfigurationBotFrameworkAuthentication } from 'botbuilder-core/lib/configurationBotFrameworkAuthentication.js';
    `,
  },
  {
    path: /^azure-for-botbuilder$/,
    contents: `
      import { isTokenCredential } from '@azure/core-auth';
      import { createSerializer, ServiceClient } from '@azure/core-client';
      import { convertHttpClient, createRequestPolicyFactoryPolicy } from '@azure/core-http-compat';
      import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline';
      import given from '${given}';
      Object.assign(given, {
        isTokenCredential, createSerializer, ServiceClient, convertHttpClient, createRequestPolicyFactoryPolicy,
        createHttpHeaders, createPipelineRequest,
      });
    `,
  },
  { path: new RegExp(`^${given}$`), contents: 'module.exports = {};' },
  {
    path: /^@azure\/core-(auth|client|http-compat|rest-pipeline)$/,
    importer: botbuilders,
    contents: `module.exports = require('${given}');`,
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
    importer: botbuilders,
    contents: `
      const anything = new Proxy(() => {}, {
        get: (_, name) => (name === 'parse' ? (given) => given : anything),
        apply: () => anything,
      });
      module.exports = anything;
    `,
  },
  { path: /^node-fetch$/, importer: botbuilders, contents: 'module.exports = fetch;' },
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
    building.onResolve({ filter: /^[.@a-z]/ }, ({ path, importer, resolveDir }) => {
      const found = instead.find((one) => one.path.test(path) && one.importer?.test(importer) !== false);
      return found && { path, namespace: 'used', pluginData: { contents: found.contents, resolveDir } };
    });
    building.onLoad({ filter: /./, namespace: 'used' }, ({ pluginData }) => {
      const { contents, resolveDir } = pluginData as { contents: string; resolveDir: string };
      return { contents, resolveDir };
    });
  },
};
