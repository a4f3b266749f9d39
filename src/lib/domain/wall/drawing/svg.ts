/**
 * A scene as SVG: one file that needs no font, for what is text on the wall is outlines here. Each letter is drawn once, below
 * `defs`, and used wherever it stands. The same scene gives the same bytes.
 */
import type { DrawnFace } from '../layout/lettering.ts';
import { lettersOf } from './letters.ts';
import type { OutlineOf } from './letters.ts';
import type { Scene, SceneText, Stroke } from './scene.ts';

export interface Wording {
  /** Of the words: 'sv'. */
  language: string;
  /** What a wall without a question is called. */
  untitled: string;
}

export function svgOf(scene: Scene, outlineOf: OutlineOf, { language, untitled }: Wording): string {
  const { width, height } = scene.area;
  const glyphs = new Map<string, string>();
  const texts = scene.texts.map((text) => drawn(text, outlineOf, glyphs));
  const strokes = scene.strokes.map(stroked);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
      `role="img" aria-labelledby="wall-title wall-desc" xml:lang="${escape(language)}">`,
    `<title id="wall-title">${escape(scene.title || untitled)}</title>`,
    `<desc id="wall-desc">${escape(scene.description)}</desc>`,
    '<defs>',
    ...[...glyphs].map(([id, path]) => `<path id="${id}" d="${path}"/>`),
    '</defs>',
    `<rect width="${width}" height="${height}" fill="${scene.background}"/>`,
    ...strokes,
    ...texts,
    '</svg>',
    ''
  ].join('\n');
}

export function stroked({ path, width, ink, fill = 'none', dash }: Stroke): string {
  const line = width > 0 ? ` stroke="${ink}" stroke-width="${round(width)}"` : '';
  const broken = dash ? ` stroke-dasharray="${dash.map((one) => round(one)).join(' ')}"` : '';
  return `<path d="${path}" fill="${fill}"${line}${broken}/>`;
}

function drawn(
  { face, size, ink, lines }: SceneText,
  outlineOf: OutlineOf,
  glyphs: Map<string, string>
): string {
  const all = lines.map(({ text, x, baseline }) => {
    const letters = lettersOf(text, face, outlineOf).map(({ letter, x, path }) => {
      const id = glyphId(letter, face);
      glyphs.set(id, path);
      return `<use href="#${id}"${x ? ` x="${round(x)}"` : ''}/>`;
    });
    return `<g transform="translate(${round(x)} ${round(baseline)}) scale(${round(size / 1000, 1e6)})">${letters.join('')}</g>`;
  });
  return `<g fill="${ink}">${all.join('')}</g>`;
}

/** Told apart from other ids of a page that the picture is put into. */
function glyphId(letter: string, face: DrawnFace): string {
  return `wall-${face}-${letter.codePointAt(0)!.toString(16)}`;
}

function round(value: number, parts = 100): number {
  return Math.round(value * parts) / parts;
}

const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** XML has no way at all to write these. */
// eslint-disable-next-line no-control-regex -- control characters are what this takes out
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

function escape(text: string): string {
  return text.replace(UNWRITABLE, '').replace(/[&<>"]/g, (sign) => NAMES[sign]!);
}
