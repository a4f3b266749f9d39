/** Who comes first in a result, where some are equal. */
import type { Counted } from './result.ts';

export interface Placed extends Counted {
  /** From 1; equals share theirs, and those after them come as many places later. */
  place: number;
}

/** `options` in the order of a result. */
export function placed(options: readonly Counted[]): Placed[] {
  const all: Placed[] = [];
  for (const [index, option] of options.entries()) {
    const before = all.at(-1);
    all.push({ ...option, place: before && isLevel(before, option) ? before.place : index + 1 });
  }
  return all;
}

/** So many of the first, and those that are level with the last of them. What nobody voted for is not among them. */
export function foremost(
  options: readonly Counted[],
  many: number
): { first: readonly Placed[]; level: readonly Placed[] } {
  const voted = placed(options.filter(({ score }) => score > 0));
  const first = voted.slice(0, many);
  const last = first.at(-1);
  return { first, level: voted.slice(many).filter(({ place }) => place === last?.place) };
}

function isLevel(one: Counted, other: Counted): boolean {
  return one.score === other.score && one.people === other.people;
}
