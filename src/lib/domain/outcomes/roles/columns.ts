/**
 * The role cloud over time as a picture: a column for each step with its most common words, and a line from each word to where it
 * stands in the next one. Pure: whoever draws it has the figures in a table too.
 */
import { linesIn, widthOf } from '../../wall/screens/paragraph.ts';
import type { Change, Course } from './courses.ts';

export interface ColumnsSheet {
  width: number;
  /** Of all letters. */
  size: number;
  /** What stands over each step. */
  heads: readonly string[];
  /** Words a column. */
  most: number;
  /** What stands before a word: cards, or their share. */
  figure: (course: Course, step: number) => string;
}

export interface ColumnWord {
  /** Of the course, by its place; of the step. */
  row: number;
  step: number;
  /** Where the number ends and the text begins, and the upper edge of both. */
  numberX: number;
  x: number;
  y: number;
  number: string;
  /** + stands before what is new, and – after what is gone the next time. */
  lines: readonly string[];
  /** Against the step before; and whether it is not there in the next one. */
  change?: Change;
  leaves: boolean;
}

export interface ColumnsPicture {
  width: number;
  height: number;
  size: number;
  heads: readonly { x: number; lines: readonly string[] }[];
  words: readonly ColumnWord[];
  links: readonly { row: number; change?: Change; from: [number, number]; to: [number, number] }[];
}

/** Of a line of text, in font sizes. */
export const LEADING = 1.25;
const BETWEEN = 0.45;
/** Between two columns, of the width of one. */
const MIDDLE = 0.3;
const GAP = 0.5;
/** So much wider heads are, which are strong, than what is measured. */
const STRONG = 1.1;

export function drawColumns(courses: readonly Course[], sheet: ColumnsSheet): ColumnsPicture {
  const { width, size, most, figure } = sheet;
  const steps = sheet.heads.length;
  const column = width / (steps + MIDDLE * (steps - 1));
  const left = (step: number) => step * column * (1 + MIDDLE);
  const heads = sheet.heads.map((text, step) => ({
    x: left(step),
    lines: linesIn(text, 'reading', column / size / STRONG)
  }));
  const numbers =
    Math.max(
      0,
      ...courses.flatMap((course) => heads.map((_, step) => widthOf(figure(course, step), 'reading')))
    ) * size;
  const top = (Math.max(0, ...heads.map(({ lines }) => lines.length)) * LEADING + 1) * size;
  const room = (column - numbers - GAP * size) / size;

  const words: ColumnWord[] = [];
  let height = top;
  for (let step = 0; step < steps; step++) {
    let y = top;
    for (const { course, row } of largest(courses, step, most)) {
      const change = course.changes[step];
      const leaves = course.changes[step + 1] === 'gone';
      const lines = linesIn(
        `${change === 'new' ? '+ ' : ''}${course.text}${leaves ? ' –' : ''}`,
        'reading',
        room
      );
      words.push({
        ...{ row, step, y, lines, number: figure(course, step) },
        numberX: left(step) + numbers,
        x: left(step) + numbers + GAP * size,
        ...(change ? { change } : {}),
        leaves
      });
      y += (lines.length * LEADING + BETWEEN) * size;
    }
    height = Math.max(height, y);
  }
  return { width, height, size, heads, words, links: linksBetween(words, { size, column, left }) };
}

/** The most common words of a step; equals in the order of all. */
function largest(courses: readonly Course[], step: number, most: number) {
  return courses
    .map((course, row) => ({ course, row }))
    .filter(({ course }) => course.counts[step]! > 0)
    .sort((a, b) => b.course.shares[step]! - a.course.shares[step]!)
    .slice(0, most);
}

/** From the end of a word's line to the number before it in the next column. */
function linksBetween(
  words: readonly ColumnWord[],
  { size, column, left }: { size: number; column: number; left: (step: number) => number }
): ColumnsPicture['links'] {
  const middle = ({ y }: ColumnWord) => y + (LEADING * size) / 2;
  return words.flatMap((word) => {
    const next = words.find(({ row, step }) => row === word.row && step === word.step + 1);
    if (!next) return [];
    const end = Math.min(
      word.x + (widthOf(word.lines[0] ?? '', 'reading') + GAP) * size,
      left(word.step) + column
    );
    const start = next.numberX - (widthOf(next.number, 'reading') + GAP) * size;
    return [
      {
        row: word.row,
        ...(next.change ? { change: next.change } : {}),
        from: [end, middle(word)] as [number, number],
        to: [start, middle(next)] as [number, number]
      }
    ];
  });
}
