/** Where a block of the documentation takes what it shows from. It holds no text of a card: what it shows is asked for anew each time. */
import type { MeetingId, NoteId, PromptId } from '../meeting/ids.ts';

/**
 * 'all': a step as its meeting's report shows it. 'picture': its picture alone. 'list': its table or list alone. 'quotes': as quotes on
 * the page. 'attendance': of a meeting, who took part; `prompt` is then ''.
 */
export const PARTS = ['all', 'picture', 'list', 'quotes', 'attendance'] as const;
export type Part = (typeof PARTS)[number];

export interface Source {
  meeting: MeetingId;
  prompt: PromptId | '';
  part: Part;
  /** These notes alone, e.g. the quotes or the theme that an editor chose; none named: all. */
  only: readonly NoteId[];
}

/** What a source was like when an editor placed it, or last said "seen". */
export interface Seen {
  /** Of what it would show; equal where nothing has changed. */
  hash: string;
  /** How many notes it stood on. */
  notes: number;
}
