import { readFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { htmlDecodeTree } from 'entities/lib/decode.js';
import type { Plugin } from 'esbuild';
import { WINDOWS_TO_IANA_MAP } from 'windows-iana';
import { openApiDocument } from '../../core/api/endpoints/openapi.ts';

const root = join(import.meta.dirname, '../..');

/**
 * Packages, and files of packages, that are empty in the bundle, by those that import them, and what they are for. Loading them does
 * nothing, and a call of one fails.
 */
const leftOut: readonly { readonly of: RegExp; readonly packages: Readonly<Record<string, string>> }[] = [
  {
    of: /node_modules\/(botbuilder|botframework)/,
    packages: {
      '@azure/identity': 'tokens by a managed identity: the bot is given its tokens',
      '@azure/msal-node': 'tokens by secret or certificate: the bot is given its tokens',
      axios: 'calls of other bots (skills)',
      'botframework-streaming': 'activities over WebSockets and named pipes: ours come by HTTP',
      'cross-fetch': 'calls of the Bot Framework Emulator',
      'https-proxy-agent': 'keys of signatures by way of a proxy',
    },
  },
  {
    of: /node_modules\/@azure\/msal-node\//,
    packages: { jsonwebtoken: 'assertions signed with a certificate: the app has none' },
  },
  {
    of: /node_modules\/@azure\/storage-common\//,
    packages: { './crc64.js': 'checksums of blobs beside those of TLS: the app asks for none' },
  },
];

/**
 * Table storage answers in JSON; XML may come in the words of an error. Then it is read as ever. Settings of the whole service,
 * which are written in XML, are none of the app's.
 */
const xmlLater = `
  export const parseXML = async (...of) => (await import('@azure/core-xml')).parseXML(...of);
  export const stringifyXML = () => { throw new Error('XML for Table storage is left out'); };
`;

/** Loads the reader of XML when Table storage first sends some. Every start would wait for it. */
export const lazyXml: Plugin = {
  name: 'XML later',
  setup(building) {
    building.onResolve({ filter: /^@azure\/core-xml$/ }, ({ path, importer }) =>
      importer.includes('node_modules/@azure/data-tables/') ? { path, namespace: 'later' } : undefined,
    );
    building.onLoad({ filter: /./, namespace: 'later' }, () => ({ contents: xmlLater, resolveDir: root }));
  },
};

/** botbuilder's classes extend this one while they are loaded. */
const nothing = 'exports.RequestHandler = class {};';

/** Leaves out what the app asks of no package. */
export const leaveOut: Plugin = {
  name: 'leave out',
  setup(building) {
    building.onResolve({ filter: /^[.@a-z]/ }, ({ path, importer }) =>
      leftOut.some(({ of, packages }) => of.test(importer) && path in packages)
        ? { path, namespace: 'left-out' }
        : undefined,
    );
    building.onLoad({ filter: /./, namespace: 'left-out' }, () => ({ contents: nothing }));
  },
};

/**
 * An import of one of Node's own modules looks at each of its properties, and so loads Node's whole HTTP client, its reader of
 * arguments and the standard streams. Here an import loads nothing: what it gets has no properties of its own, and asks for the module
 * when one is read. A module that is itself a function, and `process`, are what they are, and `require` gets the module itself.
 */
export const builtins: Plugin = {
  name: "Node's own modules",
  setup(building) {
    building.onResolve({ filter: /^node:/ }, ({ path, kind }) => {
      const isPlain = typeof process.getBuiltinModule(path) === 'object' && path !== 'node:process';
      return { path, namespace: isPlain && kind !== 'require-call' ? 'imported-builtin' : 'builtin' };
    });
    building.onLoad({ filter: /./, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule('${path}');`,
    }));
    building.onLoad({ filter: /./, namespace: 'imported-builtin' }, ({ path }) => ({
      contents: `
        const get = (_, name) => process.getBuiltinModule('${path}')[name];
        module.exports = Object.create(new Proxy({}, { get }));
      `,
    }));
  },
};

/** A JavaScript expression for bytes, which are compressed in it. It needs `brotliDecompressSync`. */
const compressed = (bytes: string | Uint8Array) =>
  `brotliDecompressSync(Buffer.from('${brotliCompressSync(bytes).toString('base64')}', 'base64'))`;

/** Stores large tables in less room. */
export const smallTables: Plugin = {
  name: 'small tables',
  setup(building) {
    const decompress = `import { brotliDecompressSync } from 'node:zlib';`;
    // Sentences: the largest part of what the bot understands with.
    building.onLoad({ filter: /understanding[\\/]languages[\\/]\w+\.json$/ }, async ({ path }) => {
      const table: unknown = JSON.parse(await readFile(path, 'utf8'));
      const text = compressed(JSON.stringify(table));
      return { loader: 'js', contents: `${decompress} export default JSON.parse(${text}.toString());` };
    });
    // Names of characters in HTML.
    building.onLoad({ filter: /entities[\\/]lib[\\/]esm[\\/]generated[\\/]decode-data-html\.js$/ }, () => {
      const { buffer, byteOffset, byteLength } = htmlDecodeTree;
      const bytes = compressed(new Uint8Array(buffer, byteOffset, byteLength));
      return { contents: `${decompress} export default new Uint16Array(new Uint8Array(${bytes}).buffer);` };
    });
    // Windows' names of time zones: `core/time/zones.ts` asks for those of no particular country.
    building.onLoad({ filter: /windows-iana\.esm\.js$/ }, () => {
      const rows = WINDOWS_TO_IANA_MAP.filter(({ territory }) => territory === '001');
      return { contents: `export const WINDOWS_TO_IANA_MAP = ${JSON.stringify(rows)};` };
    });
  },
};

/** The description of the API in place of what makes it of the schemas, with a package that nothing else of the app needs. */
export const openApi: Plugin = {
  name: 'description of the API',
  setup(building) {
    building.onLoad({ filter: /core[\\/]api[\\/]endpoints[\\/]openapi\.ts$/ }, () => {
      const text = compressed(JSON.stringify(openApiDocument()));
      const decompress = `import { brotliDecompressSync } from 'node:zlib';`;
      const contents = `${decompress} export const openApiDocument = () => JSON.parse(${text}.toString());`;
      return { loader: 'js', contents };
    });
  },
};

/** zod can write its schemas as JSON schemas, and every schema gets a method for it. The app writes none. */
export const withoutJsonSchemas: Plugin = {
  name: 'without JSON schemas',
  setup(building) {
    const filter = /zod[\\/]v4[\\/]core[\\/](json-schema-processors|to-json-schema)\.js$/;
    building.onLoad({ filter }, async ({ path }) => {
      const names = Object.keys((await import(pathToFileURL(path).href)) as object);
      return { contents: names.map((name) => `export const ${name} = () => () => {};`).join('\n') };
    });
  },
};

/** Loads the agents for proxies when the environment first names a proxy. Every start would wait for them. */
export const lazyProxies: Plugin = {
  name: 'proxies later',
  setup(building) {
    building.onResolve({ filter: /^https?-proxy-agent$/ }, ({ path, importer, resolveDir }) =>
      importer.includes('node_modules/@typespec/ts-http-runtime/')
        ? { path, namespace: 'later-proxy', pluginData: resolveDir }
        : undefined,
    );
    building.onLoad({ filter: /./, namespace: 'later-proxy' }, ({ path, pluginData }) => {
      const name = path === 'http-proxy-agent' ? 'HttpProxyAgent' : 'HttpsProxyAgent';
      const contents = `export function ${name}(...of) { return new (require('${path}').${name})(...of); }`;
      return { contents, resolveDir: pluginData as string };
    });
  },
};
