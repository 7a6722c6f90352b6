// Reads every import of every room and holds them to the walls of the design (scripts/walls/rules.ts).
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cruiseRooms, type Cruised } from '../scripts/walls/cruise.ts';
import { asBlock, drawFloors, drawingIn } from '../scripts/walls/draw-floors.ts';
import { floors, rooms } from '../scripts/walls/rules.ts';
import { useFolder } from './support/folder.ts';
import { exportedNames, keptAtModuleLevel, valuesOf } from './support/read-source.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

const mostFiles = 14;
const mostLines = 250;

/** What modules of core may keep: constants, and results that could be worked out again at any time. */
const caches: Readonly<Record<string, string>> = {
  'core/schemes/round-times.ts: known': 'the rounds of a scheme around a day',
  'core/slots/local-week.ts: cache': 'a week on the clocks of a zone',
  'core/slots/slot-facts.ts: cache': 'what holds of the slots of a week and zone',
  'core/time/clock.ts: clocks': 'a clock for each zone',
  'core/time/zones.ts: known': 'which zones exist',
  'core/words/when.ts: formats': 'formats for dates, which take long to make',
  'core/words/when.ts: listFormats': 'formats for lists, which take long to make',
};

/** Files that may be longer, and why. */
const longFiles: Readonly<Record<string, string>> = {
  'core/matching/exact/search.ts': "one algorithm: the steps of Edmonds' search share its private state",
};

describe('the walls', () => {
  let cruised: Cruised;
  let core: readonly string[];
  before(async () => {
    cruised = await cruiseRooms(root);
    core = cruised.files.filter((file) => file.startsWith('core/'));
  });

  it('let no import through that the rules forbid', () => {
    for (const room of Object.keys(rooms)) {
      assert.ok(
        cruised.files.some((file) => file.startsWith(`${room}/`)),
        `${room}/ has no source files`,
      );
    }
    assert.deepEqual(cruised.violations, []);
  });

  it('give every folder of core its floor, and its row in the README', () => {
    const folders = [...new Set(core.map((file) => dirname(file).slice('core/'.length)))].sort();
    assert.deepEqual(folders, [...floors].sort());
    const rows = [...read('core/README.md').matchAll(/^\| `([a-z-]+)\/` /gm)].map(([, folder]) => folder);
    assert.deepEqual(
      rows,
      floors.filter((floor) => !floor.includes('/')),
    );
  });

  it("are drawn in core's README as they are (if not: npm run floors)", () => {
    assert.equal(drawingIn(read('core/README.md')).drawing, asBlock(drawFloors(cruised.imports)));
  });

  it(`hold at most ${mostFiles} files in a folder`, () => {
    const folders = Map.groupBy(cruised.files, (file) => dirname(file));
    const crowded = [...folders].filter(([, files]) => files.length > mostFiles).map(([folder]) => folder);
    assert.deepEqual(crowded, []);
  });

  it(`hold at most ${mostLines} lines in a file`, () => {
    const long = cruised.files.filter((file) => read(file).trimEnd().split('\n').length > mostLines);
    assert.deepEqual(long, Object.keys(longFiles));
  });

  it('leave ports without a value', () => {
    const found = core
      .filter((file) => file.startsWith('core/ports/'))
      .flatMap((file) => valuesOf(file, read(file)));
    assert.deepEqual(found, []);
  });

  it('let core export each name once', () => {
    // Every language has the same texts, so its files export the same names.
    const once = core.filter((file) => !/^core\/words\/(?!icu\/)[^/]+\//.test(file));
    const names = once.flatMap((file) => exportedNames(file, read(file)).map((name) => ({ name, file })));
    const twice = [...Map.groupBy(names, ({ name }) => name)]
      .filter(([, places]) => places.length > 1)
      .map(([name, places]) => `${name}: ${places.map(({ file }) => file).join(', ')}`);
    assert.deepEqual(twice, []);
  });

  it('let no module of core keep anything that decides', () => {
    const kept = core.flatMap((file) =>
      keptAtModuleLevel(file, read(file)).map((name) => `${file}: ${name}`),
    );
    assert.deepEqual(kept.sort(), Object.keys(caches).sort());
  });
});

describe('the rules of the walls', () => {
  const refused: readonly (readonly [file: string, text: string, refusal: string])[] = [
    ['core/booking/p.ts', `import '../mending/q.ts';`, 'floors: booking'],
    ['core/records/p.ts', `import type { Q } from '../ports/q.ts';`, 'floors: records'],
    ['core/mending/cases/p.ts', `import '../q.ts';`, 'floors: mending/cases'],
    ['core/matching/exact/p.ts', `import '../q.ts';`, 'floors: matching/exact'],
    ['core/pairing/decide-p.ts', `import type { Q } from '../ports/q.ts';`, 'decisions import no port'],
    ['core/pairing/p1.ts', `import '../matching/q.ts';`, 'the matching engine has one door'],
    ['core/pairing/p2.ts', `import { app } from '@azure/functions';`, 'core: packages'],
    ['core/pairing/p3.ts', `import type { Q } from '../../bot/q.ts';`, 'core: rooms'],
    ['core/pairing/p4.ts', `const fs = await import('node:fs');`, "core: Node's modules"],
    [
      'core/pairing/p5.ts',
      `export let a: import('botbuilder').Activity;`,
      'botbuilder lives in bot/framework',
    ],
    ['core/pairing/p6.ts', `export * from '../../adapters/q.ts';`, 'core: rooms'],
    ['bot/p1.ts', `import { x } from '@azure/data-tables/types';`, 'bot: packages'],
    ['bot/p2.ts', `import { ActivityTypes } from 'botbuilder';`, 'botbuilder lives in bot/framework'],
    ['tab/p.tsx', `import { x } from '../core/pairing/q.ts';`, 'tab: rooms'],
    ['tab/p1.tsx', `import { x } from '../core/api/me.ts';`, 'the tab takes schemas as types alone'],
    ['functions/p.ts', `import '../local/q.ts';`, 'functions: rooms'],
    ['adapters/p.ts', `const b = require('botbuilder/lib/x');`, 'adapters: packages'],
    ['local/p.ts', `import type { Q } from './back.ts';`, 'no circle of files'],
    ['local/a/p.ts', `import '../b/back.ts';`, 'no circle of folders'],
  ];
  const allowed = {
    'core/mending/fine.ts': `import { z } from 'zod'; import type { Q } from '../booking/q.ts'; import './cases/q.ts';`,
    'tab/fine.tsx': `import type { x } from '../core/api/me.ts'; import { Button } from '@fluentui/react-components';`,
  };
  const folder = useFolder('describe');
  let violations: readonly string[];
  before(async () => {
    const texts = {
      ...Object.fromEntries(
        [...Object.keys(rooms), ...floors.map((floor) => `core/${floor}`)].map((path) => [
          `${path}/q.ts`,
          '',
        ]),
      ),
      'core/api/me.ts': '',
      'local/back.ts': `import './p.ts';`,
      'local/a/q.ts': '',
      'local/b/back.ts': `import '../a/q.ts';`,
      ...Object.fromEntries(refused.map(([file, text]) => [file, text])),
      ...allowed,
    };
    for (const [file, text] of Object.entries(texts))
      folder.write(file, `${text}\nexport type Q = string;\n`);
    ({ violations } = await cruiseRooms(folder.at()));
  });

  for (const [file, text, refusal] of refused) {
    it(`refuse ${text} in ${file}`, () => {
      const from = refusal === 'no circle of folders' ? dirname(file) : file;
      assert.ok(
        violations.some(
          (violation) => violation.startsWith(`${refusal}: `) && violation.includes(` ${from}`),
        ),
        `expected "${refusal}", found ${JSON.stringify(violations)}`,
      );
    });
  }

  it('let through what the table allows', () => {
    const found = violations.filter((violation) =>
      Object.keys(allowed).some((file) => violation.includes(` ${file} → `)),
    );
    assert.deepEqual(found, []);
  });
});
