/** A wall in the making at one scale: what stands on it, and how one more word comes to stand. */
import type { Box, Point } from './box.ts';
import { distanceBetween, middleOf } from './box.ts';
import { gradual } from './plan.ts';
import type { Plan, Sized } from './plan.ts';
import { Room, STEEPNESS } from './room.ts';
import type { Standing } from './room.ts';
import type { Shape } from './shapes.ts';
import { shove } from './shove.ts';
import type { Limits, Shoved } from './shove.ts';

/** A word with its padding. */
export interface Placed extends Standing {
  id: string;
  shape: Shape;
  /** Font size, px. */
  size: number;
}

/** Em of a single card's word: more space between words of two zones, where there are few words and where there are many. */
const APART = { few: { words: 40, em: 0.9 }, many: { words: 160, em: 0.1 } } as const;
/** Em of a single card's word: no farther apart stand words side by side. */
const BESIDE = 0.8;
/** Em of a single card's word: so near is a neighbour. */
const NEAR = 1.2;
/** Em: a shorter text reads best on one line, and is broken only where that brings it much nearer. */
const BREAK_FROM = 14;
/** Em nearer that a break must bring, per em and line. */
const RELUCTANCE = 0.2;
/** A zone that is no word's: the question's. */
const NO_ZONE = -1;
/** So many pushes are tried for a card that comes. */
const PUSHES = 24;
/** So many places are tried for a word that fits nowhere. */
const TRIES = 10;
/** Px that a neighbour goes aside: so that kin can stand together, and so that a word can stand at all. */
export const LITTLE = 20;
export const ASIDE = 60;

export class Sheet {
  readonly scale: number;
  readonly placed = new Map<string, Placed>();
  /** Where words stood at first that are to go no farther than aside, however often they are pushed. */
  readonly #stood = new Map<string, Placed>();
  /** How many words stand in each zone. */
  readonly #zones = new Map<number, number>();
  readonly #plan: Plan;
  readonly #room: Room;
  readonly #ground: Parameters<typeof shove<Placed>>[1];

  constructor(plan: Plan, scale: number) {
    this.scale = scale;
    this.#plan = plan;
    const apart = betweenZones(plan.words.length) * scale;
    this.#room = new Room(plan.bounds, apart);
    this.#ground = {
      bounds: plan.bounds,
      apart,
      origin: (one) => this.#stood.get(one.id) ?? this.placed.get(one.id)!,
      inTheWay: (box: Placed) => {
        const found = this.#room.inTheWay(box);
        return found.some(({ zone }) => zone === NO_ZONE) ? undefined : (found as Placed[]);
      }
    };
    for (const box of plan.cover) this.#room.add({ ...box, zone: NO_ZONE });
  }

  put(box: Placed): void {
    this.placed.set(box.id, box);
    this.#room.add(box);
    this.#zones.set(box.zone, (this.#zones.get(box.zone) ?? 0) + 1);
  }

  /** Notes where a word stood, whether it can stand there now or not. */
  stood(box: Placed): void {
    this.#stood.set(box.id, box);
  }

  take(box: Placed): void {
    this.placed.delete(box.id);
    this.#room.remove(box);
    this.#zones.set(box.zone, this.#zones.get(box.zone)! - 1);
  }

  isFree(box: Placed): boolean {
    return this.#room.isFree(box);
  }

  /** A word around a point, in one of its shapes. */
  boxAt(word: Sized, shape: Shape, { x, y }: Point, zone: number): Placed {
    const size = this.#plan.sizeOf(word, shape, this.scale);
    const { pad } = this.#plan;
    const [width, height] = [(shape.width + 2 * pad.x) * size, (shape.height + 2 * pad.y) * size];
    return { id: word.id, x: x - width / 2, y: y - height / 2, width, height, zone, shape, size };
  }

  /** The hole nearest to a point, within `most` px of it, in the shape that suits it best, or in `only` that. */
  fit(word: Sized, at: Point, zone: number, most = Infinity, only?: Shape): Placed | undefined {
    let best: Placed | undefined;
    let far = most;
    for (const shape of only ? [only] : this.#shapesOf(word)) {
      const box = this.boxAt(word, shape, at, zone);
      const reluctance = only ? 0 : this.#reluctance(box);
      const hole = this.#room.nearest({ width: box.width, height: box.height, at, zone }, far - reluctance);
      if (!hole) continue;
      far = hole.far + reluctance;
      best = { ...box, x: hole.x, y: hole.y };
    }
    return best;
  }

  /** The nearest kin that stands; kin in the same zone counts twice, and a group stays among itself. */
  kinOf({ id, group }: Sized, zone: number): Placed | undefined {
    let best: Placed | undefined;
    let most = 0;
    for (const [other, likeness] of this.#plan.kin.of(id)) {
      const box = this.placed.get(other);
      if (!box || (group !== undefined && box.zone !== zone)) continue;
      const worth = box.zone === zone ? likeness : likeness / 2;
      if (worth > most) [best, most] = [box, worth];
    }
    return best;
  }

  /** Are two words neighbours? */
  areBeside(one: Box, other: Box): boolean {
    return distanceBetween(one, other) <= BESIDE * this.scale;
  }

  /** Strayed from its zone: in that of its nearest neighbour. Only a word without a group, and one that nobody has seen yet. */
  amongNeighbours(box: Placed): Placed {
    // The first of a zone is where the zone begins.
    if (this.#plan.word(box.id).group !== undefined || !this.#zones.get(box.zone)) return box;
    const near = NEAR * this.scale;
    const about = {
      x: box.x - near,
      y: box.y - near,
      width: box.width + 2 * near,
      height: box.height + 2 * near
    };
    let nearest: Standing | undefined;
    let least = Infinity;
    for (const one of this.#room.inTheWay({ ...about, zone: box.zone })) {
      if (one.zone === box.zone) return box;
      const far = distanceBetween(one, box);
      if (one.zone !== NO_ZONE && far < least) [nearest, least] = [one, far];
    }
    return nearest ? { ...box, zone: nearest.zone } : box;
  }

  /** How many kin stand beside a word, if it stood there; of those that count. */
  kinBeside(id: string, box: Box, counts: (kin: Placed) => boolean = () => true): number {
    let count = 0;
    for (const other of this.#plan.kin.of(id).keys()) {
      const its = this.placed.get(other);
      if (its && this.areBeside(box, its) && counts(its)) count++;
    }
    return count;
  }

  /** A place right beside near kin, where the neighbours go hardly aside for it. */
  besideKin(word: Sized, zone: number, shapes = this.#shapesOf(word)): Placed | undefined {
    const kin = [...this.#plan.kin.of(word.id)].flatMap(([id, likeness]) => {
      const box = this.placed.get(id);
      return box && box.zone === zone ? [{ box, likeness }] : [];
    });
    kin.sort((a, b) => b.likeness - a.likeness || (a.box.id < b.box.id ? -1 : 1));
    for (const { box: one } of kin.slice(0, 3)) {
      const boxes = shapes.map((shape) => this.boxAt(word, shape, middleOf(one), zone));
      const only = shapes.length === 1 ? shapes[0] : undefined;
      const hole = this.fit(word, middleOf(one), zone, this.#reach(one, boxes), only);
      if (hole && this.areBeside(hole, one)) return hole;
      const there = this.pushIn(boxes, one, LITTLE);
      if (there) return there;
    }
    return undefined;
  }

  /** How far a hole can be, as the room counts it, that is still beside. */
  #reach(one: Box, boxes: readonly Placed[]): number {
    const beside = BESIDE * this.scale;
    const far = ({ width, height }: Box) =>
      Math.sqrt(
        ((one.width + width) / 2 + beside) ** 2 + (STEEPNESS * ((one.height + height) / 2 + beside)) ** 2
      );
    return Math.max(...boxes.map(far)) + Math.max(...boxes.map((box) => this.#reluctance(box)));
  }

  /** A place at the side of `one` for one of the boxes, where its neighbours go the least aside. */
  pushIn(boxes: readonly Placed[], one: Placed, aside: number): Placed | undefined {
    const places = boxes.flatMap((box) => placesAround(one, box).map((at) => this.inside({ ...box, ...at })));
    return this.#cheapest(places, { aside, pushes: PUSHES, stays: one });
  }

  /** The first place at the side of `one` that suits, where few neighbours go aside for it: for when many are to be looked at. */
  slipIn(
    box: Placed,
    one: Placed,
    limits: { aside: number; pushes: number },
    suits: (there: Placed) => boolean
  ): Placed | undefined {
    for (const at of placesAround(one, box)) {
      const there = this.inside({ ...box, ...at });
      if (suits(there) && this.#cheapest([there], { ...limits, stays: one })) return there;
    }
    return undefined;
  }

  /** A place that suits beside one of those of its zone who stand nearest to a point, where neighbours go aside for it. */
  slipAmong(box: Placed, at: Point, suits: (there: Placed) => boolean): Placed | undefined {
    const near = [...this.placed.values()]
      .filter(({ zone }) => zone === box.zone)
      .map((one) => ({ one, far: squared(middleOf(one), at) }))
      .sort((a, b) => a.far - b.far || (a.one.id < b.one.id ? -1 : 1))
      .slice(0, TRIES);
    for (const { one } of near) {
      const there = this.slipIn(box, one, { aside: ASIDE, pushes: PUSHES / 2 }, suits);
      if (there) return there;
    }
    return undefined;
  }

  /** The shapes with fewer lines than that which a phrase could have, fewest first; one that is long may be broken. */
  straighter(word: Sized, { lines: { length } }: Shape): readonly Shape[] {
    if (word.shapes[0]!.width > BREAK_FROM) return [];
    return this.#shapesOf(word).filter(({ lines }) => lines.length < length);
  }

  /** A phrase on one line, if it could be broken and is not so long that it may be. */
  unbroken(word: Sized): Shape | undefined {
    const [whole, broken] = word.shapes;
    return broken && this.straighter(word, broken).find((shape) => shape === whole);
  }

  /** A place for a word that fits in no hole: where those who stand can go aside. */
  squeezeIn(word: Sized, at: Point, zone: number): Placed | undefined {
    const near = [...this.placed.values()]
      .map((one) => ({ one, far: squared(middleOf(one), at) }))
      .sort((a, b) => a.far - b.far || (a.one.id < b.one.id ? -1 : 1))
      .slice(0, TRIES)
      .flatMap(({ one }) =>
        this.#shapesOf(word).map((shape) => this.inside(this.boxAt(word, shape, middleOf(one), zone)))
      );
    return this.#cheapest(near, { aside: ASIDE, pushes: PUSHES });
  }

  /** Which of these places for a word costs its neighbours and itself least; all go aside by so many px at most. */
  makeRoom(places: readonly Placed[], aside: number): Placed | undefined {
    return this.#cheapest(places, { aside, pushes: PUSHES });
  }

  /** The box that the fewest go aside for, and lets them. */
  #cheapest(boxes: readonly Placed[], limits: Omit<Limits<Placed>, 'cost'>): Placed | undefined {
    let best: Placed | undefined;
    let least: Shoved<Placed> | undefined;
    let lowest = Infinity;
    for (const box of boxes) {
      const stood = this.#stood.get(box.id);
      const own = (stood ? squared(box, stood) : 0) + this.#reluctance(box) ** 2 / 4;
      if (own >= lowest) continue;
      const shoved = shove(box, this.#ground, { ...limits, cost: lowest - own });
      const cost = (shoved?.cost ?? 0) + own;
      if (shoved && cost < lowest) [best, least, lowest] = [box, shoved, cost];
      if (lowest === 0) break;
    }
    for (const id of least?.moved.keys() ?? []) this.take(this.placed.get(id)!);
    for (const one of least?.moved.values() ?? []) this.put(one);
    return best;
  }

  /** How much nearer than another, px, a place must be for a word to be broken as it is there. */
  #reluctance({ id, shape, size }: Placed): number {
    const breaks = shape.lines.length - 1;
    if (breaks === 0) return 0;
    return RELUCTANCE * breaks * Math.max(0, BREAK_FROM - this.#plan.word(id).shapes[0]!.width) * size;
  }

  inside(box: Placed): Placed {
    const { x, y, width, height } = this.#plan.bounds;
    return {
      ...box,
      x: Math.max(Math.min(box.x, x + width - box.width), x),
      y: Math.max(Math.min(box.y, y + height - box.height), y)
    };
  }

  /** But for the narrowest, none that is wider than a word may be. */
  #shapesOf(word: Sized): readonly Shape[] {
    const size = this.scale * word.weight;
    const fitting = word.shapes.filter(({ width }) => !this.#plan.isTooWide(width * size));
    if (fitting.length > 0) return fitting;
    return [word.shapes.reduce((best, shape) => (shape.width < best.width ? shape : best))];
  }
}

function betweenZones(words: number): number {
  const { few, many } = APART;
  return gradual(words, few.words, few.em, many.words, many.em);
}

/** Left upper corners of a box that stands close to another: at its sides, above and below. */
function placesAround(one: Box, { width, height }: Box): Point[] {
  const right = one.x + one.width;
  const under = one.y + one.height;
  const middleX = one.x + (one.width - width) / 2;
  const middleY = one.y + (one.height - height) / 2;
  return [
    { x: middleX, y: under },
    { x: middleX, y: one.y - height },
    { x: right, y: middleY },
    { x: one.x - width, y: middleY },
    { x: one.x, y: under },
    { x: right - width, y: under },
    { x: one.x, y: one.y - height },
    { x: right - width, y: one.y - height }
  ];
}

function squared(a: Point, b: Point): number {
  return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
}
