/** Two answers to the same beside each other, as a scene. What has grown is a full line, what has shrunk a broken one. */
import type { Scene } from '../../wall/drawing/scene.ts';
import { LEADING } from '../slope.ts';
import type { SlopePicture } from '../slope.ts';
import { at, penOn, through } from './pen.ts';
import type { Told } from './pen.ts';

/** Letters stand on their baseline. */
const BASE = 0.95;
const INK = { up: 'petrol', down: 'brick', level: 'ink-2' } as const;

export function slopeScene(picture: SlopePicture, told: Told): Scene {
  const { axes, size } = picture;
  const pen = penOn(picture, told);
  const alignOf = (side: 'left' | 'right') => (side === 'left' ? 'right' : 'left');
  for (const { side, x, lines } of picture.heads) {
    lines.forEach((text, line) =>
      pen.text(text, { x, y: size * (BASE + line * LEADING), size, align: alignOf(side), ink: 'ink-2' })
    );
  }
  for (const x of [axes.left, axes.right])
    pen.line(`M${at(x, axes.top)}V${at(axes.foot)}`, { width: size / 12 });
  for (const { from, to, course } of picture.lines) {
    pen.line(
      through([
        [axes.left, from],
        [axes.right, to]
      ]),
      {
        width: size / (course === 'level' ? 12 : 7),
        ink: INK[course],
        ...(course === 'down' ? { dash: [size * 0.5, size * 0.3] as const } : {})
      }
    );
  }
  for (const { side, lead, numberX, x, y, number, lines } of picture.labels) {
    pen.line(through(lead), { width: size / 16, ink: 'ink-2' });
    const [first] = lead;
    if (first) pen.dot(first[0], first[1], size * 0.24);
    pen.text(number, { x: numberX, y: y + size * BASE, size, align: alignOf(side) });
    lines.forEach((text, line) =>
      pen.text(text, { x, y: y + size * (BASE + line * LEADING), size, align: alignOf(side) })
    );
  }
  return pen.scene();
}
