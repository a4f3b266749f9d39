/** Clusters of one prompt that mean much the same, where an embedding server has told what their cards mean. */
import type { Analysis, Token } from './analysis.ts';
import { compoundGuard, meanOf, nearPairs } from './nearness.ts';
import type { Apart, Cluster, Lain, Prior } from './suggest.ts';

/** By text. All of one length. */
export type Vectors = ReadonlyMap<string, Float32Array>;

/** The largest of them: comparing takes a time that grows with the square, and placing waits for it. */
const MOST_CLUSTERS = 300;
/** A word that weighs less is said in passing. */
const HEAVY = 0.5;
/** Words that begin with so many of the same letters share a first part, also where no dictionary takes them apart. */
const FIRST_PART = 5;

/** Likely pairs, the likeliest first; without those that `apart` names. */
export function neighboursOf(clusters: readonly Cluster[], vectors: Vectors, apart: Apart): Prior[] {
  if (vectors.size === 0) return [];
  const located = [...clusters]
    .sort((one, other) => other.cards.length - one.cards.length || (one.id < other.id ? -1 : 1))
    .slice(0, MOST_CLUSTERS)
    .flatMap(({ id, cards }) => {
      const vector = meanOf(cards.flatMap(({ text }) => vectors.get(text) ?? []));
      const { analysis } = commonestOf(cards).face;
      return vector ? [{ id, vector, analysis }] : [];
    });
  const byId = new Map(located.map((one) => [one.id, one]));
  const barred = (a: string, b: string) =>
    apart(a, b) || misleads(byId.get(a)!.analysis, byId.get(b)!.analysis);
  return nearPairs(located, { barred });
}

/** The first card of what most of them say. */
export function commonestOf(cards: readonly Lain[]): Lain {
  const saying = new Map<Lain['face'], number>();
  for (const { face } of cards) saying.set(face, (saying.get(face) ?? 0) + 1);
  return cards.reduce((best, card) => {
    const more = saying.get(card.face)! - saying.get(best.face)!;
    return more > 0 || (more === 0 && card.id < best.id) ? card : best;
  });
}

/** Are these near to a model for what they share, where what they do not share is what they say? */
function misleads(one: Analysis, other: Analysis): boolean {
  // "inte ensam" is nearly "ensam".
  if (one.negated !== other.negated) return true;
  const [mine, its] = [heavyIn(one), heavyIn(other)];
  return compoundGuard(partsOf(mine), partsOf(its)) || beginAlike(mine[0]?.form ?? '', its[0]?.form ?? '');
}

/** What stands after a preposition is no head. */
function heavyIn({ tokens }: Analysis): Token[] {
  return tokens.filter(({ parts }) => parts.some(({ weight }) => weight > HEAVY));
}

function partsOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ parts }) => parts.map(({ roots }) => roots[0]!));
}

function beginAlike(a: string, b: string): boolean {
  return a !== b && a.length >= FIRST_PART && a.slice(0, FIRST_PART) === b.slice(0, FIRST_PART);
}
