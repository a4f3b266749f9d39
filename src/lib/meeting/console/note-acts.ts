/** What a leader can do with one note of the stream, with the key that does it while its row has the focus. */
import type { Request } from '$lib/domain/meeting/commands';
import { isAnnounced } from '$lib/domain/meeting/homework';
import type { MeetingView, NoteView, PromptView } from '$lib/domain/meeting/view';
import { m } from '$lib/paraglide/messages';
import { isConcealed } from './acts';

export interface NoteAct {
  key: 'J' | 'K' | 'E' | 'L' | 'D' | 'R';
  label: string;
  request: Request;
  /** It cannot be undone: it is asked first. */
  asks?: true;
}

/** Does it wait to be let through? */
export function waits({ held, hidden }: NoteView): boolean {
  return held === true && !hidden;
}

/** What is to be erased is hidden first, where that can be done; `erases`: whether whoever leads may erase. */
export function noteActs(view: MeetingView, prompt: PromptView, note: NoteView, erases = false): NoteAct[] {
  const data = { note: note.id };
  const erase: NoteAct[] = erases
    ? [{ key: 'R', label: m.search_erase(), request: { name: 'EraseNote', data }, asks: true }]
    : [];
  if (waits(note)) {
    const approve: Request = { name: 'ApproveNotes', data: { prompt: prompt.id, notes: [note.id] } };
    return [
      { key: 'J', label: m.stream_approve(), request: approve },
      { key: 'K', label: m.console_hide(), request: { name: 'HideNote', data } }
    ];
  }
  if (note.hidden) {
    return [{ key: 'D', label: m.console_restore(), request: { name: 'RestoreNote', data } }, ...erase];
  }
  const acts: NoteAct[] = [];
  if (isConcealed(prompt) && isAnnounced(prompt)) {
    acts.push(
      note.revealed
        ? { key: 'E', label: m.stream_conceal_one(), request: { name: 'ConcealNote', data } }
        : { key: 'E', label: m.stream_show_one(), request: { name: 'RevealNote', data } }
    );
  }
  if (isAnnounced(prompt)) {
    const lit = view.screen?.view === 'note' && view.screen.note === note.id;
    const screen = lit
      ? ({ view: 'prompt', prompt: prompt.id } as const)
      : ({ view: 'note', note: note.id } as const);
    const label = lit ? m.console_unlight() : m.console_light();
    acts.push({ key: 'L', label, request: { name: 'TurnProjector', data: { screen } } });
  }
  if (prompt.moderation !== 'off') {
    acts.push({ key: 'D', label: m.console_hide(), request: { name: 'HideNote', data } });
  }
  return prompt.moderation === 'off' ? [...acts, ...erase] : acts;
}
