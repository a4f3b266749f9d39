/**
 * How answers lie on the scale from 0 to 10, as a scene: a row of columns for each that was asked, the middle half of the answers as a
 * band below it, and the median as a mark on that.
 */
import { SCALE_MAX } from '../../voting/ballot.ts';
import type { Spread } from '../../voting/result.ts';
import type { Scene } from '../../wall/drawing/scene.ts';
import { linesIn } from '../../wall/screens/paragraph.ts';
import { at, penOn } from './pen.ts';
import type { Told } from './pen.ts';

export interface SpreadRow {
  /** What its texts are known by; empty: nothing. */
  id: string;
  /** Empty where there is one row alone, which needs no name. */
  text: string;
  /** Below it, e.g. how many. */
  more: string;
  spread: Spread;
}

export interface SpreadSheet extends Told {
  width: number;
  size: number;
  /** What the ends mean; may be empty. */
  low: string;
  high: string;
}

const LEADING = 1.25;
const SMALL = 0.85;
/** Of the width, where rows have names. */
const NAMES = 0.28;
/** In font sizes: of the longest column, of what stands over it, and of band and gap below. */
const ROW = { column: 3, alone: 7, number: 1.3, below: 2 } as const;

export function spreadScene(rows: readonly SpreadRow[], sheet: SpreadSheet): Scene {
  const { width, size, low, high } = sheet;
  const small = size * SMALL;
  const named = rows.some(({ text }) => text);
  const left = named ? width * NAMES : 0;
  const slot = (width - left) / (SCALE_MAX + 1);
  const middleOf = (number: number) => left + slot * (number + 0.5);
  const longest = (named ? ROW.column : ROW.alone) * size;
  const most = Math.max(1, ...rows.flatMap(({ spread }) => spread.counts));

  const set = rows.map((row) => {
    const lines = linesIn(row.text, 'reading', (left - size) / size);
    const label = (lines.length * size + (row.more ? small : 0)) * LEADING;
    return {
      ...row,
      lines,
      label,
      height: Math.max(longest + (ROW.number + ROW.below) * size, label + size)
    };
  });
  const rowsHeight = set.reduce((sum, { height }) => sum + height, 0);
  const room = (width - left) / 2 / small - 1;
  const ends = [low, high].map((text) => (text ? linesIn(text, 'reading', room) : []));
  const foot = rowsHeight + small * 1.6;
  const height = foot + Math.max(...ends.map(({ length }) => length)) * small * LEADING + small * 0.3;

  const pen = penOn({ width, height }, sheet);
  let top = 0;
  for (const { id, lines, more, label, spread, height: own } of set) {
    const base = top + own - ROW.below * size;
    const style = { ...(id ? { id } : {}), x: 0 };
    const first = Math.max(top, base - label);
    lines.forEach((text, line) =>
      pen.text(text, { ...style, y: first + size * (0.95 + line * LEADING), size })
    );
    const under = first + lines.length * size * LEADING + small * 0.95;
    pen.text(more, { ...style, y: under, size: small, ink: 'ink-2' });
    spread.counts.forEach((count, number) => {
      if (count === 0) return;
      const tall = (count / most) * longest;
      pen.box(middleOf(number) - slot * 0.34, base - tall, slot * 0.68, tall, 'petrol');
      pen.text(String(count), {
        x: middleOf(number),
        y: base - tall - size * 0.3,
        size: small,
        align: 'middle'
      });
    });
    pen.line(`M${at(left, base)}H${at(width)}`, { width: size / 14 });
    const band = base + size * 0.65;
    pen.box(
      middleOf(spread.low) - slot * 0.06,
      band - size * 0.14,
      middleOf(spread.high) - middleOf(spread.low) + slot * 0.12,
      size * 0.28,
      'ochre'
    );
    pen.line(`M${at(middleOf(spread.median), band - size * 0.4)}V${at(band + size * 0.4)}`, {
      width: size / 5
    });
    top += own;
  }
  for (let number = 0; number <= SCALE_MAX; number++) {
    pen.text(String(number), {
      x: middleOf(number),
      y: rowsHeight + small * 0.8,
      size: small,
      ink: 'ink-2',
      align: 'middle'
    });
  }
  ends.forEach((lines, end) =>
    lines.forEach((text, line) =>
      pen.text(text, {
        x: end === 0 ? left + slot * 0.2 : width - slot * 0.2,
        y: foot + small * (0.75 + line * LEADING),
        size: small,
        ink: 'ink-2',
        align: end === 0 ? 'left' : 'right'
      })
    )
  );
  return pen.scene();
}
