/** A sheet of a workbook, whichever program it is for: a head, and rows of typed cells. */

/** Numbers and days are what they are; of a day its ISO date, of an instant the wall clock of the meeting's place. */
export type Cell = string | number | { day: string } | { time: string } | { bold: string } | null;

export interface Sheet {
  name: string;
  /** In letters. */
  widths: readonly number[];
  /** The first rows are a head, bold, and stay in sight. */
  head: number;
  rows: readonly (readonly Cell[])[];
}

const LONGEST_NAME = 31;
/** Signs that no spreadsheet takes in a sheet's name, and all that cannot be seen. */
const REFUSED = /[\\/?*[\]:\p{C}\p{Zl}\p{Zp}]+/gu;
/** Excel keeps it for itself. */
const RESERVED = new Set(['history', 'historik']);

/** Names for sheets in that order: legal, at most 31 letters, no two alike whatever the case. */
export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set(RESERVED);
  return titles.map((title) => {
    const clean = title
      .replace(REFUSED, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^'+|'+$/g, '');
    const name = unlike(clean || '-', taken);
    taken.add(keyOf(name));
    return name;
  });
}

function unlike(title: string, taken: ReadonlySet<string>): string {
  for (let nth = 1; ; nth++) {
    const ending = nth === 1 ? '' : ` (${nth})`;
    const name = `${cut(title, LONGEST_NAME - ending.length)}${ending}`;
    if (!taken.has(keyOf(name))) return name;
  }
}

/** Counted as Excel counts: in UTF-16, and no letter in half. */
function cut(title: string, most: number): string {
  let short = '';
  for (const letter of title) {
    if (short.length + letter.length > most) break;
    short += letter;
  }
  return short.trim().replace(/'+$/, '');
}

function keyOf(name: string): string {
  return name.toLocaleLowerCase('sv');
}
