/** A step that is told in a report, and what each outcome can tell of it. */
import type { Part } from '../documentation/source.ts';
import type { MeetingId, NoteId } from '../meeting/ids.ts';
import type { NoteOutput, PromptOutput } from '../outputs/outputs.ts';
import type { Wording } from '../outputs/wording.ts';
import type { WallPicture } from '../wall/picture.ts';
import type { Block, Figure, Origin } from './document.ts';

export interface Step {
  meeting: MeetingId;
  prompt: PromptOutput;
  wording: Wording;
  /** Its wall, where it has been laid. */
  picture?: WallPicture;
  /** A vote on the same before it. */
  before?: PromptOutput;
}

/** What an outcome is told in: a picture, a list or table, quotes. */
export interface OutcomeParts {
  /** Those that it has to offer, where anything came in. */
  offers(prompt: PromptOutput): readonly Exclude<Part, 'all' | 'attendance'>[];
  /** Each at most so high, px: what needs more becomes several. */
  picture?(step: Step, most: number): Figure[];
  list?(step: Step): Block[];
  quotes?(step: Step): Block[];
  /** Absent: its picture, then its list. */
  all?(step: Step, most: number): Block[];
}

export function origin(
  { meeting, prompt }: Pick<Step, 'meeting' | 'prompt'>,
  notes: readonly NoteId[] = []
): Origin {
  return { meeting, prompt: prompt.id, notes };
}

/** Whose it is, where that may be told; of a group's answer the group. */
export function fromOf({ organisation, group }: NoteOutput): string {
  return organisation ?? group ?? '';
}
