/** Where the letters of a word lie, without the count behind them: what stays in place when the count changes. */
import type { Point } from '../../../domain/wall/layout/box.ts';
import { letteringOf } from '../../../domain/wall/layout/lettering.ts';
import type { FaceName } from '../../../domain/wall/layout/lettering.ts';
import type { SetWord } from '../../../domain/wall/layout/wall-layout.ts';

const EM = 10_000;
/** Em from a baseline up to the middle of its letters. */
const HALF = 0.3;

/** Its lines are centred above each other. */
export function middleOf({ lines, size }: Pick<SetWord, 'lines' | 'size'>, face: FaceName): Point {
  const [first, last] = [lines[0]!, lines.at(-1)!];
  return { x: (first.x + endOf(first, size, face)) / 2, y: (first.y + last.y) / 2 - HALF * size };
}

/** Right end of a line, px. */
export function endOf({ text, x }: SetWord['lines'][number], size: number, face: FaceName): number {
  return x + (letteringOf(face).extent(text).width / EM) * size;
}
