/** Which clusters come together now. */
import type { ClusterId } from '../meeting/ids.ts';
import { agreementOn, neededFor } from './agreement.ts';
import type { Ground, Join } from './answers.ts';
import { Tally } from './tally.ts';

/** One person's word is never enough, whoever it is: one answer in ten is a slip. */
const PEOPLE_NEEDED = 2;

/**
 * In the order in which they are to be carried out: a later one may speak of what an earlier one made, and finds the
 * votes of both its parts together. When all are carried out nothing more comes together.
 */
export function joins(ground: Ground): Join[] {
  const found: Join[] = [];
  let after = ground;
  for (;;) {
    const join = clearest(new Tally(after));
    if (!join) return found;
    found.push(join);
    after = carriedOut(after, join);
  }
}

/** The two of which the room is surest; of equals those that stand first. */
function clearest(tally: Tally): Join | undefined {
  const standing = new Map(tally.ground.clusters.map((cluster, rank) => [cluster.id, { ...cluster, rank }]));
  let found: { join: Join; net: number; ranks: [number, number] } | undefined;
  for (const one of standing.values()) {
    const barred = tally.barred(one.id);
    for (const id of tally.compared(one.id)) {
      const other = standing.get(id);
      if (!other || other.rank < one.rank || barred.has(id)) continue;
      const { yes, no, net } = agreementOn(tally, one.id, id);
      if (yes < PEOPLE_NEEDED || yes <= no || net < neededFor(one.size, other.size)) continue;
      const ranks: [number, number] = [one.rank, other.rank];
      if (found && (net < found.net || (net === found.net && !before(ranks, found.ranks)))) continue;
      const [cluster, into]: [ClusterId, ClusterId] = other.size > one.size ? [one.id, id] : [id, one.id];
      found = { join: { cluster, into, yes, of: yes + no }, net, ranks };
    }
  }
  return found?.join;
}

function before([a, b]: [number, number], [c, d]: [number, number]): boolean {
  return a < c || (a === c && b < d);
}

function carriedOut(ground: Ground, { cluster, into }: Join): Ground {
  const gone = ground.clusters.find(({ id }) => id === cluster)!;
  return {
    ...ground,
    clusters: ground.clusters
      .filter(({ id }) => id !== cluster)
      .map((kept) => (kept.id === into ? { ...kept, size: kept.size + gone.size } : kept)),
    rootOf: (id) => {
      // Asked once: each join asks the one before it, and twice would double with every one.
      const root = ground.rootOf(id);
      return root === cluster ? into : root;
    }
  };
}
