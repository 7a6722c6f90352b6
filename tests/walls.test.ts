// Reads every import of every room and holds them to the walls of the design.
import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, normalize, relative, sep } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '..');

interface Wall {
  /** Rooms, or paths below a room, whose files may be imported. */
  readonly rooms: readonly string[];
  /** Packages; an entry stands for itself and everything below it. */
  readonly packages: readonly string[];
  /** Node's own modules. */
  readonly node: boolean;
}

const pure = ['zod', 'temporal-polyfill', 'windows-iana'];
const azure = ['@azure/data-tables', '@azure/storage-queue', '@azure/storage-blob'];

/** What each room may import, itself included. */
const walls: Readonly<Record<string, Wall>> = {
  core: { rooms: ['core'], packages: pure, node: false },
  adapters: {
    rooms: ['adapters', 'core'],
    packages: [...azure, '@azure/identity', '@azure/msal-node', '@microsoft/microsoft-graph-client', 'zod'],
    node: true,
  },
  bot: { rooms: ['bot', 'core'], packages: ['botbuilder', 'botframework-connector', ...pure], node: true },
  functions: {
    rooms: ['functions', 'core', 'adapters', 'bot'],
    packages: ['@azure/functions', ...azure, '@azure/identity', 'jose', 'zod'],
    node: true,
  },
  tab: {
    rooms: ['tab', 'core/api', 'core/messages/message.ts'],
    packages: [
      'react',
      'react-dom',
      '@fluentui',
      '@microsoft/teams-js',
      'zod',
      'vite',
      '@vitejs/plugin-react',
    ],
    node: false,
  },
  local: {
    rooms: ['local', 'core', 'bot', 'adapters', 'functions'],
    packages: [
      ...pure,
      ...azure,
      ...['@hono/node-server', 'commander', 'cron-parser', 'csv-parse', 'esbuild', 'hono', 'ical.js', 'jose'],
      'adaptivecards',
    ],
    node: true,
  },
};

/** Every module that a source text names: imports, exports, `import type`, `import('…')` as type and as call, require. */
function importsOf(file: string, text: string): string[] {
  const found: string[] = [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX);
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      if (ts.isStringLiteral(node.moduleSpecifier)) found.push(node.moduleSpecifier.text);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      if (ts.isStringLiteral(node.argument.literal)) found.push(node.argument.literal.text);
    } else if (ts.isCallExpression(node)) {
      const called = node.expression;
      const loads =
        called.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(called) && called.text === 'require');
      const [named] = node.arguments;
      if (loads && named && ts.isStringLiteralLike(named)) found.push(named.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Why a file may not import a module; null when it may. */
function violation(file: string, module: string): string | null {
  const room = file.split('/')[0] ?? '';
  const wall = walls[room];
  if (wall === undefined) return null;
  const under = (name: string, allowed: readonly string[]) =>
    allowed.some((entry) => name === entry || name.startsWith(`${entry}/`));
  if (module.startsWith('.')) {
    const target = normalize(join(dirname(file), module))
      .split(sep)
      .join('/');
    return under(target, wall.rooms) ? null : `${file} may not import ${target}`;
  }
  if (isBuiltin(module)) return wall.node ? null : `${file} may not import Node's ${module}`;
  return under(module, wall.packages) ? null : `${file} may not import the package ${module}`;
}

function sourceFiles(room: string): string[] {
  return readdirSync(join(root, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|js|mjs)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !file.endsWith('.d.ts') && !file.endsWith('vite.config.ts'));
}

describe('the walls between the rooms', () => {
  for (const room of Object.keys(walls)) {
    it(`hold in ${room}/`, () => {
      const files = sourceFiles(room);
      assert.ok(files.length > 0, `${room}/ has no source files`);
      const violations = files.flatMap((file) =>
        importsOf(file, readFileSync(join(root, file), 'utf8')).flatMap(
          (module) => violation(file, module) ?? [],
        ),
      );
      assert.deepEqual(violations, []);
    });
  }

  const planted: readonly (readonly [string, string, string])[] = [
    ['core/rounds/planted.ts', `import { app } from '@azure/functions';`, 'the package @azure/functions'],
    ['core/rounds/planted.ts', `import type { Bot } from '../../bot/bot.ts';`, 'bot/bot.ts'],
    ['core/rounds/planted.ts', `const fs = await import('node:fs');`, "Node's node:fs"],
    ['core/rounds/planted.ts', `let a: import('botbuilder').Activity;`, 'the package botbuilder'],
    ['core/rounds/planted.ts', `export * from '../../adapters/graph/client.ts';`, 'adapters/graph/client.ts'],
    [
      'bot/planted.ts',
      `import { x } from '@azure/data-tables/types';`,
      'the package @azure/data-tables/types',
    ],
    ['tab/planted.tsx', `import { x } from '../core/rounds/plan.ts';`, 'core/rounds/plan.ts'],
    ['functions/planted.ts', `import '../local/host/clock.ts';`, 'local/host/clock.ts'],
    ['adapters/planted.ts', `const b = require('botbuilder/lib/x');`, 'the package botbuilder/lib/x'],
  ];
  for (const [file, text, what] of planted) {
    it(`refuse ${text} in ${file}`, () => {
      const refusals = importsOf(file, text).map((module) => violation(file, module));
      assert.deepEqual(refusals, [`${file} may not import ${what}`]);
    });
  }

  it('let through what the table allows', () => {
    const text = `import { z } from 'zod'; import type { A } from '../people/person.ts'; import t from 'zod/mini';`;
    assert.deepEqual(
      importsOf('core/rounds/allowed.ts', text).map((m) => violation('core/rounds/allowed.ts', m)),
      [null, null, null],
    );
  });
});
