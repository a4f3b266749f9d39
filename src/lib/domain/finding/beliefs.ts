/** How likely each cluster is to belong with each other one: from its size, from language, and from what was said. */
import type { Prior } from '../clustering/placer.ts';
import type { Tally } from './tally.ts';

/** That one card alone belongs with no other cluster, before anybody said anything; and more per further card. */
const COMPLETE = 0.25;
const COMPLETE_PER_CARD = 0.2;
const COMPLETE_AT_MOST = 0.9;
/** Of what belongs together, how much language gives no hint of ("blåslampa", "pådrivare"). */
const UNHINTED = 0.5;
/** Odds grow e-fold with every 1/6 of likeness. */
const LIKENESS_SLOPE = 6;
/** Large clusters attract, but less than card by card. */
const ATTRACTION = 0.7;
/** How many times likelier a word is where it is true than where it is not; a pick among many tells more than a no. */
const SAID_SAME = 20;
const SAID_APART = 9;
const SAID_OWN = 20;

export class Beliefs {
  readonly #tally: Tally;
  readonly #index: ReadonlyMap<string, number>;
  /** By cluster: the hinted ones, with e^(slope * likeness) * attraction. */
  readonly #hints: Map<number, number>[];
  readonly #attraction: Float64Array;
  readonly #allAttraction: number;

  /** `priors` may speak of clusters that have come together since. */
  constructor(tally: Tally, priors: readonly Prior[]) {
    const { ground } = tally;
    const { clusters } = ground;
    this.#tally = tally;
    this.#index = new Map(clusters.map(({ id }, index) => [id, index]));
    this.#attraction = Float64Array.from(clusters, ({ size }) => size ** ATTRACTION);
    this.#allAttraction = this.#attraction.reduce((sum, one) => sum + one, 0);
    this.#hints = clusters.map(() => new Map<number, number>());
    for (const { a, b, likeness } of priors) {
      const one = this.#index.get(ground.rootOf(a));
      const other = this.#index.get(ground.rootOf(b));
      if (one === undefined || other === undefined || one === other) continue;
      const odds = Math.exp(LIKENESS_SLOPE * likeness);
      this.#hint(one, other, odds);
      this.#hint(other, one, odds);
    }
  }

  /**
   * By place in `ground.clusters`, 0..1: that the one at `index` belongs with it. What is missing to 1 is the chance
   * that it belongs with none. Bayes' rule over these alternatives, every person's word by itself.
   */
  of(index: number): Float64Array {
    const { id, size } = this.#tally.ground.clusters[index]!;
    const complete = Math.min(COMPLETE_AT_MOST, COMPLETE + COMPLETE_PER_CARD * (size - 1));
    const belief = this.#before(index, 1 - complete);
    for (const other of this.#tally.compared(id)) {
      const place = this.#index.get(other);
      if (place === undefined) continue;
      const { same, apart } = this.#tally.votes(id, other)!;
      belief[place]! *= SAID_SAME ** same.size / SAID_APART ** apart.size;
    }
    for (const other of this.#tally.barred(id)) {
      const place = this.#index.get(other);
      if (place !== undefined) belief[place] = 0;
    }
    let all = complete * SAID_OWN ** this.#tally.own(id).size;
    for (let place = 0; place < belief.length; place++) all += belief[place]!;
    for (let place = 0; place < belief.length; place++) belief[place]! /= all;
    return belief;
  }

  /** As long as nobody has said anything; sums to `chance`. */
  #before(index: number, chance: number): Float64Array {
    const hints = this.#hints[index]!;
    let allHints = 0;
    for (const hint of hints.values()) allHints += hint;
    const unhinted = allHints > 0 ? UNHINTED : 1;
    const others = this.#allAttraction - this.#attraction[index]!;
    const belief = new Float64Array(this.#attraction.length);
    if (others > 0) {
      for (let place = 0; place < belief.length; place++)
        belief[place] = (chance * unhinted * this.#attraction[place]!) / others;
    }
    for (const [place, hint] of hints) belief[place]! += (chance * (1 - unhinted) * hint) / allHints;
    belief[index] = 0;
    return belief;
  }

  #hint(index: number, other: number, odds: number): void {
    const hint = odds * this.#attraction[other]!;
    const hints = this.#hints[index]!;
    // Parts of one cluster: the likeliest speaks for it.
    if (hint > (hints.get(other) ?? 0)) hints.set(other, hint);
  }
}
