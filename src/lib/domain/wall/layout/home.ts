/** Strays: words that stand nearer to the middle of another zone's ink than to that of their own; and how they come home. */
import { middleOf } from './box.ts';
import type { Box, Point } from './box.ts';
import { largestFirst } from './plan.ts';
import type { Plan } from './plan.ts';
import type { Sheet } from './sheet.ts';

/**
 * Each stray goes beside its kin or into the middle of its zone, if need be with neighbours going aside, as long as it is nearer to
 * its own zone than to any other there. None goes where fewer kin stand beside it; kin that are astray themselves count only where
 * they may `hold` each other.
 */
export function bringHome(plan: Plan, sheet: Sheet, hold: boolean): void {
  const middles = inkMiddles(sheet.placed.values());
  const isAstray = (box: Box, zone: number) => {
    const at = middleOf(box);
    const own = squared(at, middles.get(zone)!);
    return [...middles.values()].some((middle) => squared(at, middle) < own);
  };
  for (const word of [...plan.words].sort(largestFirst)) {
    const mine = sheet.placed.get(word.id)!;
    const { zone } = mine;
    if (!isAstray(mine, zone)) continue;
    sheet.take(mine);
    const kinBeside = (place: Box) =>
      sheet.kinBeside(word.id, place, (one) => hold || !isAstray(one, one.zone));
    const beside = kinBeside(mine);
    const suits = (place: Box) => !isAstray(place, zone) && kinBeside(place) >= beside;
    const kin = sheet.kinOf(word, zone);
    const home = kin?.zone === zone && !isAstray(kin, zone) ? middleOf(kin) : middles.get(zone)!;
    const hole = sheet.fit(word, home, zone);
    sheet.put(hole && suits(hole) ? hole : (sheet.slipAmong(mine, home, suits) ?? mine));
  }
}

/** The middle of what stands in each zone. */
export function inkMiddles(words: Iterable<Box & { zone: number }>): ReadonlyMap<number, Point> {
  const sums = new Map<number, { x: number; y: number; ink: number }>();
  for (const word of words) {
    const [ink, { x, y }] = [word.width * word.height, middleOf(word)];
    const sum = sums.get(word.zone) ?? { x: 0, y: 0, ink: 0 };
    sums.set(word.zone, { x: sum.x + x * ink, y: sum.y + y * ink, ink: sum.ink + ink });
  }
  return new Map([...sums].map(([zone, { x, y, ink }]) => [zone, { x: x / ink, y: y / ink }]));
}

function squared(a: Point, b: Point): number {
  return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
}
