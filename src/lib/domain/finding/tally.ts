/**
 * The answers counted. Clusters that have come together share their votes; what was said of two of their parts, by the
 * ids that they had then, still keeps the wholes apart.
 */
import type { ClusterId, PersonId } from '../meeting/ids.ts';
import type { Answer, Ground } from './answers.ts';
import { lastWords } from './last-words.ts';

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
  /** Roots that a leader has named. */
  readonly #named: ReadonlySet<ClusterId>;
  /** By the ids of then: who holds it to be like no other, and has not said since what it is like. */
  readonly #own = new Map<ClusterId, Map<PersonId, boolean>>();
  /** By root: who ever held it, or a part of it, to be like no other. */
  readonly #alone = new Map<ClusterId, Map<PersonId, boolean>>();
  /** Clusters, by the ids they had, and pairs of roots, of which a person has said something. */
  readonly #heard = new Map<PersonId, Set<string>>();
  readonly #asked = new Map<ClusterId, number>();

  constructor(ground: Ground) {
    this.ground = ground;
    this.#named = new Set(ground.named?.map((id) => ground.rootOf(id)));
    const said = lastWords(ground.answers);
    const words = this.#hear(said);
    for (const word of words) this.#count(word);
    const alone = aloneIn(said);
    for (const [part, people] of alone) {
      const whole = entry(this.#alone, ground.rootOf(part), () => new Map<PersonId, boolean>());
      for (const [person, author] of people) whole.set(person, author || whole.get(person) === true);
    }
    for (const [a, b] of [...ground.apart, ...outvoted(words, alone)]) this.#bar(a, b);
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

  /**
   * Who speaks against whatever would join this one, unless they say it is the same: who held it, or any part of it, to be
   * like no other. That it has come to another since makes it no more like the rest.
   */
  alone(cluster: ClusterId): ReadonlyMap<PersonId, boolean> {
    return this.#alone.get(cluster) ?? new Map();
  }

  /** What may not join this one: a leader, or most of those who spoke of two of their parts, keep them apart. */
  barred(cluster: ClusterId): ReadonlySet<ClusterId> {
    const barred = new Set(this.#barred.get(cluster));
    if (!this.#named.has(cluster)) return barred;
    for (const other of this.#named) if (other !== cluster) barred.add(other);
    return barred;
  }

  /** How many answers a question about this cluster has had, the last word of everybody on every pair. */
  asked(cluster: ClusterId): number {
    return this.#asked.get(cluster) ?? 0;
  }

  /** Whether a person has said something of a cluster, or of two that stand. */
  heard(person: PersonId, cluster: ClusterId, other?: ClusterId): boolean {
    return this.#heard.get(person)?.has(other === undefined ? cluster : pairKey(cluster, other)) ?? false;
  }

  /** The words on pairs that hold, by the ids of then, in the order in which they were said. */
  #hear(said: readonly Answer[]): Word[] {
    const words = new Set<Word>();
    for (const answer of said) {
      const { by, cluster, other, says, author } = answer;
      const heard = entry(this.#heard, by, () => new Set<string>()).add(cluster);
      this.#asked.set(cluster, this.asked(cluster) + 1);
      if (other !== undefined && says !== 'own') {
        heard.add(pairKey(this.ground.rootOf(cluster), this.ground.rootOf(other)));
        if (says === 'same') this.#own.get(cluster)?.delete(by);
        words.add({ ...answer, other });
      } else if (says === 'own') {
        entry(this.#own, cluster, () => new Map<PersonId, boolean>()).set(by, author);
        // Like no other: whatever this person said it was like is taken back.
        for (const word of words) {
          const about = word.cluster === cluster || word.other === cluster;
          if (word.by === by && about && word.says === 'same') words.delete(word);
        }
      }
    }
    return [...words];
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

/** Who ever held a cluster, by the id of then, to be like no other. */
function aloneIn(answers: readonly Answer[]): Map<ClusterId, Map<PersonId, boolean>> {
  const alone = new Map<ClusterId, Map<PersonId, boolean>>();
  for (const { says, cluster, by, author } of answers) {
    if (says === 'own') entry(alone, cluster, () => new Map<PersonId, boolean>()).set(by, author);
  }
  return alone;
}

/**
 * The pairs that more people hold apart than hold together. Who holds one of the two to be like no other is among them where
 * anybody spoke of the two: else one slip would keep a cluster from all others for good.
 */
function outvoted(
  words: readonly Word[],
  alone: ReadonlyMap<ClusterId, ReadonlyMap<PersonId, boolean>>
): [ClusterId, ClusterId][] {
  const pairs = new Map<
    string,
    { pair: [ClusterId, ClusterId]; same: Set<PersonId>; apart: Set<PersonId> }
  >();
  for (const { by, cluster, other, says } of words) {
    if (says !== 'same' && says !== 'apart') continue;
    const pair: [ClusterId, ClusterId] = [cluster, other];
    entry(pairs, pairKey(...pair), () => ({ pair, same: new Set(), apart: new Set() }))[says].add(by);
  }
  return [...pairs.values()].flatMap(({ pair, same, apart }) => {
    for (const id of pair) {
      for (const by of alone.get(id)?.keys() ?? []) if (!same.has(by)) apart.add(by);
    }
    return apart.size > same.size ? [pair] : [];
  });
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
