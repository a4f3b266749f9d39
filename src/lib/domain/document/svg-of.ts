/** A figure as SVG within a page: its letters as text that can be read and searched, or as outlines where no typeface can be counted on. */
import { lettersOf } from '../wall/drawing/letters.ts';
import type { OutlineOf } from '../wall/drawing/letters.ts';
import { stroked } from '../wall/drawing/svg.ts';
import type { SceneText } from '../wall/drawing/scene.ts';
import { letteringOf, READING_FACE } from '../wall/layout/lettering.ts';
import type { DrawnFace } from '../wall/layout/lettering.ts';
import { escaped, originAttributes } from './escape.ts';
import type { Figure } from './document.ts';

/** What a face is called in a style sheet, and what stands in for it. */
const FAMILIES: Readonly<Record<DrawnFace, string>> = {
  'caveat-brush': "'Caveat Brush', cursive",
  'patrick-hand': "'Patrick Hand', cursive",
  [READING_FACE]: "'Atkinson Hyperlegible Next', 'Segoe UI', Roboto, Arial, sans-serif"
};

export interface SvgOptions {
  /** Absent: handwriting is text too. */
  outlineOf?: OutlineOf;
  /** Outlines that have been drawn, by id: each is drawn once in a page (`glyphsSvg`). */
  glyphs?: Map<string, string>;
  /** Texts name what they stand on. */
  traced?: boolean;
}

export function figureSvg(
  { scene, alt, origins }: Figure,
  { outlineOf, glyphs = new Map(), traced }: SvgOptions
): string {
  const { width, height } = scene.area;
  const texts = scene.texts.map((text) => {
    const origin = text.id === undefined ? undefined : origins?.[text.id];
    const drawn =
      outlineOf && text.face !== READING_FACE ? outlined(text, outlineOf, glyphs) : lettered(text);
    return `<g fill="${text.ink}"${traced && origin ? originAttributes(origin) : ''}>${drawn}</g>`;
  });
  return [
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(alt)}">`,
    ...scene.strokes.map(stroked),
    ...texts,
    '</svg>'
  ].join('\n');
}

/** The outlines that the figures of a page use; stands before them. */
export function glyphsSvg(glyphs: ReadonlyMap<string, string>): string {
  if (glyphs.size === 0) return '';
  const paths = [...glyphs].map(([id, path]) => `<path id="${id}" d="${path}"/>`);
  return `<svg class="glyphs" width="0" height="0" aria-hidden="true"><defs>\n${paths.join('\n')}\n</defs></svg>`;
}

/** As wide as it was measured, whatever the typeface. */
function lettered({ face, size, lines }: SceneText): string {
  return lines
    .map(({ text, x, baseline }) => {
      const width = (letteringOf(face).extent(text).width / 10_000) * size;
      return (
        `<text x="${round(x)}" y="${round(baseline)}" font-family="${FAMILIES[face]}" font-size="${round(size)}" ` +
        `textLength="${round(width)}" lengthAdjust="spacingAndGlyphs">${escaped(text)}</text>`
      );
    })
    .join('');
}

function outlined(
  { face, size, lines }: SceneText,
  outlineOf: OutlineOf,
  glyphs: Map<string, string>
): string {
  return lines
    .map(({ text, x, baseline }) => {
      const letters = lettersOf(text, face, outlineOf).map(({ letter, x: along, path }) => {
        const id = `glyph-${face}-${letter.codePointAt(0)!.toString(16)}`;
        glyphs.set(id, path);
        return `<use href="#${id}"${along ? ` x="${round(along)}"` : ''}/>`;
      });
      return `<g transform="translate(${round(x)} ${round(baseline)}) scale(${round(size / 1000, 1e6)})">${letters.join('')}</g>`;
    })
    .join('');
}

function round(value: number, parts = 100): number {
  return Math.round(value * parts) / parts;
}
