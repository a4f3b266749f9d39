/** Draws a scene piece by piece: what a picture of an outcome says in lines and texts. In the inks of a light room, on paper. */
import { INKS, PALETTES } from '../../wall/drawing/inks.ts';
import type { Palette } from '../../wall/drawing/inks.ts';
import type { Scene, SceneText, Stroke } from '../../wall/drawing/scene.ts';
import { letteringOf, READING_FACE } from '../../wall/layout/lettering.ts';

export type InkName = keyof Palette;

/** What a picture is called, and what it says to whoever does not see it. */
export interface Told {
  title: string;
  description: string;
}

export interface TextStyle {
  x: number;
  /** Of the baseline. */
  y: number;
  size: number;
  ink?: InkName;
  /** Which of its ends, or its middle, `x` is. */
  align?: 'left' | 'right' | 'middle';
  /** What it stands on is known by. */
  id?: string;
}

export interface LineStyle {
  width: number;
  ink?: InkName;
  dash?: readonly [number, number];
  fill?: InkName;
}

export interface Pen {
  text(text: string, style: TextStyle): void;
  /** Along a path as SVG writes it. */
  line(path: string, style: LineStyle): void;
  /** Filled, without an outline. */
  box(x: number, y: number, width: number, height: number, ink: InkName): void;
  dot(x: number, y: number, radius: number, ink?: InkName): void;
  scene(): Scene;
}

const COLOURS = PALETTES.light;
/** A quarter of a circle is a curve whose handles are so long, in radii. */
const HANDLE = 0.5522847498;

export function penOn(area: Scene['area'], { title, description }: Told): Pen {
  const strokes: Stroke[] = [];
  const texts: SceneText[] = [];
  const line: Pen['line'] = (path, { width, ink = 'ink', dash, fill }) => {
    strokes.push({
      ...{ path, width, ink: COLOURS[ink] },
      ...(dash ? { dash } : {}),
      ...(fill ? { fill: COLOURS[fill] } : {})
    });
  };
  return {
    line,
    text(text, { x, y, size, ink = 'ink', align = 'left', id }) {
      if (!text) return;
      const left = x - { left: 0, middle: 0.5, right: 1 }[align] * widthOf(text, size);
      texts.push({
        ...(id === undefined ? {} : { id }),
        ...{ face: READING_FACE, size, ink: COLOURS[ink] },
        lines: [{ text, x: left, baseline: y }]
      });
    },
    box: (x, y, width, height, fill) =>
      line(`M${at(x, y)}H${at(x + width)}V${at(y + height)}H${at(x)}Z`, { width: 0, fill }),
    dot(x, y, radius, fill = 'ink') {
      const hand = radius * HANDLE;
      const quarters = [
        [x - radius, y - hand, x - hand, y - radius, x, y - radius],
        [x + hand, y - radius, x + radius, y - hand, x + radius, y],
        [x + radius, y + hand, x + hand, y + radius, x, y + radius],
        [x - hand, y + radius, x - radius, y + hand, x - radius, y]
      ];
      line(`M${at(x - radius, y)}${quarters.map((one) => `C${at(...one)}`).join('')}Z`, { width: 0, fill });
    },
    scene: () => ({
      area: { width: Math.ceil(area.width), height: Math.ceil(area.height) },
      ...{ title, description, background: COLOURS.paper, strokes, texts }
    })
  };
}

/** Of a line in the face for reading, px. */
export function widthOf(text: string, size: number): number {
  return (letteringOf(READING_FACE).extent(text).width / 10_000) * size;
}

/** Coordinates as a path writes them. */
export function at(...values: number[]): string {
  return values.map((value) => Math.round(value * 100) / 100).join(' ');
}

/** From point to point. */
export function through(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${at(x, y)}`).join('');
}

export function inkAt(index: number): InkName {
  return INKS[index % INKS.length]!;
}
