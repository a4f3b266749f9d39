/** Which words stand together: the zones of a wall, by the groups that words bring along, else by who is kin to whom. */
import { INKS } from '../drawing/inks.ts';
import type { Kin } from './kin.ts';

export interface Zoned {
  id: string;
  group?: string;
  /** How much room it takes, in any unit. */
  area: number;
}

/** As many as there are inks: none stands for two zones. */
const MOST_ZONES = INKS.length;
const LEAST_ZONES = 5;
/** Words a zone needs before there is one more than LEAST_ZONES. */
const WORDS_A_ZONE = 20;

/** So many zones suit so many words. */
export function zonesFor(words: number): number {
  return Math.min(words, MOST_ZONES, Math.max(LEAST_ZONES, Math.ceil(words / WORDS_A_ZONE)));
}

/**
 * Zones, each a list of ids, clockwise in an order that puts kin zones side by side. `words` sorted by id.
 * 1. Words of a group hang together; without groups, the nearest kin do, as long as they fill no more than a zone's share.
 * 2. What hangs together goes into the zone where it has kin and that has room, the largest first.
 */
export function zonesOf(words: readonly Zoned[], kin: Kin): string[][] {
  const most = zonesFor(words.length);
  if (most === 0) return [];
  const bunches = bunched(words, kin, most);
  const area = (ids: readonly string[]) => ids.reduce((sum, id) => sum + areas.get(id)!, 0);
  const areas = new Map(words.map((word) => [word.id, word.area]));
  const share = area(words.map(({ id }) => id)) / most;
  const zones: { ids: string[]; area: number }[] = [];
  const sorted = bunches
    .map((ids) => ({ ids, area: area(ids) }))
    .sort((a, b) => b.area - a.area || (a.ids[0]! < b.ids[0]! ? -1 : 1));
  for (const bunch of sorted) {
    if (zones.length < most && (bunch.area > share / 3 || zones.length < Math.min(most, LEAST_ZONES))) {
      zones.push({ ids: [...bunch.ids], area: bunch.area });
      continue;
    }
    let best = zones[0]!;
    let highest = -Infinity;
    for (const zone of zones) {
      const worth = kin.between(bunch.ids, zone.ids) - (2 * zone.area) / share;
      if (worth > highest) [best, highest] = [zone, worth];
    }
    best.ids.push(...bunch.ids);
    best.area += bunch.area;
  }
  return aroundByKin(
    zones.map(({ ids }) => ids),
    kin
  );
}

function bunched(words: readonly Zoned[], kin: Kin, most: number): string[][] {
  const total = words.reduce((sum, { area }) => sum + area, 0);
  const bunch = new Map(words.map(({ id, area }) => [id, { ids: [id], area }]));
  const join = (a: string, b: string, limit: number) => {
    const [one, other] = [bunch.get(a)!, bunch.get(b)!];
    if (one === other || one.area + other.area > limit) return;
    one.ids.push(...other.ids);
    one.area += other.area;
    for (const id of other.ids) bunch.set(id, one);
  };
  const first = new Map<string, string>();
  for (const { id, group } of words) {
    if (group === undefined) continue;
    if (first.has(group)) join(first.get(group)!, id, Infinity);
    else first.set(group, id);
  }
  if (first.size === 0) for (const { a, b } of kin.strongestFirst) join(a, b, total / most);
  return [...new Set(bunch.values())].map(({ ids }) => ids);
}

/** The largest first, then always the one that has most kin in the last. */
function aroundByKin(zones: string[][], kin: Kin): string[][] {
  const left = [...zones];
  const around: string[][] = [];
  while (left.length > 0) {
    const last = around.at(-1);
    let next = 0;
    if (last) {
      let most = -1;
      left.forEach((zone, at) => {
        const worth = kin.between(zone, last);
        if (worth > most) [next, most] = [at, worth];
      });
    }
    around.push(...left.splice(next, 1));
  }
  return around;
}
