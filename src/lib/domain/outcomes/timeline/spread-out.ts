/**
 * Labels beside an axis: each as near as can be to where it belongs, none over another, in their order. The least sum of squared
 * distances, by pooling neighbours that push each other (pool adjacent violators, Ayer et al. 1955).
 */

/** A label that would like its middle at `at`, and takes so much room. */
export interface Wish {
  at: number;
  height: number;
}

/** The middles, in the order of the wishes, which must be that of `at`. All of it stays within `from` and `to` where that has room. */
export function spreadOut(wishes: readonly Wish[], from: number, to: number): number[] {
  // With the room of those before it taken off, a label must only not come before its neighbour.
  const before: number[] = [];
  let taken = 0;
  for (const { height } of wishes) {
    before.push(taken + height / 2);
    taken += height;
  }
  const last = Math.max(from, to - taken);
  const blocks: { sum: number; count: number }[] = [];
  wishes.forEach(({ at }, index) => {
    let block = { sum: at - before[index]!, count: 1 };
    for (let above = blocks.at(-1); above && middle(above) > middle(block); above = blocks.at(-1)) {
      blocks.pop();
      block = { sum: above.sum + block.sum, count: above.count + block.count };
    }
    blocks.push(block);
  });
  const starts = blocks.flatMap((block) => Array<number>(block.count).fill(middle(block)));
  return starts.map((start, index) => Math.min(Math.max(start, from), last) + before[index]!);
}

function middle({ sum, count }: { sum: number; count: number }): number {
  return sum / count;
}
