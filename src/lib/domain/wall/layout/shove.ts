/**
 * Making room for a box: what is in its way goes aside, and what is in the way of that goes aside in the same direction, and so on,
 * each a little less far than the one that pushes it, until the spaces between words have taken it all up. Nothing is changed
 * here: whoever asks sees first who would have to go where.
 */
import type { Box } from './box.ts';

/** A box that may be pushed, within a zone. */
interface Pushed extends Box {
  id: string;
  zone: number;
}

export interface Shoved<T extends Pushed> {
  /** Where they would stand, by id. */
  moved: ReadonlyMap<string, T>;
  /** The sum of how far, squared: few that go far are worse than many that go a little. */
  cost: number;
}

interface Ground<T extends Pushed> {
  bounds: Box;
  /** Px between words of different zones. */
  apart: number;
  /** Where one stood before anything moved. */
  origin(one: T): Box;
  /** Whoever stands in the way of a box. Undefined where one of them cannot be moved at all. */
  inTheWay(box: T): readonly T[] | undefined;
}

/** What it costs that one moves at all, beside how far it does, squared px. */
const EACH = 60;
/** Less than this is no overlap: sums of decimals are not exact. */
const SAME = 0.0001;
const DIRECTIONS = ['up', 'down', 'left', 'right'] as const;
type Direction = (typeof DIRECTIONS)[number];

export interface Limits<T> {
  /** Px that each goes at most. */
  aside: number;
  /** So many pushes are tried: more would be a wall that is full. */
  pushes: number;
  /** What costs more is of no use. */
  cost: number;
  /** Who is not pushed at all. */
  stays?: T;
}

/** Who must go where so that `box` can stand. */
export function shove<T extends Pushed>(
  box: T,
  ground: Ground<T>,
  { aside, pushes: most, cost: dearest, stays }: Limits<T>
): Shoved<T> | undefined {
  const moved = new Map<string, T>();
  const undo: (readonly [string, T | undefined])[] = [];
  let pushes = 0;
  let cost = 0;

  const blocking = ground.inTheWay(box);
  if (!blocking || blocking.some((one) => one === stays)) return undefined;
  // The largest first: it has the fewest places to go to.
  for (const one of [...blocking].sort(
    (a, b) => b.width * b.height - a.width * a.height || (a.id < b.id ? -1 : 1)
  )) {
    const now = moved.get(one.id) ?? one;
    if (!meet(now, box)) continue;
    const ways = DIRECTIONS.map((direction) => ({ direction, by: needed(box, now, direction) }))
      .filter(({ by }) => by <= aside)
      .sort((a, b) => a.by - b.by);
    if (!ways.some(({ direction, by }) => attempt(now, direction, by))) return undefined;
  }
  // Who went aside for the first may have been pushed into the box again by the last.
  for (const one of moved.values()) if (meet(one, box)) return undefined;
  return { moved, cost };

  function attempt(one: T, direction: Direction, by: number): boolean {
    const mark = undo.length;
    if (push(one, direction, by)) return true;
    while (undo.length > mark) {
      const [id, before] = undo.pop()!;
      cost += costOf(before) - costOf(moved.get(id));
      if (before) moved.set(id, before);
      else moved.delete(id);
    }
    return false;
  }

  function push(one: T, direction: Direction, by: number): boolean {
    if (one === stays || ++pushes > most) return false;
    const to = shifted(one, direction, by);
    if (squared(to, ground.origin(one)) > aside * aside + SAME || !isInside(to, ground.bounds)) return false;
    const before = moved.get(one.id);
    undo.push([one.id, before]);
    moved.set(one.id, to);
    cost += costOf(to) - costOf(before);
    if (cost >= dearest) return false;
    if (meet(to, box)) return false;
    const others = ground.inTheWay(to);
    if (!others) return false;
    for (const other of others) {
      if (other.id === one.id || moved.has(other.id)) continue;
      if (!push(other, direction, needed(to, other, direction))) return false;
    }
    for (const other of [...moved.values()]) {
      if (other.id === one.id || !meet(to, other)) continue;
      const now = moved.get(other.id)!;
      if (!meet(to, now)) continue;
      if (!push(now, direction, needed(to, now, direction))) return false;
    }
    return true;
  }

  function costOf(one: T | undefined): number {
    return one ? EACH + squared(one, ground.origin(one)) : 0;
  }

  function gap(a: Pushed, b: Pushed): number {
    return a.zone === b.zone ? 0 : ground.apart;
  }

  function meet(a: Pushed, b: Pushed): boolean {
    const apart = gap(a, b);
    return (
      a.x - apart < b.x + b.width - SAME &&
      b.x < a.x + a.width + apart - SAME &&
      a.y - apart < b.y + b.height - SAME &&
      b.y < a.y + a.height + apart - SAME
    );
  }

  /** How far one must go in a direction to be clear of another. */
  function needed(pusher: Pushed, one: Pushed, direction: Direction): number {
    const apart = gap(pusher, one);
    if (direction === 'up') return one.y + one.height + apart - pusher.y;
    if (direction === 'down') return pusher.y + pusher.height + apart - one.y;
    if (direction === 'left') return one.x + one.width + apart - pusher.x;
    return pusher.x + pusher.width + apart - one.x;
  }
}

function shifted<T extends Pushed>(one: T, direction: Direction, by: number): T {
  if (direction === 'up') return { ...one, y: one.y - by };
  if (direction === 'down') return { ...one, y: one.y + by };
  if (direction === 'left') return { ...one, x: one.x - by };
  return { ...one, x: one.x + by };
}

function isInside({ x, y, width, height }: Box, bounds: Box): boolean {
  return (
    x >= bounds.x - SAME &&
    y >= bounds.y - SAME &&
    x + width <= bounds.x + bounds.width + SAME &&
    y + height <= bounds.y + bounds.height + SAME
  );
}

function squared(a: Box, b: Box): number {
  return (a.x - b.x) ** 2 + (a.y - b.y) ** 2;
}
