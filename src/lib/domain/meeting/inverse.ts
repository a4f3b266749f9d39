import type { MeetingEvent, PromptText } from './events.ts';
import type { MeetingState } from './state.ts';

/** The event that puts back what `event` is about to change, or undefined where there is nothing to take back. */
export function inverseOf(before: MeetingState, event: MeetingEvent): MeetingEvent | undefined {
  switch (event.name) {
    case 'MeetingOpened':
    case 'MeetingFinished':
    case 'MeetingPutBack': {
      const { phase, openedAt, finishedAt } = before;
      return { name: 'MeetingPutBack', data: { phase, openedAt, finishedAt } };
    }
    case 'PromptAdded':
      return { name: 'PromptRemoved', data: { prompt: event.data.prompt } };
    case 'PromptEdited': {
      const { prompt, ...changed } = event.data;
      const old = before.prompts[prompt];
      if (!old) return undefined;
      const values = Object.fromEntries(
        Object.keys(changed).map((key) => [key, old[key as keyof PromptText]])
      );
      return { name: 'PromptEdited', data: { prompt, ...values } };
    }
    case 'PromptMoved':
      return {
        name: 'PromptMoved',
        data: { prompt: event.data.prompt, index: placeOf(before, event.data.prompt) }
      };
    case 'PromptRemoved': {
      const { prompt } = event.data;
      return { name: 'PromptBroughtBack', data: { prompt, index: placeOf(before, prompt) } };
    }
    case 'PromptBroughtBack':
      return { name: 'PromptRemoved', data: { prompt: event.data.prompt } };
    case 'PromptOpened':
    case 'PromptClosed':
    case 'PromptPutBack': {
      const prompt = before.prompts[event.data.prompt];
      if (!prompt) return undefined;
      const { id, stage, openedAt, closedAt } = prompt;
      return { name: 'PromptPutBack', data: { prompt: id, stage, openedAt, closedAt } };
    }
    case 'NotesRevealed':
      return { name: 'NotesConcealed', data: event.data };
    case 'NotesConcealed':
      return { name: 'NotesRevealed', data: event.data };
    case 'ProjectorTurned':
      return { name: 'ProjectorTurned', data: { screen: before.screen, from: event.data.screen } };
    case 'NoteHidden':
      return { name: 'NoteRestored', data: event.data };
    case 'NoteRestored':
      return { name: 'NoteHidden', data: event.data };
    case 'NoteSubmitted':
    case 'NoteChanged':
    case 'NoteWithdrawn':
    case 'ActionUndone':
    case 'ActionRedone':
      return undefined;
    default:
      return undefined;
  }
}

function placeOf(state: MeetingState, prompt: string): number {
  const place = state.agenda.indexOf(prompt);
  return place < 0 ? state.agenda.length : place;
}
