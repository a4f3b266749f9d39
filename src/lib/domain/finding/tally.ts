/**
 * The answers counted. Clusters that have come together share their votes; what was said of two of their parts, by the
 * ids that they had then, still keeps the wholes apart.
 */
import type { ClusterId, PersonId } from '../meeting/ids.ts';
import type { Answer, Ground } from './answers.ts';

/** What people hold of two clusters: everybody once, by their last word. The values tell who is an author. */
export interface Votes {
  same: ReadonlyMap<PersonId, boolean>;
  apart: ReadonlyMap<PersonId, boolean>;
}

interface Counting extends Votes {
  same: Map<PersonId, boolean>;
  apart: Map<PersonId, boolean>;
}

const NOBODY: ReadonlyMap<PersonId, boolean> = new Map();

/** A person's word on two clusters. */
type Word = Answer & { other: ClusterId };

export class Tally {
  readonly ground: Ground;
  /** By root, then by root; the same votes lie both ways. */
  readonly #votes = new Map<ClusterId, Map<ClusterId, Counting>>();
  readonly #barred = new Map<ClusterId, Set<ClusterId>>();
  readonly #own = new Map<ClusterId, Map<PersonId, boolean>>();
  /** Clusters, by the ids they had, and pairs of roots, of which a person has said something. */
  readonly #heard = new Map<PersonId, Set<string>>();
  readonly #asked = new Map<ClusterId, number>();

  constructor(ground: Ground) {
    this.ground = ground;
    const words = this.#lastWords();
    for (const word of words) this.#count(word);
    for (const [a, b] of [...ground.apart, ...outvoted(words)]) this.#bar(a, b);
  }

  /** What people hold of two clusters that stand, or of parts of them. */
  votes(a: ClusterId, b: ClusterId): Votes | undefined {
    return this.#votes.get(a)?.get(b);
  }

  /** The clusters with which somebody compared this one. */
  compared(cluster: ClusterId): Iterable<ClusterId> {
    return this.#votes.get(cluster)?.keys() ?? [];
  }

  /** Who holds a cluster to be like no other; the values tell who is an author. */
  own(cluster: ClusterId): ReadonlyMap<PersonId, boolean> {
    return this.#own.get(cluster) ?? NOBODY;
  }

  /** What may not join this one: a leader, or most of those who spoke of two of their parts, keep them apart. */
  barred(cluster: ClusterId): ReadonlySet<ClusterId> {
    return this.#barred.get(cluster) ?? new Set();
  }

  /** How many answers a question about this cluster has had. */
  asked(cluster: ClusterId): number {
    return this.#asked.get(cluster) ?? 0;
  }

  /** Whether a person has said something of a cluster, or of two that stand. */
  heard(person: PersonId, cluster: ClusterId, other?: ClusterId): boolean {
    return this.#heard.get(person)?.has(other === undefined ? cluster : pairKey(cluster, other)) ?? false;
  }

  /** Everybody's last word on every pair, by the ids of then, in the order in which they were said. */
  #lastWords(): Word[] {
    const words = new Map<string, Word>();
    for (const answer of this.ground.answers) {
      const { by, cluster, other, says, author } = answer;
      const heard = entry(this.#heard, by, () => new Set<string>()).add(cluster);
      this.#asked.set(cluster, this.asked(cluster) + 1);
      if (other !== undefined && says !== 'own') {
        heard.add(pairKey(this.ground.rootOf(cluster), this.ground.rootOf(other)));
        if (says === 'same') this.#own.get(cluster)?.delete(by);
        const key = JSON.stringify([by, pairKey(cluster, other)]);
        // Taken out first, so that it stands where it was said last.
        words.delete(key);
        words.set(key, { ...answer, other });
      } else if (says === 'own') {
        entry(this.#own, cluster, () => new Map<PersonId, boolean>()).set(by, author);
        // Like no other: whatever this person said it was like is taken back.
        for (const [key, word] of words) {
          if (word.by === by && word.cluster === cluster && word.says === 'same') words.delete(key);
        }
      }
    }
    return [...words.values()];
  }

  #count({ by, cluster, other, says, author }: Word): void {
    const a = this.ground.rootOf(cluster);
    const b = this.ground.rootOf(other);
    if (a === b) return;
    const from = entry(this.#votes, a, () => new Map<ClusterId, Counting>());
    const votes = entry(from, b, () => ({ same: new Map(), apart: new Map() }));
    entry(this.#votes, b, () => new Map<ClusterId, Counting>()).set(a, votes);
    votes.same.delete(by);
    votes.apart.delete(by);
    if (says === 'same' || says === 'apart') votes[says].set(by, author);
  }

  #bar(one: ClusterId, other: ClusterId): void {
    const a = this.ground.rootOf(one);
    const b = this.ground.rootOf(other);
    entry(this.#barred, a, () => new Set<ClusterId>()).add(b);
    entry(this.#barred, b, () => new Set<ClusterId>()).add(a);
  }
}

/** The pairs that more people hold apart than hold together. */
function outvoted(words: readonly Word[]): [ClusterId, ClusterId][] {
  const sums = new Map<string, { pair: [ClusterId, ClusterId]; sum: number }>();
  for (const { cluster, other, says } of words) {
    const count = entry(sums, pairKey(cluster, other), () => ({ pair: [cluster, other], sum: 0 }));
    if (says !== 'unsure') count.sum += says === 'same' ? 1 : -1;
  }
  return [...sums.values()].filter(({ sum }) => sum < 0).map(({ pair }) => pair);
}

/** The same both ways; no id holds a space. */
function pairKey(a: ClusterId, b: ClusterId): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
