/** The pen's line around the question. */
import type { Stroke } from './scene.ts';

/** Middle and half axes of an ellipse, and the font size of what it goes around. */
interface Around {
  x: number;
  y: number;
  rx: number;
  ry: number;
  size: number;
}

/** Of the question's font size: how thick the two strokes are, and how far the second runs inside the first. */
const PEN = {
  outer: 0.045,
  inner: 0.022,
  inside: { x: 0.1, y: 0.075 },
  aside: { x: 0.012, y: -0.01 }
} as const;
/** A quarter of an ellipse is a curve whose handles are so long, in half axes. */
const HANDLE = 0.5522847498;

/** A pen goes around twice, and the second time a little off. */
export function penAround({ x, y, rx, ry, size }: Around, ink: string, thin: string): Stroke[] {
  const { outer, inner, inside, aside } = PEN;
  return [
    { path: ellipse(x, y, rx, ry), width: outer * size, ink },
    {
      path: ellipse(x + aside.x * size, y + aside.y * size, rx - inside.x * size, ry - inside.y * size),
      width: inner * size,
      ink: thin
    }
  ];
}

/** In four curves: an arc is drawn otherwise by each program, a curve is not. */
function ellipse(x: number, y: number, rx: number, ry: number): string {
  const [hx, hy] = [rx * HANDLE, ry * HANDLE];
  const at = (...points: number[]) => points.map((value) => Math.round(value * 100) / 100).join(' ');
  return (
    `M${at(x - rx, y)}` +
    `C${at(x - rx, y - hy, x - hx, y - ry, x, y - ry)}` +
    `C${at(x + hx, y - ry, x + rx, y - hy, x + rx, y)}` +
    `C${at(x + rx, y + hy, x + hx, y + ry, x, y + ry)}` +
    `C${at(x - hx, y + ry, x - rx, y + hy, x - rx, y)}Z`
  );
}
