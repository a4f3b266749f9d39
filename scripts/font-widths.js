/**
 * Writes src/lib/domain/wall/caveat-brush.ts: the advance widths of the wall's lettering, so that a wall is laid out alike
 * on the server, in a browser and in a test. Run again when @fontsource/caveat-brush changes: node scripts/font-widths.js
 */
import { writeFileSync } from 'node:fs';
// @ts-expect-error -- the package has no types
import { openSync } from 'fontkit';

const FILES = ['latin', 'latin-ext'].map(
  (part) => `node_modules/@fontsource/caveat-brush/files/caveat-brush-${part}-400-normal.woff2`
);
/** @type {Map<number, number>} */
const widths = new Map();
for (const file of FILES) {
  const font = openSync(file);
  for (const point of font.characterSet) {
    if (point < 32 || point > 0x17f || widths.has(point)) continue;
    const { advanceWidth } = font.glyphForCodePoint(point);
    widths.set(point, Math.round((advanceWidth / font.unitsPerEm) * 1000));
  }
}
const points = [...widths.keys()].sort((a, b) => a - b);
const groups = groupBy(points);
const lines = [...groups]
  .sort(([a], [b]) => a - b)
  .map(
    ([width, list]) => `  ${width}: ${JSON.stringify(list.map((one) => String.fromCodePoint(one)).join(''))}`
  );
writeFileSync(
  'src/lib/domain/wall/caveat-brush.ts',
  `/** Advance widths of Caveat Brush (OFL) in thousandths of an em, and the letters of each. Made by scripts/font-widths.js. */\n` +
    `export const LETTERS: Readonly<Record<number, string>> = {\n${lines.join(',\n')}\n};\n`
);

/** @param {number[]} list */
function groupBy(list) {
  /** @type {Map<number, number[]>} */
  const found = new Map();
  for (const point of list) {
    const width = /** @type {number} */ (widths.get(point));
    found.set(width, [...(found.get(width) ?? []), point]);
  }
  return found;
}
