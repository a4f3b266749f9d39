/** What a rerun over all cards would do otherwise: said as suggestions, never done. */
import type { Face } from './faces.ts';
import type { Likeness } from './likeness.ts';
import { commonestOf } from './neighbours.ts';
import { reasonOf } from './reason.ts';
import type { Why } from './why.ts';

export type Suggestion =
  | { kind: 'merge'; cluster: string; into: string; why: Why }
  | { kind: 'split'; cluster: string; notes: string[]; why: Why };

/** Two clusters that may be one, as far as language, or an embedding server, can tell. */
export interface Prior {
  a: string;
  b: string;
  /** How likely, 0..1. */
  likeness: number;
}

/** What has been decided against: neither is suggested again. */
export interface Decided {
  apart: readonly (readonly [string, string])[];
  whole: readonly string[];
}

/** Has a leader decided that these two clusters stay two? */
export type Apart = (a: string, b: string) => boolean;

export interface Lain {
  id: string;
  text: string;
  face: Face;
  cluster: string;
  pinned: boolean;
}
export type Cluster = { id: string; cards: readonly Lain[] };

/**
 * A merge is worth a leader's look from here on: found on cards whose clusters are known. Lower, two of three are wrong, and a
 * leader who takes the small right ones needs more acts than one who joins the large clusters that catch the eye.
 */
const WORTH_ASKING = 0.55;
/** Texts that hang together by less than this may be two clusters that a third text bridged. */
const TIGHT = 0.9;
const LOOSE = 0.45;

interface Link {
  a: Cluster;
  b: Cluster;
  score: number;
  /** The faces that are most alike. */
  mine: Face;
  its: Face;
}

/**
 * Merges and splits, the most helpful first; then what only `near` tells, in the same order. Made piece by piece: of 5,000 cards
 * it takes a good part of a second, in which other cards come to be placed.
 */
export function* suggestionsOf(
  clusters: readonly Cluster[],
  decided: Decided,
  near: readonly Prior[] = [],
  limit = Infinity
): Generator<void, Suggestion[]> {
  const apart = apartBy(decided.apart);
  const all = yield* linksOf(clusters, WORTH_ASKING);
  const links = all.filter(({ a, b }) => !apart(a.id, b.id));
  yield;
  const merges = links.map((link) => ({
    gain: gainOf(link, likelihoodOf(link.score)),
    suggestion: () => mergeOf(link)
  }));
  const whole = new Set(decided.whole);
  const splits: Weighed[] = [];
  for (const cluster of clusters) {
    const split = whole.has(cluster.id) ? undefined : splitOf(cluster);
    if (split) splits.push(split);
    yield;
  }
  const told = helpfulFirst([...merges, ...splits]);
  yield;
  if (near.length > 0) {
    const found = new Set(links.map(({ a, b }) => `${a.id} ${b.id}`));
    const rest = near.filter(({ a, b }) => !found.has(`${a} ${b}`));
    told.push(...helpfulFirst(nearMerges(clusters, rest)));
  }
  return told.slice(0, limit).map(({ suggestion }) => suggestion());
}

/** Pairs of clusters with how likely they are one, by language or by `near`, the likeliest first. Made piece by piece. */
export function* priorsOf(
  clusters: readonly Cluster[],
  near: readonly Prior[] = []
): Generator<void, Prior[]> {
  const likeliest = new Map<string, Prior>();
  const offer = (prior: Prior) => {
    const key = `${prior.a} ${prior.b}`;
    if (prior.likeness > (likeliest.get(key)?.likeness ?? 0)) likeliest.set(key, prior);
  };
  for (const { a, b, score } of yield* linksOf(clusters))
    offer({ a: a.id, b: b.id, likeness: likelihoodOf(score) });
  for (const prior of near) offer(prior);
  yield;
  return [...likeliest.values()].sort(
    (one, other) => other.likeness - one.likeness || (one.a + one.b < other.a + other.b ? -1 : 1)
  );
}

export function apartBy(pairs: Decided['apart']): Apart {
  if (pairs.length === 0) return () => false;
  const apart = new Set(pairs.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  return (a, b) => apart.has(`${a} ${b}`);
}

interface Weighed {
  gain: number;
  /** Looked for only where it is told. */
  suggestion(): Suggestion;
}

function helpfulFirst(all: readonly Weighed[]): Weighed[] {
  return [...all].sort((a, b) => b.gain - a.gain);
}

function nearMerges(clusters: readonly Cluster[], near: readonly Prior[]): Weighed[] {
  const byId = new Map(clusters.map((cluster) => [cluster.id, cluster]));
  return near.map(({ a: one, b: other, likeness }) => {
    const [a, b] = [byId.get(one)!, byId.get(other)!];
    const suggestion = (): Suggestion => {
      const [small, large] = bySize(a, b);
      const why: Why = { kind: 'near', other: commonestOf(large.cards).id };
      return { kind: 'merge', cluster: small.id, into: large.id, why };
    };
    return { gain: gainOf({ a, b }, likeness), suggestion };
  });
}

/** How often two clusters whose nearest texts are so alike are one; measured on cards whose clusters are known. */
function likelihoodOf(score: number): number {
  return Math.min(0.9, Math.max(0.02, 1.3 * score - 0.25));
}

/**
 * What B-cubed recall gains, in cards, when a and b become one: each card of a finds b's share of the whole, and the other
 * way round; times how likely it is right.
 */
function gainOf({ a, b }: Pick<Link, 'a' | 'b'>, likelihood: number): number {
  const [m, n] = [a.cards.length, b.cards.length];
  return (likelihood * 2 * m * n) / (m + n);
}

function bySize(a: Cluster, b: Cluster): [small: Cluster, large: Cluster] {
  return a.cards.length <= b.cards.length ? [a, b] : [b, a];
}

function mergeOf({ a, b, mine, its }: Link): Suggestion {
  const [small, large] = bySize(a, b);
  const [from, to] = small === a ? [mine, its] : [its, mine];
  const card = large.cards.find(({ face }) => face === to)!;
  return { kind: 'merge', cluster: small.id, into: large.id, why: reasonOf(from, card) };
}

/** Every pair of clusters with so much likeness, by its nearest two texts. Each is found from the one whose id comes first. */
function* linksOf(clusters: readonly Cluster[], least = 0): Generator<void, Link[]> {
  const wearing = yield* clustersByFace(clusters);
  const links: Link[] = [];
  for (const a of clusters) {
    const found = new Map<Cluster, Link>();
    const offer = (score: number, mine: Face, its: Face) => {
      if (score < least) return;
      for (const b of wearing.get(its) ?? []) {
        if (a.id >= b.id || score <= (found.get(b)?.score ?? 0)) continue;
        found.set(b, { a, b, score, mine, its });
      }
    };
    for (const face of facesOf(a)) {
      for (const [other, { score }] of face.alike) offer(score, face, other);
      offer(1, face, face);
    }
    links.push(...found.values());
    yield;
  }
  return links;
}

function* clustersByFace(clusters: readonly Cluster[]): Generator<void, Map<Face, Set<Cluster>>> {
  const wearing = new Map<Face, Set<Cluster>>();
  for (const cluster of clusters) {
    for (const face of facesOf(cluster)) {
      const others = wearing.get(face);
      if (others) others.add(cluster);
      else wearing.set(face, new Set([cluster]));
    }
    yield;
  }
  return wearing;
}

/** A cluster that falls into two when only what is clearly alike holds together. What a person laid there stays. */
function splitOf(cluster: Cluster): Weighed | undefined {
  const faces = [...facesOf(cluster)];
  if (faces.length < 3) return undefined;
  const groups = componentsOf(faces);
  if (groups.length < 2) return undefined;
  const [main, ...rest] = groups.sort((a, b) => cardsOf(b, cluster).length - cardsOf(a, cluster).length);
  const loose = rest.find((group) => {
    const cards = cardsOf(group, cluster);
    return cards.every(({ pinned }) => !pinned) && meanBetween(group, main!) < LOOSE;
  });
  if (!loose) return undefined;
  const cards = cardsOf(loose, cluster);
  const [m, n] = [cards.length, cluster.cards.length - cards.length];
  const notes = cards.map(({ id }) => id);
  return {
    gain: ((1 - meanBetween(loose, main!)) * 0.5 * 2 * m * n) / (m + n),
    suggestion: () => ({ kind: 'split', cluster: cluster.id, notes, why: { kind: 'apart' } })
  };
}

function facesOf({ cards }: Cluster): Set<Face> {
  return new Set(cards.map(({ face }) => face));
}

function cardsOf(faces: readonly Face[], { cards }: Cluster): readonly Lain[] {
  return cards.filter(({ face }) => faces.includes(face));
}

function componentsOf(faces: readonly Face[]): Face[][] {
  const left = new Set(faces);
  const groups: Face[][] = [];
  for (const face of faces) {
    if (!left.delete(face)) continue;
    const group = [face];
    for (const one of group) {
      for (const [other, { score }] of one.alike) if (score >= TIGHT && left.delete(other)) group.push(other);
    }
    groups.push(group);
  }
  return groups;
}

function meanBetween(one: readonly Face[], other: readonly Face[]): number {
  let sum = 0;
  for (const a of one) for (const b of other) sum += scoreOf(a.alike.get(b));
  return sum / (one.length * other.length);
}

function scoreOf(likeness: Likeness | undefined): number {
  return likeness?.score ?? 0;
}
