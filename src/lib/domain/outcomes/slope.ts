/**
 * Two answers to the same, beside each other: what each thing had on the left, what it has on the right, and a line between. "I dag"
 * and "vill ha", "vi själva" and "andra". Pure: whoever draws it has the figures in a table too.
 */
import type { PromptOutput } from '../outputs/outputs.ts';
import { foldKey } from '../text.ts';
import { linesIn, widthOf } from '../wall/screens/paragraph.ts';
import { spreadOut } from './timeline/spread-out.ts';

export interface SlopeRow {
  text: string;
  /** Null: nothing was said of it on that side. */
  left: number | null;
  right: number | null;
}

export interface SlopeSheet {
  width: number;
  /** Where it is given, all must find room in it; else the picture is as high as it needs. */
  height?: number;
  /** Of all letters. */
  size: number;
  /** What stands over each side. */
  heads: { left: string; right: string };
  /** The ends of both axes; absent: 0, and the largest number. */
  least?: number;
  most?: number;
  /** How a number is written. */
  show: (value: number) => string;
}

type Side = 'left' | 'right';

export interface SlopeLabel {
  /** Of the row, by its place. */
  row: number;
  side: Side;
  /** Where the number and the text end on the left, or begin on the right; and the upper edge of both. */
  numberX: number;
  x: number;
  y: number;
  number: string;
  lines: readonly string[];
  /** From its place on the axis to the label. */
  lead: readonly [number, number][];
}

export interface SlopePicture {
  width: number;
  height: number;
  size: number;
  axes: { left: number; right: number; top: number; foot: number };
  heads: readonly { side: Side; x: number; lines: readonly string[] }[];
  /** From the left axis to the right one. */
  lines: readonly { row: number; from: number; to: number; course: Course }[];
  labels: readonly SlopeLabel[];
  /** The labels are within the sheet. */
  fits: boolean;
}

export type Course = 'up' | 'down' | 'level';

/** Of a line of text, in font sizes. */
export const LEADING = 1.25;
const BETWEEN = 0.35;
/** Of the width, between the axes. */
const MIDDLE = 0.26;
/** From an axis to its numbers, from these to the texts, in font sizes. */
const LEAD = 1.4;
const GAP = 0.6;

/** Is it counted in people who choose between alternatives? */
const COMPARED: ReadonlySet<string> = new Set(['choice', 'dots']);

type Voted = Pick<PromptOutput, 'id' | 'kind' | 'vote'>;

/** The latest vote before it of the same kind about the same alternatives, where both have been answered. */
export function sameAskedBefore<P extends Voted>(prompts: readonly P[], prompt: P): P | undefined {
  const own = alternativesOf(prompt);
  if (!own) return undefined;
  return prompts
    .slice(0, prompts.indexOf(prompt))
    .findLast((one) => one.kind === prompt.kind && alternativesOf(one) === own);
}

/** How large a part of those who answered chose each, from 0 to 1; in the order of the first. */
export function sharesOf(before: Voted, after: Voted): SlopeRow[] {
  const share = ({ vote }: Voted, text: string) => {
    const option = vote!.options.find((one) => foldKey(one.text) === foldKey(text));
    return option ? option.people / Math.max(1, vote!.voters) : null;
  };
  return before.vote!.options.map(({ text }) => ({
    text,
    left: share(before, text),
    right: share(after, text)
  }));
}

function alternativesOf({ kind, vote }: Voted): string | undefined {
  if (!vote || !COMPARED.has(kind) || vote.voters === 0 || vote.options.length === 0) return undefined;
  return JSON.stringify([...new Set(vote.options.map(({ text }) => foldKey(text)))].sort());
}

/** More, less or as much on the right as on the left; undefined where one side says nothing. */
export function courseOf({ left, right }: SlopeRow): Course | undefined {
  if (left === null || right === null) return undefined;
  return right > left ? 'up' : right < left ? 'down' : 'level';
}

export function drawSlope(rows: readonly SlopeRow[], sheet: SlopeSheet): SlopePicture {
  const { width, size, show, least = 0 } = sheet;
  const values = rows.flatMap(({ left, right }) => [left ?? [], right ?? []].flat());
  const most = Math.max(sheet.most ?? Math.max(least + 1, ...values), least + 1e-6);
  const numbers = Math.max(0, ...values.map((value) => widthOf(show(value), 'reading'))) * size;
  const beside = LEAD * size + numbers + GAP * size;
  const column = (width * (1 - MIDDLE)) / 2 - beside;
  const axes = { left: column + beside, right: width - column - beside };

  const heads = (['left', 'right'] as const).map((side) => ({
    side,
    x: axes[side],
    lines: linesIn(sheet.heads[side], 'reading', (column + beside) / size)
  }));
  const top = (Math.max(...heads.map(({ lines }) => lines.length)) * LEADING + 0.8) * size;

  const set = (['left', 'right'] as const).map((side) => labelsOn(rows, side, column / size, size));
  const needed = Math.max(...set.map((labels) => labels.reduce((sum, { height }) => sum + height, 0)));
  const height = sheet.height ?? top + Math.max(needed * 1.05, 10 * size) + size;
  const [upper, foot] = [top + size / 2, height - size / 2];
  const yOf = (value: number) => foot - ((value - least) / (most - least)) * (foot - upper);

  const labels = set.flatMap((own, at): SlopeLabel[] => {
    const side = at === 0 ? 'left' : 'right';
    const [axis, out] = [axes[side], side === 'left' ? -1 : 1];
    const middles = spreadOut(
      own.map(({ value, height: room }) => ({
        at: yOf(value) + room / 2 - (LEADING * size) / 2,
        height: room
      })),
      top,
      height
    );
    return own.map(({ row, value, lines, height: room }, index) => {
      const y = middles[index]! - room / 2;
      return {
        row,
        side,
        numberX: axis + out * LEAD * size,
        x: axis + out * beside,
        y,
        number: show(value),
        lines,
        lead: [
          [axis, yOf(value)],
          [axis + out * (LEAD - 0.4) * size, y + (LEADING * size) / 2]
        ]
      };
    });
  });
  const lines = rows.flatMap((one, row) => {
    const course = courseOf(one);
    return course ? [{ row, from: yOf(one.left!), to: yOf(one.right!), course }] : [];
  });
  return {
    ...{ width, height, size, heads, lines, labels },
    axes: { ...axes, top: upper, foot },
    fits: needed <= height - top
  };
}

/** From above to below; equals in the order of the rows. */
function labelsOn(rows: readonly SlopeRow[], side: Side, column: number, size: number) {
  return rows
    .flatMap((one, row) => {
      const value = one[side];
      if (value === null) return [];
      const lines = linesIn(one.text, 'reading', column);
      return [{ row, value, lines, height: (lines.length * LEADING + BETWEEN) * size }];
    })
    .sort((a, b) => b.value - a.value);
}
