import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** Every regular expression that a file writes, with its place. */
function expressionsIn(file: string): { readonly place: string; readonly expression: RegExp }[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: { place: string; expression: RegExp }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const [, pattern = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(node.text) ?? [];
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({ place: `${file}:${line + 1}`, expression: new RegExp(pattern, flags) });
    }
    const made = (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText();
    assert.notEqual(made, 'RegExp', `${file} makes an expression that cannot be collected`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Characters that mean something in some expression, beside those that this one names. */
const usual = ['a', 'A', '1', ' ', '\t', '\n', '!', '.', '<', '-', '"', '\u00a0', '\ud800', 'é'];

/**
 * Texts of which a long input may be made: characters that an expression names, pieces of it that it reads literally, and
 * what it matches of a text of all these.
 */
function piecesOf({ source, flags }: RegExp): Set<string> {
  const literal = source.replace(/\\[dDwWsSbB]|\\[pP]\{[^}]*\}|\(\?<?[:=!]/g, ' ');
  const named = Array.from(literal.replaceAll('\\', ''));
  const words = literal.replaceAll('\\', '').split(/[[\](){}|*+?^$ ]+/);
  const characters = new Set([...named, ...usual]);
  const pieces = new Set([...characters, ...words.filter((word) => word.length > 1)]);
  const all = [...pieces].join('');
  for (const [match] of all.matchAll(new RegExp(source, [...new Set(Array.from(`${flags}g`))].join(''))))
    pieces.add(match);
  pieces.delete('');
  return pieces;
}

/** Long inputs: what an expression may begin with, a piece over and over, and an end that does not fit. */
function inputsFor(expression: RegExp): ((length: number) => string)[] {
  const pieces = [...piecesOf(expression)];
  const starts = new Set(['', ...pieces.filter((piece) => piece.length > 1).slice(0, 6)]);
  return pieces.flatMap((piece) =>
    [...starts].flatMap((start) =>
      ['', '\u0000'].map(
        (end) => (length: number) =>
          start + piece.repeat(Math.ceil(length / piece.length)).slice(0, length - start.length - 1) + end,
      ),
    ),
  );
}

/** Microseconds that an expression takes to be replaced in a text: the least of several measurements. */
function timeOf(expression: RegExp, text: string, measurements: number, repeats: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < measurements; i += 1) {
    const start = performance.now();
    for (let n = 0; n < repeats; n += 1) text.replace(expression, '');
    least = Math.min(least, ((performance.now() - start) * 1000) / repeats);
  }
  return least;
}

/** How many times longer 5,000 characters take than 500, for the input that takes longest of all. */
function growthOf(expression: RegExp): number {
  const longest = 5_000;
  const [worst] = inputsFor(expression)
    .map((input) => ({ input, time: timeOf(expression, input(longest / 5), 2, 1) }))
    .sort((a, b) => b.time - a.time);
  if (worst === undefined) return 0;
  let growth = Number.POSITIVE_INFINITY;
  // A busy machine makes one measurement long, never short: the least growth of some is the right one.
  for (let i = 0; i < 4 && growth > 15; i += 1) {
    const long = timeOf(expression, worst.input(longest), 5, 4);
    growth = Math.min(growth, long / timeOf(expression, worst.input(longest / 10), 5, 40));
  }
  return growth;
}

describe('every regular expression of the product', () => {
  const files = globSync('{bot,core,functions,adapters}/**/*.ts');
  for (const { place, expression } of files.flatMap(expressionsIn)) {
    it(`${place} takes at most 15 times longer for 10 times the text`, () => {
      assert.ok(growthOf(expression) <= 15, String(expression));
    });
  }

  for (const expression of [
    /(?<=.)[.!?]+$/,
    /<at>.*?<\/at>/gi,
    /\s+$/,
    /<at\b[^>]*>[^<]*<\/at>/gi,
    /\[[^\]]*\]\([^)]*\)/g,
  ]) {
    it(`finds that ${String(expression)} is slow`, () => {
      assert.ok(growthOf(expression) > 15);
    });
  }
});
