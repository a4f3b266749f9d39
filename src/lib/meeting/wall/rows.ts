/** Organisations with their counts in rows, as many as there is room for. */
import { widthOf } from '../../domain/wall/screens/paragraph.ts';

interface Counted {
  name: string;
  here: number;
}

interface Room {
  /** Em. */
  width: number;
  rows: number;
  /** What says how many there was no room for. */
  more: (count: number) => string;
}

/** Em between two of them. */
const BETWEEN = 40 / 28;

/** Each in the first row that has room for it; what comes after the first that has none is `rest`. */
export function rowsOf<T extends Counted>(all: readonly T[], room: Room): { rows: T[][]; rest: number } {
  for (let shown = all.length; ; shown--) {
    const rows = fill(all.slice(0, shown), room);
    const rest = all.length - shown;
    // What says how many are left out comes last.
    const last = rest > 0 ? widthOf(room.more(rest), 'reading') : 0;
    if (rows && (last === 0 || (rows.at(-1)?.used ?? 0) + BETWEEN + last <= room.width))
      return { rows: rows.map(({ things }) => things), rest };
    if (rows && rows.length < room.rows) return { rows: [...rows.map(({ things }) => things), []], rest };
  }
}

function fill<T extends Counted>(all: readonly T[], { width, rows: most }: Room) {
  const rows: { things: T[]; used: number }[] = [];
  for (const one of all) {
    const own = Math.min(width, widthOf(`${one.name} ${one.here}`, 'reading'));
    const row = rows.find(({ used }) => used + BETWEEN + own <= width);
    if (row) {
      row.things.push(one);
      row.used += BETWEEN + own;
    } else if (rows.length < most) rows.push({ things: [one], used: own });
    else return undefined;
  }
  return rows;
}
