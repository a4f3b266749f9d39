/**
 * Notes that are shown one by one while the others are blank: where each stands around the question, in which size. What has
 * its place keeps it. Where there is no room for another one, those that were shown first make way.
 */
import type { Blank } from './blanks.ts';
import { linesOf } from './paragraph.ts';

export interface Slip extends Blank {
  id: string;
  text: string;
  who: string;
  size: number;
}

export interface Shown {
  id: string;
  /** With soft hyphens where it may be broken. */
  text: string;
  who: string;
}

/** What nothing may stand on. */
export interface Room {
  width: number;
  height: number;
  taken: readonly Blank[];
}

const NARROW = [560, 440];
const LEAST = 28;
const PAD = 24;
const BORDER = 6;
const LEADING = 1.2;
export const WHO = 28;
const GAP = 20;
const EDGE = 24;
const SIDE = 60;
const STEP = 20;

/** The largest first: a few words stand large, sentences smaller, none under what the last row reads. */
const SETTINGS = [
  { most: 30, size: 52, width: 380 },
  { most: 60, size: 44, width: 440 },
  { most: 140, size: 36, width: 480 },
  { most: 280, size: 32, width: 560 },
  { most: Infinity, size: 30, width: 720 }
] as const;

export interface Placed {
  slips: readonly Slip[];
  /** Shown, but there is no room for it any more. */
  out: ReadonlySet<string>;
}

export const NONE_PLACED: Placed = { slips: [], out: new Set() };

/** All that are shown, each in its place, as far as there is room. */
export function placedAmong(before: Placed, shown: readonly Shown[], room: Room): Placed {
  const byId = new Map(shown.map((one) => [one.id, one]));
  // What says something else now is measured anew.
  let slips = before.slips.filter(({ id, text, who }) => {
    const now = byId.get(id);
    return now?.text === text && now.who === who;
  });
  const out = new Set([...before.out].filter((id) => byId.has(id)));
  const stands = new Set(slips.map(({ id }) => id));
  for (const one of shown) {
    if (stands.has(one.id) || out.has(one.id)) continue;
    for (let slip = placed(one, slips, room); ; slip = placed(one, slips, room)) {
      if (slip) slips = [...slips, slip];
      if (slip || slips.length === 0) break;
      out.add(slips[0]!.id);
      slips = slips.slice(1);
    }
  }
  return { slips, out };
}

/** In the first of its shapes that there is room for. */
function placed({ id, text, who }: Shown, slips: readonly Slip[], room: Room): Slip | undefined {
  for (const shape of shapesOf(text, who)) {
    const place = placeFor(shape, [...room.taken, ...slips], room);
    if (place) return { id, text, who, ...place, ...shape };
  }
  return undefined;
}

/** As near to the middle as it has room: to the sides first, as the screen is wider than high. */
function placeFor(shape: Shape, barred: readonly Blank[], room: Room): { x: number; y: number } | undefined {
  let best: { x: number; y: number; far: number } | undefined;
  for (let y = EDGE; y + shape.height <= room.height - EDGE; y += STEP) {
    for (let x = SIDE; x + shape.width <= room.width - SIDE; x += STEP) {
      const [across, up] = [x + (shape.width - room.width) / 2, y + (shape.height - room.height) / 2];
      const far = Math.hypot(across / 1.7, up);
      if (best && best.far <= far) continue;
      if (barred.some((one) => touches({ x, y, ...shape }, one))) continue;
      best = { x, y, far };
    }
  }
  return best && { x: best.x, y: best.y };
}

interface Shape {
  width: number;
  height: number;
  size: number;
}

/** The one that looks best, then narrower ones for the room beside the question. */
function shapesOf(text: string, who: string): Shape[] {
  const { size, width } = SETTINGS.find(({ most }) => text.length <= most)!;
  return [
    shapeOf(text, who, { size, width }),
    ...NARROW.filter((narrow) => narrow < width).map((narrow) =>
      shapeOf(text, who, { size: Math.min(size, LEAST), width: narrow })
    )
  ];
}

function shapeOf(text: string, who: string, { size, width }: { size: number; width: number }): Shape {
  const inner = width - 2 * PAD;
  const lines = linesOf(text, 'patrick-hand', inner / size);
  const under = who ? 8 + linesOf(who, 'reading', inner / WHO) * WHO * LEADING : 0;
  return { size, width, height: Math.ceil(lines * size * LEADING + under + 2 * PAD + BORDER) };
}

/** Is there less than a gap between them? */
export function touches(a: Blank, b: Blank, gap = GAP): boolean {
  return (
    a.x < b.x + b.width + gap &&
    b.x < a.x + a.width + gap &&
    a.y < b.y + b.height + gap &&
    b.y < a.y + a.height + gap
  );
}
