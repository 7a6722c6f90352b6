// Where everything in the picture of a network is drawn. All lengths are CSS pixels: the picture is laid out for the width it has, so
// that its words are as large as those around it.
import type { Acquaintance, Group } from './network.ts';

/** A group with the words above it. */
export interface Labelled extends Pick<Group, 'people'> {
  readonly label: string;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface PlacedPerson extends Point {
  readonly person: Acquaintance;
}

interface PlacedGroup {
  readonly label: string;
  /** The label in lines; `y` is the baseline of the first. */
  readonly lines: readonly string[];
  /** Where the lines begin, or end for a group before the middle. */
  readonly at: Point;
  /** On which side of the middle, in the direction of reading. */
  readonly side: Side;
  readonly people: readonly PlacedPerson[];
  /** From the middle to the group: the path of an SVG. */
  readonly line: string;
}

type Side = 'before' | 'after';

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly me: Point;
  readonly groups: readonly PlacedGroup[];
  /** Whether there is room for a name beside each person; else their initials say who it is. */
  readonly isNamed: boolean;
}

export const radius = 14;
export const radiusOfMe = 22;
export const lineHeight = 16;

/** About the width of a letter. */
const letter = 6.6;
const [cell, named] = [34, 32];
const [gap, middle] = [14, 96];
/** With more people than this, names would make the picture long. */
const mostNamed = 24;

/**
 * Puts the reader in the middle and the groups on both sides of it, each on the side that is shorter so far.
 * @param width at least 240
 * @param isRightToLeft mirrors the picture
 */
export function layOut(groups: readonly Labelled[], width: number, isRightToLeft: boolean): Picture {
  const column = (width - middle) / 2;
  const names = groups.flatMap(({ people }) => people.map(({ name }) => name.length));
  const isNamed = names.length <= mostNamed && radius * 2 + 8 + Math.max(...names) * letter <= column;
  const perRow = isNamed ? 1 : Math.max(1, Math.floor(column / cell));
  const rowHeight = isNamed ? named : cell;
  const measured = groups.map((group) => {
    const lines = inLines(group.label, Math.floor(column / letter));
    const rows = Math.ceil(group.people.length / perRow);
    return { ...group, lines, height: lines.length * lineHeight + 6 + rows * rowHeight };
  });

  const sides: Record<Side, (typeof measured)[number][]> = { before: [], after: [] };
  const heights: Record<Side, number> = { before: 0, after: 0 };
  for (const group of measured) {
    const side = heights.before < heights.after ? 'before' : 'after';
    sides[side].push(group);
    heights[side] += group.height + gap;
  }
  const height = Math.max(heights.before, heights.after, radiusOfMe * 2 + gap * 2 + lineHeight) - gap;
  const me = { x: width / 2, y: height / 2 };
  const across = (x: number) => (isRightToLeft ? width - x : x);

  const placed = (['after', 'before'] as const).flatMap((side) => {
    const away = side === 'after' ? 1 : -1;
    const edge = me.x + (away * middle) / 2;
    let top = (height - heights[side] + gap) / 2;
    return sides[side].map((group): PlacedGroup => {
      const below = top + group.lines.length * lineHeight + 6;
      const hub = { x: across(edge - away * 6), y: below + rowHeight / 2 };
      const people = group.people.map((person, i) => ({
        person,
        x: across(edge + away * (radius + 1 + (i % perRow) * cell)),
        y: below + rowHeight / 2 + Math.floor(i / perRow) * rowHeight,
      }));
      const bend = (me.x + edge) / 2;
      const line = `M${point({ x: me.x, y: me.y })} C${point({ x: across(bend), y: me.y })} ${point({ x: across(bend), y: hub.y })} ${point(hub)}`;
      const at = { x: across(edge), y: top + lineHeight - 4 };
      top += group.height + gap;
      return { label: group.label, lines: group.lines, at, side, people, line };
    });
  });
  return { width, height, me, groups: placed, isNamed };
}

function point({ x, y }: Point): string {
  return `${Math.round(x)},${Math.round(y)}`;
}

/**
 * Breaks words into lines. A word that is longer than a line goes on in the next one.
 * @example inLines('Highways and Transport', 12) → ['Highways and', 'Transport']
 */
export function inLines(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const pieces = new RegExp(`.{1,${most}}`, 'gu');
  for (const word of text.split(' ').flatMap((whole) => whole.match(pieces) ?? [])) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= most) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}
