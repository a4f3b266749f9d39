/**
 * The actor map on a screen: a row for each kind of actor, in its cells what is done, answered for and shared, as large as all of it has
 * room; where it has none, without the actors' names, what most do before the rest, and what is left out counted.
 */
import { foldKey } from '../../text.ts';
import { ACTOR_COLUMNS, sharedIn } from '../../outcomes/actors.ts';
import type { ActorRow } from '../../outcomes/actors.ts';
import { linesOf, widthOf } from './paragraph.ts';

/** How things are said, in the reader's language. */
export interface GridWords {
  kind: (kind: string, count: number) => string;
  item: (names: string, text: string) => string;
  /** The same of so many actors, where there is no room for their names. */
  many: (text: string, count: number) => string;
  /** Of the actors named nobody could tell. */
  gap: (names: string) => string;
  gaps: (count: number) => string;
  /** So many are left out. */
  more: (count: number) => string;
  /** With soft hyphens where it may be broken. */
  breakable: (text: string) => string;
}

export interface GridItem {
  text: string;
  /** More than one actor does it. */
  shared: boolean;
}

export interface GridCell {
  items: readonly GridItem[];
  /** Items for which there was no room. */
  rest: number;
  /** What is said of the gaps; empty where there are none. */
  gap: string;
}

export interface GridRow {
  kind: string;
  head: string;
  /** Its font size. */
  headSize: number;
  height: number;
  cells: readonly GridCell[];
}

export interface Grid {
  size: number;
  /** What is in a cell stands in a row, not line by line. */
  dense: boolean;
  rows: readonly GridRow[];
}

/** In units of the stage. `head` and `column` are widths without their margins. */
export interface GridRoom {
  head: number;
  column: number;
  height: number;
}

/** Of a line, in font sizes; and above and below what a row holds, and between two items, in units. */
export const GRID = { leading: 1.2, pad: 8, gap: 6 } as const;
/** Between what stands in a row. */
export const BETWEEN_ITEMS = ' · ';
const SIZES = [54, 48, 44, 40, 36, 32, 30] as const;
const DENSE = [40, 36, 32, 30, 28] as const;
/** Larger than this no word is broken between two letters. */
const BROKEN = 32;
/** Bold letters are so much wider than those that are measured. */
const BOLD = 1.08;

export function actorGrid(actors: readonly ActorRow[], room: GridRoom, words: GridWords): Grid {
  const shared = ACTOR_COLUMNS.map((column) => sharedIn(actors, column));
  const kinds = [...new Set(actors.map(({ kind }) => kind))].map((kind) => {
    const own = actors.filter((actor) => actor.kind === kind);
    const cells = ACTOR_COLUMNS.map((column, at) => ({
      things: thingsOf(own, column, shared[at]!),
      without: own.filter((actor) => actor.cells[column].length === 0).map(({ name }) => name)
    }));
    return { kind, head: words.breakable(words.kind(kind, own.length)), cells };
  });

  for (const size of SIZES) {
    const rows = kinds.map((one) => namedRow(one, size, room, words));
    const whole =
      size <= BROKEN || rows.every(({ cells }) => cells.every((cell) => isWhole(cell, size, room)));
    if (whole && highOf(rows) <= room.height) return { size, dense: false, rows };
  }
  for (const size of DENSE) {
    const rows = kinds.map((one) => denseRow(one, size, room, words));
    if (highOf(rows) <= room.height) return { size, dense: true, rows };
  }
  // Less where a kind has less to say, else the same for all.
  const size = DENSE.at(-1)!;
  const wanted = kinds.map((one) => denseRow(one, size, room, words).height);
  const heights = sharedOut(wanted, room.height);
  const rows = kinds.map((one, at) => denseRow(one, size, room, words, heights[at]));
  return { size, dense: true, rows };
}

function namedRow({ kind, head, cells }: KindOf, size: number, room: GridRoom, words: GridWords): GridRow {
  const whole = cells.map(({ things, without }): GridCell => ({
    items: things.map((one) => ({
      text: words.breakable(words.item(one.names.join(', '), one.text)),
      shared: one.shared
    })),
    rest: 0,
    gap: without.length > 0 ? words.breakable(words.gap(without.join(', '))) : ''
  }));
  const set = headIn(head, size, room.head);
  const height = Math.max(set.height, ...whole.map((cell) => heightOf(cell, size, room.column)));
  return { kind, head, headSize: set.size, cells: whole, height: height + 2 * GRID.pad };
}

/** With all that is said, or with as much of it as has room in a given height. */
function denseRow(
  { kind, head, cells }: KindOf,
  size: number,
  room: GridRoom,
  words: GridWords,
  height?: number
): GridRow {
  const line = size * GRID.leading;
  const linesFor = (cell: GridCell) => linesOf(rowOf(cell, words), 'reading', room.column / size);
  const most =
    height === undefined ? Infinity : Math.max(1, Math.floor((height - 2 * GRID.pad) / line + 0.01));
  const set = headIn(head, size, room.head);
  const shown = cells.map((cell) => denseCell(cell, (tried) => linesFor(tried) <= most, words));
  const needed = Math.max(set.height, ...shown.map((cell) => linesFor(cell) * line)) + 2 * GRID.pad;
  return { kind, head, headSize: set.size, cells: shown, height: height ?? needed };
}

/** No word is wider than the column. */
function isWhole({ items, gap }: GridCell, size: number, { column }: GridRoom): boolean {
  const parts = [...items.map(({ text }) => text), gap].flatMap((text) => text.split(/[\s\u00ad-]+/u));
  return parts.every((part) => widthOf(part, 'reading') * size <= column);
}

function highOf(rows: readonly GridRow[]): number {
  return rows.reduce((all, { height }) => all + height, 0);
}

interface KindOf {
  kind: string;
  head: string;
  cells: readonly Cell[];
}
interface Thing {
  text: string;
  names: string[];
  shared: boolean;
}
interface Cell {
  things: readonly Thing[];
  /** Actors of which nobody could tell. */
  without: readonly string[];
}

/** What several of a kind do alike stands once; what most of them do, then what holds for more than one actor, first. */
function thingsOf(
  actors: readonly ActorRow[],
  column: (typeof ACTOR_COLUMNS)[number],
  shared: ReadonlySet<string>
): Thing[] {
  const byText = new Map<string, Thing>();
  for (const { name, cells } of actors) {
    for (const text of cells[column]) {
      const key = foldKey(text);
      const known = byText.get(key);
      if (known) known.names.push(name);
      else byText.set(key, { text: text.replace(/\s+/gu, ' '), names: [name], shared: shared.has(key) });
    }
  }
  return [...byText.values()].sort(
    (a, b) => b.names.length - a.names.length || Number(b.shared) - Number(a.shared)
  );
}

/** As much as fits; what is too long leaves its room to what comes after it. */
function denseCell({ things, without }: Cell, fits: (cell: GridCell) => boolean, words: GridWords): GridCell {
  const gap = without.length > 0 ? words.gaps(without.length) : '';
  const all = things.map(({ text, names, shared }) => ({
    text: words.breakable(names.length > 1 ? words.many(text, names.length) : text),
    shared
  }));
  let cell: GridCell = { items: [], rest: all.length, gap };
  for (const item of all) {
    const items = [...cell.items, item];
    const more = { items, rest: all.length - items.length, gap };
    if (fits(more)) cell = more;
  }
  return cell;
}

/** As it is measured: the frame of a gap is so wide as a few letters. */
function rowOf({ items, rest, gap }: GridCell, { more }: GridWords): string {
  const said = items.map(({ text }) => text).join(BETWEEN_ITEMS);
  return [said, rest > 0 ? more(rest) : '', gap && `mm${gap.replaceAll(' ', '\u00a0')}`]
    .filter(Boolean)
    .join(' ');
}

function heightOf({ items, gap }: GridCell, size: number, column: number): number {
  // The frame of a gap takes a little of the width, and of the height.
  const framed = gap ? highIn(gap, size, column - size) + GRID.gap : 0;
  return items.reduce((sum, { text }) => sum + highIn(text, size, column) + GRID.gap, framed);
}

/** As large as the rest, unless its longest word has no room then. */
function headIn(head: string, most: number, width: number): { size: number; height: number } {
  const widest = Math.max(...head.split(/[\s\u00ad]+/u).map((word) => widthOf(word, 'reading')), 0.1) * BOLD;
  const size = Math.min(most, Math.floor(width / widest));
  return { size, height: highIn(head, size, width / BOLD) };
}

function highIn(text: string, size: number, width: number): number {
  return linesOf(text, 'reading', width / size) * size * GRID.leading;
}

/** Each as much as it wants, or all that want more the same, so that they take `room` together. */
export function sharedOut(wanted: readonly number[], room: number): number[] {
  const sorted = [...wanted].sort((a, b) => a - b);
  let left = room;
  for (const [at, own] of sorted.entries()) {
    const most = left / (sorted.length - at);
    if (own > most) return wanted.map((one) => Math.min(one, most));
    left -= own;
  }
  return [...wanted];
}
