/** Which clusters come together, given all answers so far. */
import type { ClusterId } from '../meeting/ids.ts';
import type { Ground, Join } from './answers.ts';
import { Tally } from './tally.ts';

export const P = { author: 1.5, need: 2, from: 3, rise: 1 };

export function needed(s: number, t: number): number {
  return P.need + P.rise * Math.max(0, Math.log2(Math.min(s, t) / P.from));
}

/** In the order in which they are to be carried out. */
export function joins(ground: Ground): Join[] {
  const found: Join[] = [];
  let current = ground;
  for (;;) {
    const next = best(new Tally(current));
    if (!next) return found;
    found.push(next);
    current = joined(current, next);
  }
}

export function strength(tally: Tally, a: ClusterId, b: ClusterId): { yes: number; no: number; net: number } {
  const votes = tally.votes(a, b);
  let net = 0;
  let yes = 0;
  let no = 0;
  for (const author of votes?.same.values() ?? []) {
    yes++;
    net += author ? P.author : 1;
  }
  for (const author of votes?.apart.values() ?? []) {
    no++;
    net -= author ? P.author : 1;
  }
  for (const cluster of [a, b]) {
    for (const [person, author] of tally.own(cluster)) {
      if (votes?.same.has(person) || votes?.apart.has(person)) continue;
      no++;
      net -= author ? P.author : 1;
    }
  }
  return { yes, no, net };
}

function best(tally: Tally): Join | undefined {
  let found: { join: Join; net: number } | undefined;
  const { clusters } = tally.ground;
  const rank = new Map(clusters.map(({ id }, index) => [id, index]));
  const sizes = new Map(clusters.map(({ id, size }) => [id, size]));
  for (const { id: a } of clusters) {
    for (const [b] of tally.rivals(a)) {
      if (!rank.has(b) || rank.get(b)! < rank.get(a)! || tally.barred(a, b)) continue;
      const { yes, no, net } = strength(tally, a, b);
      if (yes < 2 || yes <= no || net < needed(sizes.get(a)!, sizes.get(b)!)) continue;
      if (found && found.net >= net) continue;
      const [cluster, into] = sizes.get(a)! > sizes.get(b)! ? [b, a] : [a, b];
      found = { join: { cluster, into, yes, of: yes + no }, net };
    }
  }
  return found?.join;
}

function joined(ground: Ground, { cluster, into }: Join): Ground {
  const lost = ground.clusters.find(({ id }) => id === cluster)!;
  return {
    ...ground,
    clusters: ground.clusters
      .filter(({ id }) => id !== cluster)
      .map((kept) =>
        kept.id === into
          ? {
              ...kept,
              size: kept.size + lost.size,
              authors: [...new Set([...kept.authors, ...lost.authors])]
            }
          : kept
      ),
    rootOf: (id) => {
      const root = ground.rootOf(id);
      return root === cluster ? into : root;
    }
  };
}
