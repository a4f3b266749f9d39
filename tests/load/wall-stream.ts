/** A wall that grows card by card, settling as a meeting's does: how much it moves, and what it is worth in the end. */
import { layoutWall } from '../../src/lib/domain/wall/layout/layout-wall.ts';
import { faultsOf } from '../../src/lib/domain/wall/layout/report.ts';
import type { Faults } from '../../src/lib/domain/wall/layout/report.ts';
import { settlesIn } from '../../src/lib/domain/wall/settle-rule.ts';
import type { WallLayout } from '../../src/lib/domain/wall/layout/wall-layout.ts';
import { percentile } from './burst.ts';
import { breaksOf, farShare, meanOf, movesBetween, straysOf, timed, worthOf } from './wall-figures.ts';
import type { Worth } from './wall-figures.ts';
import { Growing, streamOf } from './wall-words.ts';

export interface Played {
  cards: number;
  words: number;
  /** Over all steps. */
  faults: Faults;
  /** Px, per event that does not settle: mean and 95th percentile over the words, then the mean over the events. */
  move: number;
  moveP95: number;
  /** Share of words moved more than 20 px by such an event. */
  far: number;
  settles: number;
  /** Mean move of each settling, px. */
  settleMoves: number[];
  /** After each settling: shares of words, and of phrases of a line's length. */
  strays: number[];
  broken: number[];
  needless: number[];
  /** Of the processor, milliseconds. */
  updateMs: number[];
  settleMs: number[];
  end: Worth;
}

export function play(words: number, seed: number): Played {
  const { arrivals, priors } = streamOf(words, seed);
  const growing = new Growing(priors);
  const faults: Faults = { dropped: 0, overlaps: 0, outOfBounds: 0 };
  const events = { move: [] as number[], p95: [] as number[], far: [] as number[] };
  const [settleMoves, updateMs, settleMs]: [number[], number[], number[]] = [[], [], []];
  const [strays, broken, needless]: [number[], number[], number[]] = [[], [], []];
  let layout: WallLayout | undefined;
  let since = 0;
  for (const arrival of arrivals) {
    growing.take(arrival);
    since++;
    const input = growing.input();
    const before = layout;
    const { result, time } = timed(() =>
      layoutWall({ ...input, previous: before, mode: before ? 'update' : 'fresh' })
    );
    layout = result;
    updateMs.push(time.cpuMs);
    // Cards come slowly enough here for the clock never to matter.
    const { full } = layout;
    const settles = settlesIn({ full, cards: since, milliseconds: Infinity, closed: false }) === 0;
    if (settles) {
      since = 0;
      const settled = timed(() => layoutWall({ ...input, previous: result, mode: 'settle' }));
      layout = settled.result;
      settleMs.push(settled.time.cpuMs);
      const breaks = breaksOf(input, layout);
      strays.push(straysOf(layout));
      broken.push(breaks.broken);
      needless.push(breaks.needless);
    }
    const now = faultsOf(layout, input.words);
    faults.dropped += now.dropped;
    faults.overlaps += now.overlaps;
    faults.outOfBounds += now.outOfBounds;
    if (!before) continue;
    const moves = movesBetween(before, layout);
    if (settles) {
      settleMoves.push(meanOf(moves));
      continue;
    }
    events.move.push(meanOf(moves));
    events.p95.push(percentile(moves, 0.95));
    events.far.push(farShare(moves));
  }
  const { words: given, links } = growing.input();
  return {
    cards: arrivals.length,
    words: growing.size,
    faults,
    move: meanOf(events.move),
    moveP95: meanOf(events.p95),
    far: meanOf(events.far),
    settles: settleMoves.length,
    settleMoves,
    strays,
    broken,
    needless,
    updateMs,
    settleMs,
    end: worthOf(layout!, given, links)
  };
}
