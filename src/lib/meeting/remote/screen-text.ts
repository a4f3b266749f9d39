/** What the projector shows now, in a line. */
import { kindOf } from '$lib/domain/kinds/registry';
import { promptOn } from '$lib/domain/meeting/screen';
import type { MeetingView, NoteView } from '$lib/domain/meeting/view';
import { m } from '$lib/paraglide/messages';

export function screenText(view: MeetingView): string {
  const screen = view.screen ?? ({ view: 'lobby' } as const);
  const prompt = view.prompts[promptOn(screen, view.notes) ?? ''];
  const title = prompt?.title ?? '';
  switch (screen.view) {
    case 'lobby':
      return view.phase === 'finished' ? m.leading_screen_thanks() : m.leading_screen_lobby();
    case 'prompt':
      return m.leading_screen_prompt({ title });
    case 'tour':
      return m.leading_screen_tour({ title });
    case 'replay':
      return m.leading_screen_replay({ title });
    case 'quotes':
      return m.leading_screen_quotes({ title });
    case 'groups':
      return m.leading_screen_groups({ title });
    case 'thoughts':
      return m.leading_screen_thoughts();
    case 'note':
      return m.leading_screen_note({ text: noteText(view, view.notes[screen.note]) });
    case 'word':
      return m.leading_screen_word({ text: noteText(view, view.notes[screen.note]) });
  }
}

/** The field that a note is known by. */
export function noteText({ prompts }: Pick<MeetingView, 'prompts'>, note: NoteView | undefined): string {
  if (!note) return '';
  return note.fields[kindOf(prompts[note.prompt]?.kind ?? '')?.main ?? 'text'] ?? '';
}
