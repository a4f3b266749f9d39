/**
 * Writes src/lib/domain/wall/layout/faces/*.ts: how wide and how high the letters of the wall's typefaces are, so that a wall is laid
 * out alike on the server, in a browser and in a test. Run again when a font package changes: node scripts/font-metrics.js
 */
import { mkdirSync, writeFileSync } from 'node:fs';
// @ts-expect-error -- the package has no types
import { openSync } from 'fontkit';

const FACES = [
  { name: 'caveat-brush', title: 'Caveat Brush', parts: ['latin', 'latin-ext'] },
  { name: 'patrick-hand', title: 'Patrick Hand', parts: ['latin', 'latin-ext', 'vietnamese'] },
  // Only what a hand before it lacks.
  {
    name: 'atkinson-hyperlegible-next',
    title: 'Atkinson Hyperlegible Next',
    parts: ['latin', 'latin-ext'],
    rest: true
  },
  // Whole, for texts in columns.
  {
    name: 'atkinson-hyperlegible-next',
    file: 'reading',
    title: 'Atkinson Hyperlegible Next',
    parts: ['latin', 'latin-ext']
  }
];
/** @type {Set<number>[]} */
const hands = [];
const FOLDER = 'src/lib/domain/wall/layout/faces';

mkdirSync(FOLDER, { recursive: true });
for (const { name, file = name, title, parts, rest } of FACES) {
  /** @type {Map<number, [advance: number, top: number, bottom: number]>} */
  const letters = new Map();
  for (const part of parts) {
    const font = openSync(`node_modules/@fontsource/${name}/files/${name}-${part}-400-normal.woff2`);
    /** @param {number} units */
    const em = (units) => Math.round((units / font.unitsPerEm) * 10_000);
    for (const point of font.characterSet) {
      if (point < 32 || letters.has(point) || point === 0xffff) continue;
      if (rest && hands.every((hand) => hand.has(point))) continue;
      const { advanceWidth, bbox } = font.glyphForCodePoint(point);
      const inked = Number.isFinite(bbox.maxY);
      letters.set(point, [em(advanceWidth), inked ? em(bbox.maxY) : 0, inked ? em(bbox.minY) : 0]);
    }
  }
  if (!rest) hands.push(new Set(letters.keys()));
  const sorted = [...letters].sort(([a], [b]) => a - b);
  const advances = grouped(sorted.map(([point, [advance]]) => [point, String(advance)]));
  // To the next hundredth of an em outwards: exact enough to keep words apart, and far fewer groups.
  const heights = grouped(
    sorted.map(([point, [, top, bottom]]) => [
      point,
      `${Math.ceil(top / 100) * 100} ${Math.floor(bottom / 100) * 100}`
    ])
  );
  writeFileSync(
    `${FOLDER}/${file}.ts`,
    `/** ${title} (OFL), in ten thousandths of an em. Made by scripts/font-metrics.js. */\n` +
      `import type { Packed } from './packed.ts';\n\n` +
      `export const PACKED: Packed = {\n` +
      `  /** By advance width. */\n  advances: ${JSON.stringify(advances)},\n` +
      `  /** By how far letters reach above and below the baseline. */\n  heights: ${JSON.stringify(heights)}\n};\n`
  );
}

{
  // Counts are set in it: their outlines are at hand wherever a wall is drawn.
  const name = 'atkinson-hyperlegible-next';
  const font = openSync(`node_modules/@fontsource/${name}/files/${name}-latin-400-normal.woff2`);
  /** @param {number} units */
  const tenths = (units) => Math.round((units / font.unitsPerEm) * 10_000) / 10;
  /** @type {Record<string, string>} */
  const letter = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' };
  /** @type {Record<string, string>} */
  const outlines = {};
  for (const digit of '0123456789') {
    const point = /** @type {number} */ (digit.codePointAt(0));
    outlines[digit] = font
      .glyphForCodePoint(point)
      .path.commands.map(
        (/** @type {{ command: string; args: number[] }} */ { command, args }) =>
          letter[command] +
          args.map((value, at) => (at % 2 === 0 ? tenths(value) : 0 - tenths(value))).join(' ')
      )
      .join('');
  }
  writeFileSync(
    `${FOLDER}/atkinson-digits.ts`,
    `/** The digits of Atkinson Hyperlegible Next (OFL). Made by scripts/font-metrics.js. */\n\n` +
      `/** SVG paths in thousandths of an em, the baseline at 0, y downwards. */\n` +
      `export const OUTLINES: Readonly<Record<string, string>> = ${JSON.stringify(outlines)};\n`
  );
}

/**
 * @param {[number, string][]} list
 * @returns {Record<string, string>} letters by what they have in common
 */
function grouped(list) {
  /** @type {Record<string, string>} */
  const found = {};
  for (const [point, key] of list) found[key] = (found[key] ?? '') + String.fromCodePoint(point);
  return found;
}
