/**
 * What vectors of an embedding server say about clusters of one meeting: which are nearer each other than the rest.
 * All vectors come from one model, so they are of one length.
 */
import type { Prior } from './placer.ts';

export interface Located {
  id: string;
  vector: Float32Array;
}

export interface NearOptions {
  /** A pair counts when each is among so many nearest of the other. */
  neighbours?: number;
  /** Less likeness than this is left out. */
  least?: number;
  /** Pairs that are never to come: `compoundGuard`, and what people keep apart. They take nobody's place either. */
  barred?(a: string, b: string): boolean;
}

/** Of fewer clusters, the mean is mostly they themselves, and what is left when it is gone says nothing. */
const FEWEST = 6;
/** What is left of a vector of length 1 that is no more than rounding. */
const NOTHING = 1e-3;

/** How far two vectors point the same way: 1 the same, 0 across, -1 the other way; 0 where one of them is nothing. */
export function cosine(a: Float32Array, b: Float32Array): number {
  const lengths = Math.sqrt(dot(a, a) * dot(b, b));
  return lengths > 0 ? dot(a, b) / lengths : 0;
}

/** Where several cards lie together: the mean of their directions. Undefined for none. */
export function meanOf(vectors: readonly Float32Array[]): Float32Array | undefined {
  const sum = new Float64Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) unit(vector).forEach((number, at) => (sum[at]! += number));
  return vectors.length > 0 ? Float32Array.from(sum, (number) => number / vectors.length) : undefined;
}

/**
 * Pairs of clusters that mean much the same, the likeliest first; the same in whatever order the clusters come. The
 * cards of one meeting are all alike, and some models find everything alike: so it is told from what is left without
 * the meeting's mean, and from being near neighbours on both sides, not from how high a cosine is.
 * Takes a time that grows with the square of how many there are (300 clusters: some 150 ms): not for the main thread.
 */
export function nearPairs(
  clusters: readonly Located[],
  { neighbours = 3, least = 0.25, barred = () => false }: NearOptions = {}
): Prior[] {
  if (clusters.length < FEWEST) return [];
  const located = withoutMean([...clusters].sort((one, other) => (one.id < other.id ? -1 : 1)));
  const nearest = nearestOf(located, neighbours, barred);
  const pairs: Prior[] = [];
  for (const [a, near] of nearest.entries()) {
    for (const [rank, { at: b, cosine }] of near.entries()) {
      const back = nearest[b]!.findIndex(({ at }) => at === a);
      if (a > b || back < 0) continue;
      const likeness = Math.min(1, cosine * (1 - (rank + back) / (2 * neighbours)));
      if (likeness >= least) pairs.push({ a: located[a]!.id, b: located[b]!.id, likeness });
    }
  }
  return pairs.sort((one, other) => other.likeness - one.likeness);
}

/**
 * Are these two compounds with the same first part and different heads (kunskapsspridare, kunskapsförmedlare)? The part
 * they share is what makes their vectors alike, and the head is what the card is about: they are never joined, or
 * suggested, on a cosine alone. `a` and `b`: the parts of each card, the head last.
 */
export function compoundGuard(a: readonly string[], b: readonly string[]): boolean {
  return a[0] === b[0] && a.at(-1) !== b.at(-1);
}

interface Near {
  at: number;
  cosine: number;
}

/** For each its nearest, the nearest first; only those that point the same way at all. Vectors are of length 1 or nothing. */
function nearestOf(
  located: readonly Located[],
  count: number,
  barred: (a: string, b: string) => boolean
): Near[][] {
  const near: Near[][] = located.map(() => []);
  for (const [a, one] of located.entries()) {
    for (let b = a + 1; b < located.length; b++) {
      const other = located[b]!;
      const cosine = dot(one.vector, other.vector);
      if (cosine <= 0 || barred(one.id, other.id)) continue;
      near[a]!.push({ at: b, cosine });
      near[b]!.push({ at: a, cosine });
    }
  }
  return near.map((all) => all.sort((x, y) => y.cosine - x.cosine || x.at - y.at).slice(0, count));
}

function withoutMean(clusters: readonly Located[]): Located[] {
  const mean = meanOf(clusters.map(({ vector }) => vector))!;
  return clusters.map(({ id, vector }) => {
    const left = unit(vector).map((number, at) => number - mean[at]!);
    return { id, vector: dot(left, left) < NOTHING ** 2 ? left.fill(0) : unit(left) };
  });
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dot(vector, vector));
  return length > 0 ? vector.map((number) => number / length) : vector;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}
