/** What was found: grouped by meeting and step, the best first. */
import type { MeetingId, NoteId, PromptId } from '../meeting/ids.ts';
import type { Line } from './excerpt.ts';

export interface Hit {
  /** '' where it is the step itself. */
  note: NoteId;
  lines: readonly Line[];
  /** Where in the report it stands, as the part of its address behind the meeting's. */
  place: string;
}

export interface FoundStep {
  meeting: { id: MeetingId; number: number; title: string };
  /** Undefined: what came up besides. */
  step?: { id: PromptId; number: number; title: string; kind: string };
  hits: readonly Hit[];
}

export type Found =
  | { state: 'empty' | 'too-short' | 'too-long' | 'too-common' }
  | {
      state: 'found';
      /** Of all pages. */
      total: number;
      page: number;
      pages: number;
      steps: readonly FoundStep[];
    };

/** So many hits are on a page. */
export const PAGE = 50;
