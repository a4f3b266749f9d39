/** A bar for each alternative, with its name before it and its number behind it, as scenes no higher than a page. */
import type { Scene } from '../../wall/drawing/scene.ts';
import { linesIn } from '../../wall/screens/paragraph.ts';
import { penOn, widthOf } from './pen.ts';
import type { Told } from './pen.ts';

export interface Bar {
  text: string;
  value: number;
  /** The value as it is written. */
  label: string;
}

export interface BarsSheet extends Told {
  width: number;
  size: number;
  /** None is higher. */
  height: number;
  /** What would fill the whole length. */
  most: number;
}

const LEADING = 1.25;
const BETWEEN = 0.7;
/** Of the width. */
const NAMES = 0.42;
/** The rest of a name stands in the table. */
const MOST_LINES = 4;

export function barsScene(bars: readonly Bar[], sheet: BarsSheet): Scene[] {
  const { width, size, most } = sheet;
  const left = width * NAMES;
  const numbers = Math.max(0, ...bars.map(({ label }) => widthOf(label, size))) + size;
  const longest = width - left - numbers;
  const set = bars.map((bar) => {
    const lines = shortened(linesIn(bar.text, 'reading', left / size - 1));
    return { ...bar, lines, height: (lines.length * LEADING + BETWEEN) * size };
  });
  return parted(set, sheet.height).map((rows) => {
    const pen = penOn({ width, height: rows.reduce((sum, { height }) => sum + height, 0) }, sheet);
    let top = (BETWEEN / 2) * size;
    for (const { lines, value, label, height } of rows) {
      lines.forEach((text, line) => pen.text(text, { x: 0, y: top + size * (0.95 + line * LEADING), size }));
      const long = (value / most) * longest;
      pen.box(left, top + size * 0.12, Math.max(long, size / 12), size, 'petrol');
      pen.text(label, { x: left + long + size * 0.5, y: top + size * 0.95, size });
      top += height;
    }
    return pen.scene();
  });
}

/** As many on each sheet as have room there. */
function parted<T extends { height: number }>(all: readonly T[], most: number): T[][] {
  const sheets: T[][] = [];
  let used = 0;
  for (const one of all) {
    if (sheets.length === 0 || used + one.height > most) {
      sheets.push([]);
      used = 0;
    }
    sheets.at(-1)!.push(one);
    used += one.height;
  }
  return sheets;
}

function shortened(lines: readonly string[]): readonly string[] {
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1]!.replace(/.{2}$/u, '')}…`];
}
