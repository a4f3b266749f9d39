/** Phrases that were broken, set on fewer lines. */
import { middleOf } from './box.ts';
import { largestFirst } from './plan.ts';
import type { Plan, Sized } from './plan.ts';
import type { Placed, Sheet } from './sheet.ts';

/** Em of a single card's word: so far a phrase goes for it. */
const MOST = 3;

/** A phrase takes fewer lines where there is room beside, or where neighbours go aside for it by so many px at most. */
export function straighten(plan: Plan, sheet: Sheet, aside: number): void {
  for (const word of [...plan.words].sort(largestFirst)) {
    const mine = sheet.placed.get(word.id)!;
    if (mine.shape.lines.length === 1) continue;
    sheet.take(mine);
    sheet.put(straightened(sheet, word, mine, aside) ?? mine);
  }
}

function straightened(sheet: Sheet, word: Sized, mine: Placed, aside: number): Placed | undefined {
  const at = middleOf(mine);
  for (const shape of sheet.straighter(word, mine.shape)) {
    const hole = sheet.fit(word, at, mine.zone, MOST * sheet.scale, shape);
    if (hole) return hole;
    const box = sheet.inside(sheet.boxAt(word, shape, at, mine.zone));
    const there = sheet.makeRoom([box], aside);
    if (there) return there;
  }
  return undefined;
}
