/** The outlines of the typefaces that are drawn, read from the font packages: what SVG, PNG and PDF are drawn from. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
// @ts-expect-error -- the package has no types
import { create } from 'fontkit';
import { READING_FACE } from '../../src/lib/domain/wall/layout/lettering.ts';
import type { DrawnFace } from '../../src/lib/domain/wall/layout/lettering.ts';
import type { OutlineOf } from '../../src/lib/domain/wall/drawing/letters.ts';

/** What is used of fontkit. */
interface Font {
  unitsPerEm: number;
  hasGlyphForCodePoint(point: number): boolean;
  glyphForCodePoint(point: number): { path: { commands: { command: string; args: number[] }[] } };
}

/** By language, as the packages split them. What a hand lacks, the face for reading may have. */
const PARTS: Readonly<Record<DrawnFace, readonly string[]>> = {
  'caveat-brush': ['latin', 'latin-ext'],
  'patrick-hand': ['latin', 'latin-ext', 'vietnamese'],
  [READING_FACE]: ['latin', 'latin-ext']
};
const LETTER: Readonly<Record<string, string>> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z'
};

const resolve = createRequire(import.meta.url).resolve;
const fonts = new Map<DrawnFace, Font[]>();
const outlines = new Map<string, string | undefined>();

/** Read once per process. */
export const outlineOf: OutlineOf = (letter, face) => {
  const key = `${face} ${letter}`;
  if (!outlines.has(key)) outlines.set(key, outlined(letter.codePointAt(0)!, face));
  return outlines.get(key);
};

function outlined(point: number, face: DrawnFace): string | undefined {
  const font = fontsOf(face).find((one) => one.hasGlyphForCodePoint(point));
  if (!font) return undefined;
  const thousandths = (units: number) => Math.round((units / font.unitsPerEm) * 10_000) / 10;
  // Fonts count upwards from the baseline, pictures downwards.
  return font
    .glyphForCodePoint(point)
    .path.commands.map(
      ({ command, args }) =>
        LETTER[command]! +
        args.map((value, at) => (at % 2 === 0 ? thousandths(value) : 0 - thousandths(value))).join(' ')
    )
    .join('');
}

function fontsOf(face: DrawnFace): Font[] {
  let found = fonts.get(face);
  if (!found) {
    found = PARTS[face].map((part) => open(face, part));
    if (face !== READING_FACE) found.push(...fontsOf(READING_FACE));
    fonts.set(face, found);
  }
  return found;
}

function open(name: string, part: string): Font {
  return create(readFileSync(resolve(`@fontsource/${name}/files/${name}-${part}-400-normal.woff2`))) as Font;
}
