/** Text as rows of cells: what is pasted, and files whose cells are told apart by a comma, a semicolon or a tab. */

export type Row = readonly string[];

/** Rows beyond these are counted, not read: nobody looks through more before they are brought in. */
export const MOST_ROWS = 1_000;

export interface Table {
  rows: readonly Row[];
  /** There was more than is read. */
  cut: boolean;
}

export type Delimiter = ',' | ';' | '\t';

/** In a sentence commas are ordinary: what was pasted has columns only where there are tabs. */
export function pastedTable(text: string): Table {
  return tableOf(text, '\t');
}

/** A file whose name ends in .csv: which mark parts its cells is told by its first lines. */
export function csvTable(text: string): Table {
  const told = /^\uFEFF?sep=([,;\t])\r?\n/i.exec(text);
  if (told) return tableOf(text.slice(told[0].length), told[1] as Delimiter);
  const delimiter = sniffed(text);
  return tableOf(text, delimiter);
}

/** So many rows show how the others are parted. */
const SNIFFED_ROWS = 20;

/** The mark that gives every row as many cells; a comma that stands in some rows only is one of a sentence. */
function sniffed(text: string): Delimiter {
  let best: { delimiter: Delimiter; columns: number } = { delimiter: '\t', columns: 1 };
  for (const delimiter of [';', '\t', ','] as const) {
    const rows = tableOf(text, delimiter, SNIFFED_ROWS).rows.filter((row) => row.some((cell) => cell.trim()));
    // Nothing but marks.
    if (rows.length === 0) return delimiter;
    const columns = rows[0]?.length ?? 0;
    const isEven = rows.every((row) => row.length === columns);
    if (isEven && columns > best.columns) best = { delimiter, columns };
  }
  return best.delimiter;
}

/** Rows of cells. Empty lines at the end are none; those between are kept, to be told. */
export function tableOf(text: string, delimiter: Delimiter, most = MOST_ROWS): Table {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  // Once a quotation mark has none to close it, no later one is looked for: a long file would be read again and again.
  let closes = true;
  while (at <= text.length) {
    if (rows.length === most) {
      return {
        rows: withoutTail(rows),
        cut: text.slice(at, at + 10_000).trim() !== '' || at + 10_000 < text.length
      };
    }
    const quoted = closes && text[at] === '"' ? quotedFrom(text, at, delimiter) : undefined;
    if (text[at] === '"' && !quoted) closes = false;
    const end = quoted?.end ?? endFrom(text, at, delimiter);
    row.push(quoted?.cell ?? text.slice(at, end));
    if (text[end] !== delimiter) {
      rows.push(row);
      row = [];
      if (text[end] === '\r' && text[end + 1] === '\n') at = end + 2;
      else at = end + 1;
    } else at = end + 1;
  }
  return { rows: withoutTail(rows), cut: false };
}

/** A cell within quotation marks, doubled where they belong to it; undefined where the closing one is missing. */
function quotedFrom(
  text: string,
  at: number,
  delimiter: Delimiter
): { cell: string; end: number } | undefined {
  for (let close = text.indexOf('"', at + 1); close !== -1; close = text.indexOf('"', close + 1)) {
    const next = text[close + 1];
    if (next === '"') close++;
    else if (next === undefined || next === delimiter || next === '\n' || next === '\r') {
      return { cell: text.slice(at + 1, close).replaceAll('""', '"'), end: close + 1 };
    }
  }
  return undefined;
}

function endFrom(text: string, at: number, delimiter: Delimiter): number {
  for (let end = at; end < text.length; end++) {
    const letter = text[end];
    if (letter === delimiter || letter === '\n' || letter === '\r') return end;
  }
  return text.length;
}

function withoutTail(rows: string[][]): Row[] {
  let length = rows.length;
  while (length > 0 && rows[length - 1]!.every((cell) => cell.trim() === '')) length--;
  return rows.slice(0, length);
}
