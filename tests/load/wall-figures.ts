/** What a layout is worth, in figures. Boxes are those of the letters, without the space around them. */
import { distanceBetween, middleOf } from '../../src/lib/domain/wall/layout/box.ts';
import type { Box } from '../../src/lib/domain/wall/layout/box.ts';
import type { Link } from '../../src/lib/domain/wall/layout/kin.ts';
import { Plan } from '../../src/lib/domain/wall/layout/plan.ts';
import { smallestOf, utilisationOf } from '../../src/lib/domain/wall/layout/report.ts';
import { Sheet } from '../../src/lib/domain/wall/layout/sheet.ts';
import type { WallInput, WallLayout, WallWord } from '../../src/lib/domain/wall/layout/wall-layout.ts';

const COLUMNS = 8;
const ROWS = 6;
/** Of the wall's height: a word is read from the back. */
const READABLE = 0.02;
/** Em of a phrase on one line: what is longer is broken for a reason. */
const SHORT = 14;
/** Em of a single card's word: so near a phrase could stand on one line. */
const ROOM_BESIDE = 3;

export interface Worth {
  /** Letters' boxes over the area less the question's ellipse. */
  utilisation: number;
  /** Share of linked pairs no farther apart, edge to edge, than an em of the larger. */
  adjacent: number;
  /** Font size of the smallest word, px. */
  smallest: number;
  /** 1: each of 8 x 6 fields holds as much ink as the next; 1 less the mean deviation over the mean, halved. */
  evenness: number;
  /** Share of cards whose word is at least 2 % of the wall's height. */
  readable: number;
}

export function worthOf(layout: WallLayout, given: readonly WallWord[], links: readonly Link[]): Worth {
  const { words, area } = layout;
  const byId = new Map(words.map((word) => [word.id, word]));
  const near = links.filter(({ a, b }) => {
    const [one, other] = [byId.get(a)!, byId.get(b)!];
    return distanceBetween(one, other) <= Math.max(one.size, other.size);
  });
  const cards = given.reduce((sum, { count }) => sum + count, 0);
  const read = given.filter(({ id }) => byId.get(id)!.size >= READABLE * area.height);
  return {
    utilisation: utilisationOf(layout),
    adjacent: links.length === 0 ? 1 : near.length / links.length,
    smallest: smallestOf(layout),
    evenness: evennessOf(layout),
    readable: read.reduce((sum, { count }) => sum + count, 0) / cards
  };
}

function evennessOf({ words, area, centre }: WallLayout): number {
  const [wide, high] = [area.width / COLUMNS, area.height / ROWS];
  const ink: number[] = [];
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const field = { x: column * wide, y: row * high, width: wide, height: high };
      const ellipse = centre && {
        x: centre.x - centre.rx,
        y: centre.y - centre.ry,
        width: 2 * centre.rx,
        height: 2 * centre.ry
      };
      const free = wide * high - (ellipse ? shared(field, ellipse) : 0);
      // What lies under the question's ellipse almost wholly has no room for words.
      if (free < (wide * high) / 4) continue;
      ink.push(words.reduce((sum, word) => sum + shared(field, word), 0) / free);
    }
  }
  const mean = meanOf(ink);
  return mean === 0 ? 0 : 1 - meanOf(ink.map((one) => Math.abs(one - mean))) / mean / 2;
}

function shared(a: Box, b: Box): number {
  const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const high = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, wide) * Math.max(0, high);
}

/** Share of words that stand nearer to the middle of another zone's ink than to that of their own. */
export function straysOf({ words }: WallLayout): number {
  const zones = new Map<number, { x: number; y: number; ink: number }>();
  for (const word of words) {
    const [{ x, y }, ink] = [middleOf(word), word.width * word.height];
    const sum = zones.get(word.zone) ?? { x: 0, y: 0, ink: 0 };
    zones.set(word.zone, { x: sum.x + x * ink, y: sum.y + y * ink, ink: sum.ink + ink });
  }
  const strays = words.filter((word) => {
    const { x, y } = middleOf(word);
    const far = ([, sum]: [number, { x: number; y: number; ink: number }]) =>
      Math.hypot(sum.x / sum.ink - x, sum.y / sum.ink - y);
    const all = [...zones];
    const own = far(all.find(([zone]) => zone === word.zone)!);
    return all.some((zone) => zone[0] !== word.zone && far(zone) < own);
  });
  return words.length === 0 ? 0 : strays.length / words.length;
}

/** Share of phrases of a line's length that are broken: any, and where one line would have fitted as they stand or beside. */
export function breaksOf(input: Omit<WallInput, 'mode'>, layout: WallLayout) {
  const plan = new Plan({ ...input, previous: layout, mode: 'update' });
  const sheet = new Sheet(plan, layout.scale);
  const phrases = layout.words.flatMap((set) => {
    const word = plan.word(set.id);
    const shape = word.shapes.find(({ lines }) => lines.length === set.lines.length) ?? word.shapes[0]!;
    const box = sheet.boxAt(word, shape, middleOf(set), set.zone);
    sheet.put(box);
    const whole = word.shapes[0]!;
    const breaks = word.shapes.length > 1 && whole.lines.length === 1 && whole.width <= SHORT;
    return breaks ? [{ word, box }] : [];
  });
  const broken = phrases.filter(({ box }) => box.shape.lines.length > 1);
  const needless = broken.filter(({ word, box }) => {
    const [whole] = word.shapes;
    if (plan.isTooWide(whole!.width * word.weight * layout.scale)) return false;
    sheet.take(box);
    const hole = sheet.fit(word, middleOf(box), box.zone, ROOM_BESIDE * layout.scale, whole);
    sheet.put(box);
    return hole !== undefined;
  });
  const share = (some: readonly unknown[]) => (phrases.length === 0 ? 0 : some.length / phrases.length);
  return { broken: share(broken), needless: share(needless) };
}

/** How far each word of both walls moved, px. */
export function movesBetween(before: WallLayout, after: WallLayout): number[] {
  const old = new Map(before.words.map((word) => [word.id, middleOf(word)]));
  return after.words.flatMap((word) => {
    const was = old.get(word.id);
    if (!was) return [];
    const is = middleOf(word);
    return [Math.hypot(was.x - is.x, was.y - is.y)];
  });
}

export const FAR = 20;

/** Share of moves longer than 20 px. */
export function farShare(moves: readonly number[]): number {
  return moves.length === 0 ? 0 : moves.filter((move) => move > FAR).length / moves.length;
}

export function meanOf(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** Milliseconds on the clock, and of the processor: others use the machine too. */
export interface Time {
  ms: number;
  cpuMs: number;
}

export function timed<T>(work: () => T): { time: Time; result: T } {
  const cpu = process.cpuUsage();
  const began = performance.now();
  const result = work();
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  return { time: { ms, cpuMs: (user + system) / 1_000 }, result };
}
