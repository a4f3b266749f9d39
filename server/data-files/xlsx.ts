/** Sheets as a workbook for Excel, LibreOffice and Numbers. Texts are texts: nothing that somebody wrote is ever run as a formula. */
import writeExcelFile from 'write-excel-file/node';
import type { Cell, Sheet } from '../../src/lib/domain/outputs/sheets/sheet.ts';
import { printed } from './print-setup.ts';

/** A cell of Excel's holds no more. */
const LONGEST = 32_767;
/** Signs that no XML can hold; written, the whole workbook could not be opened. */
// eslint-disable-next-line no-control-regex
const UNWRITABLE = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;
/** Read as the letter of that number. */
const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;
const DAY = 'yyyy-mm-dd';
const TIME = 'yyyy-mm-dd hh:mm';

const FONT = { fontFamily: 'Calibri', fontSize: 11 } as const;
const TOP = { alignVertical: 'top' } as const;
/** Points from line to line. */
const LINE = 15;
/** Excel's rows grow no higher than 409 points. */
const MOST_LINES = 27;
/** A column's width is counted in figures, and letters are narrower; only where there are several lines they end before the column does. */
const NARROWER = 1.1;
/** Numbers end where their column's head ends, and not at the text beside them. */
const RIGHT = { align: 'right', indent: 1 } as const;

export async function xlsxOf(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const written = sheets.map(({ name, widths, head, rows }) => {
    const counted = widths.map((_, column) => isCounted(rows.slice(head), column));
    return {
      sheet: name,
      columns: widths.map((width) => ({ width })),
      ...(head > 0 ? { stickyRowsCount: head } : {}),
      data: rows.map((row, at) =>
        withHeight(
          row.map((cell, column) => (at < head ? headCell(cell, !!counted[column]) : cellOf(cell))),
          linesIn(row, widths)
        )
      )
    };
  });
  return new Uint8Array(await writeExcelFile(written, { ...FONT, features: [printed(sheets)] }).toBuffer());
}

/** Of so many lines: LibreOffice would lay those of a row without a height over the next one. */
function withHeight<One extends object | null>(cells: One[], lines: number): One[] {
  return lines > 1 ? cells.map((cell) => cell && { ...cell, height: lines * LINE }) : cells;
}

/** How many lines the longest of its texts takes, words and all. */
function linesIn(row: readonly Cell[], widths: readonly number[]): number {
  const lines = row.map((cell, column) =>
    typeof cell === 'string'
      ? cell.split('\n').reduce((sum, line) => sum + linesOf(line, widths[column]!), 0)
      : 1
  );
  return Math.min(MOST_LINES, Math.max(1, ...lines));
}

function linesOf({ length }: string, width: number): number {
  return length <= width * NARROWER ? 1 : Math.max(2, Math.ceil(length / width));
}

/** A column of numbers alone. */
function isCounted(rows: Sheet['rows'], column: number): boolean {
  const cells = rows.map((row) => row[column] ?? null).filter((cell) => cell !== null);
  return cells.length > 0 && cells.every((cell) => typeof cell === 'number');
}

function headCell(cell: Cell, counted: boolean) {
  if (typeof cell !== 'string' || cell === '') return cellOf(cell);
  return {
    ...textCell(cell),
    ...TOP,
    ...(counted ? RIGHT : {}),
    fontWeight: 'bold' as const,
    wrap: true,
    bottomBorderStyle: 'thin' as const
  };
}

function cellOf(cell: Cell) {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { type: Number, value: cell, ...TOP, ...RIGHT };
  if (typeof cell === 'string') return { ...textCell(cell), wrap: true, ...TOP };
  if ('bold' in cell) return { ...textCell(cell.bold), fontWeight: 'bold' as const, ...TOP };
  const [text, format] =
    'day' in cell ? [`${cell.day}T00:00:00Z`, DAY] : [`${cell.time.replace(' ', 'T')}Z`, TIME];
  // A workbook knows no zones: its clock is the one on the wall.
  return { type: Date, value: new Date(text), format, align: 'left' as const, ...TOP };
}

function textCell(text: string) {
  const clean = text
    .replace(UNWRITABLE, '')
    .replace(/\r\n?/g, '\n')
    .slice(0, LONGEST)
    .replace(ESCAPE, '_x005F_');
  return { type: String, value: clean };
}
