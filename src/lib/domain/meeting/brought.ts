/** What an earlier step of the project left behind, laid beside a later one: words of a wall, the top of a vote, definitions, commitments. */
import type { MeetingId, PromptId } from './ids.ts';

export interface Brought {
  /** Where it comes from: the meeting, its place in the project from 1, and the step with its title as it was then. */
  meeting: MeetingId;
  number: number;
  prompt: PromptId;
  title: string;
  items: readonly BroughtItem[];
}

export interface BroughtItem {
  /** Of the word or note that it was. */
  id: string;
  text: string;
  /** How many cards, votes or people stood behind it. */
  count?: number;
}

export const MOST_BROUGHT = 60;
/** Of an item, in code points after cleaning. */
export const LONGEST_BROUGHT = 280;
