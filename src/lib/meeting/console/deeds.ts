/** What the undo button says it takes back. */
import type { EventName } from '$lib/domain/meeting/events';
import type { Deed } from '$lib/domain/meeting/view';
import { m } from '$lib/paraglide/messages';

const DEEDS: Partial<Record<EventName, (inputs: { subject: string }) => string>> = {
  MeetingOpened: m.console_deed_meeting_opened,
  MeetingFinished: m.console_deed_meeting_finished,
  PromptAdded: m.console_deed_prompt_added,
  PromptEdited: m.console_deed_prompt_edited,
  PromptMoved: m.console_deed_prompt_moved,
  PromptRemoved: m.console_deed_prompt_removed,
  PromptOpened: m.console_deed_prompt_opened,
  PromptClosed: m.console_deed_prompt_closed,
  NotesRevealed: m.console_deed_notes_revealed,
  NotesConcealed: m.console_deed_notes_concealed,
  ProjectorTurned: m.console_deed_projector_turned,
  NoteHidden: m.console_deed_note_hidden,
  NoteRestored: m.console_deed_note_restored
};

/** "öppnade ”Vem är du?”". */
export function deedText({ name, subject }: Deed): string {
  const short = subject.length > 32 ? `${subject.slice(0, 30)} …` : subject;
  return DEEDS[name]?.({ subject: short }) ?? m.console_deed_other();
}
