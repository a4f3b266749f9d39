/** The parking lot: what came up besides, kept by leaders for later. */
import type { PersonId } from './ids.ts';

export interface Thought {
  thought: string;
  text: string;
  /** The leader who parked it. */
  by: PersonId;
  at: number;
  /** It has been taken care of. */
  done?: boolean;
}

export const THOUGHT_LIMIT = 280;
export const MOST_THOUGHTS = 200;
