/**
 * A meeting once more, from its log: when steps were opened, closed and revealed, and when each answer came. Made for those who review:
 * an answer is in it only where the outputs have it, so that what was withdrawn, hidden or erased never comes back, and what was changed
 * stands as it ended. No text is in it: whoever shows it reads the texts from the outputs.
 *
 * An answer without a name has no time of its own, as in the outputs (their `at` then is that of the question): when it came would tell
 * who wrote it. All such of a step come together when it is closed.
 */
import type { Recorded } from '../../meeting/events.ts';
import type { NoteId, PromptId } from '../../meeting/ids.ts';
import type { Outputs, PromptOutput } from '../outputs.ts';

export type MomentName = 'began' | 'ended' | 'opened' | 'closed' | 'revealed' | 'concealed' | 'lit' | 'came';

export interface Moment {
  name: MomentName;
  /** Milliseconds since 1970. */
  at: number;
  /** Of all but the meeting's own. */
  prompt?: PromptId;
  /** The answers that came or that were shown, one by one or together. */
  notes?: readonly NoteId[];
}

export interface Replay {
  /** In the order in which they happened. Their places are their own: the log's numbers would tell of what is left out. */
  moments: readonly Moment[];
  /** Steps whose answers are kept off the wall until they are revealed or closed. */
  hidden: readonly PromptId[];
}

/** What of the log a replay is made from: all else need not be kept while it is read. */
export function isReplayed({ name }: Pick<Recorded, 'name'>): boolean {
  return REPLAYED.has(name);
}

const REPLAYED: ReadonlySet<string> = new Set<Recorded['name']>([
  'MeetingOpened',
  'MeetingFinished',
  'PromptAdded',
  'PromptEdited',
  'PromptOpened',
  'PromptClosed',
  'PromptPutBack',
  'NotesRevealed',
  'NotesConcealed',
  'NoteRevealed',
  'NoteConcealed',
  'NoteSubmitted',
  'NotesImported'
]);

/** `outputs`: of all that its reviewers may read, unfiltered. */
export function replayOf(events: Iterable<Recorded>, outputs: Outputs): Replay {
  const prompts = new Map(outputs.prompts.map((prompt) => [prompt.id, prompt]));
  const told = new Map(
    outputs.prompts.flatMap((prompt) =>
      [...prompt.notes, ...prompt.uncited].flatMap((note) =>
        note.at === askedAt(prompt) ? [] : [[note.id, { prompt: prompt.id, at: note.at }] as const]
      )
    )
  );
  const timed = new Set<NoteId>();
  const hidden = new Set<PromptId>();
  const moments: Moment[] = homeworkOf(outputs.prompts);
  const came = (at: number, ids: readonly NoteId[]) => {
    const byPrompt = new Map<PromptId, NoteId[]>();
    for (const id of ids) {
      const note = told.get(id);
      // Another time than the log's is all that the outputs tell of it.
      if (!note || note.at !== at) continue;
      timed.add(id);
      byPrompt.set(note.prompt, [...(byPrompt.get(note.prompt) ?? []), id]);
    }
    for (const [prompt, notes] of byPrompt) moments.push({ name: 'came', at, prompt, notes });
  };
  const step = (name: MomentName, at: number, prompt: PromptId) => {
    if (prompts.has(prompt)) moments.push({ name, at, prompt });
  };
  const one = (name: 'lit' | 'concealed', at: number, id: NoteId) => {
    if (timed.has(id)) moments.push({ name, at, prompt: told.get(id)!.prompt, notes: [id] });
  };
  for (const event of events) {
    const { at } = event;
    switch (event.name) {
      case 'MeetingOpened':
        moments.push({ name: 'began', at });
        break;
      case 'MeetingFinished':
        moments.push({ name: 'ended', at });
        break;
      case 'PromptAdded':
      case 'PromptEdited':
        if (event.data.hidden === true) hidden.add(event.data.prompt);
        else if (event.data.hidden === false) hidden.delete(event.data.prompt);
        break;
      case 'PromptOpened':
        step('opened', at, event.data.prompt);
        break;
      case 'PromptClosed':
        step('closed', at, event.data.prompt);
        break;
      case 'PromptPutBack':
        if (event.data.stage !== 'draft')
          step(event.data.stage === 'open' ? 'opened' : 'closed', at, event.data.prompt);
        break;
      case 'NotesRevealed':
        step('revealed', at, event.data.prompt);
        break;
      case 'NotesConcealed':
        step('concealed', at, event.data.prompt);
        break;
      case 'NoteRevealed':
        one('lit', at, event.data.note);
        break;
      case 'NoteConcealed':
        one('concealed', at, event.data.note);
        break;
      case 'NoteSubmitted':
        came(at, [event.data.note]);
        break;
      case 'NotesImported':
        came(
          at,
          event.data.notes.map(({ note }) => note)
        );
        break;
    }
  }
  const inOrder = moments.sort((a, b) => a.at - b.at);
  const rest = outputs.prompts.flatMap((prompt): Moment[] => {
    const notes = [...prompt.notes, ...prompt.uncited].flatMap(({ id }) => (timed.has(id) ? [] : [id]));
    return notes.length > 0 ? [{ name: 'came', at: 0, prompt: prompt.id, notes }] : [];
  });
  return {
    moments: withTimeless(inOrder, rest),
    hidden: [...hidden].filter((prompt) => prompts.has(prompt))
  };
}

/** What the outputs tell as the time of an answer without a name. */
function askedAt({ homework, openedAt }: PromptOutput): number | undefined {
  return homework?.from ?? openedAt;
}

/** Each behind the last closing of its step; where it was never closed, at the end. */
function withTimeless(moments: readonly Moment[], rest: readonly Moment[]): Moment[] {
  const all = [...moments];
  for (const one of rest) {
    const closing = all.findLastIndex(({ name, prompt }) => name === 'closed' && prompt === one.prompt);
    const after = closing < 0 ? all.length - 1 : closing;
    all.splice(after + 1, 0, { ...one, at: all[after]?.at ?? one.at });
  }
  return all;
}

/** Homework is opened and closed by the clock, not by anybody. */
function homeworkOf(prompts: readonly PromptOutput[]): Moment[] {
  return prompts.flatMap(({ id, homework, stage }): Moment[] =>
    homework?.from != null && homework.until != null
      ? [
          { name: 'opened', at: homework.from, prompt: id },
          ...(stage === 'closed' ? [{ name: 'closed' as const, at: homework.until, prompt: id }] : [])
        ]
      : []
  );
}
