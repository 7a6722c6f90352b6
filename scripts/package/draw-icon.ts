import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** A square drawing. */
export interface Icon {
  readonly png: Uint8Array;
  /** Pixels of one side. */
  readonly size: number;
  /** Red, green, blue and opacity of each pixel, 0 to 255, row by row. The colours are already multiplied by the opacity. */
  readonly pixels: Uint8Array;
}

let ready: Promise<void> | undefined;

/**
 * Draws a square SVG. The same SVG gives the same bytes on every machine.
 * @param size pixels of one side
 */
export async function drawIcon(svg: string, size: number): Promise<Icon> {
  ready ??= readFile(fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))).then(initWasm);
  await ready;
  const image = new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render();
  return { png: image.asPng(), size: image.width, pixels: image.pixels };
}
