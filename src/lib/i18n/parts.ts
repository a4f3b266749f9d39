/** What the parts in a project are called. */
import { m } from '../paraglide/messages.js';

const NAMES = {
  owner: m.leading_part_owner,
  leader: m.leading_part_leader,
  'co-leader': m.leading_part_co_leader,
  reviewer: m.leading_part_reviewer
};

export type PartName = keyof typeof NAMES;

export const ALL_PARTS = Object.keys(NAMES) as PartName[];
/** What one can be invited as, the likeliest first. */
export const INVITED_PARTS: readonly PartName[] = ['co-leader', 'leader', 'reviewer'];

/** "Innehållsledare". */
export function partName(part: PartName): string {
  return NAMES[part]();
}

/** "innehållsledare", within a sentence. */
export function partWord(part: PartName): string {
  const name = partName(part);
  return name.charAt(0).toLowerCase() + name.slice(1);
}
