/** What a client holds: the meeting as one audience may see it, and the patches that keep it up to date. */
import type { Fields } from '../kinds/kind.ts';
import type { EventName, Phase, Screen, Stage } from './events.ts';
import type { NoteId, PersonId, PromptId } from './ids.ts';
import type { Pledge } from './pledge.ts';

export interface PromptView {
  id: PromptId;
  kind: string;
  title: string;
  instruction: string;
  stage: Stage;
  pledge: Pledge;
  perPerson: number;
  /** Hidden until revealed, and whether it has been. */
  hidden: boolean;
  revealed: boolean;
  /** Planned minutes; leader and reviewer only. */
  minutes?: number;
  openedAt?: number;
  closedAt?: number;
  /** Notes that stand (not withdrawn, not hidden) and how many people wrote them. Not for participants; the latter not where names are withheld. */
  count?: number;
  people?: number;
}

/** Who wrote or said it, as far as this audience may know. */
export interface By {
  id?: PersonId;
  name?: string;
  organisation?: string;
}

export interface NoteView {
  id: NoteId;
  prompt: PromptId;
  fields: Fields;
  /** Milliseconds since 1970. Not for the wall. */
  at?: number;
  changed?: true;
  /** Taken off the wall by a leader: seen by leaders, and by its author. */
  hidden?: true;
  by?: By;
}

/** The name on the undo button: what was done, and to what. */
export interface Deed {
  name: EventName;
  subject: string;
}

export interface MeetingView {
  phase: Phase;
  openedAt?: number;
  finishedAt?: number;
  /** Null for participants: phones do not follow the projector. */
  screen: Screen | null;
  agenda: readonly PromptId[];
  prompts: Readonly<Record<PromptId, PromptView>>;
  notes: Readonly<Record<NoteId, NoteView>>;
  undo: Deed | null;
  redo: Deed | null;
}

/** The present view of what an event touched; null in a record = not for you (any more). */
export interface Patch {
  phase?: { phase: Phase; openedAt?: number; finishedAt?: number };
  screen?: Screen | null;
  agenda?: readonly PromptId[];
  prompts?: Record<PromptId, PromptView | null>;
  notes?: Record<NoteId, NoteView | null>;
  undo?: Deed | null;
  redo?: Deed | null;
}

export const EMPTY_VIEW: MeetingView = {
  phase: 'planned',
  screen: null,
  agenda: [],
  prompts: {},
  notes: {},
  undo: null,
  redo: null
};

/** The view after some patches, in order. Copies its records once a call; later patches win. */
export function patched(view: MeetingView, patches: readonly Patch[]): MeetingView {
  const next = { ...view };
  let prompts: Record<PromptId, PromptView> | undefined;
  let notes: Record<NoteId, NoteView> | undefined;
  for (const { prompts: promptPatch, notes: notePatch, phase, ...rest } of patches) {
    Object.assign(next, rest, phase && { openedAt: undefined, finishedAt: undefined, ...phase });
    if (promptPatch) next.prompts = lay((prompts ??= { ...view.prompts }), promptPatch);
    if (notePatch) next.notes = lay((notes ??= { ...view.notes }), notePatch);
  }
  return next;
}

function lay<T>(record: Record<string, T>, patch: Record<string, T | null>): Record<string, T> {
  for (const [id, value] of Object.entries(patch)) {
    if (value === null) delete record[id];
    else record[id] = value;
  }
  return record;
}
