/**
 * How things on the wall go from where they are to where they should be: pure, whoever draws says what time it is. Each thing has its
 * own way and time, so that what is on its way already is not held up by what sets out later. Told to go elsewhere on its way, a thing
 * goes on from where it is.
 */
import type { Point } from '../../../domain/wall/layout/box.ts';

/** Milliseconds from one place to the next. */
export const GLIDE_MS = 1_000;

/** Where a word stands: the middle of its letters and its font size, and how much of it is seen, 0..1. */
export interface Pose extends Point {
  size: number;
  seen: number;
}

interface Way<P> {
  from: P;
  to: P;
  began: number;
}

export class Glide<P extends { readonly [K in keyof P]: number }> {
  readonly #ways = new Map<string, Way<P>>();
  readonly #moving = new Set<string>();

  /** Is anything on its way? */
  get moving(): boolean {
    return this.#moving.size > 0;
  }

  /** Sets out, from where it is; what was not there yet comes from `from`. Whoever is on the way there already goes on. */
  go(id: string, to: P, now: number, from = to): void {
    const way = this.#ways.get(id);
    if (way && same(way.to, to)) return;
    const start = way ? poseAt(way, now) : from;
    if (same(start, to)) this.stand(id, to);
    else {
      this.#ways.set(id, { from: start, to, began: now });
      this.#moving.add(id);
    }
  }

  /** Is there at once. */
  stand(id: string, at: P): void {
    this.#ways.set(id, { from: at, to: at, began: -Infinity });
    this.#moving.delete(id);
  }

  forget(id: string): void {
    this.#ways.delete(id);
    this.#moving.delete(id);
  }

  /** Where all are that are on their way; who has arrived is told once more. */
  at(now: number): [id: string, pose: P][] {
    return [...this.#moving].map((id) => {
      const way = this.#ways.get(id)!;
      if (now - way.began >= GLIDE_MS) this.#moving.delete(id);
      return [id, poseAt(way, now)];
    });
  }
}

function poseAt<P extends { readonly [K in keyof P]: number }>({ from, to, began }: Way<P>, now: number): P {
  const part = eased((now - began) / GLIDE_MS);
  if (part >= 1) return to;
  const pose = { ...to };
  for (const key of Object.keys(to) as (keyof P)[])
    pose[key] = (from[key] + (to[key] - from[key]) * part) as P[keyof P];
  return pose;
}

/** Sets out and arrives gently. A frame may carry a time a little before the start. */
export function eased(time: number): number {
  const t = Math.min(Math.max(time, 0), 1);
  return t < 0.5 ? 4 * t * t * t : 1 - (2 - 2 * t) ** 3 / 2;
}

function same<P extends { readonly [K in keyof P]: number }>(a: P, b: P): boolean {
  return (Object.keys(a) as (keyof P)[]).every((key) => a[key] === b[key]);
}

/** What puts a word that is drawn at `home` where it is now; none where it is at home. */
export function transformTo({ x, y, size }: Pose, home: Pose): string | undefined {
  if (x === home.x && y === home.y && size === home.size) return undefined;
  const scale = size / home.size;
  const [right, down] = [x - scale * home.x, y - scale * home.y].map((px) => Math.round(px * 1_000) / 1_000);
  return `matrix(${scale.toFixed(5)} 0 0 ${scale.toFixed(5)} ${right} ${down})`;
}
