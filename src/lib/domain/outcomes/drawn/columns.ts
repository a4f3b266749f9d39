/** The role cloud over time as a scene: a column for each step. What has grown is a full line, what has shrunk a broken one. */
import type { Scene } from '../../wall/drawing/scene.ts';
import { LEADING } from '../roles/columns.ts';
import type { ColumnsPicture } from '../roles/columns.ts';
import { at, penOn } from './pen.ts';
import type { InkName, Told } from './pen.ts';

/** Letters stand on their baseline. */
const BASE = 0.95;
const INK: Readonly<Record<string, InkName>> = { grown: 'petrol', shrunk: 'brick' };

/** Texts of a word are known by its row. */
export function columnsScene(picture: ColumnsPicture, told: Told): Scene {
  const { size } = picture;
  const pen = penOn(picture, told);
  for (const { x, lines } of picture.heads) {
    lines.forEach((text, line) =>
      pen.text(text, { x, y: size * (BASE + line * LEADING), size, ink: 'ink-2' })
    );
  }
  for (const { change = 'level', from, to } of picture.links) {
    const middle = (from[0] + to[0]) / 2;
    pen.line(`M${at(...from)}C${at(middle, from[1], middle, to[1], ...to)}`, {
      width: size / (INK[change] ? 8 : 14),
      ink: INK[change] ?? 'ink-2',
      ...(change === 'shrunk' ? { dash: [size * 0.45, size * 0.3] as const } : {})
    });
  }
  for (const { row, numberX, x, y, number, lines, change, leaves } of picture.words) {
    pen.text(number, { x: numberX, y: y + size * BASE, size, align: 'right' });
    const ink = change === 'new' ? 'petrol' : leaves ? 'brick' : 'ink';
    lines.forEach((text, line) =>
      pen.text(text, { id: String(row), x, y: y + size * (BASE + line * LEADING), size, ink })
    );
  }
  return pen.scene();
}
