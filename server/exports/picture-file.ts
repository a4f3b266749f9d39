/** A picture as a file to take home: a wall, or what else came of a step, on paper. */
import type { Scene } from '../../src/lib/domain/wall/drawing/scene.ts';
import { svgOf } from '../../src/lib/domain/wall/drawing/svg.ts';
import type { Wording } from '../../src/lib/domain/wall/drawing/svg.ts';
import { outlineOf } from './outlines.ts';
import { pdfOf } from './wall-pdf.ts';
import { pngOf } from './wall-png.ts';

export const PICTURE_FORMATS = ['svg', 'png', 'pdf'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

export interface PictureTask {
  format: PictureFormat;
  scene: Scene;
  wording: Wording;
  /** What the file says of when it was made, milliseconds since 1970. */
  at: number;
}

/** A picture's px is a 96th of an inch; print wants 300 dots to one. */
const PRINT = 300 / 96;
/** Dots of a side: a wall is a poster half a metre wide, at 200 to an inch. A long timeline becomes coarser rather than too large. */
const MOST = { width: 3_840, height: 8_000 } as const;

export async function pictureFile({ format, scene, wording, at }: PictureTask): Promise<Uint8Array> {
  if (format === 'pdf') return pdfOf(scene, wording, new Date(at));
  const svg = svgOf(scene, outlineOf, wording);
  return format === 'png' ? pngOf(svg, printWidth(scene)) : new TextEncoder().encode(svg);
}

function printWidth({ area: { width, height } }: Scene): number {
  return Math.round(width * Math.min(PRINT, MOST.width / width, MOST.height / height));
}
