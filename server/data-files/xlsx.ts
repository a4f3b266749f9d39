/** Sheets as a workbook for Excel, LibreOffice and Numbers. Texts are texts: nothing that somebody wrote is ever run as a formula. */
import writeExcelFile from 'write-excel-file/node';
import type { Cell, Sheet } from '../../src/lib/domain/outputs/sheets/sheet.ts';

/** A cell of Excel's holds no more. */
const LONGEST = 32_767;
/** Signs that no XML can hold; written, the whole workbook could not be opened. */
// eslint-disable-next-line no-control-regex
const UNWRITABLE = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;
/** Read as the letter of that number. */
const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;
const DAY = 'yyyy-mm-dd';
const TIME = 'yyyy-mm-dd hh:mm';

export async function xlsxOf(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const written = sheets.map(({ name, widths, head, rows }) => ({
    sheet: name,
    columns: widths.map((width) => ({ width })),
    ...(head > 0 ? { stickyRowsCount: head } : {}),
    data: rows.map((row, at) => row.map((cell) => cellOf(at < head ? headCell(cell) : cell)))
  }));
  return new Uint8Array(await writeExcelFile(written).toBuffer());
}

function headCell(cell: Cell): Cell {
  return typeof cell === 'string' ? { bold: cell } : cell;
}

function cellOf(cell: Cell) {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { type: Number, value: cell, alignVertical: 'top' as const };
  if (typeof cell === 'string') return { ...textCell(cell), wrap: true, alignVertical: 'top' as const };
  if ('bold' in cell)
    return { ...textCell(cell.bold), fontWeight: 'bold' as const, alignVertical: 'top' as const };
  const [text, format] =
    'day' in cell ? [`${cell.day}T00:00:00Z`, DAY] : [`${cell.time.replace(' ', 'T')}Z`, TIME];
  // A workbook knows no zones: its clock is the one on the wall.
  return { type: Date, value: new Date(text), format, alignVertical: 'top' as const };
}

function textCell(text: string) {
  const clean = text
    .replace(UNWRITABLE, '')
    .replace(/\r\n?/g, '\n')
    .slice(0, LONGEST)
    .replace(ESCAPE, '_x005F_');
  return { type: String, value: clean };
}
