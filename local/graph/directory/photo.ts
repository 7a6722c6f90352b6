import { crc32, deflateSync } from 'node:zlib';

/** Width and height in pixels. */
const size = 48;

/** A picture of somebody as a PNG: a head and shoulders in colours that depend on a seed. */
export function photoOf(seed: string): Buffer {
  const hue = crc32(seed);
  const palette = Buffer.from([0, 60, 120].flatMap((shift) => colour(hue + shift)));
  const rows = Array.from({ length: size }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: size }, (_, x) => pixel(x - size / 2, y))]),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // Eight bits a pixel, each a place in the palette.
  header.writeUInt8(8, 8);
  header.writeUInt8(3, 9);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** 1 in the head, 2 in the shoulders, 0 behind them. */
function pixel(x: number, y: number): number {
  if (x * x + (y - 18) ** 2 < 81) return 1;
  return (x / 17) ** 2 + ((y - 48) / 18) ** 2 < 1 ? 2 : 0;
}

function colour(hue: number): number[] {
  return [0, 2, 4].map((shift) => Math.round(150 + 70 * Math.cos((hue % 360) / 57.3 + shift)));
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
