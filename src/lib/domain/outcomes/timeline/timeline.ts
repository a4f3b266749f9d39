/**
 * A timeline drawn to scale, or stretched where much happened: years on an axis from above to below, what lasted as a bar beside it, labels to its right (and left,
 * where there are two sides) with a line to where they belong. Pure: the page, the projector and the files draw the same.
 */
import { parseYears } from '../../kinds/years.ts';
import type { Fields } from '../../kinds/kind.ts';
import { linesIn, widthOf } from '../../wall/screens/paragraph.ts';
import { spreadOut } from './spread-out.ts';

export interface Milestone {
  id: string;
  from: number;
  to: number;
  /** As it is kept: "1969", "1850-1930". */
  years: string;
  title: string;
  /** What it meant; may be empty. */
  more: string;
}

/** In the order of time, then of arrival. What bears no year that can be read is left out: it stands in the list. */
export function milestonesOf(
  notes: readonly { id: string; fields?: Fields; text?: string; at?: number }[]
): Milestone[] {
  return notes
    .flatMap(({ id, fields = {} }) => {
      const years = parseYears(fields.years ?? '');
      if (typeof years === 'string') return [];
      const { text: title = '', explanation: more = '' } = fields;
      return [{ id, ...years, years: fields.years!, title, more }];
    })
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

export interface Sheet {
  width: number;
  /** Where it is given, all must find room in it; else the picture is as high as it needs. */
  height?: number;
  /** Of the titles; everything else follows from it. */
  size: number;
  sides: 1 | 2;
  /** So many of them get a label, spread evenly over the order; of the others there is the dot or the bar. Absent: all. */
  labelled?: number;
  /** Between two ticks there is as much room as their labels need: then these stand by their years, and the axis is not to scale. */
  stretches?: boolean;
}

export interface Label {
  id: string;
  /** Of its first letters' left edge, or of its last ones' right edge where it stands left of the axis; and its upper edge. */
  x: number;
  side: 'left' | 'right';
  y: number;
  height: number;
  years: string;
  title: readonly string[];
  more: readonly string[];
  /** From the axis to the label. */
  line: readonly [number, number][];
}

export interface TimelinePicture {
  width: number;
  height: number;
  size: number;
  small: number;
  /** Of the axis, its two ends, and where the years end that stand beside it. */
  axis: { x: number; top: number; foot: number; years: number };
  ticks: readonly { year: number; y: number }[];
  /** What lasted: a bar in a lane beside the axis. */
  eras: readonly { id: string; x: number; top: number; foot: number }[];
  /** What happened in one year. */
  dots: readonly { id: string; y: number }[];
  labels: readonly Label[];
  /** The labels are within the sheet. */
  fits: boolean;
}

const LEADING = 1.25;
/** Beside the titles, of their size. */
const SMALL = 0.82;
/** Titles are set bold on pages: so much wider than the metrics say. */
const BOLD = 1.08;
const BETWEEN = 0.7;
const LANE = 0.5;
/** Between two ticks, where the axis is stretched. */
const LEAST = 2;
const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500];
/** So many ticks are no more than needed. */
const MOST_TICKS = 12;

export function drawTimeline(all: readonly Milestone[], sheet: Sheet): TimelinePicture {
  const { width, size, sides } = sheet;
  const small = size * SMALL;
  const first = Math.min(...all.map(({ from }) => from));
  const last = Math.max(...all.map(({ to }) => to));
  const step = STEPS.find((one) => (last - first) / one <= MOST_TICKS) ?? 500;
  const start = Math.floor(first / step) * step;
  const end = Math.max(start + step, Math.ceil((last + 1) / step) * step);
  const lanes = lanesOf(all);
  const lane = LANE * size;
  const gutter = 1.4 * size;
  const years = Math.max(...[start, end].map((year) => widthOf(String(year), 'reading'))) * small + size;
  const barred = Math.max(0, ...lanes.values()) * lane;
  const bars = Math.max(lane, barred);
  // Years and bars stand left of the axis; with two sides the axis is in the middle, and they take a part of the left one.
  const axisX = sides === 2 ? width / 2 : years + bars + size * 0.5;
  const column = sides === 2 ? width / 2 - years - bars - gutter : width - axisX - gutter;

  const sideOf = (index: number) => (sides === 2 ? index % 2 : 0);
  const set = evenly(all, sheet.labelled ?? all.length).map((one, index) => {
    const title = linesIn(one.title, 'reading', column / (size * BOLD));
    const more = one.more ? linesIn(one.more, 'reading', column / small) : [];
    const height = (small + title.length * size + more.length * small) * LEADING + BETWEEN * size;
    return { one, side: sideOf(index), title, more, height };
  });
  const needed = Math.max(...[0, 1].map((side) => sum(set.filter((label) => label.side === side))));
  const rooms = Array.from({ length: Math.round((end - start) / step) }, (_, at) => {
    if (!sheet.stretches) return 1;
    const within = set.filter(({ one }) => Math.floor((middleOf(one) - start) / step) === at);
    return Math.max(
      LEAST * size,
      ...[0, 1].map((side) => sum(within.filter((label) => label.side === side)))
    );
  });
  const whole = rooms.reduce((all, room) => all + room, 0);
  // Taller than its labels, so that there is something to be to scale in.
  const height = sheet.height ?? (sheet.stretches ? whole : Math.max(needed * 1.15, 12 * size)) + 2 * size;
  const [top, foot] = [size, height - size];
  const yOf = (year: number) => {
    const at = Math.min(Math.floor((year - start) / step), rooms.length - 1);
    const before = rooms.slice(0, at).reduce((all, room) => all + room, 0);
    const part = (year - start) / step - at;
    return top + ((before + part * rooms[at]!) / whole) * (foot - top);
  };

  const labels: Label[] = [];
  for (const side of [0, 1]) {
    const own = set.filter((label) => label.side === side);
    const wishes = own.map(({ one, height: room }) => ({ at: yOf(middleOf(one)), height: room }));
    const middles = spreadOut(wishes, 0, height);
    own.forEach(({ one, title, more, height: room }, index) => {
      const y = middles[index]! - room / 2;
      const x = side === 0 ? axisX + gutter : axisX - years - bars - gutter * 0.3;
      const at = y + (small * LEADING) / 2;
      const [inner, outer] =
        side === 0
          ? [axisX + gutter * 0.55, axisX + gutter * 0.85]
          : [axisX - years - bars + gutter * 0.2, axisX - years - bars - gutter * 0.1];
      const line: [number, number][] = [
        [axisX, yOf(middleOf(one))],
        [inner, at],
        [outer, at]
      ];
      labels.push({
        id: one.id,
        x,
        side: side === 0 ? 'right' : 'left',
        y,
        height: room,
        years: one.years,
        title,
        more,
        line
      });
    });
  }
  return {
    width,
    height,
    size,
    small,
    axis: { x: axisX, top, foot, years: axisX - 0.7 * size - barred },
    ticks: ticksOf(start, end, step).map((year) => ({ year, y: yOf(year) })),
    eras: all
      .filter(({ from, to }) => to > from)
      .map(({ id, from, to }) => ({
        id,
        x: axisX - (lanes.get(id) ?? 1) * lane,
        top: yOf(from),
        foot: yOf(to + 1)
      })),
    dots: all.filter(({ from, to }) => from === to).map((one) => ({ id: one.id, y: yOf(middleOf(one)) })),
    labels,
    fits: needed <= height
  };
}

/** So many of them, the first and the last among them. */
function evenly<T>(all: readonly T[], count: number): T[] {
  if (count >= all.length) return [...all];
  const step = (all.length - 1) / Math.max(1, count - 1);
  return Array.from({ length: count }, (_, at) => all[Math.round(at * step)]!);
}

/** A year lasts until the next one begins. */
function middleOf({ from, to }: Milestone): number {
  return (from + to + 1) / 2;
}

function ticksOf(start: number, end: number, step: number): number[] {
  return Array.from({ length: Math.round((end - start) / step) + 1 }, (_, at) => start + at * step);
}

/** Of what lasted at the same time each has a lane of its own, from 1. */
function lanesOf(all: readonly Milestone[]): Map<string, number> {
  const free: number[] = [];
  const lanes = new Map<string, number>();
  for (const { id, from, to } of all) {
    if (from === to) continue;
    const lane = free.findIndex((until) => until < from);
    const at = lane === -1 ? free.length : lane;
    free[at] = to;
    lanes.set(id, at + 1);
  }
  return lanes;
}

function sum(labels: readonly { height: number }[]): number {
  return labels.reduce((all, { height }) => all + height, 0);
}
