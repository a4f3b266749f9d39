/** Which clusters come together, given all answers so far. A stand-in: two more for than against. */
import type { ClusterId } from '../meeting/ids.ts';
import type { Ground, Join } from './answers.ts';

export function joins({ clusters, answers, rootOf }: Ground): Join[] {
  const votes = new Map<string, { pair: [ClusterId, ClusterId]; by: Map<string, boolean> }>();
  for (const { by, cluster, other, says } of answers) {
    if (other === undefined || says === 'unsure') continue;
    const pair = [rootOf(cluster), rootOf(other)].sort() as [ClusterId, ClusterId];
    if (pair[0] === pair[1]) continue;
    const found = votes.get(pair.join(' ')) ?? { pair, by: new Map<string, boolean>() };
    votes.set(pair.join(' '), found);
    found.by.set(by, says === 'same');
  }
  const standing = new Set(clusters.map(({ id }) => id));
  return [...votes.values()].flatMap(({ pair: [cluster, into], by }) => {
    const yes = [...by.values()].filter(Boolean).length;
    if (!standing.has(cluster) || !standing.has(into) || yes < 2 || 2 * yes - by.size < 2) return [];
    return [{ cluster, into, yes, of: by.size }];
  });
}
