/** What the room cannot settle by itself: pairs of clusters that some hold to be one and others to be two. */
import type { ClusterId } from '../meeting/ids.ts';
import { agreementOn, neededFor } from './agreement.ts';
import type { Agreement } from './agreement.ts';
import type { Ground } from './answers.ts';
import { Tally } from './tally.ts';

export interface Dispute {
  /** The smaller of the two, which would go into the other. */
  cluster: ClusterId;
  other: ClusterId;
  /** How many people say that they are one, and how many that they are two. */
  yes: number;
  no: number;
}

/**
 * The pairs that are for a leader to decide, those that concern most cards first; of equals those that are most even.
 * What has come together, what a leader keeps apart, and what the room clearly holds to be two is not among them.
 */
export function disputes(ground: Ground): Dispute[] {
  const tally = new Tally(ground);
  const decided = new Set(ground.apart.map(([a, b]) => pairOf(ground.rootOf(a), ground.rootOf(b))));
  const ranks = new Map(ground.clusters.map(({ id }, rank) => [id, rank]));
  const found: { dispute: Dispute; cards: number; net: number }[] = [];
  for (const [rank, one] of ground.clusters.entries()) {
    for (const id of tally.compared(one.id)) {
      const other = ground.clusters[ranks.get(id) ?? -1];
      if (!other || ranks.get(id)! < rank || decided.has(pairOf(one.id, id))) continue;
      const agreement = agreementOn(tally, one.id, id);
      if (!isDisputed(agreement, neededFor(one.size, other.size))) continue;
      const { yes, no, net } = agreement;
      const [cluster, into] = other.size > one.size ? [one.id, id] : [id, one.id];
      found.push({ dispute: { cluster, other: into, yes, no }, cards: one.size + other.size, net });
    }
  }
  return found
    .sort((a, b) => b.cards - a.cards || Math.abs(a.net) - Math.abs(b.net))
    .map(({ dispute }) => dispute);
}

/** Somebody says each. What is clear needs no leader: against by as much as would bring them together if it were for. */
function isDisputed({ yes, no, net }: Agreement, needed: number): boolean {
  return yes > 0 && no > 0 && net > -needed;
}

function pairOf(a: ClusterId, b: ClusterId): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
