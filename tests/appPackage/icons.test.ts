import { unzipSync } from 'fflate';
import assert from 'node:assert/strict';
import { useBrowser, withPage } from '../browser.ts';
import { examplePackage } from './example.ts';

type Pixel = readonly [red: number, green: number, blue: number, opacity: number];

describe('the icons in the package, as a browser shows them', () => {
  const browser = useBrowser();
  let files: Record<string, Uint8Array> = {};
  before(async () => {
    files = unzipSync((await examplePackage()).bytes);
  });

  /** The pixels, row by row. */
  async function pixelsOf(file: string): Promise<{ size: number; pixels: Pixel[] }> {
    const png = Buffer.from(files[file] ?? []).toString('base64');
    const { size, data } = await withPage(browser(), {}, (page) =>
      page.evaluate<{ size: number; data: number[] }>(`(async () => {
        const image = new Image();
        image.src = 'data:image/png;base64,${png}';
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
        canvas.drawImage(image, 0, 0);
        return { size: image.width, data: [...canvas.getImageData(0, 0, image.width, image.height).data] };
      })()`),
    );
    const pixels = Array.from({ length: size * size }, (_, i): Pixel => {
      const [r = 0, g = 0, b = 0, a = 0] = data.slice(4 * i, 4 * i + 4);
      return [r, g, b, a];
    });
    return { size, pixels };
  }

  it('are a colour icon of 192 × 192 with its symbol inside the middle 120 × 120, reaching almost to its edges', async () => {
    const { size, pixels } = await pixelsOf('color.png');
    assert.equal(size, 192);
    const ground = pixels[0]?.join();
    const drawn = pixels.flatMap((pixel, i) =>
      pixel.join() === ground ? [] : [[i % size, Math.floor(i / size)]],
    );
    for (const axis of [0, 1]) {
      const places = drawn.map((place) => place[axis] ?? -1);
      const [first, last] = [Math.min(...places), Math.max(...places)];
      assert.ok(first >= 36 && first < 42 && last > 150 && last < 156, `${first} to ${last}`);
    }
    assert.deepEqual(pixels[0], [84, 88, 189, 255]);
  });

  it('are an outline of 32 × 32, white on transparent, that touches all four sides', async () => {
    const { size, pixels } = await pixelsOf('outline.png');
    assert.equal(size, 32);
    // A canvas changes half-transparent pixels slightly.
    for (const [r, g, b, a] of pixels) assert.ok(a === 0 || Math.min(r, g, b) >= 240);
    const drawn = pixels.flatMap(([, , , a], i) => (a === 0 ? [] : [i]));
    assert.ok(drawn.length > 200 && drawn.length < 600, `${drawn.length} pixels are drawn`);
    const [columns, rows] = [drawn.map((i) => i % 32), drawn.map((i) => Math.floor(i / 32))];
    assert.deepEqual(
      [columns, rows].map((places) => [Math.min(...places), Math.max(...places)]),
      [
        [0, 31],
        [0, 31],
      ],
    );
  });

  it('are a colour icon of 32 × 32 on a transparent ground', async () => {
    const { size, pixels } = await pixelsOf('color32x32.png');
    assert.equal(size, 32);
    assert.deepEqual(
      [0, 31, 32 * 31, 32 * 32 - 1].map((corner) => pixels[corner]?.[3]),
      [0, 0, 0, 0],
    );
    assert.ok(pixels.some(([r, g, b, a]) => a === 255 && b > r && b > g));
  });
});
