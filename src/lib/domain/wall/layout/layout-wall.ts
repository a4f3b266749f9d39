/**
 * The words of a wall around its question: pure, without clock or chance, the same on every machine. No word is dropped, none
 * overlaps another, none leaves the area.
 *
 * - `fresh`: all words are set anew, the largest first, each beside its kin or in the middle of its zone; then kin that stand apart
 *   come together where that pushes their neighbours only a little.
 * - `update`: everybody stays. A word that grew goes a little aside, or its neighbours do; a new one takes the nearest hole beside
 *   its kin. Where that cannot be, all are set smaller in place, and `full` says that the wall should settle soon.
 * - `settle`: all words move a little, in order, so that there is room again, kin stand together, whoever strayed is home
 *   in its zone, and phrases that were broken stand on one line.
 */
import { middleOf } from './box.ts';
import type { Box, Point } from './box.ts';
import { bringHome, inkMiddles } from './home.ts';
import { largestThatFits } from './largest.ts';
import { Plan, largestFirst, roomOf } from './plan.ts';
import type { Sized } from './plan.ts';
import { sectorsOf } from './sectors.ts';
import type { Shape } from './shapes.ts';
import { ASIDE, LITTLE, Sheet } from './sheet.ts';
import type { Placed } from './sheet.ts';
import { straighten } from './straighten.ts';
import type { SetWord, WallInput, WallLayout } from './wall-layout.ts';
import { zonesAfter } from './zones-after.ts';
import type { Zones } from './zones-after.ts';
import { zonesOf } from './zones.ts';

export type { SetWord, WallInput, WallLayout, WallWord } from './wall-layout.ts';

const FEW = 12;
/** So many pushes are tried to bring two words together: fewer where somebody waits. */
const GATHER = { fresh: 4, settle: 12 } as const;
/** When all move anyway, they are gathered, brought home and straightened so many times: each undoes a little of the others. */
const MEND = 2;
/** All are set so much smaller, again and again, until all fit. */
const SHRINK = 0.985;
/** After settling: room for the next cards, or the first of them would make it settle again. */
const SPARE = 0.96;
/** Em of a single card's word: so far off a phrase may come to stand, if it is on one line there. */
const UNBROKEN = 6;
/** How far a word is drawn from where it stood to its kin when the wall settles. */
const PULL = 0.25;

export function layoutWall(input: WallInput): WallLayout {
  const plan = new Plan(input);
  const { previous, mode } = input;
  if (mode === 'fresh' || !previous || !goesOn(plan, previous)) return fresh(plan);
  return mode === 'settle' ? settled(plan, previous) : updated(plan, previous);
}

/** Whether a layout can be kept: on another area, in another face or around another question all would stand wrong. */
function goesOn({ area, face, centre }: Plan, previous: WallLayout): boolean {
  return (
    previous.words.length > 0 &&
    previous.face === face &&
    previous.area.width === area.width &&
    previous.area.height === area.height &&
    // Made of the text in the same way each time.
    JSON.stringify(previous.centre) === JSON.stringify(centre)
  );
}

function fresh(plan: Plan): WallLayout {
  const zones = zonesOf(
    plan.words.map((word) => ({ id: word.id, group: word.group, area: roomOf(word) })),
    plan.kin
  );
  const zoneOf = new Map(zones.flatMap((ids, zone) => ids.map((id): [string, number] => [id, zone])));
  const rooms = zones.map((ids) => ids.reduce((sum, id) => sum + roomOf(plan.word(id)), 0));
  // Few words stand all around, however large they are.
  const alike = plan.words.length <= FEW ? rooms.reduce((sum, room) => sum + room, 0) : 0;
  const shares = rooms.map((room) => room + alike);
  const middles = sectorsOf(plan.bounds, shares);
  const order = inOrder(plan, zoneOf);
  const sheet = largestThatFits(plan.largestScale, plan.guess(), (scale) => {
    const sheet = new Sheet(plan, scale);
    for (const word of order) {
      const own = zoneOf.get(word.id)!;
      // Who comes to stand beside kin of another zone belongs there, or the zones' inks would be mixed.
      const kin = sheet.kinOf(word, own);
      const zone = kin?.zone ?? own;
      const box = sheet.fit(word, kin ? middleOf(kin) : middles[zone]!, zone);
      if (!box) return undefined;
      sheet.put(sheet.amongNeighbours(box));
    }
    return sheet;
  });
  gather(plan, sheet, true, GATHER.fresh);
  straighten(plan, sheet, LITTLE);
  return laid(plan, sheet, middles, false);
}

function settled(plan: Plan, previous: WallLayout): WallLayout {
  const before = new Map(previous.words.map((word) => [word.id, middleOf(word)]));
  const { zoneOf, middles } = zonesAfter(plan, previous);
  const inks = inkMiddles(previous.words);
  const order = inOrder(plan, zoneOf);
  const attempt = (scale: number) => {
    const sheet = new Sheet(plan, scale);
    for (const word of order) {
      const zone = zoneOf.get(word.id)!;
      const kin = sheet.kinOf(word, zone);
      const home = kin ? middleOf(kin) : (inks.get(zone) ?? middles[zone]!);
      const old = before.get(word.id);
      const box = sheet.fit(word, old ? between(old, home, PULL) : home, zone);
      if (!box) return undefined;
      sheet.put(box);
    }
    return sheet;
  };
  const tight = largestThatFits(plan.largestScale, plan.guess(), attempt);
  const loose = tight.scale < plan.largestScale ? attempt(tight.scale * SPARE) : undefined;
  const sheet = loose ?? tight;
  bringHome(plan, sheet, false);
  for (let times = 0; times < MEND; times++) {
    gather(plan, sheet, false, GATHER.settle);
    bringHome(plan, sheet, true);
    straighten(plan, sheet, ASIDE);
  }
  return laid(plan, sheet, middles, false);
}

function updated(plan: Plan, previous: WallLayout): WallLayout {
  const zones = zonesAfter(plan, previous);
  let [scale, full] = [previous.scale, previous.full];
  for (let stride = 1; ; stride++) {
    const sheet = updatedAt(plan, previous, zones, scale);
    if (sheet) return laid(plan, sheet, zones.middles, full, previous);
    // What does not fit a little smaller is tried a good deal smaller: somebody waits.
    for (let step = 0; step < stride; step++) scale *= SHRINK;
    full = true;
  }
}

/** Undefined where not all find room at that scale. */
function updatedAt(
  plan: Plan,
  previous: WallLayout,
  { zoneOf, middles }: Zones,
  scale: number
): Sheet | undefined {
  const sheet = new Sheet(plan, scale);
  const before = new Map(previous.words.map((word) => [word.id, word]));
  const grown: { word: Sized; box: Placed }[] = [];
  const arrived: Sized[] = [];
  for (const word of plan.words) {
    const old = before.get(word.id);
    if (!old) {
      arrived.push(word);
      continue;
    }
    const shape = word.shapes.find(({ lines }) => lines.length === old.lines.length) ?? word.shapes[0]!;
    const box = sheet.boxAt(word, shape, middleAfter(old, shape, plan.sizeOf(word, shape, scale)), old.zone);
    sheet.stood(box);
    // What did not grow is in nobody's way.
    if (isWithin(inkOf(box, plan.pad), old)) sheet.put(box);
    else grown.push({ word, box });
  }
  for (const { word, box } of grown.sort((a, b) => largestFirst(a.word, b.word))) {
    const there = grownAt(sheet, word, box);
    if (!there) return undefined;
    sheet.put(there);
  }
  for (const word of arrived.sort(largestFirst)) {
    const zone = zoneOf.get(word.id)!;
    const kin = sheet.kinOf(word, zone);
    const at = kin ? middleOf(kin) : middles[zone]!;
    const there =
      unbrokenAt(sheet, word, at, zone) ??
      sheet.besideKin(word, zone) ??
      sheet.fit(word, at, zone) ??
      sheet.squeezeIn(word, at, zone);
    if (!there) return undefined;
    // With kin in its zone it finds back to them when the wall settles.
    sheet.put(kin?.zone === zone ? there : sheet.amongNeighbours(there));
  }
  return sheet;
}

/** Where a phrase that is short enough for one line finds room on one, beside its kin or not far from them. */
function unbrokenAt(sheet: Sheet, word: Sized, at: Point, zone: number): Placed | undefined {
  const whole = sheet.unbroken(word);
  if (!whole) return undefined;
  return sheet.besideKin(word, zone, [whole]) ?? sheet.fit(word, at, zone, UNBROKEN * sheet.scale, whole);
}

/** Where a word's box has its middle so that its letters stay where they were, whatever count comes behind them. */
function middleAfter(old: SetWord, { lines, letters, width }: Shape, size: number): Point {
  // Other words than before were as wide as nobody knows.
  if (lines.some(({ text }, at) => text !== old.lines[at]?.text)) return middleOf(old);
  const was = old.x + (letters * old.size) / 2;
  return { x: was + ((width - letters) * size) / 2, y: old.y + old.height / 2 };
}

function isWithin(a: Box, b: Box): boolean {
  const EDGE = 0.001;
  return (
    a.x >= b.x - EDGE &&
    a.y >= b.y - EDGE &&
    a.x + a.width <= b.x + b.width + EDGE &&
    a.y + a.height <= b.y + b.height + EDGE
  );
}

/** Where it was; else it goes aside, or its neighbours do, a little before much. */
function grownAt(sheet: Sheet, word: Sized, box: Placed): Placed | undefined {
  if (sheet.isFree(box)) return box;
  for (const aside of [LITTLE, ASIDE]) {
    const there = sheet.fit(word, middleOf(box), box.zone, aside / 2, box.shape);
    if (there) return there;
    const about = ABOUT.map(([x, y]) => ({ ...box, x: box.x + x * aside, y: box.y + y * aside }));
    const pushed = sheet.makeRoom(
      about.map((one) => sheet.inside(one)),
      aside
    );
    if (pushed) return pushed;
  }
  return sheet.fit(word, middleOf(box), box.zone, ASIDE, box.shape);
}

/** Of how far it may go, where a word that grew is tried with its neighbours going aside as well. */
const ABOUT: readonly (readonly [number, number])[] = [0, 0.3, 0.65].flatMap((off) =>
  off === 0
    ? [[0, 0] as const]
    : [-1, 0, 1].flatMap((x) => [-1, 0, 1].flatMap((y) => (x || y ? [[x * off, y * off] as const] : [])))
);

/** Moves words beside their nearest kin where the neighbours go little aside, and more kin stand together then. */
function gather(plan: Plan, sheet: Sheet, mayLeaveZone: boolean, pushes: number): void {
  for (const { a, b } of plan.kin.strongestFirst) {
    if (sheet.areBeside(sheet.placed.get(a)!, sheet.placed.get(b)!)) continue;
    // A word that brings a group along stays in its zone, and any whose ink has been seen.
    const mayMove = (id: string, other: string) =>
      (mayLeaveZone && plan.word(id).group === undefined) ||
      sheet.placed.get(id)!.zone === sheet.placed.get(other)!.zone;
    if (mayMove(a, b) && moveBeside(plan, sheet, a, b, pushes)) continue;
    if (mayMove(b, a)) moveBeside(plan, sheet, b, a, pushes);
  }
}

function moveBeside(plan: Plan, sheet: Sheet, id: string, other: string, pushes: number): boolean {
  const [mine, its] = [sheet.placed.get(id)!, sheet.placed.get(other)!];
  const before = sheet.kinBeside(id, mine);
  // A group stays together, whoever else its words are kin to.
  const zone = plan.word(id).group === undefined ? its.zone : mine.zone;
  sheet.take(mine);
  const limits = { aside: ASIDE, pushes };
  const there = sheet.slipIn({ ...mine, zone }, its, limits, (place) => sheet.kinBeside(id, place) > before);
  sheet.put(there ?? mine);
  return there !== undefined;
}

/** The largest first, then always who has the nearest kin among those before it in its zone. */
function inOrder(plan: Plan, zoneOf: ReadonlyMap<string, number>): Sized[] {
  const order: Sized[] = [];
  const left = new Set(plan.words);
  const drawn = new Map<Sized, number>();
  while (left.size > 0) {
    let next: Sized | undefined;
    let most = -Infinity;
    for (const word of left) {
      const worth = word.weight * 4 + (drawn.get(word) ?? 0);
      if (worth > most) [next, most] = [word, worth];
    }
    left.delete(next!);
    order.push(next!);
    for (const [id, likeness] of plan.kin.of(next!.id)) {
      if (zoneOf.get(id) !== zoneOf.get(next!.id)) continue;
      const word = plan.word(id);
      drawn.set(word, Math.max(drawn.get(word) ?? 0, likeness));
    }
  }
  return order;
}

function laid(
  plan: Plan,
  sheet: Sheet,
  zones: readonly Point[],
  full: boolean,
  previous?: WallLayout
): WallLayout {
  const { area, face, centre, most } = plan;
  const before = new Map(previous?.words.map((word) => [word.id, word]));
  return {
    face,
    area,
    ...(centre ? { centre } : {}),
    scale: sheet.scale,
    most,
    zones,
    words: plan.words.map(({ id }) => {
      const word = setWord(sheet.placed.get(id)!, plan.pad);
      const old = before.get(id);
      return old && isAsBefore(old, word) ? old : word;
    }),
    full
  };
}

function setWord(box: Placed, pad: Plan['pad']): SetWord {
  const { id, zone, size, shape } = box;
  const ink = inkOf(box, pad);
  const middle = ink.x + (shape.letters * size) / 2;
  const lineAt = (at: number) => ink.y + (shape.top + shape.leading * at) * size;
  const { count } = shape;
  return {
    id,
    zone,
    size,
    ...ink,
    lines: shape.lines.map(({ text, width }, at) => ({
      text,
      x: middle - (width * size) / 2,
      y: lineAt(at)
    })),
    ...(count && {
      count: {
        text: count.text,
        x: ink.x + count.x * size,
        y: lineAt(shape.lines.length - 1),
        size: count.size * size
      }
    })
  };
}

/** Sums of decimals are not exact: what differs by less than anybody could measure is the same. */
function isAsBefore(old: SetWord, now: SetWord): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) < 1e-6;
  return (
    old.zone === now.zone &&
    near(old.size, now.size) &&
    near(old.x, now.x) &&
    near(old.y, now.y) &&
    near(old.width, now.width) &&
    near(old.height, now.height) &&
    old.lines.length === now.lines.length &&
    old.lines.every(({ text }, at) => text === now.lines[at]!.text)
  );
}

function inkOf({ x, y, width, height, size }: Placed, pad: Plan['pad']): Box {
  return {
    x: x + pad.x * size,
    y: y + pad.y * size,
    width: width - 2 * pad.x * size,
    height: height - 2 * pad.y * size
  };
}

function between(a: Point, b: Point, part: number): Point {
  return { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part };
}
