// Draws which folder of core imports which, as text. `node scripts/walls/draw-floors.ts` writes it into core/README.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cruiseRooms, type Imported } from './cruise.ts';
import { floors } from './rules.ts';

const [begin, end] = ['<!-- floors: drawn by a script -->\n', '<!-- end of floors -->'];
const wide = 5;

/**
 * A table with a row and a column for each folder of core, from the roof to the cellar. A dot says that the row's folder
 * imports the column's. All dots lie to the right of the diagonal when every import goes downwards.
 */
export function drawFloors(imports: readonly Imported[]): string {
  const folders = [...new Set(floors.map((floor) => floor.split('/')[0] ?? ''))];
  const folderOf = (file: string) => file.split('/')[1] ?? '';
  const drawn = new Set(
    imports
      .filter(({ from, to }) => dirname(from).startsWith('core/') && dirname(to).startsWith('core/'))
      .map(({ from, to }) => `${folderOf(from)} ${folderOf(to)}`),
  );
  const label = Math.max(...folders.map((folder) => folder.length)) + 1;
  const heads = folders.map((folder) => folder.slice(0, wide - 1).padEnd(wide)).join('');
  const rows = folders.map((row) => {
    const cells = folders.map((column) => {
      if (row === column) return '╲'.padEnd(wide);
      return (drawn.has(`${row} ${column}`) ? '●' : '').padEnd(wide);
    });
    return `${row.padEnd(label)}${cells.join('')}`.trimEnd();
  });
  return [`${' '.repeat(label)}${heads}`.trimEnd(), ...rows].join('\n');
}

/** The drawing in a README's text, and the text around it. @throws when the README has no place for it */
export function drawingIn(readme: string): {
  readonly before: string;
  readonly drawing: string;
  readonly after: string;
} {
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
  if (from < 0 || to < 0) throw new Error(`the README has no "${begin.trim()}" … "${end}"`);
  const start = from + begin.length;
  return { before: readme.slice(0, start), drawing: readme.slice(start, to), after: readme.slice(to) };
}

/** A drawing as it stands in the README. */
export function asBlock(drawing: string): string {
  return `\n\`\`\`text\n${drawing}\n\`\`\`\n\n`;
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '../..');
  const file = join(root, 'core/README.md');
  const { before, after } = drawingIn(readFileSync(file, 'utf8'));
  const { imports } = await cruiseRooms(root);
  writeFileSync(file, `${before}${asBlock(drawFloors(imports))}${after}`);
}
