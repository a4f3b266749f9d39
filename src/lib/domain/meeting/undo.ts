/** Taking back and repeating what a leader did. Everybody undoes the own deeds only, latest first. */
import type { Decision } from './decide.ts';
import type { MeetingEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { Action, MeetingState } from './state.ts';

/** Takes back the leader's latest action that still stands. */
export function undo(state: MeetingState, leader: string): Decision {
  const action = undoable(state, leader);
  if (!action) return { ok: false, refusal: { code: 'nothing-to-undo' } };
  const events = replay(state, action.inverse, leader);
  if (!events) return { ok: false, refusal: { code: 'cannot-undo' } };
  return { ok: true, events: [{ name: 'ActionUndone', data: { action: action.command } }, ...events] };
}

/** Repeats what the leader took back last. */
export function redo(state: MeetingState, leader: string): Decision {
  const action = redoable(state, leader);
  if (!action) return { ok: false, refusal: { code: 'nothing-to-redo' } };
  const events = replay(state, action.events, leader);
  if (!events) return { ok: false, refusal: { code: 'cannot-undo' } };
  return { ok: true, events: [{ name: 'ActionRedone', data: { action: action.command } }, ...events] };
}

/** What the undo button of that leader would take back. */
export function undoable(state: MeetingState, leader: string): Action | undefined {
  return state.history.findLast((action) => action.by === leader && !action.undone);
}

/** What the redo button of that leader would repeat: the oldest of those taken back. */
export function redoable(state: MeetingState, leader: string): Action | undefined {
  return state.history.find((action) => action.by === leader && action.undone);
}

/** The events fitted, one by one, to what has happened since; undefined where they would lose somebody's note. */
function replay(
  state: MeetingState,
  events: readonly MeetingEvent[],
  leader: string
): MeetingEvent[] | undefined {
  const fitted: MeetingEvent[] = [];
  const handled = new Set(events.map((event) => ('prompt' in event.data ? event.data.prompt : undefined)));
  let now = state;
  for (const event of events) {
    if (event.name === 'PromptRemoved' && hasNotes(now, event.data.prompt)) return undefined;
    for (const next of [...(opens(event) ? closingOthers(now, handled) : []), fit(now, event)]) {
      fitted.push(next);
      now = evolve(now, {
        ...next,
        seq: now.seq + 1,
        at: 0,
        by: { role: 'leader', id: leader },
        command: ''
      });
    }
  }
  return fitted;
}

function fit(state: MeetingState, event: MeetingEvent): MeetingEvent {
  // A question that has been answered meanwhile cannot become a draft again: its answers would vanish.
  if (event.name === 'PromptPutBack' && event.data.stage === 'draft' && hasNotes(state, event.data.prompt)) {
    const openedAt = state.prompts[event.data.prompt]?.openedAt;
    return { name: 'PromptPutBack', data: { ...event.data, stage: 'closed', openedAt } };
  }
  if (event.name === 'ProjectorTurned') {
    return {
      name: 'ProjectorTurned',
      data: { screen: showable(state, event.data.screen), from: state.screen }
    };
  }
  return event;
}

/** A note may have been withdrawn since it was in the light. */
function showable(state: MeetingState, screen: MeetingState['screen']): MeetingState['screen'] {
  if (screen.view !== 'note') return screen;
  const note = state.notes[screen.note];
  return note && !note.withdrawn && !note.hidden ? screen : { view: 'lobby' };
}

function opens(
  event: MeetingEvent
): event is Extract<MeetingEvent, { name: 'PromptOpened' | 'PromptPutBack' }> {
  return event.name === 'PromptOpened' || (event.name === 'PromptPutBack' && event.data.stage === 'open');
}

/** Another leader may have opened another question meanwhile: still one at a time. */
function closingOthers(state: MeetingState, but: ReadonlySet<string | undefined>): MeetingEvent[] {
  return state.agenda
    .filter((id) => !but.has(id) && state.prompts[id]?.stage === 'open')
    .map((prompt) => ({ name: 'PromptClosed', data: { prompt } }));
}

function hasNotes(state: MeetingState, prompt: string): boolean {
  return (state.prompts[prompt]?.notes ?? []).some((note) => !state.notes[note]?.withdrawn);
}
