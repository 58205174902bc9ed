/** Finds the choice that looks most like a color. */
import type { Choice } from './choice';

/**
 * The choice with the color nearest to a hex color, in the perceptual space OKLab; undefined for other values and for choices
 * without colors.
 */
export function nearestColor(text: string, choices: readonly Choice[]): string | undefined {
  const wanted = perceived(text);
  if (wanted === undefined) return undefined;
  let nearest: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const { value, rgb } of choices) {
    const color = rgb === undefined ? undefined : perceived(rgb);
    if (color === undefined) continue;
    const distance = distanceBetween(wanted, color);
    if (distance < least) {
      nearest = value;
      least = distance;
    }
  }
  return nearest;
}

/** Lightness, and how far the color is from gray towards red and towards yellow. */
type Perceived = readonly [number, number, number];

/** Lightness counts little, because a dark blue is meant as blue and not as another dark color. */
const distanceBetween = ([l, a, b]: Perceived, [l2, a2, b2]: Perceived): number =>
  0.2 * (l - l2) ** 2 + (a - a2) ** 2 + (b - b2) ** 2;

/** `#RGB` or `#RRGGBB` in OKLab (https://bottosson.github.io/posts/oklab/). */
function perceived(text: string): Perceived | undefined {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text.trim());
  const digits = short ?? /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text.trim());
  if (digits === null) return undefined;
  const [red = 0, green = 0, blue = 0] = digits
    .slice(1)
    .map((part) => linear(Number.parseInt(part.length === 1 ? part + part : part, 16) / 255));
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** A channel of sRGB (0 to 1) as light. */
const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
