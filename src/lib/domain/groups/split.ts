/**
 * Ways to split a room. Pure: chance comes in as a seed, so that what the leader has seen beforehand is what is made. Everybody
 * is in exactly one part; no part is left empty where there are people enough.
 */
import { Chance } from '../chance.ts';

/** Somebody in the room, as far as it matters here. */
export interface Splittable {
  id: string;
  /** Empty: of none. */
  organisation: string;
}

/** At random, organisations spread over the parts; or what belongs together stays together, as far as sizes allow. */
export type Manner = 'mixed' | 'organisation' | 'kind';

export interface Part<P extends Splittable = Splittable> {
  people: readonly P[];
  /** What all of them have in common, where they were put together for it. */
  common?: string;
}

/** How many parts are needed for none to be larger than that. */
export function partsFor(people: number, size: number): number {
  return Math.max(1, Math.ceil(people / Math.max(1, size)));
}

/** Parts whose sizes differ by one at most; those of one organisation go to as many parts as there are. */
export function mixed<P extends Splittable>(people: readonly P[], parts: number, seed: number): Part<P>[] {
  const count = Math.max(1, parts);
  const stirred = new Chance(seed).shuffled(people);
  const byOrganisation = [...gathered(stirred, ({ organisation }) => organisation || undefined).values()];
  // The largest first, and dealt out like cards: neighbours in the row never come to the same part.
  const row = byOrganisation.sort((a, b) => b.length - a.length).flat();
  const order = new Chance(seed + 1).shuffled(Array.from({ length: count }, (_, at) => at));
  const dealt = Array.from({ length: count }, () => [] as P[]);
  for (const [at, person] of row.entries()) dealt[order[at % count]!]!.push(person);
  return dealt.map((one) => ({ people: one }));
}

/**
 * What has one key stays in one part where that is not larger than an even share; else it is cut into as few even pieces as
 * needed. Small pieces come together, so that parts are of about equal size. People without a key stand for themselves.
 */
export function together<P extends Splittable>(
  people: readonly P[],
  parts: number,
  keyOf: (person: P) => string | undefined
): Part<P>[] {
  const count = Math.max(1, parts);
  const share = Math.max(1, Math.ceil(people.length / count));
  const pieces = [...gathered(people, keyOf)].flatMap(([key, those]) =>
    cut(those, share).map((piece) => ({ key, people: piece }))
  );
  // Parts may be more than pieces: the largest are cut until there is something for each.
  while (pieces.length < count) {
    const largest = pieces.reduce((a, b) => (b.people.length > a.people.length ? b : a), pieces[0]!);
    if (!largest || largest.people.length < 2) break;
    const half = Math.ceil(largest.people.length / 2);
    pieces.push({ key: largest.key, people: largest.people.slice(half) });
    largest.people = largest.people.slice(0, half);
  }
  const filled = Array.from({ length: count }, () => ({ people: [] as P[], keys: new Set<string>() }));
  for (const { key, people: piece } of pieces.sort((a, b) => b.people.length - a.people.length)) {
    const smallest = filled.reduce((a, b) => (b.people.length < a.people.length ? b : a));
    smallest.people.push(...piece);
    smallest.keys.add(key);
  }
  return filled.map(({ people: those, keys }) => {
    const [common, ...others] = keys;
    const shared = others.length === 0 && those[0] && keyOf(those[0]) === common;
    return { people: those, ...(shared ? { common } : {}) };
  });
}

/** New people into parts that stand, the smallest first; answers where each goes. */
export function spread<P extends Splittable>(
  people: readonly P[],
  parts: readonly { id: string; size: number }[],
  seed: number
): Record<string, string> {
  const sizes = parts.map((part) => ({ ...part }));
  const to: Record<string, string> = {};
  if (sizes.length === 0) return to;
  for (const { id } of new Chance(seed).shuffled(people)) {
    const smallest = sizes.reduce((a, b) => (b.size < a.size ? b : a));
    smallest.size++;
    to[id] = smallest.id;
  }
  return to;
}

function gathered<P extends Splittable>(
  people: readonly P[],
  keyOf: (person: P) => string | undefined
): Map<string, P[]> {
  const found = new Map<string, P[]>();
  for (const person of people) {
    // With a letter in front that no key has: nobody's id is an organisation's name.
    const key = keyOf(person) ?? `\u0000${person.id}`;
    const those = found.get(key);
    if (those) those.push(person);
    else found.set(key, [person]);
  }
  return found;
}

/** As few pieces as possible of that size at most, as even as possible. */
function cut<P>(people: readonly P[], most: number): P[][] {
  const count = Math.ceil(people.length / most);
  return Array.from({ length: count }, (_, at) =>
    people.slice(Math.round((at * people.length) / count), Math.round(((at + 1) * people.length) / count))
  );
}
