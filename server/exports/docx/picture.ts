/** A figure as Word shows it: as SVG where it can, else as a PNG that is large enough to be printed. */
import { ImageRun } from 'docx';
import type { Scene } from '../../../src/lib/domain/wall/drawing/scene.ts';
import { svgOf } from '../../../src/lib/domain/wall/drawing/svg.ts';
import { INKS } from '../inks.ts';
import { outlineOf } from '../outlines.ts';
import { pngOf } from '../wall-png.ts';

/** Px of the PNG to one of the page: 240 to an inch. */
const PRINT = 2.5;

/** At most so wide and so high, in px of 96 to an inch. */
export function pictureOf(
  { scene, alt }: { scene: Scene; alt: string },
  language: string,
  most: { width: number; height: number }
): ImageRun {
  const { area } = scene;
  const scale = Math.min(1, most.width / area.width, most.height / area.height);
  const [width, height] = [Math.round(area.width * scale), Math.round(area.height * scale)];
  const svg = svgOf({ ...scene, background: INKS.paper }, outlineOf, { language, untitled: alt });
  return new ImageRun({
    type: 'svg',
    data: Buffer.from(forOffice(svg)),
    fallback: { type: 'png', data: Buffer.from(pngOf(svg, Math.round(width * PRINT))) },
    transformation: { width, height },
    altText: { name: scene.title || alt, description: alt, title: scene.title }
  });
}

/** Office draws SVG 1.1, which names what is used again in a namespace of its own. */
function forOffice(svg: string): string {
  return svg
    .replace('<svg ', '<svg xmlns:xlink="http://www.w3.org/1999/xlink" ')
    .replaceAll('<use href=', '<use xlink:href=');
}
