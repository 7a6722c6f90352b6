import type { Icon } from '../draw-icon.ts';
import type { Rule } from './rule.ts';

/** Where the symbol of the colour icon may be: Teams cuts the corners off. */
const middle = { from: 36, to: 156 };

interface Pixel {
  readonly x: number;
  readonly y: number;
  /** Red, green, blue, opacity. */
  readonly colour: readonly [number, number, number, number];
}

function pixelsOf({ size, pixels }: Icon): Pixel[] {
  return Array.from({ length: size * size }, (_, i) => {
    const [r = 0, g = 0, b = 0, a = 0] = pixels.subarray(4 * i, 4 * i + 4);
    return { x: i % size, y: Math.floor(i / size), colour: [r, g, b, a] };
  });
}

const at = ({ x, y, colour }: Pixel) => `(${colour.join(', ')}) at ${x}, ${y}`;
const firstOf = (found: Pixel | undefined) => (found === undefined ? null : at(found));
const sizeOf = ({ size }: Icon, wanted: number) =>
  size === wanted ? null : `${size} × ${size} pixels instead of ${wanted} × ${wanted}`;

export const iconRules: readonly Rule[] = [
  {
    says: 'The colour icon has 192 × 192 pixels.',
    broken: ({ icons }) => sizeOf(icons.color, 192),
  },
  {
    says: 'The symbol of the colour icon is inside the middle 120 × 120, on a square ground of one colour.',
    broken: ({ icons }) => {
      const pixels = pixelsOf(icons.color);
      const ground = pixels[0]?.colour.join();
      const isInside = (n: number) => n >= middle.from && n < middle.to;
      const outside = pixels.filter(({ x, y }) => !isInside(x) || !isInside(y));
      return firstOf(outside.find(({ colour }) => colour.join() !== ground));
    },
  },
  {
    says: 'The outline icon has 32 × 32 pixels.',
    broken: ({ icons }) => sizeOf(icons.outline, 32),
  },
  {
    says: 'The outline icon is white on a transparent ground.',
    broken: ({ icons }) => {
      const pixels = pixelsOf(icons.outline);
      if (!pixels.some(({ colour }) => colour[3] === 0)) return 'nothing is transparent';
      return firstOf(pixels.find(({ colour: [r, g, b, a] }) => r !== a || g !== a || b !== a));
    },
  },
  {
    says: 'The outline icon has no padding.',
    broken: ({ icons }) => {
      const last = icons.outline.size - 1;
      const drawn = pixelsOf(icons.outline).filter(({ colour }) => colour[3] > 0);
      const free = [
        ['left', (p: Pixel) => p.x === 0],
        ['top', (p: Pixel) => p.y === 0],
        ['right', (p: Pixel) => p.x === last],
        ['bottom', (p: Pixel) => p.y === last],
      ] as const;
      const padded = free.filter(([, touches]) => !drawn.some(touches)).map(([side]) => side);
      return padded.length === 0 ? null : `at the ${padded.join(', ')}`;
    },
  },
  {
    says: 'The icon for Outlook and Microsoft 365 has 32 × 32 pixels, on a transparent ground.',
    broken: ({ manifest, icons }) => {
      if (manifest.icons.color32x32 === undefined) return 'the manifest does not name it';
      const corner = pixelsOf(icons.color32x32)[0]?.colour[3] ?? 0;
      return sizeOf(icons.color32x32, 32) ?? (corner === 0 ? null : 'the ground is drawn');
    },
  },
  {
    says: 'The icons look like nobody else’s.',
    look: 'whoever changes appPackage/icons looks at them beside those of Microsoft and of known brands',
  },
];
