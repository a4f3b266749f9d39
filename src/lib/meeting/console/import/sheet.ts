/** A chosen file as tables: text, CSV, or the sheets of a workbook. What reads workbooks is fetched when one is chosen. */
import { decoded, fileTypeOf, MOST_BYTES } from '$lib/domain/import/decode';
import { csvTable, MOST_ROWS, pastedTable } from '$lib/domain/import/table';
import type { Table } from '$lib/domain/import/table';
import { MOST_UNPACKED, unpackedSize } from '$lib/domain/import/unpacked';

export interface Sheet extends Table {
  name: string;
}

export type Trouble = 'too-large' | 'old-excel' | 'binary' | 'broken' | 'no-rows';

export type ReadFile = { ok: true; sheets: readonly Sheet[] } | { ok: false; trouble: Trouble };

export async function readFile(file: File): Promise<ReadFile> {
  if (file.size > MOST_BYTES) return { ok: false, trouble: 'too-large' };
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const type = fileTypeOf(bytes);
    if (type === 'binary' || type === 'old-excel') return { ok: false, trouble: type };
    const sheets =
      type === 'xlsx' ? await readWorkbook(bytes) : [{ name: '', ...textTable(file.name, bytes) }];
    const filled = sheets.filter(({ rows }) => rows.length > 0);
    return filled.length > 0 ? { ok: true, sheets: filled } : { ok: false, trouble: 'no-rows' };
  } catch {
    return { ok: false, trouble: 'broken' };
  }
}

function textTable(name: string, bytes: Uint8Array): Table {
  const text = decoded(bytes);
  return /\.(csv|tsv)$/i.test(name) ? csvTable(text) : pastedTable(text);
}

async function readWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<Sheet[]> {
  if ((unpackedSize(bytes) ?? Infinity) > MOST_UNPACKED) throw new Error('not a workbook of a likely size');
  const { default: readSheets } = await import('read-excel-file/universal');
  const sheets = await readSheets(bytes.buffer);
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    rows: data.slice(0, MOST_ROWS).map((row) => row.map(textOf)),
    cut: data.length > MOST_ROWS
  }));
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean'
    ? String(cell)
    : '';
}
