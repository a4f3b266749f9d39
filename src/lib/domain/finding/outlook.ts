/** What is worth asking, given what has been answered. */
import type { Prior } from '../clustering/placer.ts';
import type { ClusterId, PersonId } from '../meeting/ids.ts';
import type { Ground, Question } from './answers.ts';
import { needed, strength } from './joins.ts';
import { Tally } from './tally.ts';

export const Q = {
  slope: 6,
  silent: 1 / 3,
  alone: 0.15,
  grow: 0.2,
  same: 40,
  apart: 9,
  own: 12,
  tau: 0.7,
  author: 1.25,
  pair: 0,
  eps: 0.02,
  cap: 7,
  sizePow: 0.7,
  sure: 0.9
};

interface Prospect {
  cluster: ClusterId;
  value: number;
  likely: ClusterId[];
  /** Of the likeliest. */
  belief: number;
  lead: number;
}

export class Outlook {
  readonly #tally: Tally;
  readonly #prospects: Prospect[] = [];
  readonly #authors = new Map<ClusterId, ReadonlySet<PersonId>>();

  constructor(ground: Ground, priors: readonly Prior[]) {
    const tally = (this.#tally = new Tally(ground));
    const { clusters } = ground;
    const n = clusters.length;
    const index = new Map(clusters.map(({ id }, i) => [id, i]));
    const like = clusters.map(() => new Map<number, number>());
    for (const { a, b, likeness } of priors) {
      const i = index.get(ground.rootOf(a));
      const j = index.get(ground.rootOf(b));
      if (i === undefined || j === undefined || i === j) continue;
      like[i]!.set(j, Math.max(likeness, like[i]!.get(j) ?? 0));
      like[j]!.set(i, Math.max(likeness, like[j]!.get(i) ?? 0));
    }
    const bulk = clusters.map(({ size }) => size ** Q.sizePow);
    const allBulk = bulk.reduce((sum, one) => sum + one, 0);
    const weight = new Float64Array(n);
    for (const [i, { id, size, authors }] of clusters.entries()) {
      this.#authors.set(id, new Set(authors));
      const alone = Math.min(0.9, Q.alone + Q.grow * (size - 1));
      let likes = 0;
      for (const [j, l] of like[i]!) likes += Math.exp(Q.slope * l) * bulk[j]!;
      const silent = likes > 0 ? Q.silent : 1;
      for (let j = 0; j < n; j++) weight[j] = ((1 - alone) * silent * bulk[j]!) / (allBulk - bulk[i]!);
      if (likes > 0) {
        for (const [j, l] of like[i]!) {
          weight[j]! += ((1 - alone) * (1 - silent) * Math.exp(Q.slope * l) * bulk[j]!) / likes;
        }
      }
      weight[i] = 0;
      for (const [rival, votes] of tally.rivals(id)) {
        const j = index.get(rival);
        if (j !== undefined) weight[j]! *= Q.same ** votes.same.size / Q.apart ** votes.apart.size;
      }
      let total = alone * Q.own ** tally.own(id).size;
      for (let j = 0; j < n; j++) {
        if (weight[j]! > 0 && tally.barred(id, clusters[j]!.id)) weight[j] = 0;
        total += weight[j]!;
      }
      let value = 0;
      const order: number[] = [];
      for (let j = 0; j < n; j++) {
        const belief = weight[j]! / total;
        if (belief === 0) continue;
        const gain = (2 * size * clusters[j]!.size) / (size + clusters[j]!.size);
        const voted = tally.votes(id, clusters[j]!.id);
        const left = Math.max(
          1,
          Math.ceil(
            needed(size, clusters[j]!.size) -
              (voted || tally.own(id).size ? strength(tally, id, clusters[j]!.id).net : 0)
          )
        );
        value += (belief * gain * 0.9 ** left) / left;
        order.push(j);
      }
      order.sort((x, y) => weight[y]! - weight[x]! || x - y);
      const likely = order.slice(0, 5).map((j) => clusters[j]!.id);
      if (tally.taps(id) >= Q.cap) value = 0;
      this.#prospects.push({
        cluster: id,
        value,
        likely,
        belief: order.length ? weight[order[0]!]! / total : 0,
        lead: likely.length ? (tally.votes(id, likely[0]!)?.same.size ?? 0) : 0
      });
    }
  }

  ask(person: PersonId): Question | undefined {
    let best: { prospect: Prospect; worth: number } | undefined;
    for (const prospect of this.#prospects) {
      if (prospect.value < Q.eps || this.#tally.met(person, prospect.cluster)) continue;
      const bonus = this.#authors.get(prospect.cluster)!.has(person) ? Q.author : 1;
      const worth = prospect.value * bonus * share(person, prospect.cluster) ** Q.tau;
      if (!best || worth > best.worth) best = { prospect, worth };
    }
    if (!best) return undefined;
    const { cluster, likely, belief, lead } = best.prospect;
    if (Q.pair && lead > 0 && belief > Q.sure && !this.#tally.met(person, cluster, likely[0]!))
      return { kind: 'pair', cluster, other: likely[0]! };
    return { kind: this.#authors.get(cluster)!.has(person) ? 'own' : 'which', cluster, likely };
  }
}

/** FNV-1a, in (0, 1] */
function share(person: PersonId, cluster: ClusterId): number {
  let hash = 0x811c9dc5;
  for (const text of [person, ' ', cluster]) {
    for (let i = 0; i < text.length; i++) {
      hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    }
  }
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return ((hash >>> 0) + 1) / 2 ** 32;
}
