// Finds words for people that are written outside the catalogues.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '../../..');

/** Files in which prose is for engineers or machines, and who reads it. */
const allowed: Readonly<Record<string, string>> = {
  'bot/framework/connector-client.ts': 'faults of calls to the Bot Connector, for the log',
  'bot/framework/door.ts': 'why a request is not let in, for the Bot Connector',
  'bot/activities/invoke.ts': 'an error for Teams, which shows words of its own',
  'functions/config.ts': 'faults of settings, for those who deploy',
  'functions/http/messages.ts': 'an error for the Bot Connector',
  'functions/http/pages/page-style.ts': 'a style sheet',
  'functions/http/api/answer.ts': 'errors of the API; the tab says them by their codes',
  'functions/http/api/answer-other.ts': 'errors of the API; the tab says them by their codes',
  'functions/http/api/read-call.ts': 'errors of the API; the tab says them by their codes',
  'core/api/refusals.ts': 'errors of the API; the tab says them by their codes',
  'core/api/endpoints/openapi.ts': 'the description of the API, for engineers',
  'core/api/endpoints/parameters.ts': 'the description of the API, for engineers',
  'core/api/endpoints/mine.ts': 'the description of the API, for engineers',
  'core/api/endpoints/meetings.ts': 'the description of the API, for engineers',
  'core/api/endpoints/schemes.ts': 'the description of the API, for engineers',
  'core/api/endpoints/desk.ts': 'the description of the API, for engineers',
  'core/operating/check-tenant.ts':
    'for those who operate the product: full of names of commands, in English',
  'core/operating/cures.ts': 'for those who operate the product: full of names of commands, in English',
  'core/operating/decide-findings.ts': 'for those who operate the product',
  'core/operating/poison.ts': 'for those who operate the product',
  'core/operating/reason-of.ts': 'for those who operate the product',
  'core/operating/run-checks.ts': 'for those who operate the product',
  'tab/compile-texts.ts': 'a script, for the browser',
  'functions/http/tab.ts': 'an error for browsers that ask for a file of an older tab',
  'core/time/weekday.ts': 'what a schema expects, for those who store',
  'core/time/zones.ts': 'names of zones as Windows has them',
  'core/records/scheme.ts': 'what a schema expects, for those who store',
  'core/schemes/settings-schemas.ts': 'what a schema expects, for those who store',
  'core/pairing/gather-people.ts': 'why a calendar was not read, for the log',
  'core/mailbox/with-mailbox.ts': 'what was being done, for the log',
};

/** Two words in a row. */
const prose = /\p{L}{2,}[,:;.!?]? \p{L}{2,}/u;

/** Calls whose texts nobody but engineers read, or that hold no words. */
const forEngineers = /(^|\.)(log|makeStyles|parallel)$/;

function isForEngineers(node: ts.Node): boolean {
  if (ts.isThrowStatement(node) || ts.isTypeNode(node)) return true;
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return true;
  if (ts.isNewExpression(node)) return node.expression.getText().endsWith('Error');
  return ts.isCallExpression(node) && forEngineers.test(node.expression.getText());
}

/** The text of a literal, with its parameters left out. */
function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
}

/** Attributes of elements that a person reads or hears. */
const spokenAttributes = /^(aria-label|aria-description|alt|label|placeholder|title)$/;

function isSaid(node: ts.Node, text: string): boolean {
  if (ts.isJsxText(node)) return /\p{L}/u.test(text);
  const { parent } = node;
  if (ts.isJsxAttribute(parent) && spokenAttributes.test(parent.name.getText())) return /\p{L}/u.test(text);
  return prose.test(text.replaceAll(/<[^>]*>|https?:\S*|^\w+\/\w+; charset/g, ''));
}

/** The words for people in a file, in the order in which they stand. */
function wordsIn(file: string, source: string): string[] {
  const visit = (node: ts.Node): string[] => {
    if (isForEngineers(node)) return [];
    const text = textOf(node);
    const said = text !== null && isSaid(node, text) ? [text.trim()] : [];
    const inner: string[] = [];
    ts.forEachChild(node, (child) => {
      inner.push(...visit(child));
    });
    return [...said, ...inner];
  };
  return visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
}

describe('words outside the catalogues', () => {
  const files = ['bot', 'tab', 'functions', 'core'].flatMap((room) =>
    globSync(`${room}/**/*.{ts,tsx}`, { cwd: root }),
  );
  const found = files
    .filter((file) => !/^core\/words\/[^/]+\//.test(file))
    .map((file) => [file, wordsIn(file, readFileSync(join(root, file), 'utf8'))] as const)
    .filter(([, words]) => words.length > 0);

  it('are in no file, but in those where engineers and machines read them', () => {
    assert.ok(files.length > 200);
    assert.deepEqual(
      found.filter(([file]) => !(file in allowed)),
      [],
    );
    assert.deepEqual(
      Object.keys(allowed).filter((file) => !found.some(([other]) => other === file)),
      [],
      'files that need no place in the list any more',
    );
  });

  it('would be found', () => {
    const source = `
      throw new Error('nobody reads this');
      log('step due now', { why: 'no words here' });
      const a = 'Hello there';
      const b = \`Hello \${name}, how are you?\`;
      const c = <p title="Help">Hi <b>{name}</b>{'you there'}</p>;
      type D = 'some words';
      const e = '<p class="a b">';
    `;
    assert.deepEqual(wordsIn('a.tsx', source), [
      'Hello there',
      'Hello …, how are you?',
      'Help',
      'Hi',
      'you there',
    ]);
  });
});
