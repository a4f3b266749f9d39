/**
 * A cheap look before an exact one. Across the wall run lines, closer together than most boxes are high: a box that is to lie over
 * a line needs a gap in it that is wide enough, so the nearest such gap tells how far aside the box must lie at least.
 */
import type { Box } from './box.ts';

/** Px from line to line. */
const STEP = 8;
const NOWHERE = Infinity;

export class RuledLines {
  readonly #top: number;
  readonly #left: number;
  readonly #right: number;
  /** Per line what stands on it, from left to right: from, to, from, to ... */
  readonly #taken: number[][] = [];
  /** Per line how far aside the nearest gap is; -1: not known yet. */
  readonly #off: Float64Array;
  #width = 0;
  #want = 0;

  constructor({ x, y, width, height }: Box) {
    this.#top = y;
    this.#left = x;
    this.#right = x + width;
    const lines = Math.floor(height / STEP) + 1;
    for (let line = 0; line < lines; line++) this.#taken.push([]);
    this.#off = new Float64Array(lines);
  }

  add({ x, y, width, height }: Box): void {
    for (let line = this.#first(y); line <= this.#last(y + height); line++) {
      const taken = this.#taken[line]!;
      let at = taken.length;
      while (at > 0 && taken[at - 2]! > x) at -= 2;
      taken.splice(at, 0, x, x + width);
    }
  }

  remove({ x, y, width, height }: Box): void {
    for (let line = this.#first(y); line <= this.#last(y + height); line++) {
      const taken = this.#taken[line]!;
      for (let at = 0; at < taken.length; at += 2) {
        if (taken[at] !== x || taken[at + 1] !== x + width) continue;
        taken.splice(at, 2);
        break;
      }
    }
  }

  /** What is asked about from now on: boxes so wide, whose left edge should be at `want`. */
  asking(width: number, want: number): this {
    this.#width = width;
    this.#want = want;
    this.#off.fill(-1);
    return this;
  }

  /** How far from there a box between these heights must lie at least; Infinity where it cannot lie at all. */
  offBetween(top: number, bottom: number): number {
    let most = 0;
    for (let line = this.#first(top); line <= this.#last(bottom); line++) {
      let off = this.#off[line]!;
      if (off < 0) this.#off[line] = off = this.#nearestGap(this.#taken[line]!);
      if (off > most) most = off;
    }
    return most;
  }

  #nearestGap(taken: readonly number[]): number {
    const [width, want] = [this.#width, this.#want];
    let best = NOWHERE;
    let from = this.#left;
    for (let at = 0; at <= taken.length; at += 2) {
      const to = at < taken.length ? taken[at]! : this.#right;
      if (to - from >= width - 0.001) {
        const off = want < from ? from - want : want > to - width ? want - (to - width) : 0;
        if (off < best) best = off;
        else if (from > want) break;
      }
      if (at < taken.length && taken[at + 1]! > from) from = taken[at + 1]!;
    }
    return best === NOWHERE ? NOWHERE : Math.max(0, best - 0.001);
  }

  /** Lines strictly between two heights. */
  #first(y: number): number {
    return Math.max(0, Math.floor((y - this.#top + 0.01) / STEP) + 1);
  }

  #last(y: number): number {
    return Math.min(this.#taken.length - 1, Math.ceil((y - this.#top - 0.01) / STEP) - 1);
  }
}
