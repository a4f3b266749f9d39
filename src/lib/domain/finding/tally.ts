/** The answers counted: who holds which two clusters to be one, as they lie now. */
import type { ClusterId, PersonId } from '../meeting/ids.ts';
import type { Ground } from './answers.ts';

/** What people hold of two clusters; a person counts once, by the last word. */
export interface Votes {
  /** Who said same; true where they wrote one of the cards. */
  same: Map<PersonId, boolean>;
  apart: Map<PersonId, boolean>;
}

interface Stance {
  by: PersonId;
  a: ClusterId;
  b: ClusterId;
  says: 'same' | 'apart' | 'unsure';
  author: boolean;
}

export class Tally {
  readonly ground: Ground;
  /** By root, then by root: the same votes lie both ways. */
  readonly #votes = new Map<ClusterId, Map<ClusterId, Votes>>();
  readonly #barred = new Map<ClusterId, Set<ClusterId>>();
  /** Who said of a cluster, by the id it had then, that it is like no other. */
  readonly #own = new Map<ClusterId, Map<PersonId, boolean>>();
  /** What a person has been asked: cluster by cluster, and pair by pair as they lie now. */
  readonly #met = new Map<PersonId, Set<string>>();
  readonly #taps = new Map<ClusterId, number>();

  constructor(ground: Ground) {
    this.ground = ground;
    const stances = this.#lastWords();
    this.#countRoots(stances);
    this.#bar(stances);
  }

  /** What people hold of two clusters that stand. */
  votes(a: ClusterId, b: ClusterId): Votes | undefined {
    return this.#votes.get(a)?.get(b);
  }

  /** Clusters that somebody compared with this one. */
  rivals(cluster: ClusterId): Iterable<[ClusterId, Votes]> {
    return this.#votes.get(cluster) ?? [];
  }

  /** Who holds a cluster to be like no other. */
  own(cluster: ClusterId): ReadonlyMap<PersonId, boolean> {
    return this.#own.get(cluster) ?? NOBODY;
  }

  /** A leader, or most of those who were asked about two of their parts, keep these apart. */
  barred(a: ClusterId, b: ClusterId): boolean {
    return this.#barred.get(a)?.has(b) ?? false;
  }

  /** How often somebody said something of a cluster by itself or as a part. */
  taps(cluster: ClusterId): number {
    return this.#taps.get(cluster) ?? 0;
  }

  met(person: PersonId, a: ClusterId, b?: ClusterId): boolean {
    return this.#met.get(person)?.has(b === undefined ? a : keyOf(a, b)) ?? false;
  }

  /** In the order of the last word. */
  #lastWords(): Stance[] {
    const words = new Map<string, Stance>();
    for (const { by, cluster, other, says, author } of this.ground.answers) {
      const root = this.ground.rootOf(cluster);
      this.#meet(by, cluster);
      this.#taps.set(root, (this.#taps.get(root) ?? 0) + 1);
      if (says === 'own' || other === undefined) {
        if (says !== 'own') continue;
        into(this.#own, cluster, () => new Map<PersonId, boolean>()).set(by, author);
        for (const [key, word] of words) {
          if (word.by === by && (word.a === cluster || word.b === cluster) && word.says === 'same') {
            words.delete(key);
          }
        }
        continue;
      }
      if (says === 'same') this.#own.get(cluster)?.delete(by);
      this.#meet(by, keyOf(root, this.ground.rootOf(other)));
      const key = JSON.stringify([by, keyOf(cluster, other)]);
      // Deleted first, so that it stands where it was said last.
      words.delete(key);
      words.set(key, { by, a: cluster, b: other, says, author });
    }
    return [...words.values()];
  }

  #meet(person: PersonId, what: string): void {
    into(this.#met, person, () => new Set<string>()).add(what);
  }

  #countRoots(stances: readonly Stance[]): void {
    for (const { by, a, b, says, author } of stances) {
      const [one, other] = [this.ground.rootOf(a), this.ground.rootOf(b)];
      if (one === other) continue;
      const votes = into(into(this.#votes, one, newMap<Votes>), other, () => ({
        same: new Map<PersonId, boolean>(),
        apart: new Map<PersonId, boolean>()
      }));
      into(this.#votes, other, newMap<Votes>).set(one, votes);
      votes.same.delete(by);
      votes.apart.delete(by);
      if (says !== 'unsure') votes[says].set(by, author);
    }
  }

  #bar(stances: readonly Stance[]): void {
    const sums = new Map<string, { a: ClusterId; b: ClusterId; sum: number }>();
    for (const { a, b, says } of stances) {
      const pair = into(sums, keyOf(a, b), () => ({ a, b, sum: 0 }));
      if (says !== 'unsure') pair.sum += says === 'same' ? 1 : -1;
    }
    const bars: [ClusterId, ClusterId][] = this.ground.apart.map(([a, b]) => [a, b]);
    for (const { a, b, sum } of sums.values()) if (sum < 0) bars.push([a, b]);
    for (const [a, b] of bars) {
      const [one, other] = [this.ground.rootOf(a), this.ground.rootOf(b)];
      into(this.#barred, one, () => new Set<ClusterId>()).add(other);
      into(this.#barred, other, () => new Set<ClusterId>()).add(one);
    }
  }
}

const NOBODY: ReadonlyMap<PersonId, boolean> = new Map();

function newMap<T>(): Map<ClusterId, T> {
  return new Map();
}

function keyOf(a: ClusterId, b: ClusterId): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function into<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
