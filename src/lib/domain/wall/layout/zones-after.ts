/** Which zone each word stands in when a wall goes on, and where a zone lies that opens then. */
import type { Point } from './box.ts';
import type { Plan, Sized } from './plan.ts';
import { roomOf } from './plan.ts';
import { sectorsOf } from './sectors.ts';
import type { WallLayout } from './wall-layout.ts';
import { zonesFor } from './zones.ts';

export interface Zones {
  /** By a word's id. */
  zoneOf: ReadonlyMap<string, number>;
  /** Where each zone lies; those that opened come last. */
  middles: readonly Point[];
}

/** Zones fill up alike: a word stands with its kin until a zone takes so many times its share, or while it is still small. */
const MOST_SHARES = 1.8;
const SMALL = 5;

/** Who stands stays in its zone; who comes goes to its group, else to its nearest kin, else where nobody is, else to the emptiest. */
export function zonesAfter(plan: Plan, previous: WallLayout): Zones {
  const before = new Map(previous.words.map(({ id, zone }) => [id, zone]));
  const zoneOf = new Map<string, number>();
  const groups = new Map<string, number>();
  const middles = [...previous.zones];
  const loads = middles.map(() => ({ room: 0, words: 0 }));
  const most = zonesFor(plan.words.length);
  const share = plan.words.reduce((sum, word) => sum + roomOf(word), 0) / most;
  const lay = (word: Sized, zone: number) => {
    zoneOf.set(word.id, zone);
    if (word.group !== undefined) groups.set(word.group, zone);
    loads[zone]!.room += roomOf(word);
    loads[zone]!.words++;
  };
  const open = () => {
    middles.push(farthestFrom(middles, plan));
    loads.push({ room: 0, words: 0 });
    return middles.length - 1;
  };
  const hasRoom = (zone: number) => loads[zone]!.words < SMALL || loads[zone]!.room < MOST_SHARES * share;
  const arrived: Sized[] = [];
  for (const word of plan.words) {
    const zone = before.get(word.id);
    if (zone === undefined) arrived.push(word);
    else lay(word, zone);
  }
  for (const word of arrived) {
    let zone = word.group === undefined ? undefined : groups.get(word.group);
    zone ??= kinZones(plan, zoneOf, word).find(hasRoom);
    if (zone === undefined && middles.length < most) zone = open();
    lay(word, zone ?? emptiest(loads));
  }
  return { zoneOf, middles };
}

/** The zones of those who are kin, the nearest first; a group has its own. */
function kinZones(plan: Plan, zoneOf: ReadonlyMap<string, number>, { id, group }: Sized): number[] {
  if (group !== undefined) return [];
  return [...plan.kin.of(id)]
    .flatMap(([other, likeness]) => {
      const zone = zoneOf.get(other);
      return zone === undefined ? [] : [{ zone, likeness, other }];
    })
    .sort((a, b) => b.likeness - a.likeness || (a.other < b.other ? -1 : 1))
    .map(({ zone }) => zone);
}

function emptiest(loads: readonly { room: number }[]): number {
  return loads.reduce((best, { room }, at) => (room < loads[best]!.room ? at : best), 0);
}

/** Of places all around, the one that is farthest from every zone. */
function farthestFrom(zones: readonly Point[], { bounds }: Plan): Point {
  // A wall is wider than high, and its upper and lower half are no less apart for that.
  const flat = bounds.width / bounds.height;
  const nearest = (place: Point) =>
    Math.min(...zones.map(({ x, y }) => (x - place.x) ** 2 + ((y - place.y) * flat) ** 2));
  return sectorsOf(
    bounds,
    Array.from({ length: PLACES }, () => 1)
  ).reduce((best, place) => (nearest(place) > nearest(best) + 0.01 ? place : best));
}

const PLACES = 8;
