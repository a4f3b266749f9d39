/** A throw that is no chance: the same person and cluster give the same, and no two people the same row of them. */
import type { ClusterId, PersonId } from '../meeting/ids.ts';

/** 0 < share <= 1, evenly: FNV-1a over the code units, its bits mixed once more since ids differ in their ends alone. */
export function shareOf(person: PersonId, cluster: ClusterId): number {
  let hash = 0x811c9dc5;
  const text = `${person} ${cluster}`;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (((hash ^ (hash >>> 15)) >>> 0) + 1) / 2 ** 32;
}
