/**
 * What is free on the wall. Answers one question exactly: where does a box of this size fit nearest to a point?
 *
 * The upper left corner of a box may lie nowhere inside the boxes that stand, each grown by the new one's size. So the nearest
 * free corner lies on the row that was asked for, or on a row where some grown box begins or ends: rows are looked at from the
 * nearest outwards, until a row alone is farther than the best that was found.
 */
import type { Box, Point } from './box.ts';
import { RuledLines } from './ruled-lines.ts';

/** A box that stands. Words of other zones keep some px from it. */
export interface Standing extends Box {
  zone: number;
}

export interface Wanted {
  width: number;
  height: number;
  /** Where its middle should be. */
  at: Point;
  zone: number;
}

/** Where a box fits: its upper left corner, and how far its middle is from where it should be. */
export interface Hole {
  x: number;
  y: number;
  far: number;
}

/** Rows count for more than columns: a cloud of words is wider than high. */
export const STEEPNESS = 1.6;
const BAND = 24;
/** Left, right, top, bottom, zone, first band. */
const SIDES = 6;
/** Less than this is the same place: sums of decimals are not exact. */
const SAME = 0.0001;

export class Room {
  readonly #bounds: Box;
  /** Px between words of different zones. */
  readonly #apart: number;
  readonly #bands: Standing[][] = [];
  /** Per band what is asked of its boxes most often, in plain numbers, for speed: SIDES for each box. */
  readonly #sides: number[][] = [];
  readonly #lines: RuledLines;
  /** Upper and lower edges of all boxes, each sorted. */
  readonly #tops: number[] = [];
  readonly #bottoms: number[] = [];
  /** Scratch: where no left edge may lie on a row, from, to, from, to ... */
  readonly #blocked: number[] = [];

  constructor(bounds: Box, apart: number) {
    this.#bounds = bounds;
    this.#apart = apart;
    this.#lines = new RuledLines(bounds);
    const bands = Math.ceil(bounds.height / BAND) + 1;
    for (let band = 0; band < bands; band++) {
      this.#bands.push([]);
      this.#sides.push([]);
    }
  }

  add(box: Standing): void {
    const [first, to] = [this.#bandOf(box.y), this.#bandOf(box.y + box.height)];
    for (let band = first; band <= to; band++) {
      this.#bands[band]!.push(box);
      this.#sides[band]!.push(box.x, box.x + box.width, box.y, box.y + box.height, box.zone, first);
    }
    this.#lines.add(box);
    insert(this.#tops, box.y);
    insert(this.#bottoms, box.y + box.height);
  }

  remove(box: Standing): void {
    const to = this.#bandOf(box.y + box.height);
    for (let band = this.#bandOf(box.y); band <= to; band++) {
      const boxes = this.#bands[band]!;
      const at = boxes.indexOf(box);
      if (at < 0) continue;
      boxes.splice(at, 1);
      this.#sides[band]!.splice(at * SIDES, SIDES);
    }
    this.#lines.remove(box);
    withdraw(this.#tops, box.y);
    withdraw(this.#bottoms, box.y + box.height);
  }

  /** The hole nearest to `at`; undefined where the box fits nowhere within `most`. */
  nearest({ width, height, at, zone }: Wanted, most = Infinity): Hole | undefined {
    const { x: left, y: top, width: across, height: down } = this.#bounds;
    const [lastX, lastY] = [left + across - width, top + down - height];
    if (lastX < left || lastY < top) return undefined;
    const [offX, offY] = [at.x - width / 2, at.y - height / 2];
    const wantX = clamp(offX, left, lastX);
    const wantY = clamp(offY, top, lastY);
    const near = this.#lines.asking(width, wantX);
    let least = most * most;
    let bestX = 0;
    let bestY = 0;
    let found = false;
    const look = (y: number): boolean => {
      const fromWanted = (y - wantY) * STEEPNESS;
      if (fromWanted * fromWanted >= least) return false;
      const steep = (y - offY) * STEEPNESS;
      const spare = least - steep * steep;
      if (spare <= 0) return true;
      const atLeast = near.offBetween(y, y + height);
      if (atLeast * atLeast >= spare) return true;
      const reach = Math.sqrt(spare);
      this.#block(y, height, width, zone, offX - reach, offX + reach);
      const x = this.#inRow(wantX, left, lastX);
      if (x === undefined) return true;
      const far = (x - offX) * (x - offX) + steep * steep;
      if (far < least) {
        least = far;
        bestX = x;
        bestY = y;
        found = true;
      }
      return true;
    };
    if (look(wantY)) this.#eachRow(wantY, height, top, lastY, look);
    return found ? { x: bestX, y: bestY, far: Math.sqrt(least) } : undefined;
  }

  /** Is a box inside, and nothing in its way? */
  isFree(box: Standing): boolean {
    const { x, y, width, height } = this.#bounds;
    return (
      box.x >= x - SAME &&
      box.y >= y - SAME &&
      box.x + box.width <= x + width + SAME &&
      box.y + box.height <= y + height + SAME &&
      this.inTheWay(box).length === 0
    );
  }

  /** The boxes that stand in the way of one. */
  inTheWay(box: Standing): Standing[] {
    const found: Standing[] = [];
    const reach = this.#apart;
    const to = this.#bandOf(box.y + box.height + reach);
    for (let band = this.#bandOf(box.y - reach); band <= to; band++) {
      for (const other of this.#bands[band]!) {
        const apart = other.zone === box.zone ? 0 : reach;
        if (
          other.x - apart < box.x + box.width - SAME &&
          box.x < other.x + other.width + apart - SAME &&
          other.y - apart < box.y + box.height - SAME &&
          box.y < other.y + other.height + apart - SAME &&
          other !== box &&
          !found.includes(other)
        )
          found.push(other);
      }
    }
    return found;
  }

  /** The x nearest to the wanted one that is not blocked. */
  #inRow(want: number, left: number, last: number): number | undefined {
    const blocked = this.#blocked;
    let right = want;
    for (let moved = true; moved;) {
      moved = false;
      for (let at = 0; at < blocked.length; at += 2) {
        if (right > blocked[at]! + SAME && right < blocked[at + 1]! - SAME) {
          right = blocked[at + 1]!;
          moved = true;
        }
      }
    }
    if (right === want) return want;
    let leftward = want;
    for (let moved = true; moved;) {
      moved = false;
      for (let at = 0; at < blocked.length; at += 2) {
        if (leftward > blocked[at]! + SAME && leftward < blocked[at + 1]! - SAME) {
          leftward = blocked[at]!;
          moved = true;
        }
      }
    }
    const [outLeft, outRight] = [leftward < left - SAME, right > last + SAME];
    if (outLeft) return outRight ? undefined : right;
    if (outRight) return leftward;
    return want - leftward <= right - want ? leftward : right;
  }

  /** Notes where on a row no left edge may lie; between `least` and `most` alone, for what lies outside is too far anyway. */
  #block(y: number, height: number, width: number, zone: number, least: number, most: number): void {
    const blocked = this.#blocked;
    blocked.length = 0;
    const apart = this.#apart;
    const first = this.#bandOf(y - apart);
    const to = this.#bandOf(y + height + apart);
    for (let band = first; band <= to; band++) {
      const sides = this.#sides[band]!;
      for (let at = 0; at < sides.length; at += SIDES) {
        const keep = sides[at + 4] === zone ? 0 : apart;
        const from = sides[at]! - keep - width;
        if (from > most) continue;
        const until = sides[at + 1]! + keep;
        if (until < least) continue;
        if (sides[at + 2]! - keep >= y + height - SAME || sides[at + 3]! + keep <= y + SAME) continue;
        // A box that begins in a band above was met there.
        if (band > first && sides[at + 5]! < band) continue;
        blocked.push(from, until);
      }
    }
  }

  /** Rows worth a look, the nearest to `want` first, until `look` has seen enough. */
  #eachRow(want: number, height: number, top: number, last: number, look: (y: number) => boolean): void {
    const apart = this.#apart;
    // Just under a box, or just over one; with and without the space between zones.
    const edges = [this.#bottoms, this.#tops, this.#bottoms, this.#tops];
    const shifts = [0, -height, apart, -height - apart];
    const kinds = apart > 0 ? 4 : 2;
    const ups: number[] = [];
    const downs: number[] = [];
    for (let kind = 0; kind < kinds; kind++) {
      const at = lowerBound(edges[kind]!, want - shifts[kind]!);
      ups.push(at - 1);
      downs.push(at);
    }
    let before = want;
    for (;;) {
      let nearest = Infinity;
      let which = -1;
      let up = false;
      for (let kind = 0; kind < kinds; kind++) {
        const list = edges[kind]!;
        const above = ups[kind]! >= 0 ? list[ups[kind]!]! + shifts[kind]! : -Infinity;
        if (above >= top && want - above < nearest) {
          nearest = want - above;
          which = kind;
          up = true;
        }
        const below = downs[kind]! < list.length ? list[downs[kind]!]! + shifts[kind]! : Infinity;
        if (below <= last && below - want < nearest) {
          nearest = below - want;
          which = kind;
          up = false;
        }
      }
      if (which < 0) return;
      const y = up ? want - nearest : want + nearest;
      if (up) ups[which]!--;
      else downs[which]!++;
      if (y === before) continue;
      before = y;
      if (!look(y)) return;
    }
  }

  #bandOf(y: number): number {
    return Math.max(0, Math.min(this.#bands.length - 1, Math.floor((y - this.#bounds.y) / BAND)));
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/** Where a value is, or would be, in a sorted list. */
function lowerBound(list: readonly number[], value: number): number {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (list[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

function insert(list: number[], value: number): void {
  list.splice(lowerBound(list, value), 0, value);
}

function withdraw(list: number[], value: number): void {
  const at = lowerBound(list, value);
  if (list[at] === value) list.splice(at, 1);
}
