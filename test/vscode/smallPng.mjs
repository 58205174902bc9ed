/** Makes pictures small enough for the package: few colors, in a palette. Reads the PNG files that the browser takes. */
import { crc32, inflateSync } from 'node:zlib';
import zopfli from '@gfx/zopfli';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * @param png A PNG with 8 bits for each of three or four channels, not interlaced.
 * @param most Colors, at most 16: two pixels then share a byte.
 * @returns The same picture as a PNG with a palette.
 */
export async function smallPng(png, most = 16) {
  const { width, height, pixels } = pixelsOf(png);
  const palette = paletteOf(pixels, most);
  const nearest = new Map();
  const indexOf = (color) => {
    const known = nearest.get(color) ?? closest(color, palette);
    nearest.set(color, known);
    return known;
  };
  const stride = Math.ceil(width / 2) + 1;
  const rows = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * stride + 1 + (x >> 1);
      rows[at] |= indexOf(pixels[y * width + x]) << (x % 2 === 0 ? 4 : 0);
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([4, 3, 0, 0, 0], 8); // 4 bits, a palette, no filter of its own, not interlaced
  const colors = Buffer.from(palette.flatMap((color) => [color >> 16, (color >> 8) & 0xff, color & 0xff]));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', colors),
    chunk('IDAT', Buffer.from(await zopfli.zlibAsync(rows, {}))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The colors of a picture as numbers `0xrrggbb`, row by row. */
function pixelsOf(png) {
  let header;
  const data = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const name = png.toString('latin1', at + 4, at + 8);
    const content = png.subarray(at + 8, at + 8 + length);
    if (name === 'IHDR') header = content;
    if (name === 'IDAT') data.push(content);
    at += length + 12;
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const size = header[9] === 6 ? 4 : 3;
  const stride = width * size;
  const raw = inflateSync(Buffer.concat(data));
  const pixels = new Array(width * height);
  let above = Buffer.alloc(stride);
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1);
    const row = unfiltered(raw[start], raw.subarray(start + 1, start + 1 + stride), above, size);
    for (let x = 0; x < width; x++) pixels[y * width + x] = row.readUIntBE(x * size, 3);
    above = row;
  }
  return { width, height, pixels };
}

/** One row without its filter, as PNG defines filters. */
function unfiltered(filter, row, above, size) {
  const out = Buffer.from(row);
  for (let i = 0; i < out.length; i++) {
    const left = i < size ? 0 : out[i - size];
    const up = above[i];
    const corner = i < size ? 0 : above[i - size];
    if (filter === 1) out[i] += left;
    else if (filter === 2) out[i] += up;
    else if (filter === 3) out[i] += (left + up) >> 1;
    else if (filter === 4) {
      const guess = left + up - corner;
      const [a, b, c] = [left, up, corner].map((one) => Math.abs(guess - one));
      out[i] += a <= b && a <= c ? left : b <= c ? up : corner;
    }
  }
  return out;
}

/** The most used colors that differ enough for the eye to tell them apart. */
function paletteOf(pixels, most) {
  const counts = new Map();
  for (const color of pixels) counts.set(color, (counts.get(color) ?? 0) + 1);
  const palette = [];
  const sorted = [...counts].sort(([, a], [, b]) => b - a).map(([color]) => color);
  for (const apart of [40, 20, 0])
    for (const color of sorted) {
      if (palette.length >= most) return palette;
      if (palette.every((one) => distance(one, color) > apart * apart)) palette.push(color);
    }
  return palette;
}

const closest = (color, palette) =>
  palette.reduce((best, one, i) => (distance(one, color) < distance(palette[best], color) ? i : best), 0);

const distance = (a, b) =>
  ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 0xff) - ((b >> 8) & 0xff)) ** 2 + ((a & 0xff) - (b & 0xff)) ** 2;

function chunk(name, content) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(content.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
