/**
 * The actor map as a picture: we in the middle, around us the actors in sectors by kind, the larger the oftener they are named. Whom we
 * meet has a line to us, the thicker the more tell of it; whom nobody knows where to meet stands in a broken frame, without one. Without
 * angles, whose sines differ from one machine to the next: places are told along the edge of the sheet, and how far out.
 */
import { linesIn, widthOf } from '../wall/screens/paragraph.ts';
import type { ActorRow } from './actors.ts';

export interface ActorMapSheet {
  width: number;
  height: number;
  /** Font sizes to choose from for an actor who is named once, the largest first. Where the last has no room, some are left out. */
  sizes: readonly number[];
  /** What stands in the middle. */
  us: string;
  kind: (kind: string) => string;
  /** With soft hyphens where it may be broken. */
  breakable: (text: string) => string;
}

export interface MapBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface MapActor extends MapBox {
  /** By its place among the rows. */
  row: number;
  kind: string;
  size: number;
  lines: readonly string[];
  /** Where we meet, as far as there is room for it. */
  where: readonly string[];
  /** How many have told where we meet; 0: nobody. */
  ties: number;
}

export interface ActorMap {
  width: number;
  height: number;
  size: number;
  us: MapBox & { lines: readonly string[]; size: number };
  kinds: readonly (MapBox & { kind: string; lines: readonly string[]; size: number })[];
  actors: readonly MapActor[];
  /** Of those that have a tie: from us to the actor. */
  ties: readonly {
    row: number;
    kind: string;
    from: readonly [number, number];
    to: readonly [number, number];
    many: number;
  }[];
  /** Actors for whom there was no room, though they are in the table. */
  rest: number;
}

export const MAP = { leading: 1.15, pad: 0.4, where: 0.78 } as const;
/** Who is named most is so much larger than who is named once. */
const LARGEST = 1.5;
/** A name takes no more of a line, in font sizes. */
const NAME = 13;
const WHERE = 16;
const GAP = 0.35;
/** Where those whom we meet would stand, so that their lines are seen. */
const HALFWAY = 0.62;
const STEPS = { along: 48, out: 24 } as const;
/** So much wider than its sector is what an actor may use that has no room there. */
const WIDER = [1, 1.5, 2.5, 8] as const;

type Text = { lines: string[]; size: number; width: number; height: number };
interface Wanted {
  row: number;
  actor: ActorRow;
  name: Text;
  where: string[];
  width: number;
  height: number;
}

export function drawActorMap(actors: readonly ActorRow[], sheet: ActorMapSheet): ActorMap {
  const meets = actors.some(({ cells }) => cells.interface.length > 0);
  const least = sheet.sizes.at(-1)!;
  // Where we meet is told as long as all of it has room; then the names alone, smaller and smaller, and at last without room for lines.
  const tries: Try[] = [
    ...sheet.sizes.flatMap((size) => (meets && size > least ? { size, told: true, halfway: HALFWAY } : [])),
    ...sheet.sizes.map((size) => ({ size, told: false, halfway: HALFWAY })),
    { size: least, told: false, halfway: 0 }
  ];
  for (const one of tries) {
    const map = mapAt(actors, sheet, { ...one, whole: true });
    if (map) return map;
  }
  return mapAt(actors, sheet, { ...tries.at(-1)!, whole: false })!;
}

interface Try {
  size: number;
  /** Where we meet stands under the names. */
  told: boolean;
  halfway: number;
}

/** Undefined where it must be whole, and is not. */
function mapAt(
  actors: readonly ActorRow[],
  sheet: ActorMapSheet,
  { size, told, halfway, whole: must }: Try & { whole: boolean }
): ActorMap | undefined {
  const { width, height, breakable } = sheet;
  const middle = { x: width / 2, y: height / 2 };
  const most = Math.max(2, ...actors.map(({ notes }) => notes.length));
  const wanted = actors.map((actor, row): Wanted => {
    const own = size * (1 + (LARGEST - 1) * Math.sqrt((actor.notes.length - 1) / (most - 1)));
    const name = textOf(breakable(actor.name), own, NAME);
    const small = size * MAP.where;
    const where = told
      ? actor.cells.interface.flatMap((text) =>
          linesIn(breakable(text.replace(/\s+/gu, ' ')), 'reading', WHERE)
        )
      : [];
    const wide = Math.max(name.width, ...where.map((line) => widthOf(line, 'reading') * small));
    const pad = 2 * MAP.pad * size;
    return {
      row,
      actor,
      name,
      where,
      width: wide + pad,
      height: name.height + where.length * small * MAP.leading + pad
    };
  });
  const us = boxAt(middle, textOf(breakable(sheet.us), size * 1.6, 8), size * 0.8);
  const taken: MapBox[] = [us];

  const kinds = [...new Set(actors.map(({ kind }) => kind))];
  const of = (kind: string) => wanted.filter(({ actor }) => actor.kind === kind);
  const areas = kinds.map((kind) =>
    of(kind).reduce((sum, one) => sum + one.width * one.height, size * size * 6)
  );
  const whole = areas.reduce((sum, area) => sum + area, 0);
  const places: ActorMap['kinds'][number][] = [];
  const placed: MapActor[] = [];
  // What nobody can do without: the names of the sectors. They stand outermost.
  let from = 0;
  const sectors = kinds.map((kind, at) => {
    const sector = { kind, from, to: from + areas[at]! / whole };
    from = sector.to;
    return sector;
  });
  for (const { kind, from: start, to } of sectors) {
    const text = textOf(breakable(sheet.kind(kind)), size * 0.85, NAME, 1.06);
    const spot = placeFor(text.width + size * 0.4, text.height + size * 0.2, { start, to, outermost: true });
    if (!spot) continue;
    taken.push(spot);
    places.push({ ...spot, kind, lines: text.lines, size: text.size });
  }
  // The largest first, in the middle of their sectors.
  const order = sectors.flatMap((sector) => of(sector.kind).map((one) => ({ one, sector })));
  order.sort((a, b) => b.one.actor.notes.length - a.one.actor.notes.length || a.one.row - b.one.row);
  for (const { one, sector } of order) {
    const tied = one.actor.cells.interface.length > 0;
    const spot = placeNear(sector, one, !tied);
    if (!spot && must) return undefined;
    if (!spot) continue;
    taken.push(spot);
    placed.push({
      ...spot,
      ...{ row: one.row, kind: sector.kind, size: one.name.size, lines: one.name.lines, where: one.where },
      ties: one.actor.cells.interface.length
    });
  }
  return {
    ...{ width, height, size },
    us: { ...us, lines: textOf(breakable(sheet.us), size * 1.6, 8).lines, size: size * 1.6 },
    kinds: places,
    actors: placed,
    ties: placed
      .filter(({ ties }) => ties > 0)
      .map(({ row, kind, ties, ...box }) => {
        const to = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        return { row, kind, many: ties, from: edgeOf(us, to), to: edgeOf(box, middle) };
      }),
    rest: actors.length - placed.length
  };

  /** In its sector, or where that has no room as near to it as can be. */
  function placeNear({ from: start, to }: { from: number; to: number }, one: Wanted, outermost: boolean) {
    const [centre, half] = [(start + to) / 2, (to - start) / 2];
    for (const wider of WIDER) {
      const reach = Math.min(0.5, half * wider);
      const spot = placeFor(one.width, one.height, { start: centre - reach, to: centre + reach, outermost });
      if (spot) return spot;
    }
    return undefined;
  }

  /** The free place in a sector that is nearest to halfway out, or farthest out. */
  function placeFor(
    wide: number,
    high: number,
    { start, to, outermost }: { start: number; to: number; outermost: boolean }
  ): MapBox | undefined {
    const gap = GAP * size;
    let best: { box: MapBox; cost: number } | undefined;
    for (let step = 0; step < STEPS.along; step++) {
      // From the sector's middle to both of its sides.
      const aside = (step % 2 === 0 ? 1 : -1) * Math.ceil(step / 2) * (1 / (STEPS.along - 1));
      const edge = edgeAt((start + to) / 2 + aside * (to - start) * 0.98, width, height);
      for (let ring = 1; ring <= STEPS.out; ring++) {
        const out = ring / STEPS.out;
        // The box as a whole goes as far out as the sheet lets it.
        const x = middle.x + (edge.x - middle.x) * out * ((width - wide) / width) - wide / 2;
        const y = middle.y + (edge.y - middle.y) * out * ((height - high) / height) - high / 2;
        const box = { x, y, width: wide, height: high };
        const cost = Math.abs(out - (outermost ? 1 : halfway)) + Math.abs(aside) * 0.4;
        if ((best && best.cost <= cost) || taken.some((other) => touches(box, other, gap))) continue;
        best = { box, cost };
      }
    }
    return best?.box;
  }
}

function textOf(text: string, size: number, most: number, weight = 1): Text {
  const lines = linesIn(text, 'reading', most);
  const width = Math.max(...lines.map((line) => widthOf(line, 'reading'))) * size * weight;
  return { lines, size, width, height: lines.length * size * MAP.leading };
}

function boxAt({ x, y }: { x: number; y: number }, { width, height }: Text, pad: number): MapBox {
  return {
    x: x - width / 2 - pad,
    y: y - height / 2 - pad,
    width: width + 2 * pad,
    height: height + 2 * pad
  };
}

/** A point on the sheet's edge: 0 is the upper left corner, then clockwise, each side counting alike. */
function edgeAt(part: number, width: number, height: number): { x: number; y: number } {
  const at = (part - Math.floor(part)) * 4;
  const [side, along] = [Math.floor(at), at - Math.floor(at)];
  if (side === 0) return { x: along * width, y: 0 };
  if (side === 1) return { x: width, y: along * height };
  if (side === 2) return { x: width - along * width, y: height };
  return { x: 0, y: height - along * height };
}

/** Where the line from a box's middle to a point leaves the box. */
function edgeOf({ x, y, width, height }: MapBox, to: { x: number; y: number }): [number, number] {
  const [cx, cy] = [x + width / 2, y + height / 2];
  const [dx, dy] = [to.x - cx, to.y - cy];
  const part = Math.min(
    1,
    width / 2 / Math.max(Math.abs(dx), 1e-6),
    height / 2 / Math.max(Math.abs(dy), 1e-6)
  );
  return [cx + dx * part, cy + dy * part];
}

function touches(a: MapBox, b: MapBox, gap: number): boolean {
  return (
    a.x < b.x + b.width + gap &&
    b.x < a.x + a.width + gap &&
    a.y < b.y + b.height + gap &&
    b.y < a.y + a.height + gap
  );
}
