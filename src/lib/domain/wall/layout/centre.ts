/** The question in the middle of the wall, in a hand-drawn ellipse that words flow around. */
import type { Box } from './box.ts';
import type { Lettering } from './lettering.ts';
import { shapesOf } from './shapes.ts';

export interface Centre {
  /** Middle and half axes of the ellipse, px. */
  x: number;
  y: number;
  rx: number;
  ry: number;
  /** Font size, px. */
  size: number;
  /** Left end and baseline of each line, px. */
  lines: readonly { text: string; x: number; y: number }[];
}

/** Of the wall's height and width. */
const LARGEST = 0.086;
const WIDEST = 0.3;
const HIGHEST = 0.2;
/** Slices that stand for the ellipse where words keep clear of it. */
const SLICES = 5;

export function centreOf(
  text: string,
  area: { width: number; height: number },
  lettering: Lettering
): Centre | undefined {
  const shapes = shapesOf(text, lettering);
  if (shapes.length === 0) return undefined;
  const fitting = shapes.map((shape) => ({
    shape,
    size: Math.min(
      LARGEST * area.height,
      (WIDEST * area.width) / shape.width,
      (HIGHEST * area.height) / shape.height
    )
  }));
  // The largest; of equals that with fewer lines.
  const { shape, size } = fitting.reduce((best, one) => (one.size > best.size * 1.08 ? one : best));
  const [x, y] = [area.width / 2, area.height / 2];
  const top = y - (shape.height * size) / 2;
  return {
    x,
    y,
    // Flatter than the tightest ellipse around the lines, as a pen draws it.
    rx: (shape.width * size) / 1.62 + size * 0.35,
    ry: (shape.height * size) / 1.3 + size * 0.25,
    size,
    lines: shape.lines.map((line, at) => ({
      text: line.text,
      x: x - (line.width * size) / 2,
      y: top + (shape.top + shape.leading * at) * size
    }))
  };
}

/** Boxes that cover the ellipse, with some air. */
export function coverOf({ x, y, rx, ry, size }: Centre): Box[] {
  const [wide, high] = [rx + size * 0.15, ry + size * 0.12];
  return Array.from({ length: SLICES }, (_, slice) => {
    const [from, to] = [(2 * slice) / SLICES - 1, (2 * (slice + 1)) / SLICES - 1];
    // The widest place of the slice.
    const at = from <= 0 && to >= 0 ? 0 : Math.min(Math.abs(from), Math.abs(to));
    const half = wide * Math.sqrt(1 - at * at);
    return { x: x - half, y: y + from * high, width: 2 * half, height: (to - from) * high };
  });
}
