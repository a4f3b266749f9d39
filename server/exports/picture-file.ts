/** A wall as a file to take home: the picture that everybody saw, on paper. */
import { sceneOf } from '../../src/lib/domain/wall/drawing/scene.ts';
import type { WallPicture } from '../../src/lib/domain/wall/picture.ts';
import { svgOf } from '../../src/lib/domain/wall/drawing/svg.ts';
import type { Wording } from '../../src/lib/domain/wall/drawing/svg.ts';
import { outlineOf } from './outlines.ts';
import { pdfOf } from './wall-pdf.ts';
import { pngOf } from './wall-png.ts';

export const WALL_FORMATS = ['svg', 'png', 'pdf'] as const;
export type WallFormat = (typeof WALL_FORMATS)[number];

export interface WallFileTask {
  format: WallFormat;
  picture: Pick<WallPicture, 'layout' | 'words' | 'face'>;
  wording: Wording;
  /** What the file says of when it was made, milliseconds since 1970. */
  at: number;
}

/** Px: a poster half a metre wide, at 200 to an inch. */
const PRINT_WIDTH = 3_840;

export async function wallFile(task: WallFileTask): Promise<Uint8Array> {
  const { format, picture, wording, at } = task;
  const { layout, words, face } = picture;
  const scene = sceneOf(layout, words, { face, room: 'light' });
  if (format === 'pdf') return pdfOf(scene, wording, new Date(at));
  const svg = svgOf(scene, outlineOf, wording);
  return format === 'png' ? pngOf(svg, PRINT_WIDTH) : new TextEncoder().encode(svg);
}
