/** Things of different heights in columns of one height: as many as there is room for. */
export interface Columns<T> {
  columns: readonly (readonly T[])[];
  /** Those for which there was no room. */
  rest: readonly T[];
}

interface Room {
  columns: number;
  height: number;
  /** Between two things in a column. */
  gap: number;
}

/** Each in the column that is the shortest so far, in order; what is too high for that leaves its room to those after it. */
export function inShortest<T>(
  things: readonly T[],
  heightOf: (thing: T) => number,
  { columns, height, gap }: Room
): Columns<T> {
  const filled = Array.from({ length: columns }, () => ({ things: [] as T[], height: 0 }));
  const rest: T[] = [];
  for (const thing of things) {
    const column = filled.reduce((best, one) => (one.height < best.height ? one : best));
    const needed = column.height + (column.things.length > 0 ? gap : 0) + heightOf(thing);
    if (needed > height) rest.push(thing);
    else {
      column.things.push(thing);
      column.height = needed;
    }
  }
  return { columns: filled.map((column) => column.things), rest };
}

/** One column after the other, as a text is read; nothing after the first for which there is no room. */
export function inTurn<T>(
  things: readonly T[],
  heightOf: (thing: T) => number,
  { columns, height, gap }: Room
): Columns<T> {
  const filled: T[][] = [];
  let used = Infinity;
  let at = 0;
  for (; at < things.length; at++) {
    const thing = things[at]!;
    const own = heightOf(thing);
    if (used + gap + own <= height) {
      filled.at(-1)!.push(thing);
      used += gap + own;
    } else if (filled.length < columns && own <= height) {
      filled.push([thing]);
      used = own;
    } else break;
  }
  return { columns: filled, rest: things.slice(at) };
}
